package import Plugins
package import Values

/// How a worked case went.
package struct CaseResult: Hashable, Sendable {
  package let worked: WorkedCase
  /// What came out; nil when the case came to no answer.
  package let answer: CaseAnswer?
  /// What was expected and is not so; empty for a case that passes.
  package let mismatches: [Mismatch]
  /// Why there is no answer.
  package let stop: CaseStop?

  package var passes: Bool { stop == nil && mismatches.isEmpty }

  init(_ worked: WorkedCase, answered answer: CaseAnswer) {
    self.worked = worked
    self.answer = answer
    mismatches = worked.then.compactMap { Mismatch($0, in: answer) }
    stop = nil
  }

  init(_ worked: WorkedCase, stopped stop: CaseStop) {
    self.worked = worked
    self.stop = stop
    answer = nil
    mismatches = []
  }

  /// The clause that the answer rests on: the one to look at when a case fails.
  package var clause: String? {
    answer?.reasons.refusals.compactMap(\.rule).first ?? answer?.derivations.last?.rule
      ?? stop?.refusals.compactMap(\.rule).first
  }
}

/// One thing that a case expected and did not get.
package struct Mismatch: Hashable, Sendable {
  package let name: String
  package let expected: [String]
  /// Nil when the answer has nothing under that name.
  package let found: [String]?
  /// The name nearest to one that the answer does not have.
  package let nearest: String?
  package let place: Place?

  /// Names of which an answer may have several; a case expects one of them, or some.
  private static let sets = ["refused", "outcome", "event", "note", "way"]

  /// What a case writes for a number that the answer must not have.
  private static let absent = ["none"]

  /// Nil for an expectation that is met.
  init?(_ expectation: Expectation, in answer: CaseAnswer) {
    let found = answer.texts(of: expectation.name)
    let isMet =
      Self.sets.contains(expectation.name)
      ? Set(expectation.values).isSubset(of: found ?? [])
      : found == expectation.values || (found == nil && expectation.values == Self.absent)
    guard !isMet else { return nil }
    name = expectation.name
    expected = expectation.values
    self.found = found
    nearest = found == nil ? Nearest.word(to: expectation.name, among: answer.names) : nil
    place = expectation.place
  }
}
