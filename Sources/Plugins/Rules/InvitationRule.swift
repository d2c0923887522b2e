package import Values

/// How many places at the meetings of a series each member has, by its class.
///
/// Source: such rules as the guidelines of the European Judicial Network for its plenaries, three places for a
/// member state, fewer for others.
package struct InvitationRule: Hashable, Sendable {
  /// What becomes of whoever asks for a place after the last day for it.
  package enum Late: String, CaseIterable, Sendable {
    /// It is registered, and told to have come late.
    case accepted
    case refused
  }

  /// By class; a class that is not named has none.
  package var seats: [String: Int]
  /// Of all members together; nil where nothing is laid down.
  package var total: Int?
  /// How long before the first day of the meeting places are asked for in time; nil for until it opens.
  package var until: Period?
  package var late: Late
  package var clause: Clause

  package init(
    seats: [String: Int], total: Int? = nil, until: Period? = nil, late: Late = .accepted,
    clause: Clause
  ) {
    (self.seats, self.total, self.clause) = (seats, total, clause)
    (self.until, self.late) = (until, late)
  }
}
