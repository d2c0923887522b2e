/// The sessions of a document: what was typed and what came back.
///
/// They stand in blocks marked `console`. A command begins with `$ `; `…` in the answer stands for any text.
struct Console {
  struct Step: Sendable {
    let line: Int
    let command: String
    var answer: [String] = []
  }

  let steps: [Step]

  init(_ document: SourceFile) {
    var steps: [Step] = []
    var isInside = false
    for (index, line) in document.lines.enumerated() {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        steps.append(Step(line: index + 1, command: String(line.dropFirst(2))))
      } else if isInside, !steps.isEmpty {
        steps[steps.count - 1].answer.append(line)
      }
    }
    self.steps = steps
  }

  /// An output as a document shows it: `…` for hashes, no spaces or empty lines at an end.
  static func shown(_ output: String) -> [String] {
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.replacing(/[0-9a-f]{32,}/, with: "…").trimmedEnd)
    }
    return Array(lines.reversed().drop { $0.isEmpty }.reversed())
  }

  /// The lines of a document with other answers to its commands.
  static func recorded(_ answers: [[String]], in document: SourceFile) -> [String] {
    var rest = answers[...]
    var kept: [String] = []
    var isInside = false
    for line in document.lines {
      if line.hasPrefix("```") { isInside = line == "```console" }
      let isCommand = isInside && line.hasPrefix("$ ")
      if isCommand || !isInside || line.hasPrefix("```") { kept.append(line) }
      if isCommand, let answer = rest.popFirst() { kept += answer }
    }
    return kept
  }

  /// Whether a text is what the document promised, line by line.
  static func matches(_ text: String, _ promised: [String]) -> Bool {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let trimmed = Array(lines.reversed().drop { $0.isEmpty }.reversed())
    let expected = Array(promised.reversed().drop { $0.isEmpty }.reversed())
    return trimmed.count == expected.count && zip(trimmed, expected).allSatisfy { matches($0, $1) }
  }

  /// Whether a line is what was promised, `…` being any text.
  static func matches(_ line: String, _ promised: String) -> Bool {
    var rest = line[...]
    let parts = promised.split(separator: "…", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return line.trimmedEnd == promised.trimmedEnd }
    guard rest.hasPrefix(parts[0]) else { return false }
    rest = rest.dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.hasSuffix(parts[parts.count - 1])
  }
}

extension StringProtocol {
  fileprivate var trimmedEnd: SubSequence {
    var kept = self[...]
    while kept.last == " " { kept.removeLast() }
    return kept
  }
}
