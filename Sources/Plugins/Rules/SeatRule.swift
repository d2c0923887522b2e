package import Values

/// A kind of seat that each member of some classes has, such as that of a contact point.
package struct SeatRule: Hashable, Sendable {
  /// What the seat is called in acts and ids, such as `contact_point`.
  package var kind: String
  /// The classes whose members have the seat.
  package var classes: [String]
  /// Seats of this kind that each member should fill; fewer is a vacancy that is shown.
  package var minimum: Int
  /// Seats of this kind that a member may have; nil for no limit.
  package var maximum: Int?
  /// Who appoints: `member`, or the id of a body.
  package var appointedBy: String
  /// How long an appointment lasts; nil for no known term.
  package var term: Period?
  /// Whether somebody who takes over a seat serves the rest of the term.
  package var servesRemainder: Bool
  /// Whether a holder stays after the term until somebody is appointed.
  package var holdsOver: Bool
  /// Whether holders stand in the directory of contact points.
  package var isInDirectory: Bool
  /// How many may be named for each seat to act, in their order, when its holder is away or missing.
  package var alternates: Int
  package var clause: Clause

  package init(
    kind: String, classes: [String], minimum: Int, maximum: Int?, appointedBy: String,
    term: Period?, servesRemainder: Bool, holdsOver: Bool, isInDirectory: Bool, alternates: Int = 0,
    clause: Clause
  ) {
    self.kind = kind
    self.classes = classes
    self.minimum = minimum
    self.maximum = maximum
    self.appointedBy = appointedBy
    self.term = term
    self.servesRemainder = servesRemainder
    self.holdsOver = holdsOver
    self.isInDirectory = isInDirectory
    self.alternates = alternates
    self.clause = clause
  }
}
