import Plugins
package import Values

/// How a round was voted on, as it is asked to be recorded: by numbers, or by who voted for whom.
enum ElectionBallots: Hashable, Sendable {
  case counts(votes: [ElectionRound.Result], ballots: Int, abstaining: Int, invalid: Int)
  case names([Marks])

  static let fields: [ActField] = [
    .optional("votes", .pairs("member", [])), .optional("ballots", .int),
    .optional("abstain", .int), .optional("invalid", .int),
    .optional("names", .pairs("member", [])),
  ]

  /// Reads exactly one of the two ways.
  ///
  /// - Throws: `election-ballots-unclear` when none or both were given, or no number of ballots with the counts.
  init(_ input: ActInput) throws(Failure) {
    let hasCounts = ["ballots", "votes", "abstain", "invalid"].contains { input.has($0) }
    guard hasCounts != input.has("names"), !hasCounts || input.has("ballots") else {
      throw Failure(.electionBallotsUnclear)
    }
    guard hasCounts else {
      self = .names(try Self.marks(input))
      return
    }
    self = .counts(
      votes: try Self.votes(input), ballots: try input.votes("ballots"),
      abstaining: try input.optional("abstain", ActInput.votes) ?? 0,
      invalid: try input.optional("invalid", ActInput.votes) ?? 0)
  }

  private static func votes(_ input: ActInput) throws(Failure) -> [ElectionRound.Result] {
    var votes: [ElectionRound.Result] = []
    for (member, text) in try input.pairs("votes", of: Member.self) {
      guard text.utf8.count <= 9, let count = Int(text), count >= 0 else {
        throw input.malformed("votes", text, "form.count")
      }
      votes.append(ElectionRound.Result(member, votes: count))
    }
    return votes
  }

  /// `PT=FR+ES`, or `PT=abstain` for a ballot that names nobody.
  private static func marks(_ input: ActInput) throws(Failure) -> [Marks] {
    var ballots: [Marks] = []
    for (member, text) in try input.pairs("names", of: Member.self) {
      var candidates: [MemberID] = []
      for name in text.split(separator: "+", omittingEmptySubsequences: false)
      where text != "abstain" {
        guard let candidate = MemberID(name), !candidates.contains(candidate) else {
          throw input.malformed("names", text, "form.marks")
        }
        candidates.append(candidate)
      }
      ballots.append(Marks(member: member, candidates: candidates))
    }
    return ballots
  }
}

extension ElectionBallots {
  var marks: [Marks] {
    if case .names(let marks) = self { marks } else { [] }
  }

  /// The same numbers as those of a vote, so that who may vote is asked as for any other.
  var ballot: Ballot {
    switch self {
    case .counts(_, let ballots, let abstaining, let invalid):
      .counts(
        inFavour: max(0, ballots - abstaining - invalid), against: invalid, abstaining: abstaining)
    case .names(let marks):
      .names(
        marks.map {
          Resolution.Cast(member: $0.member, vote: $0.candidates.isEmpty ? .abstain : .for)
        })
    }
  }

  /// What each candidate got, in the order of the candidates; nil for one of whom nothing was said.
  func votes(for candidates: [MemberID]) -> [(member: MemberID, votes: Int?)] {
    candidates.map { candidate in
      switch self {
      case .counts(let votes, _, _, _):
        (candidate, votes.first { $0.member == candidate }?.votes)
      case .names(let marks):
        (candidate, marks.filter { $0.candidates.contains(candidate) }.count)
      }
    }
  }

  /// Everybody who got a vote, a candidate or not.
  var named: [MemberID] {
    switch self {
    case .counts(let votes, _, _, _): votes.map(\.member)
    case .names(let marks): marks.flatMap(\.candidates)
    }
  }

  /// The ballots given, those that name nobody, and the invalid ones.
  var counts: (ballots: Int, abstaining: Int, invalid: Int) {
    switch self {
    case .counts(_, let ballots, let abstaining, let invalid): (ballots, abstaining, invalid)
    case .names(let marks): (marks.count, marks.filter(\.candidates.isEmpty).count, 0)
    }
  }
}

extension Failure.Code {
  /// A round says not exactly once how it was voted on, by numbers or by names.
  package static let electionBallotsUnclear = Failure.Code(
    "election-ballots-unclear", exit: .usage)
}
