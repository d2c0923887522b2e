import Plugins
import Values

/// What the acts on items that bodies hand to each other ask of the state alike.
enum ReferralChecks {
  /// Loaded for each of these acts.
  static let needs: [Need] = [
    Subgroup.category, Meeting.category, Agenda.category,
  ].map { .all(category: $0) }

  /// A referral that is there, whatever became of it.
  static func known(_ id: ReferralID, in ledger: Ledger) throws(Refusal) -> Referral {
    guard let referral = ledger[id], referral.making != nil else {
      throw Refusal(
        .referralUnknown, ["referral": .text(id.text)],
        ways: [Note("see-list", ["noun": .text("referral")])])
    }
    return referral
  }

  /// A referral that still waits for an answer.
  static func open(_ id: ReferralID, in ledger: Ledger) throws(Refusal) -> Referral {
    let referral = try known(id, in: ledger)
    guard let outcome = referral.outcome else { return referral }
    throw ended(referral, outcome)
  }

  /// Why nothing more is done with a referral that has its answer.
  static func ended(_ referral: Referral, _ outcome: Referral.Outcome) -> Refusal {
    Refusal(
      .referralEndedAlready,
      [
        "referral": .text(referral.id.text),
        "outcome": .word("shown.referral.outcome.\(outcome.rawValue)"),
      ], ways: [Note("correct-event", MeetingChecks.at(referral.ending?.position))])
  }

  /// Whether a sender is a subgroup, which must be at work, and not a body of the rules.
  ///
  /// - Throws: `referral-sender-unknown` for neither, and what stands against a subgroup that has ended.
  static func isSubgroup(
    _ name: String, in ledger: Ledger, under rules: Rules
  ) throws(Refusal) -> Bool {
    let subgroups = ledger.all(Subgroup.self).filter { $0.creation != nil }
    if let subgroup = subgroups.first(where: { $0.id.text == name }) {
      _ = try SubgroupChecks.working(subgroup.id, in: ledger)
      return true
    }
    guard rules.body(name) == nil else { return false }
    let known = rules.bodies.map(\.id) + subgroups.filter { $0.ending == nil }.map(\.id.text)
    throw Refusal(
      .referralSenderUnknown, ["body": .text(name)],
      ways: [Note("use-one-of", ["known": .list(Set(known).sorted())])])
  }

  /// What the rule has against handing an item over without a deliberation, or by that of another body.
  static func objections(
    toSending id: ReferralID, by deliberation: DeliberationID?, of sender: String,
    in ledger: Ledger, under rules: Rules
  ) throws(Refusal) -> [Refusal] {
    let rule = rules.referralRule
    if let deliberation {
      let adopted = try AdoptionChecks.adopted(deliberation, in: ledger, deciding: [id.text])
      return BoardChecks.objection(to: adopted, of: sender, clause: rule.clause)
    }
    guard rule.needsDecision else { return [] }
    return [
      Refusal(
        .referralUndecided, ["referral": .text(id.text), "body": .text(sender)],
        clause: rule.clause, ways: [Note("name-deliberation", ["body": .text(sender)])])
    ]
  }

  /// The meeting in which a body says that it did something; one of that body.
  static func check(
    _ meeting: MeetingID?, isOf body: String, in ledger: Ledger, under rules: Rules
  ) throws(Refusal) {
    guard let meeting else { return }
    let found = try MeetingChecks.meeting(meeting, in: ledger)
    let other = MeetingChecks.body(of: found, under: rules)?.id
    guard other != body else { return }
    throw Refusal(
      .referralMeetingOfOther,
      ["meeting": .text(meeting.text), "body": .text(body), "other": .text(other ?? "")],
      ways: [Note("see-list", ["noun": .text("meeting")])])
  }
}

extension RefusalCode {
  static let referralUnknown = RefusalCode("referral-unknown", exit: .notFound)
  static let referralSenderUnknown = RefusalCode("referral-sender-unknown", exit: .notFound)
  static let referralEndedAlready = RefusalCode("referral-ended-already")
  static let referralUndecided = RefusalCode("referral-undecided")
  static let referralMeetingOfOther = RefusalCode("referral-meeting-of-other")
}
