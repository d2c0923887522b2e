/// How many places at the meetings of a series each member has, by its class.
///
/// Source: such rules as the guidelines of the European Judicial Network for its plenaries, three places for a
/// member state, fewer for others.
package struct InvitationRule: Hashable, Sendable {
  /// By class; a class that is not named has none.
  package var seats: [String: Int]
  /// Of all members together; nil where nothing is laid down.
  package var total: Int?
  package var clause: Clause

  package init(seats: [String: Int], total: Int? = nil, clause: Clause) {
    (self.seats, self.total, self.clause) = (seats, total, clause)
  }
}
