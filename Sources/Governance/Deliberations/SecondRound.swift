import Plugins
import Values

/// The second vote on a matter whose first one was a tie.
struct SecondRound {
  let first: DeliberationID

  static let field = ActField.optional("second-round-of", .id("deliberation"))

  init?(_ input: ActInput) throws(Failure) {
    guard input.has("second-round-of") else { return nil }
    first = try input.id("second-round-of")
  }

  /// Every deliberation, since a tie has one second round.
  static let needs: [Need] = [.all(category: Deliberation.category)]

  /// - Throws: `deliberation-unknown`, `no-second-round` where the first vote was no tie or does not count,
  ///   `second-round-held`, `second-round-elsewhere` in another body or on another matter, or
  ///   `second-round-otherwise` where the first one chose among options and this one says yes or no, or the
  ///   other way round.
  func check(
    in body: String, on matter: String, _ ledger: Ledger, choosing: Bool
  ) throws(Refusal) {
    let found = try DeliberationChecks.decided(first, in: ledger)
    let values: [String: Failure.Value] = ["deliberation": .text(first.text)]
    guard found.status == .tied else {
      throw Refusal(.noSecondRound, values, ways: [Note("leave-second-round-out")])
    }
    let held = ledger.all(Deliberation.self).first { other in
      other.resolution?.facts.conduct.secondRoundOf == first && other.annulment == nil
    }
    if let held {
      throw Refusal(
        .secondRoundHeld, values.merging(["other": .text(held.id.text)]) { $1 },
        ways: [Note("leave-second-round-out")])
    }
    guard found.body == body, found.matter == matter else {
      throw Refusal(
        .secondRoundElsewhere,
        values.merging(["body": .text(found.body ?? ""), "matter": .text(found.matter ?? "")]) {
          $1
        }, ways: [Note("give-matter", ["matter": .text(found.matter ?? "")])])
    }
    let tied = found.resolution?.facts.conduct.selection?.tied ?? []
    guard tied.isEmpty == choosing else { return }
    throw Refusal(
      .secondRoundOtherwise, values,
      ways: [
        choosing
          ? Note("record-yes-and-no") : Note("vote-on-tied", ["tied": .list(tied.map(\.text))])
      ])
  }
}

extension RefusalCode {
  static let noSecondRound = RefusalCode("no-second-round")
  static let secondRoundHeld = RefusalCode("second-round-held")
  static let secondRoundOtherwise = RefusalCode("second-round-otherwise")
  static let secondRoundElsewhere = RefusalCode("second-round-elsewhere")
}
