package import Values

/// A delegation told that it will not come.
package struct Excuse: EventFacts {
  /// Why, as a code; none is about health, so that the log never holds it.
  package enum Reason: String, CaseIterable, Sendable {
    case duties, travel
    case otherMeeting = "other-meeting"
    case vacancy, other
  }

  package let member: MemberID
  /// Nil where no reason was given, or none is to be kept.
  package let reason: Reason?

  package init(member: MemberID, reason: Reason? = nil) {
    self.member = member
    self.reason = reason
  }

  package var data: JSON {
    .object(compacting: [
      ("member", .text(member.text)), ("reason", reason.map { .text($0.rawValue) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    member = try reader.id("member")
    reason = try reader.has("reason") ? reader.choice("reason") : nil
  }
}

/// A delegation that attends goes on from the room over a link, or comes from the link into the room.
package struct RoomChange: EventFacts {
  package let member: MemberID
  /// Whether it attends over a link from now on.
  package let isRemote: Bool
  package let time: TimeOfDay?

  package init(member: MemberID, isRemote: Bool, time: TimeOfDay? = nil) {
    self.member = member
    self.isRemote = isRemote
    self.time = time
  }

  package var data: JSON {
    .object(compacting: [
      ("member", .text(member.text)), ("remote", .bool(isRemote)),
      ("time", time.map { .text($0.description) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    member = try reader.id("member")
    isRemote = try reader.bool("remote")
    time = try reader.optional("time", FieldReader.time)
  }
}
