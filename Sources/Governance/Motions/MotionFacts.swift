package import Values

/// Where a motion stands and what may come of it there, as the rules had it when it came there.
///
/// It is stored, so that a vote need not ask under which rules the motion was put.
package struct MotionStage: Hashable, Sendable {
  package let state: String
  package let isFinal: Bool
  package let isAmendable: Bool
  /// The ways that a vote opens; nil where no vote may be taken, or where a vote changes nothing.
  package let adoption: MotionWay?
  package let rejection: MotionWay?

  package init(
    _ state: String, isFinal: Bool = false, isAmendable: Bool = false, adoption: MotionWay? = nil,
    rejection: MotionWay? = nil
  ) {
    (self.state, self.isFinal, self.isAmendable) = (state, isFinal, isAmendable)
    (self.adoption, self.rejection) = (adoption, rejection)
  }

  var data: JSON {
    .object(compacting: [
      ("state", .text(state)), ("final", .bool(isFinal)), ("amendable", .bool(isAmendable)),
      ("adoption", adoption?.data), ("rejection", rejection?.data),
    ])
  }

  init(_ reader: FieldReader) throws(Failure) {
    state = try reader.text("state")
    isFinal = try reader.bool("final")
    isAmendable = try reader.bool("amendable")
    adoption = try reader.has("adoption") ? MotionWay(reader.part("adoption")) : nil
    rejection = try reader.has("rejection") ? MotionWay(reader.part("rejection")) : nil
  }
}

/// A way that a vote opens: the transition of the rules and the state to which it leads.
package struct MotionWay: Hashable, Sendable {
  package let transition: String
  package let to: String

  package init(_ transition: String, to: String) {
    (self.transition, self.to) = (transition, to)
  }

  var data: JSON { ["transition": .text(transition), "to": .text(to)] }

  init(_ reader: FieldReader) throws(Failure) {
    transition = try reader.text("transition")
    to = try reader.text("to")
  }
}

/// A text was put to a body.
package struct MotionPut: EventFacts {
  package let on: PartialDay
  package let body: String
  package let title: String
  /// The kind of matter, which picks the majority.
  package let matter: String
  /// In paragraphs with an empty line between them, as `MotionText` has them.
  package let text: String
  /// Of the text, in hexadecimal digits.
  package let digest: String
  /// Whose motion it is; nil for one of the secretariat or of the chair.
  package let member: MemberID?
  package let reason: String?
  package let stage: MotionStage

  package init(
    on: PartialDay, body: String, title: String, matter: String = "default", text: String,
    digest: String, member: MemberID? = nil, reason: String? = nil, stage: MotionStage
  ) {
    (self.on, self.body, self.title, self.matter) = (on, body, title, matter)
    (self.text, self.digest, self.member, self.reason) = (text, digest, member, reason)
    self.stage = stage
  }

  package var data: JSON {
    .object(compacting: [
      ("on", .day(on)), ("body", .text(body)), ("title", .text(title)), ("matter", .text(matter)),
      ("text", .text(text)), ("digest", .text(digest)), ("member", member.map { .text($0.text) }),
      ("reason", reason.map { .text($0) }), ("stage", stage.data),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    body = try reader.text("body")
    title = try reader.text("title")
    matter = try reader.text("matter")
    text = try reader.text("text")
    digest = try reader.text("digest")
    member = try reader.has("member") ? reader.id("member") : nil
    reason = try reader.optional("reason", FieldReader.text)
    stage = try MotionStage(reader.part("stage"))
  }
}

/// A member stands behind a motion of another one.
package struct MotionSupport: EventFacts {
  package let on: PartialDay
  package let member: MemberID

  package init(on: PartialDay, member: MemberID) { (self.on, self.member) = (on, member) }

  package var data: JSON { ["on": .day(on), "member": .text(member.text)] }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    member = try reader.id("member")
  }
}

extension FieldReader {
  /// A record that stands under a name.
  func part(_ name: String) throws(Failure) -> FieldReader {
    try FieldReader(fields[name] ?? .null, of: subject)
  }
}
