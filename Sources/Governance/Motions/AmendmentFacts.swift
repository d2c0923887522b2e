package import Values

/// What an amendment does to numbered paragraphs of a motion.
///
/// The numbers are those of the text as it was put, whatever was adopted since.
package struct AmendmentChange: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// Other words stand in the place of the paragraphs.
    case replace
    /// The paragraphs go.
    case strike
    /// New paragraphs stand behind one, or before the first one behind the number 0.
    case insert
  }

  package let kind: Kind
  /// The first paragraph, from 1; of an insertion the one before it, from 0.
  package let first: Int
  /// The last paragraph, which is the first one of an insertion and of a single paragraph.
  package let last: Int
  /// The new words in paragraphs; nil for what only goes.
  package let text: String?

  package init(_ kind: Kind, _ first: Int, through last: Int? = nil, text: String? = nil) {
    (self.kind, self.first, self.last) = (kind, first, last ?? first)
    self.text = text
  }

  /// Whether two amendments cannot both stand: one of them changes words that the other one changes.
  package func collides(with other: AmendmentChange) -> Bool {
    switch (kind, other.kind) {
    case (.insert, .insert): false
    case (.insert, _): other.first <= first && first < other.last
    case (_, .insert): first <= other.first && other.first < last
    default: first <= other.last && other.first <= last
    }
  }

  /// The new paragraphs; none where the old ones only go.
  package var paragraphs: [String] {
    kind == .strike ? [] : MotionText(text ?? "").paragraphs
  }

  var data: [(String, JSON?)] {
    [
      ("change", .text(kind.rawValue)), ("first", .count(first)),
      ("last", last == first ? nil : .count(last)), ("text", text.map { .text($0) }),
    ]
  }

  init(_ reader: FieldReader) throws(Failure) {
    let first = try reader.int("first")
    self.init(
      try reader.choice("change"), first, through: try reader.optional("last", FieldReader.int),
      text: try reader.optional("text", FieldReader.text))
  }
}

/// A change to the text of a motion was proposed.
package struct AmendmentProposal: EventFacts {
  package let on: PartialDay
  /// Among the amendments to its motion, from 1.
  package let number: Int
  package let change: AmendmentChange
  /// Whose amendment it is; nil for one of the secretariat or of the chair.
  package let member: MemberID?
  package let reason: String?

  package init(
    on: PartialDay, number: Int, change: AmendmentChange, member: MemberID? = nil,
    reason: String? = nil
  ) {
    (self.on, self.number, self.change) = (on, number, change)
    (self.member, self.reason) = (member, reason)
  }

  package var data: JSON {
    .object(
      compacting: [("on", .day(on)), ("number", .count(number))] + change.data + [
        ("member", member.map { .text($0.text) }), ("reason", reason.map { .text($0) }),
      ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    number = try reader.int("number")
    change = try AmendmentChange(reader)
    member = try reader.has("member") ? reader.id("member") : nil
    reason = try reader.optional("reason", FieldReader.text)
  }
}

/// An amendment was taken back.
package struct AmendmentWithdrawal: EventFacts {
  package let on: PartialDay
  package let number: Int
  package let reason: String?

  package init(on: PartialDay, number: Int, reason: String? = nil) {
    (self.on, self.number, self.reason) = (on, number, reason)
  }

  package var data: JSON {
    .object(compacting: [
      ("on", .day(on)), ("number", .count(number)), ("reason", reason.map { .text($0) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    number = try reader.int("number")
    reason = try reader.optional("reason", FieldReader.text)
  }
}

/// A deliberation decided an amendment.
package struct AmendmentDecision: EventFacts {
  package let on: PartialDay
  package let number: Int
  package let deliberation: DeliberationID
  package let isAdopted: Bool
  /// The votes for, against, and neither; nil for a consensus.
  package let votes: Votes?

  package struct Votes: Hashable, Sendable {
    package let inFavour: Int
    package let against: Int
    package let abstaining: Int

    package init(inFavour: Int, against: Int, abstaining: Int) {
      (self.inFavour, self.against, self.abstaining) = (inFavour, against, abstaining)
    }
  }

  package init(
    on: PartialDay, number: Int, deliberation: DeliberationID, isAdopted: Bool, votes: Votes? = nil
  ) {
    (self.on, self.number, self.deliberation) = (on, number, deliberation)
    (self.isAdopted, self.votes) = (isAdopted, votes)
  }

  package var outcome: Deliberation.Outcome { isAdopted ? .adopted : .rejected }

  package var data: JSON {
    .object(compacting: [
      ("on", .day(on)), ("number", .count(number)), ("deliberation", .text(deliberation.text)),
      ("outcome", .text(outcome.rawValue)), ("for", votes.map { .count($0.inFavour) }),
      ("against", votes.map { .count($0.against) }),
      ("abstain", votes.map { .count($0.abstaining) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    number = try reader.int("number")
    deliberation = try reader.id("deliberation")
    isAdopted = try reader.choice("outcome", of: Deliberation.Outcome.self) == .adopted
    votes =
      try reader.has("for")
      ? Votes(
        inFavour: reader.int("for"), against: reader.optional("against", FieldReader.int) ?? 0,
        abstaining: reader.optional("abstain", FieldReader.int) ?? 0)
      : nil
  }
}
