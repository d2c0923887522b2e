package import Plugins
package import Values

/// Enough members broke a procedure: nothing is adopted.
package struct ProcedureBreak: EventFacts {
  package let rule: String
  package let at: Instant
  package let addressees: [MemberID]
  /// Whoever broke it, each with the means; the last of each member.
  package let objections: [Voice]
  package let consequence: BreakingRule.Consequence

  /// A member and what it said to end the procedure.
  package struct Voice: Hashable, Sendable {
    package let member: MemberID
    package let means: BreakingRule.Means

    package init(member: MemberID, means: BreakingRule.Means) {
      self.member = member
      self.means = means
    }
  }

  package init(
    rule: String, at: Instant, addressees: [MemberID], objections: [Voice],
    consequence: BreakingRule.Consequence
  ) {
    self.rule = rule
    self.at = at
    self.addressees = addressees
    self.objections = objections
    self.consequence = consequence
  }

  package var data: JSON {
    [
      "rule": .text(rule), "at": .text(at.description), "addressees": .ids(addressees),
      "objections": .voices(objections), "then": .text(consequence.rawValue),
    ]
  }

  package init(_ reader: FieldReader) throws(Failure) {
    rule = try reader.text("rule")
    at = try reader.instant("at")
    addressees = try reader.ids("addressees")
    objections = try reader.voices("objections")
    consequence = try reader.choice("then")
  }
}

/// What came of a procedure that was not broken.
package struct ProcedureResult: EventFacts {
  package enum Outcome: String, CaseIterable, Sendable {
    case adopted, rejected
    /// Too few answered.
    case lapsed

    package var stage: Procedure.Stage {
      switch self {
      case .adopted: .adopted
      case .rejected: .rejected
      case .lapsed: .lapsed
      }
    }
  }

  package let rule: String
  /// The moment from which it counts: that of the expiry, whenever it is recorded.
  package let at: Instant
  package let outcome: Outcome
  package let addressees: [MemberID]
  package let answered: [MemberID]
  /// Those that came in time and were too few.
  package let objections: [ProcedureBreak.Voice]
  /// The number in the register, given now; nil when nothing was decided.
  package let deliberation: DeliberationID?

  package init(
    rule: String, at: Instant, outcome: Outcome, addressees: [MemberID], answered: [MemberID],
    objections: [ProcedureBreak.Voice] = [], deliberation: DeliberationID?
  ) {
    self.rule = rule
    self.at = at
    self.outcome = outcome
    self.addressees = addressees
    self.answered = answered
    self.objections = objections
    self.deliberation = deliberation
  }

  package var data: JSON {
    .object(compacting: [
      ("rule", .text(rule)), ("at", .text(at.description)), ("outcome", .text(outcome.rawValue)),
      ("addressees", .ids(addressees)), ("answered", .ids(answered)),
      ("objections", .voices(objections)),
      ("deliberation", deliberation.map { .text($0.text) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    rule = try reader.text("rule")
    at = try reader.instant("at")
    outcome = try reader.choice("outcome")
    addressees = try reader.ids("addressees")
    answered = try reader.ids("answered")
    objections = try reader.voices("objections")
    deliberation = try reader.has("deliberation") ? reader.id("deliberation") : nil
  }
}

/// Whoever opened a procedure takes it back.
package struct ProcedureWithdrawal: EventFacts {
  package let at: Instant
  package let reason: String

  package init(at: Instant, reason: String) {
    self.at = at
    self.reason = reason
  }

  package var data: JSON { ["at": .text(at.description), "reason": .text(reason)] }

  package init(_ reader: FieldReader) throws(Failure) {
    at = try reader.instant("at")
    reason = try reader.text("reason")
  }
}

/// What was adopted is issued, often only at the next meeting.
package struct ProcedurePublication: EventFacts {
  package let at: Instant
  /// The meeting at which it was announced.
  package let meeting: MeetingID?
  /// Under which it was issued.
  package let identifier: String?

  package init(at: Instant, meeting: MeetingID? = nil, identifier: String? = nil) {
    self.at = at
    self.meeting = meeting
    self.identifier = identifier
  }

  package var data: JSON {
    .object(compacting: [
      ("at", .text(at.description)), ("meeting", meeting.map { .text($0.text) }),
      ("identifier", identifier.map { .text($0) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    at = try reader.instant("at")
    meeting = try reader.has("meeting") ? reader.id("meeting") : nil
    identifier = try reader.optional("identifier", FieldReader.text)
  }
}

extension ProcedureObjection {
  var voice: ProcedureBreak.Voice { ProcedureBreak.Voice(member: member, means: means) }
}

extension JSON {
  fileprivate static func voices(_ voices: [ProcedureBreak.Voice]) -> JSON {
    .list(voices.map { ["member": .text($0.member.text), "means": .text($0.means.rawValue)] })
  }
}

extension FieldReader {
  fileprivate func voices(_ name: String) throws(Failure) -> [ProcedureBreak.Voice] {
    var voices: [ProcedureBreak.Voice] = []
    for json in try list(name) {
      let item = try FieldReader(json, of: subject)
      voices.append(
        ProcedureBreak.Voice(member: try item.id("member"), means: try item.choice("means")))
    }
    return voices
  }
}
