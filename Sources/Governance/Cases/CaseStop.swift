package import Values

/// A case that came to no answer: an act before the one that it asks was not accepted.
package struct CaseStop: Error, Hashable, Sendable {
  /// Of the act.
  package let place: Place?
  /// What stands against it.
  package var refusals: [Refusal.Record] = []
  /// Why it could not be asked; nil for one that was refused.
  package var failure: Failure?
}
