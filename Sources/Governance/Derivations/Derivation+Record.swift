import Plugins
package import Values

extension Derivation {
  /// A derivation as the log keeps it; the clause is named by its id and the key of its source.
  package struct Record: Hashable, Sendable {
    package let question: String
    package let rule: String
    package let source: String
    package let inputs: JSON.Fields
    package let holds: Bool

    package init(_ derivation: Derivation) {
      question = derivation.question
      rule = derivation.clause.id
      source = derivation.clause.source.key
      inputs = derivation.inputs
      holds = derivation.holds
    }

    package var json: JSON {
      [
        "question": .text(question), "rule": .text(rule), "source": .text(source),
        "inputs": .object(inputs), "holds": .bool(holds),
      ]
    }

    package init(_ json: JSON) throws(Failure) {
      let reader = try FieldReader(json, of: "derivation")
      question = try reader.text("question")
      rule = try reader.text("rule")
      source = try reader.text("source")
      inputs = reader.fields["inputs"]?.fields ?? JSON.Fields()
      holds = try reader.bool("holds")
    }
  }
}
