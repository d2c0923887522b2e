package import Values

/// How a matter was decided, as it is asked to be recorded; the outcome follows from it.
enum Ballot: Hashable, Sendable {
  case consensus
  case counts(inFavour: Int, against: Int, abstaining: Int)
  case names([Resolution.Cast])

  /// Reads exactly one of the three ways of `deliberation record`.
  ///
  /// - Parameters:
  ///   - input: Of an act with a ballot.
  ///   - repeating: Whether a member may be named twice, so that a rule decides what follows.
  /// - Throws: `ballot-unclear` when none or more than one was given.
  init(_ input: ActInput, repeating: Bool = false) throws(Failure) {
    let hasCounts = ["for", "against", "abstain"].contains { input.has($0) }
    switch (try input.flag("consensus"), hasCounts, input.has("names")) {
    case (true, false, false): self = .consensus
    case (false, true, false):
      self = .counts(
        inFavour: try input.optional("for", ActInput.votes) ?? 0,
        against: try input.optional("against", ActInput.votes) ?? 0,
        abstaining: try input.optional("abstain", ActInput.votes) ?? 0)
    case (false, false, true): self = .names(try Self.names(input, repeating))
    default: throw Failure(.ballotUnclear)
    }
  }

  var method: Resolution.Method {
    switch self {
    case .consensus: .consensus
    case .counts: .counts
    case .names: .names
    }
  }

  private static func names(
    _ input: ActInput, _ repeating: Bool
  ) throws(Failure) -> [Resolution.Cast] {
    var names: [Resolution.Cast] = []
    for (member, word) in try input.pairs("names", of: Member.self, repeating: repeating) {
      guard let vote = Resolution.Vote(rawValue: word) else {
        throw input.malformed("names", word, "form.vote")
      }
      names.append(Resolution.Cast(member: member, vote: vote))
    }
    return names
  }
}

extension ActInput {
  /// A number of votes, never negative.
  func votes(_ name: String) throws(Failure) -> Int {
    let count = try int(name)
    guard count >= 0 else { throw malformed(name, String(count), "form.count") }
    return count
  }
}

extension Failure.Code {
  /// A deliberation says not exactly once how it was decided: by consensus, by counts or by names.
  package static let ballotUnclear = Failure.Code("ballot-unclear", exit: .usage)
  /// A seed was given for a matter that nobody voted on: leave it out.
  package static let seedOnConsensus = Failure.Code("seed-on-consensus", exit: .usage)
  /// The chair's vote was given on a matter that nobody voted on.
  package static let chairVoteOnConsensus = Failure.Code("chair-vote-on-consensus", exit: .usage)
}
