import Plugins
package import Values

extension Refusal {
  /// A refusal as the log keeps it.
  package struct Record: Hashable, Sendable {
    package let code: String
    package let values: [String: Failure.Value]
    /// The clause that stands against the act, and the key of its source; nil where no rule is needed.
    package let rule: String?
    package let source: String?
    package let derivation: Derivation.Record?
    package let ways: [Note]

    package init(_ refusal: Refusal) {
      code = refusal.code.name
      values = refusal.values
      rule = refusal.clause?.id
      source = refusal.clause?.source.key
      derivation = refusal.derivation.map { Derivation.Record($0) }
      ways = refusal.ways
    }

    package var json: JSON {
      .object(compacting: [
        ("code", .text(code)), ("values", values.json), ("rule", rule.map { .text($0) }),
        ("source", source.map { .text($0) }), ("derivation", derivation?.json),
        ("ways", .list(ways.map(\.json))),
      ])
    }

    package init(_ json: JSON) throws(Failure) {
      let reader = try FieldReader(json, of: "refusal")
      code = try reader.text("code")
      values = try [String: Failure.Value](reader.fields["values"] ?? [:])
      rule = try reader.optional("rule", FieldReader.text)
      source = try reader.optional("source", FieldReader.text)
      derivation = try reader.fields["derivation"].map { json throws(Failure) in
        try Derivation.Record(json)
      }
      var ways: [Note] = []
      for item in try reader.list("ways") { ways.append(try Note(item)) }
      self.ways = ways
    }
  }
}

extension Note {
  package var json: JSON { ["code": .text(code), "values": values.json] }

  package init(_ json: JSON) throws(Failure) {
    let reader = try FieldReader(json, of: "note")
    self.init(
      try reader.text("code"), try [String: Failure.Value](reader.fields["values"] ?? [:]))
  }
}
