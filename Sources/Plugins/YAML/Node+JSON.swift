package import Values

/// A plugin is stored in the log as JSON and read back by the same decoder.
extension Node {
  /// The value as JSON: each scalar a text, nothing `null`; places and styles are left behind.
  package var json: JSON {
    switch kind {
    case .scalar(let scalar): scalar.isNull ? .null : .text(scalar.text)
    case .sequence(let nodes): .list(nodes.map(\.json))
    case .mapping(let entries):
      .object(JSON.Fields(distinct: entries.map { .init(name: $0.name, value: $0.value.json) }))
    }
  }

  /// The same with the members of each object in canonical order, as the log gives it back.
  package var sortedJSON: JSON { RulesReader.sorted(json) }

  /// A value of the log; it has no places.
  package init(_ json: JSON) {
    switch json {
    case .null: self.init(.scalar(Scalar("null", .plain)))
    case .bool(let value): self.init(.scalar(Scalar(value ? "true" : "false", .plain)))
    case .int(let value): self.init(.scalar(Scalar(String(value), .plain)))
    case .text(let value): self.init(.scalar(Scalar(value, .quoted)))
    case .list(let values): self.init(.sequence(values.map { Node($0) }))
    case .object(let fields):
      self.init(.mapping(fields.members.map { Entry($0.name, value: Node($0.value)) }))
    }
  }
}
