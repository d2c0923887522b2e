import Values

/// What the acts on the register of deliberations ask alike.
enum DeliberationChecks {
  /// A matter that was decided, one way or the other.
  ///
  /// - Throws: `deliberation-unknown`, or `deliberation-undecided` for one that was put off.
  static func decided(_ id: DeliberationID, in ledger: Ledger) throws(Refusal) -> Deliberation {
    guard let deliberation = ledger[id], let outcome = deliberation.outcome else {
      throw Refusal(
        .deliberationUnknown, ["deliberation": .text(id.text)],
        ways: [Note("see-list", ["noun": .text("deliberation")])])
    }
    guard outcome != .deferred else {
      throw Refusal(
        .deliberationUndecided, ["deliberation": .text(id.text)],
        ways: [Note("decide-deferred", ["deliberation": .text(id.text)])])
    }
    return deliberation
  }

  /// A decision that counts, which a later one may change or end from a day on.
  ///
  /// - Throws: what stands against it, `deliberation-own-change` or `change-before-decision` too.
  static func inForce(
    _ id: DeliberationID, changedBy later: DeliberationID, in ledger: Ledger, on occasion: Occasion
  ) throws(Refusal) -> Deliberation {
    let found = try AdoptionChecks.adopted(id, in: ledger)
    guard id != later else {
      throw Refusal(
        .deliberationOwnChange, ["deliberation": .text(id.text)],
        ways: [Note("see-list", ["noun": .text("deliberation")])])
    }
    let change = try AdoptionChecks.adopted(later, in: ledger)
    for day in [found.day, change.day].compactMap(\.self) where occasion.effective.last < day {
      throw Refusal(
        .changeBeforeDecision,
        ["deliberation": .text(id.text), "by": .text(later.text), "day": .day(day)],
        ways: [Note("give-later-day", ["day": .day(day)])])
    }
    return found
  }
}

extension RefusalCode {
  static let deliberationUndecided = RefusalCode("deliberation-undecided")
  static let deliberationAnnulled = RefusalCode("deliberation-annulled")
  static let deliberationRepealed = RefusalCode("deliberation-repealed")
  static let deliberationOwnChange = RefusalCode("deliberation-own-change")
  static let changeBeforeDecision = RefusalCode("change-before-decision")
}
