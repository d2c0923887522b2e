package import Values

/// A meeting gets other days, another place or another title; it keeps its number and its id.
package struct Move: EventFacts {
  /// When the members were told.
  package let on: PartialDay
  /// Nil when the first day stays.
  package let from: PartialDay?
  /// The last day, included; with a new first day nil for a meeting of that one day, else nil when it stays.
  package let until: PartialDay?
  package let place: String?
  package let format: MeetingPlan.Format?
  package let title: String?
  package let reason: String
  /// Whether the shorter notice of an urgent meeting was claimed for the new day.
  package let isUrgent: Bool
  /// Each nil where it stays.
  package let starts: TimeOfDay?
  package let zone: String?
  package let link: String?

  package init(
    on: PartialDay, from: PartialDay? = nil, until: PartialDay? = nil, place: String? = nil,
    format: MeetingPlan.Format? = nil, title: String? = nil, reason: String, isUrgent: Bool = false,
    starts: TimeOfDay? = nil, zone: String? = nil, link: String? = nil
  ) {
    self.on = on
    self.from = from
    self.until = until
    self.place = place
    self.format = format
    self.title = title
    self.reason = reason
    self.isUrgent = isUrgent
    self.starts = starts
    self.zone = zone
    self.link = link
  }

  package var data: JSON {
    .object(compacting: [
      ("on", .day(on)), ("from", from.map { .day($0) }), ("until", until.map { .day($0) }),
      ("place", place.map { .text($0) }), ("format", format.map { .text($0.rawValue) }),
      ("title", title.map { .text($0) }), ("reason", .text(reason)), ("urgent", .bool(isUrgent)),
      ("starts", starts.map { .text($0.description) }), ("zone", zone.map { .text($0) }),
      ("link", link.map { .text($0) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    from = try reader.optional("from", FieldReader.partialDay)
    until = try reader.optional("until", FieldReader.partialDay)
    place = try reader.optional("place", FieldReader.text)
    format = try reader.fields["format"] == nil ? nil : reader.choice("format")
    title = try reader.optional("title", FieldReader.text)
    reason = try reader.text("reason")
    isUrgent = try reader.bool("urgent")
    starts = try reader.optional("starts", FieldReader.time)
    zone = try reader.optional("zone", FieldReader.text)
    link = try reader.optional("link", FieldReader.text)
  }
}

/// The meeting took place, and nobody knows any more on which day.
package struct Holding: EventFacts {
  /// By when it is known to have been held.
  package let by: PartialDay

  package init(by: PartialDay) { self.by = by }

  package var data: JSON { ["by": .day(by)] }

  package init(_ reader: FieldReader) throws(Failure) { by = try reader.partialDay("by") }
}
