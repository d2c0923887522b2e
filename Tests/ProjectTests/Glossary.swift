/// The tables of docs/glossary.md, by the heading above them.
struct Glossary {
  let nouns: Set<String>
  let acts: Set<String>
  let events: Set<String>
  let views: Set<String>
  /// A word that is not used, and the one that is.
  let banned: [(word: String, instead: String)]
  /// The words that a table names more than once, each after its heading.
  let repeated: [String]

  init() throws {
    let file = try Checkout.file("docs/glossary.md")
    var rows: [String: [[String]]] = [:]
    var heading = ""
    for line in file.lines {
      if line.hasPrefix("## ") { heading = String(line.dropFirst(3)) }
      guard line.hasPrefix("| `") else { continue }
      rows[heading, default: []].append(Self.cells(line))
    }
    func first(_ heading: String) -> Set<String> { Set((rows[heading] ?? []).map { $0[0] }) }
    repeated = rows.sorted { $0.key < $1.key }.flatMap { heading, rows in
      Dictionary(grouping: rows.map { $0[0] }) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
        .map { "\(heading): \($0)" }
    }
    nouns = first("Nouns")
    acts = first("Acts")
    events = first("Events")
    views = first("Views")
    banned = (rows["Words we do not use"] ?? []).map { ($0[0], $0[1]) }
  }

  private static func cells(_ line: String) -> [String] {
    line.split(separator: "|").map { cell in
      var cell = cell.drop { $0 == " " }
      while cell.last == " " { cell.removeLast() }
      let isCode = cell.hasPrefix("`") && cell.hasSuffix("`") && cell.count > 1
      return String(isCode ? cell.dropFirst().dropLast() : cell)
    }.filter { !$0.isEmpty }
  }
}
