package import Plugins
import Values

package typealias OptionID = Identifier<Selection>

/// How one of several options was chosen, with what it takes to count it again.
package struct Selection: Hashable, Sendable {
  /// What an option got.
  package struct Result: Hashable, Sendable {
    package let option: OptionID
    package let votes: Int

    package init(_ option: OptionID, votes: Int) { (self.option, self.votes) = (option, votes) }
  }

  /// Ballots that put options in one order; one that names a single option has an order of one.
  package struct Ranking: Hashable, Sendable {
    package let order: [OptionID]
    package let ballots: Int

    package init(_ order: [OptionID], ballots: Int) {
      (self.order, self.ballots) = (order, ballots)
    }
  }

  /// The ballot of one member; without an option for one that abstained.
  package struct Preference: Hashable, Sendable {
    package let member: MemberID
    package let order: [OptionID]
    /// Who voted for the member, by proxy; nil for one that voted itself.
    package let by: MemberID?

    package init(member: MemberID, order: [OptionID], by: MemberID? = nil) {
      (self.member, self.order, self.by) = (member, order, by)
    }
  }

  package let way: VoteTerms.Choice
  package let rankings: [Ranking]
  /// Empty unless it is known who voted how.
  package let preferences: [Preference]
  /// The counts, one after the other: a ranking may take several, anything else takes one.
  package let counts: [[Result]]
  /// Nil where none was chosen.
  package let chosen: OptionID?
  /// Options with as many votes as each other, of which one had to be chosen; empty where there was no tie.
  package let tied: [OptionID]
  package let drawing: OptionDrawing?
  package let chairChoice: OptionID?

  package init(
    way: VoteTerms.Choice, rankings: [Ranking], preferences: [Preference] = [],
    counts: [[Result]], chosen: OptionID?, tied: [OptionID] = [], drawing: OptionDrawing? = nil,
    chairChoice: OptionID? = nil
  ) {
    (self.way, self.rankings, self.preferences) = (way, rankings, preferences)
    (self.counts, self.chosen, self.tied) = (counts, chosen, tied)
    (self.drawing, self.chairChoice) = (drawing, chairChoice)
  }
}

/// A lot among options, with what it takes to draw it again: the lowest ticket is drawn.
package struct OptionDrawing: Hashable, Sendable {
  /// An option with its ticket, in hexadecimal digits.
  package struct Slip: Hashable, Sendable {
    package let option: OptionID
    package let digest: String
  }

  package let seed: String
  package let method: String
  /// In the order in which they are drawn.
  package let slips: [Slip]

  init(_ lot: Lot, among options: [OptionID]) {
    (seed, method) = (lot.seed, Lot.method)
    slips = lot.order(options.map(\.text)).compactMap { ticket in
      OptionID(ticket.alternative).map { Slip(option: $0, digest: ticket.digest) }
    }
  }
}
