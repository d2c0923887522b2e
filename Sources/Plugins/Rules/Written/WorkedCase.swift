package import Values

/// A promise that the rules make: given this, when somebody records that, then so.
package struct WorkedCase: Hashable, Sendable {
  /// What the rules start from.
  package struct Given: Hashable, Sendable {
    /// The name of a fixture.
    package var fixture: String?
    /// Replaces records of the fixture, by their names.
    package var set: JSON
    /// Acts that are recorded first.
    package var events: [JSON]
    /// Values of parameters, as a plugin writes them.
    package var parameters: [String: String]

    package init(
      fixture: String? = nil, set: JSON = .object(JSON.Fields()), events: [JSON] = [],
      parameters: [String: String] = [:]
    ) {
      (self.fixture, self.set, self.events) = (fixture, set, events)
      self.parameters = parameters
    }
  }

  package enum Outcome: Hashable, Sendable {
    case accepted
    /// By which guard.
    case rejected(String)
  }

  /// What must be owed afterwards.
  package struct Debt: Hashable, Sendable {
    package var obligation: String
    /// As the case writes it: a day or a moment; nil for any.
    package var due: String?

    package init(obligation: String, due: String?) {
      (self.obligation, self.due) = (obligation, due)
    }
  }

  package var name: String
  package var given: Given
  /// The type of the event.
  package var event: String
  package var at: Instant
  /// Who records it: `id`, `roles`, `state`.
  package var actor: JSON
  package var payload: JSON
  package var outcome: Outcome
  /// Guards that warn.
  package var warned: [String]
  /// The message in some languages.
  package var message: [String: String]
  package var owes: [Debt]

  package init(
    name: String, given: Given, event: String, at: Instant, actor: JSON, payload: JSON,
    outcome: Outcome, warned: [String], message: [String: String], owes: [Debt]
  ) {
    (self.name, self.given, self.event, self.at) = (name, given, event, at)
    (self.actor, self.payload, self.outcome) = (actor, payload, outcome)
    (self.warned, self.message, self.owes) = (warned, message, owes)
  }
}
