package import Values

/// A member gives its vote in a body to another one.
package struct ProxyGrant: EventFacts {
  package let giver: MemberID
  /// Who votes for it.
  package let holder: MemberID
  package let body: String
  /// The one meeting for which it counts; nil for any of the body.
  package let meeting: MeetingID?
  /// The one kind of matter on which it counts; nil for all.
  package let matter: String?
  package let from: Day
  /// The last day on which it counts; nil for none.
  package let until: Day?
  /// Whether the giver counts as present too, where the rules let it, and not for its vote alone.
  package let presence: Bool
  /// How many proxies the holder has at one time at the most, with this one.
  package let held: Int

  package init(
    giver: MemberID, holder: MemberID, body: String, meeting: MeetingID? = nil,
    matter: String? = nil, from: Day, until: Day? = nil, presence: Bool = false, held: Int = 1
  ) {
    (self.giver, self.holder, self.body) = (giver, holder, body)
    (self.meeting, self.matter) = (meeting, matter)
    (self.from, self.until, self.presence, self.held) = (from, until, presence, held)
  }

  package var data: JSON {
    .object(compacting: [
      ("giver", .text(giver.text)), ("holder", .text(holder.text)), ("body", .text(body)),
      ("meeting", meeting.map { .text($0.text) }), ("matter", matter.map { .text($0) }),
      ("from", .text(from.description)), ("until", until.map { .text($0.description) }),
      ("presence", .bool(presence)), ("held", .count(held)),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    giver = try reader.id("giver")
    holder = try reader.id("holder")
    body = try reader.text("body")
    meeting = reader.has("meeting") ? try reader.id("meeting") : nil
    matter = try reader.optional("matter", FieldReader.text)
    from = try reader.day("from")
    until = try reader.optional("until", FieldReader.day)
    presence = try reader.bool("presence")
    held = try reader.int("held")
  }
}

/// A proxy is taken back; from that minute on it counts no more.
package struct ProxyRevocation: EventFacts {
  package let on: Day
  /// Nil where only the day is known; it then counts no more on that day.
  package let time: TimeOfDay?
  package let reason: String?

  package init(on: Day, time: TimeOfDay? = nil, reason: String? = nil) {
    (self.on, self.time, self.reason) = (on, time, reason)
  }

  package var data: JSON {
    .object(compacting: [
      ("on", .text(on.description)), ("time", time.map { .text($0.description) }),
      ("reason", reason.map { .text($0) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.day("on")
    time = try reader.optional("time", FieldReader.time)
    reason = try reader.optional("reason", FieldReader.text)
  }
}
