internal import Values

/// The numbered statements of resolved rules, as rows.
enum ClauseListing {
  /// One row for each rule that says where it comes from, in the order of the file.
  ///
  /// - Parameter resolved: The whole plugin with its template merged in.
  /// - Returns: Rows of `clause`, `source`, `basis` and `value`.
  static func rows(of resolved: JSON) -> [JSON.Fields] {
    let governance = resolved["governance"] ?? .null
    let basis = resolved["basis"] ?? .null
    return rows(of: resolved["calendar"] ?? .null, path: ["calendar"], basis: basis)
      + rows(of: governance, path: [], basis: basis)
  }

  private static func rows(of node: JSON, path: [String], basis: JSON) -> [JSON.Fields] {
    guard let fields = node.fields else { return [] }
    let own = fields["source"]?.text.map { row(fields, source: $0, path: path, basis: basis) }
    let inner = fields.members.flatMap { member in
      rows(of: member.value, path: path + [member.name], basis: basis)
    }
    return (own.map { [$0] } ?? []) + inner
  }

  private static func row(
    _ fields: JSON.Fields, source: String, path: [String], basis: JSON
  ) -> JSON.Fields {
    let id = fields["id"]?.text ?? path.joined(separator: ".")
    let values = fields.members.filter { member in
      !["id", "source", "title"].contains(member.name) && !holdsRules(member.value)
    }
    let value = JSON.object(JSON.Fields(values.map { ($0.name, $0.value) }))
    return JSON.Fields([
      ("clause", .text(id)), ("source", .text(source)),
      ("basis", basis[source] ?? .null), ("value", value),
    ])
  }

  /// Whether a part of a rule is a rule of its own, which has its own row.
  private static func holdsRules(_ node: JSON) -> Bool {
    guard let fields = node.fields else { return false }
    return fields["source"] != nil || fields.members.contains { holdsRules($0.value) }
  }
}
