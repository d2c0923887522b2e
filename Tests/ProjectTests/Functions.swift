/// Functions found in a file that `swift format` has set, by their indentation.
enum Functions {
  struct Found: Equatable {
    let name: String
    /// Where the declaration stands, from 1.
    let line: Int
    /// Lines between the braces.
    let length: Int
    /// Whether the body is one `switch`, beside what leads to it.
    let isSwitch: Bool
  }

  private static let keywords: Set = ["func", "init", "deinit", "subscript"]
  private static let modifiers: Set = [
    "package", "private", "fileprivate", "internal", "public", "static", "mutating", "nonmutating",
    "override", "convenience", "final", "isolated", "nonisolated", "async",
  ]

  static func all(in file: SourceFile) -> [Found] {
    file.lines.indices.compactMap { found(at: $0, in: file.lines) }
  }

  private static func found(at start: Int, in lines: [String]) -> Found? {
    guard let name = name(declaredBy: lines[start]),
      let opening = opening(from: start, in: lines)
    else { return nil }
    let indent = String(lines[start].prefix { $0 == " " })
    let closing = lines[opening...].firstIndex { $0 == indent + "}" } ?? lines.count
    let body = lines[(opening + 1)..<max(closing, opening + 1)]
    return Found(
      name: name, line: start + 1, length: body.count,
      isSwitch: body.contains { $0.hasPrefix(indent + "  switch ") })
  }

  private static func name(declaredBy line: String) -> String? {
    var words = line.split(separator: " ")[...]
    while let word = words.first, word.hasPrefix("@") || modifiers.contains(String(word)) {
      words.removeFirst()
    }
    guard let word = words.first?.prefix(while: \.isLetter), keywords.contains(String(word))
    else { return nil }
    return words.prefix(2).joined(separator: " ")
  }

  /// The line on which the body opens; nil for a requirement and for a body on one line.
  private static func opening(from start: Int, in lines: [String]) -> Int? {
    for index in start..<lines.count {
      let line = lines[index]
      if line.hasSuffix("{") { return index }
      let isNext = index > start && (name(declaredBy: line) != nil || line.isEmpty)
      if isNext || line.hasSuffix("}") { return nil }
    }
    return nil
  }
}
