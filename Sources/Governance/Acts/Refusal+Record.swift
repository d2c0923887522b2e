package import Plugins
package import Values

extension Refusal {
  /// This refusal and the others of the same request, as a reader is told them.
  package var records: [Record] { [Record(self)] + others.map { Record($0) } }

  /// A refusal as the log keeps it.
  package struct Record: Hashable, Sendable {
    package let code: String
    package let values: [String: Failure.Value]
    /// The clause that stands against the act, and the key of its source; nil where no rule is needed.
    package let rule: String?
    package let source: String?
    package let derivation: Derivation.Record?
    package let ways: [Note]
    /// What the network itself says of it, by language.
    package let sentence: LocalText?

    package init(_ refusal: Refusal) {
      code = refusal.code.name
      values = refusal.values
      rule = refusal.clause?.id
      source = refusal.clause?.source.key
      derivation = refusal.derivation.map { Derivation.Record($0) }
      ways = refusal.ways
      sentence = refusal.sentence
    }

    package var json: JSON {
      .object(compacting: [
        ("code", .text(code)), ("values", values.json), ("rule", rule.map { .text($0) }),
        ("source", source.map { .text($0) }), ("derivation", derivation?.json),
        ("ways", .list(ways.map(\.json))), ("sentence", sentence?.json),
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
      sentence = try reader.fields["sentence"].map { json throws(Failure) in try LocalText(json) }
    }
  }
}

extension Note {
  package var json: JSON {
    .object(compacting: [
      ("code", .text(code)), ("values", values.json), ("sentence", sentence?.json),
    ])
  }

  package init(_ json: JSON) throws(Failure) {
    let reader = try FieldReader(json, of: "note")
    self.init(
      try reader.text("code"), try [String: Failure.Value](reader.fields["values"] ?? [:]),
      sentence: try reader.fields["sentence"].map { json throws(Failure) in try LocalText(json) })
  }
}

extension LocalText {
  /// By language, in the order of the tags.
  fileprivate var json: JSON {
    .object(JSON.Fields(texts.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) }))
  }

  fileprivate init(_ json: JSON) throws(Failure) {
    var texts: [String: String] = [:]
    for member in try FieldReader(json, of: "sentence").fields.members {
      texts[member.name] = try FieldReader(json, of: "sentence").text(member.name)
    }
    self.init(texts)
  }
}
