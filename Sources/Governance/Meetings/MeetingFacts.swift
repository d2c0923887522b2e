package import Values

/// A meeting is planned: which one of its series, and as much of when and where as is known.
package struct MeetingPlan: EventFacts {
  package enum Format: String, CaseIterable, Sendable {
    case inPerson = "in-person"
    case hybrid
    case online
  }

  /// The series of the rules, such as `plenary`.
  package let series: String
  /// Nil when nobody knows the number any more.
  package let number: Int?
  package let from: PartialDay?
  /// The last day, included; nil when the meeting has one day, or when it is not known.
  package let until: PartialDay?
  package let place: String?
  package let format: Format?
  package let title: String?
  package let funder: String?
  /// The time of the first day at which it is to begin, by the clocks of its zone; nil where none was told.
  package let starts: TimeOfDay?
  /// A name of the IANA time zone data; nil without a time.
  package let zone: String?
  /// Where those who are not in the room attend; it stands in no paper for everybody.
  package let link: String?

  package init(
    series: String, number: Int?, from: PartialDay?, until: PartialDay? = nil,
    place: String? = nil, format: Format? = nil, title: String? = nil, funder: String? = nil,
    starts: TimeOfDay? = nil, zone: String? = nil, link: String? = nil
  ) {
    self.series = series
    self.number = number
    self.from = from
    self.until = until
    self.place = place
    self.format = format
    self.title = title
    self.funder = funder
    self.starts = starts
    self.zone = zone
    self.link = link
  }

  package var data: JSON {
    .object(compacting: [
      ("series", .text(series)), ("number", number.map { .count($0) }),
      ("from", from.map { .day($0) }), ("until", until.map { .day($0) }),
      ("place", place.map { .text($0) }), ("format", format.map { .text($0.rawValue) }),
      ("title", title.map { .text($0) }), ("funder", funder.map { .text($0) }),
      ("starts", starts.map { .text($0.description) }), ("zone", zone.map { .text($0) }),
      ("link", link.map { .text($0) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    series = try reader.text("series")
    number = try reader.optional("number", FieldReader.int)
    from = try reader.optional("from", FieldReader.partialDay)
    until = try reader.optional("until", FieldReader.partialDay)
    place = try reader.optional("place", FieldReader.text)
    format = try reader.fields["format"] == nil ? nil : reader.choice("format")
    title = try reader.optional("title", FieldReader.text)
    funder = try reader.optional("funder", FieldReader.text)
    starts = try reader.optional("starts", FieldReader.time)
    zone = try reader.optional("zone", FieldReader.text)
    link = try reader.optional("link", FieldReader.text)
  }
}

/// The invitation goes out.
package struct Convocation: EventFacts {
  package let on: PartialDay
  package let agenda: [String]
  /// Whether the shorter notice of an urgent meeting was claimed.
  package let isUrgent: Bool
  /// Why it is urgent; nil where nobody said.
  package let reason: String?
  /// The meeting that had no quorum, when this is the second one that was called since.
  package let secondCallOf: MeetingID?

  package init(
    on: PartialDay, agenda: [String], isUrgent: Bool, reason: String? = nil,
    secondCallOf: MeetingID? = nil
  ) {
    self.on = on
    self.agenda = agenda
    self.isUrgent = isUrgent
    self.reason = reason
    self.secondCallOf = secondCallOf
  }

  package var data: JSON {
    .object(compacting: [
      ("on", .day(on)), ("agenda", .texts(agenda)), ("urgent", .bool(isUrgent)),
      ("reason", reason.map { .text($0) }), ("second_call_of", secondCallOf.map { .text($0.text) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    agenda = try reader.texts("agenda")
    isUrgent = try reader.bool("urgent")
    reason = try reader.optional("reason", FieldReader.text)
    secondCallOf = try reader.has("second_call_of") ? reader.id("second_call_of") : nil
  }
}

extension Convocation {
  /// What papers tell of the urgency: that there was one, and why as far as it was said.
  package var urgency: [String: Failure.Value] {
    let silent = isUrgent ? "no" : "other"
    return [
      "urgent": .text(isUrgent ? "yes" : "no"), "reason": .text(reason ?? ""),
      "reasoned": .text(reason == nil ? silent : "yes"),
    ]
  }
}

/// The meeting will not be held; its number stays taken.
package struct Cancellation: EventFacts {
  package let on: PartialDay
  package let reason: String

  package init(on: PartialDay, reason: String) {
    self.on = on
    self.reason = reason
  }

  package var data: JSON { ["on": .day(on), "reason": .text(reason)] }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    reason = try reader.text("reason")
  }
}

/// The meeting ends.
package struct Closing: EventFacts {
  package let on: PartialDay
  package let time: TimeOfDay?

  package init(on: PartialDay, time: TimeOfDay?) {
    self.on = on
    self.time = time
  }

  package var data: JSON {
    .object(compacting: [("on", .day(on)), ("time", time.map { .text($0.description) })])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    time = try reader.optional("time", FieldReader.time)
  }
}
