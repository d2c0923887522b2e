package import Plugins
package import Values

/// The answer to an act: what would be recorded, how each rule came to its answer, and what stands against it.
package struct Decision: Sendable {
  package var events: [PlannedEvent]
  package var derivations: [Derivation]
  /// What a rule has against the act; empty when it is accepted.
  package var objections: [Refusal]
  /// What a reader should know and nothing forbids.
  package var notes: [Note]

  package init(
    _ events: [PlannedEvent] = [], derivations: [Derivation] = [], objections: [Refusal] = [],
    notes: [Note] = []
  ) {
    self.events = events
    self.derivations = derivations
    self.objections = objections
    self.notes = notes
  }
}

/// An event that will be recorded when the act is accepted.
package struct PlannedEvent: Sendable {
  package let key: EntityKey
  package let event: any EntityEvent
  package let effective: Day

  package init<E: Entity>(_ event: E.Event, to id: Identifier<E>, effective: Day) {
    key = EntityKey(id)
    self.event = event
    self.effective = effective
  }

  /// A correction, which stands in the stream of the event that it corrects.
  package init(_ correction: Correction, to key: EntityKey, effective: Day) {
    self.key = key
    event = correction
    self.effective = effective
  }
}

/// Why an act is not recorded: the clause, the numbers and the way out.
package struct Refusal: Error, Hashable, Sendable {
  /// Its sentences are `refusal.NAME.what` and `refusal.NAME.why` of the catalogue.
  package let code: RefusalCode
  package let values: [String: Failure.Value]
  /// The rule that stands against it; nil when no rule is needed to see that it makes no sense.
  package let clause: Clause?
  package let derivation: Derivation?
  /// What can be done instead, best first; never empty for an objection.
  package let ways: [Note]
  /// What the network itself says of it, with places for the values; nil where the catalogue speaks.
  package let sentence: LocalText?
  /// What is wrong with the same request besides, so that one asking tells all of it; none of these has others.
  package var others: [Refusal] = []

  package init(
    _ code: RefusalCode, _ values: [String: Failure.Value] = [:], clause: Clause? = nil,
    derivation: Derivation? = nil, ways: [Note] = [], sentence: LocalText? = nil
  ) {
    self.code = code
    self.values = values
    self.clause = clause
    self.derivation = derivation
    self.ways = ways
    self.sentence = sentence
  }
}

/// The stable name of a refusal.
///
/// The exit status is 10, or 65 for a value and 66 for a thing that does not exist.
package struct RefusalCode: Hashable, Sendable {
  package let name: String
  package let exit: ExitStatus

  package init(_ name: String, exit: ExitStatus = .refused) {
    self.name = name
    self.exit = exit
  }
}

/// A sentence of the catalogue with its values: `note.NAME` or `way.NAME`.
package struct Note: Hashable, Sendable {
  package let code: String
  package let values: [String: Failure.Value]
  /// What the network itself says, with places for the values; nil where the catalogue speaks.
  package let sentence: LocalText?

  package init(
    _ code: String, _ values: [String: Failure.Value] = [:], sentence: LocalText? = nil
  ) {
    self.code = code
    self.values = values
    self.sentence = sentence
  }
}
