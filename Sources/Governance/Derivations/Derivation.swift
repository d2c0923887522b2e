package import Plugins
package import Values

/// How a rule came to its answer: enough for anybody to compute it again.
///
/// The sentences are `derivation.QUESTION` of the catalogue, with the inputs as values.
package struct Derivation: Hashable, Sendable {
  package let clause: Clause
  /// What was asked, such as `notice`, `quorum`, `majority`.
  package let question: String
  /// Everything that the answer follows from, in reading order: numbers, days, fractions, names.
  package let inputs: JSON.Fields
  package let holds: Bool

  package init(_ clause: Clause, _ question: String, _ inputs: JSON.Fields, holds: Bool) {
    self.clause = clause
    self.question = question
    self.inputs = inputs
    self.holds = holds
  }

  /// As it is kept in the log with the verdict.
  package var json: JSON {
    [
      "question": .text(question), "rule": .text(clause.id), "source": .text(clause.source.key),
      "inputs": .object(inputs), "holds": .bool(holds),
    ]
  }
}
