package import Plugins
package import Values

/// A text is put to the members of a body outside a meeting.
package struct ProcedureOpening: EventFacts {
  /// The procedure of the rules, such as `silence`.
  package let rule: String
  package let kind: ProcedureRule.Kind
  package let body: String
  package let title: String
  package let matter: String
  package let text: String?
  /// Digests of the attached papers, in hexadecimal digits.
  package let papers: [String]
  /// Those entitled to decide on the record date, in the order of their ids.
  package let addressees: [MemberID]
  package let recordDate: Day
  package let at: Instant
  /// The time zone whose clocks tell the end.
  package let zone: String
  package let isUrgent: Bool
  /// Why it is urgent, or why it is decided in this way at all; nil where nobody said.
  package let reason: String?
  /// A broken procedure whose revised text this one is about.
  package let follows: ProcedureID?

  package init(
    rule: String, kind: ProcedureRule.Kind, body: String, title: String,
    matter: String = "default", text: String? = nil, papers: [String] = [],
    addressees: [MemberID], recordDate: Day, at: Instant, zone: String, isUrgent: Bool = false,
    reason: String? = nil, follows: ProcedureID? = nil
  ) {
    self.rule = rule
    self.kind = kind
    self.body = body
    self.title = title
    self.matter = matter
    self.text = text
    self.papers = papers
    self.addressees = addressees
    self.recordDate = recordDate
    self.at = at
    self.zone = zone
    self.isUrgent = isUrgent
    self.reason = reason
    self.follows = follows
  }

  package var data: JSON {
    .object(compacting: [
      ("rule", .text(rule)), ("kind", .text(kind.rawValue)), ("body", .text(body)),
      ("title", .text(title)), ("matter", .text(matter)), ("text", text.map { .text($0) }),
      ("papers", .texts(papers)), ("addressees", .ids(addressees)),
      ("record_date", .text(recordDate.description)), ("at", .text(at.description)),
      ("zone", .text(zone)), ("urgent", .bool(isUrgent)),
      ("reason", reason.map { .text($0) }), ("follows", follows.map { .text($0.text) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    rule = try reader.text("rule")
    kind = try reader.choice("kind")
    body = try reader.text("body")
    title = try reader.text("title")
    matter = try reader.text("matter")
    text = try reader.optional("text", FieldReader.text)
    papers = try reader.texts("papers")
    addressees = try reader.ids("addressees")
    recordDate = try reader.day("record_date")
    at = try reader.instant("at")
    zone = try reader.text("zone")
    isUrgent = try reader.bool("urgent")
    reason = try reader.optional("reason", FieldReader.text)
    follows = try reader.has("follows") ? reader.id("follows") : nil
  }
}

/// It is proven that some members were told.
package struct ProcedureNotice: EventFacts {
  package let members: [MemberID]
  /// When the last of them was told.
  package let at: Instant
  /// By which way, such as `e-mail`.
  package let way: String?
  /// The digest of the proof, in hexadecimal digits.
  package let proof: String?

  package init(members: [MemberID], at: Instant, way: String? = nil, proof: String? = nil) {
    self.members = members
    self.at = at
    self.way = way
    self.proof = proof
  }

  package var data: JSON {
    .object(compacting: [
      ("members", .ids(members)), ("at", .text(at.description)), ("way", way.map { .text($0) }),
      ("proof", proof.map { .text($0) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    members = try reader.ids("members")
    at = try reader.instant("at")
    way = try reader.optional("way", FieldReader.text)
    proof = try reader.optional("proof", FieldReader.text)
  }
}

/// The addressees agreed that the matter is decided in this way.
package struct ProcedureConsent: EventFacts {
  package let rule: String
  package let at: Instant
  package let addressees: [MemberID]
  package let agreed: [MemberID]
  package let against: [MemberID]
  /// The meeting at which it was asked; nil when it was asked in writing.
  package let meeting: MeetingID?

  package init(
    rule: String, at: Instant, addressees: [MemberID], agreed: [MemberID],
    against: [MemberID] = [], meeting: MeetingID? = nil
  ) {
    self.rule = rule
    self.at = at
    self.addressees = addressees
    self.agreed = agreed
    self.against = against
    self.meeting = meeting
  }

  package var data: JSON {
    .object(compacting: [
      ("rule", .text(rule)), ("at", .text(at.description)), ("addressees", .ids(addressees)),
      ("agreed", .ids(agreed)), ("against", .ids(against)),
      ("meeting", meeting.map { .text($0.text) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    rule = try reader.text("rule")
    at = try reader.instant("at")
    addressees = try reader.ids("addressees")
    agreed = try reader.ids("agreed")
    against = try reader.ids("against")
    meeting = try reader.has("meeting") ? reader.id("meeting") : nil
  }
}
