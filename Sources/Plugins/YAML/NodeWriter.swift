internal import Values

/// Writes nodes as YAML that people edit: mappings over lines, lists in brackets, remarks above keys.
///
/// What it writes, the reader of this module reads back as the same values.
struct NodeWriter {
  /// Remarks by the path of the key they stand above, such as `series.plenary.notice`.
  let remarks: [String: String]

  /// The lines of a mapping, each with its end.
  func text(_ entries: [Entry]) -> String { lines(entries, path: "", indent: "") }

  private func lines(_ entries: [Entry], path: String, indent: String) -> String {
    entries.map { entry in
      let path = path.isEmpty ? entry.name : "\(path).\(entry.name)"
      let remark = remarks[path].map { "\(indent)# \($0)\n" } ?? ""
      let key = "\(indent)\(Self.scalar(Scalar(entry.name, .quoted))):"
      guard case .mapping(let below) = entry.value.kind, !below.isEmpty else {
        return "\(remark)\(key) \(Self.flow(entry.value))\n"
      }
      return "\(remark)\(key)\n\(lines(below, path: path, indent: indent + "  "))"
    }.joined()
  }

  static func flow(_ node: Node) -> String {
    switch node.kind {
    case .scalar(let value): scalar(value)
    case .sequence(let nodes): "[" + nodes.map(flow).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{"
        + entries.map { "\(scalar(Scalar($0.name, .quoted))): \(flow($0.value))" }
        .joined(separator: ", ") + "}"
    }
  }

  private static func scalar(_ scalar: Scalar) -> String {
    guard !scalar.isNull else { return "null" }
    return isPlain(scalar.text) ? scalar.text : quoted(scalar.text)
  }

  /// Whether a text reads as itself without quotes, wherever it stands.
  private static func isPlain(_ text: String) -> Bool {
    let letters = text.unicodeScalars
    guard let first = letters.first, let last = letters.last, text != "null" else { return false }
    return first.properties.isAlphabetic || first.properties.numericType != nil
      ? last != " " && letters.allSatisfy(isPlain) : false
  }

  private static func isPlain(_ character: Unicode.Scalar) -> Bool {
    character.properties.isAlphabetic || character.properties.numericType != nil
      || " _-./@+".unicodeScalars.contains(character)
  }

  /// In double quotes, with the escapes of JSON and those of the hidden characters.
  private static func quoted(_ text: String) -> String {
    JSON.text(text).compact.unicodeScalars.reduce(into: "") { quoted, character in
      guard character.isHidden else { return quoted.unicodeScalars.append(character) }
      let digits = String(character.value, radix: 16)
      let (sign, count) = character.value > 0xFFFF ? ("\\U", 8) : ("\\u", 4)
      quoted += sign + String(repeating: "0", count: count - digits.utf8.count) + digits
    }
  }
}
