/// How a motion goes from its first state to its end, as the network laid it down.
///
/// A motion keeps the cycle of the rules under which it was put (decision 0015).
package struct MotionRule: Hashable, Sendable {
  /// One state of the cycle, such as `tabled` or `legal-scrubbing`.
  package struct State: Hashable, Sendable {
    package var id: String
    package var title: LocalText
    /// Whether nothing follows: the motion has ended.
    package var isFinal: Bool
    /// Whether amendments to its text may be put.
    package var isAmendable: Bool

    package init(id: String, title: LocalText, isFinal: Bool = false, isAmendable: Bool = false) {
      (self.id, self.title) = (id, title)
      (self.isFinal, self.isAmendable) = (isFinal, isAmendable)
    }
  }

  /// What leads from one state to another.
  package enum Trigger: String, CaseIterable, Sendable {
    /// Somebody moves it on: `motion move`.
    case move
    /// It is taken back: `motion withdraw`.
    case withdrawal
    /// A deliberation adopted it, or did not.
    case adoption, rejection

    /// Whether a vote decides it, so that nobody else may.
    package var isVote: Bool { self == .adoption || self == .rejection }
  }

  /// One way on, a clause of its own.
  package struct Transition: Hashable, Sendable {
    package var id: String
    package var from: [String]
    package var to: String
    package var on: Trigger
    /// The roles that may do so; empty for whoever may record acts.
    package var by: [String]
    /// How many other members must support the motion before.
    package var supporters: Int
    package var clause: Clause

    package init(
      id: String, from: [String], to: String, on: Trigger, by: [String] = [], supporters: Int = 0,
      clause: Clause
    ) {
      (self.id, self.from, self.to, self.on) = (id, from, to, on)
      (self.by, self.supporters, self.clause) = (by, supporters, clause)
    }
  }

  /// The state of a motion that was just put.
  package var first: String
  package var states: [State]
  package var transitions: [Transition]
  package var clause: Clause

  package init(first: String, states: [State], transitions: [Transition], clause: Clause) {
    (self.first, self.states) = (first, states)
    (self.transitions, self.clause) = (transitions, clause)
  }

  package func state(_ id: String) -> State? { states.first { $0.id == id } }

  /// The ways that something opens from a state, in the order of their names.
  package func ways(from state: String, on trigger: Trigger) -> [Transition] {
    transitions.filter { $0.on == trigger && $0.from.contains(state) }
  }
}
