import Plugins
import Values

/// The numbers of a vote as a correction leaves them, held to each other and to the outcome on record.
///
/// A correction puts figures right; a vote that would come out otherwise is struck and recorded again, so that
/// no event says adopted where its own numbers say rejected. The rules are those of the day of the correction;
/// where they would not have given the outcome before it either, they are others, and nothing follows from them.
struct VoteCorrection {
  private static let outcomes = ["deliberation.adopted": true, "deliberation.rejected": false]
  private static let counted = [
    "votes", "names", "entitled", "present", "matter", "body", "chair_vote", "method",
    "choice",
  ]
  /// More than any body has members; sums of a few such numbers are safe.
  private static let greatestCount = 1_000_000

  private let former: Resolution
  private let resolution: Resolution
  private let isAdopted: Bool
  private let event: PastEvent

  /// Nil for a correction that touches no vote.
  init?(_ correction: Correction, of event: PastEvent) {
    let touched = correction.changes.names.filter(Self.counted.contains)
    guard let isAdopted = Self.outcomes[event.type], !correction.strikes, !touched.isEmpty,
      let former = Self.read(event.data, of: event.type),
      let resolution = Self.read(correction.corrected(event.data), of: event.type)
    else { return nil }
    (self.former, self.resolution) = (former, resolution)
    (self.isAdopted, self.event) = (isAdopted, event)
  }

  private static func read(_ data: JSON, of type: String) -> Resolution? {
    do throws(Failure) {
      return try Resolution(FieldReader(data, of: type))
    } catch {
      return nil  // What cannot be read is refused before it comes here.
    }
  }

  /// How the corrected numbers come out, and what stands against them.
  ///
  /// - Throws: `correction-unreadable` for what is no number of votes, `votes-follow-names` where single votes
  ///   are known, `votes-follow-counts` of a choice among several, `votes-exceed-present`.
  func answer(
    under rules: Rules
  ) throws(Refusal) -> (derivations: [Derivation], objections: [Refusal]) {
    guard former.conduct.selection == nil, resolution.conduct.selection == nil else {
      throw Refusal(.votesFollowCounts, ways: [strikeAndRecord])
    }
    guard let tally = resolution.tally else { return ([], []) }
    try checkNumbers(tally)
    try checkNames()
    try checkRoom(tally)
    guard let before = Self.derivation(of: former, under: rules), before.holds == isAdopted,
      let now = Self.derivation(of: resolution, under: rules)
    else { return ([], []) }
    return now.holds == isAdopted ? ([now], []) : ([now], [turned(now)])
  }

  /// Nil for what is not decided by heads alone.
  private static func derivation(of resolution: Resolution, under rules: Rules) -> Derivation? {
    let rule = rules.body(resolution.body)?.decision(on: resolution.matter)
    guard let rule, rule.terms.shares == nil, let tally = resolution.tally else { return nil }
    return rule.derivation(
      of: tally, chairVote: resolution.chairVote, drawn: resolution.conduct.drawing?.drawn)
  }

  private func turned(_ derivation: Derivation) -> Refusal {
    Refusal(
      .correctedVoteTurns, ["outcome": .text(isAdopted ? "adopted" : "rejected")],
      clause: derivation.clause, derivation: derivation, ways: [strikeAndRecord])
  }

  private var strikeAndRecord: Note {
    Note("strike-and-record", ["event": .text(String(event.position))])
  }

  private func checkNumbers(_ tally: Tally) throws(Refusal) {
    let all = [
      tally.entitled, tally.present ?? 0, tally.represented, tally.proxied, tally.recused,
      tally.inFavour, tally.against, tally.abstaining,
    ]
    guard all.contains(where: { !(0...Self.greatestCount).contains($0) }) else { return }
    throw Refusal(
      .correctionUnreadable, ["key": .text("votes"), "type": .text(event.type)],
      ways: [strikeAndRecord])
  }

  /// Where each vote is known by name, its number follows and is not said beside it.
  private func checkNames() throws(Refusal) {
    let (old, new) = (former.tally, resolution.tally)
    let isSame = [\Tally.inFavour, \.against, \.abstaining, \.recused].allSatisfy { path in
      old?[keyPath: path] == new?[keyPath: path]
    }
    guard !former.names.isEmpty, !isSame else { return }
    throw Refusal(.votesFollowNames, ways: [strikeAndRecord])
  }

  /// No more votes than delegations in the room, as far as these are known; than members in any case.
  private func checkRoom(_ tally: Tally) throws(Refusal) {
    let room = (tally.present ?? tally.entitled) + tally.proxied
    guard tally.cast + tally.recused > room else { return }
    throw Refusal(
      .votesExceedPresent,
      [
        "meeting": .text(resolution.meeting?.text ?? resolution.procedure?.text ?? ""),
        "votes": .int(tally.cast), "present": .int(max(0, room - tally.recused)),
      ], ways: [strikeAndRecord])
  }
}

extension RefusalCode {
  static let correctedVoteTurns = RefusalCode("corrected-vote-turns")
  static let votesFollowNames = RefusalCode("votes-follow-names")
  /// Of a choice among several options every number follows from its ballots.
  static let votesFollowCounts = RefusalCode("votes-follow-counts")
}
