package import Values

/// When those whom something concerns get a letter: so long before the day due, and again so long after it.
package struct ReminderRule: Hashable, Sendable {
  /// What is reminded of; the raw value is written in plugins and in events.
  package enum Matter: String, CaseIterable, Sendable {
    /// An action, until it is closed.
    case actions
    /// A question to every holder of a seat, until the seat is confirmed.
    case census
    /// The word that a seat's holder is still the one, once the last one is too old.
    case confirmations
    /// Something that an action is to hand over.
    case deliverables
    /// Minutes that were sent round, until the last day for comments.
    case minutes
    /// What the network's own rules expect.
    case obligations
    /// A procedure, until its time is over.
    case procedures
    /// The term of somebody in a seat.
    case terms
  }

  package var matter: Matter
  package var before: [Period]
  package var after: [Period]
  /// How long a confirmation holds; nil for all but `confirmations`.
  package var every: Period?
  package var clause: Clause

  package init(
    _ matter: Matter, before: [Period] = [], after: [Period] = [], every: Period? = nil,
    clause: Clause
  ) {
    self.matter = matter
    (self.before, self.after, self.every) = (before, after, every)
    self.clause = clause
  }
}

extension ReminderRule {
  /// What holds where the rules say nothing of a matter; none of it was published by a network.
  package static func usual(_ matter: Matter) -> ReminderRule {
    let clause = Clause(id: "reminders.\(matter.rawValue)", source: .assumption)
    let (before, after): ([Period], [Period]) =
      switch matter {
      case .actions, .deliverables: ([.days(14)], [.days(7)])
      case .census: ([.days(7)], [])
      case .confirmations: ([.days(14)], [])
      case .minutes: ([.days(3)], [])
      case .obligations: ([], [.days(7)])
      case .procedures: ([.days(2)], [])
      case .terms: ([.days(60)], [])
      }
    return ReminderRule(
      matter, before: before, after: after,
      every: matter == .confirmations ? Period(years: 1) : nil, clause: clause)
  }
}

extension Rules {
  /// When letters are written about a matter: as the rules say, else as is usual.
  package func reminder(of matter: ReminderRule.Matter) -> ReminderRule {
    reminders.first { $0.matter == matter } ?? .usual(matter)
  }
}
