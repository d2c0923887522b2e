/// The numbers of one vote; six of them are different things that are often confused.
///
/// Counts of delegations and votes, none negative.
package struct Tally: Hashable, Sendable {
  /// Members entitled to vote in the body on the day of the deliberation, in the room or not.
  package let entitled: Int
  /// Of these, the delegations in the room; nil when a past does not say.
  package let present: Int?
  /// Of those present, the delegations for whose head another office sits.
  package let represented: Int
  /// Members that are not in the room, for which a delegation in it votes by proxy.
  package let proxied: Int
  /// Of those present, who may not vote on this matter; whether they stay in the bases, the rule says.
  package let recused: Int
  package let inFavour: Int
  package let against: Int
  package let abstaining: Int

  package init(
    entitled: Int, present: Int?, represented: Int = 0, proxied: Int = 0, recused: Int = 0,
    inFavour: Int, against: Int, abstaining: Int = 0
  ) {
    self.entitled = entitled
    self.present = present
    self.represented = represented
    self.proxied = proxied
    self.recused = recused
    self.inFavour = inFavour
    self.against = against
    self.abstaining = abstaining
  }

  /// Everybody who answered when the vote was called, abstentions among them.
  package var cast: Int { inFavour + against + abstaining }

  /// Those in the room or represented by proxy that neither voted nor were kept from voting; nil when nobody
  /// knows who was there.
  package var notVoting: Int? { present.map { $0 + proxied - cast - recused } }

  /// Those entitled that were neither in the room nor represented by proxy; nil when nobody knows who was there.
  package var absent: Int? { present.map { entitled - $0 - proxied } }

  /// As many for as against, and some of each.
  package var isTie: Bool { inFavour == against && inFavour > 0 }
}
