package import Values

/// A fraction and whether it must be reached or passed.
package struct Threshold: Hashable, Sendable {
  package enum Strictness: String, Sendable {
    case moreThan = "more_than"
    case atLeast = "at_least"
  }

  package var strictness: Strictness
  package var fraction: Fraction

  package init(_ strictness: Strictness, _ fraction: Fraction) {
    self.strictness = strictness
    self.fraction = fraction
  }

  /// The least number that meets the threshold for a base; never less than 1, since nobody's vote decides nothing.
  package func needed(of base: Int) -> Int {
    switch strictness {
    case .moreThan: fraction.moreThan(of: base)
    case .atLeast: max(1, fraction.atLeast(of: base))
    }
  }
}

/// When a body may open and decide.
package struct QuorumRule: Hashable, Sendable {
  /// How many it takes.
  package enum Measure: Hashable, Sendable {
    /// A share of the members entitled to vote on the day; vacant places count.
    case share(Threshold)
    /// So many members entitled to vote, however many there are.
    case number(Int)
    /// One of these for each size, in the order of the sizes; the last one has no end.
    case steps([QuorumStep])
  }

  package var measure: Measure
  /// When those entitled are counted; nil for the day of the act.
  package var counting: QuorumCounting?
  /// What holds at a second meeting after one without a quorum; nil where there is no such thing.
  package var secondCall: SecondCallRule?
  package var clause: Clause

  package init(
    _ measure: Measure, counting: QuorumCounting? = nil, secondCall: SecondCallRule? = nil,
    clause: Clause
  ) {
    self.measure = measure
    self.counting = counting
    self.secondCall = secondCall
    self.clause = clause
  }

  /// The share that it takes; nil where it takes a number, or has steps.
  package var threshold: Threshold? {
    switch measure {
    case .share(let threshold): threshold
    case .number, .steps: nil
    }
  }

  /// How many must be there, of so many that are entitled to vote.
  package func needed(of base: Int) -> Int { measure.needed(of: base) }
}

/// How a body decides on one kind of matter.
package struct DecisionRule: Hashable, Sendable {
  /// The matter that serves for all others.
  package static let fallback = "default"

  /// What the threshold is a fraction of; the six numbers of the glossary.
  package enum Base: String, CaseIterable, Sendable {
    /// All members entitled to vote, present or not.
    case allMembers = "all_members"
    /// Members entitled to vote that are present or represented.
    case present
    /// Votes for, against and, where they count, abstentions.
    case votesCast = "votes_cast"
  }

  package enum Abstentions: String, CaseIterable, Sendable {
    /// An abstention is a vote cast that is not in favour.
    case counted
    /// An abstention is as if no vote had been cast.
    case ignored
  }

  package enum Tie: String, CaseIterable, Sendable {
    case rejected
    case chairDecides = "chair_decides"
    /// The matter is voted on once more; a second tie adopts nothing.
    case secondRound = "second_round"
    /// A lot with a published seed decides.
    case lot
  }

  /// What may be used to decide.
  package enum Method: String, CaseIterable, Sendable {
    /// Consensus only; a vote is refused.
    case consensus
    /// Consensus is tried first, else the vote decides.
    case consensusFirst = "consensus_first"
    /// A vote only.
    case vote
  }

  package var matter: String
  package var method: Method
  /// Nil only where consensus is the only method.
  package var threshold: Threshold?
  package var base: Base
  package var abstentions: Abstentions
  package var tie: Tie
  package var terms: VoteTerms
  package var clause: Clause

  package init(
    matter: String, method: Method, threshold: Threshold?, base: Base, abstentions: Abstentions,
    tie: Tie, terms: VoteTerms = VoteTerms(), clause: Clause
  ) {
    self.matter = matter
    self.method = method
    self.threshold = threshold
    self.base = base
    self.abstentions = abstentions
    self.tie = tie
    self.terms = terms
    self.clause = clause
  }
}
