internal import Governance
internal import Plugins
internal import Values

/// The worked cases of a template, as the first `cases.yaml` of a network made from it.
///
/// A case that the founder's answers have changed stands as a remark: what should come out now, only
/// the founder can say. A template without cases gives nil.
struct FoundingCases {
  private let lines: [String]

  /// Takes over what a template has under `fixtures` and `tests`, comments and all.
  ///
  /// - Parameters:
  ///   - template: What the network begins from.
  ///   - rules: The network's rules, with the founder's answers.
  ///   - remark: What stands above a case that the answers have changed.
  /// - Throws: What keeps a network in memory from being founded.
  init?(_ template: Template, under rules: Rules, remark: String) throws {
    let own = Self.lines(of: template.text)
    guard !own.isEmpty else { return nil }
    let findings = Findings()
    let tree = YAML.read(Array(own.joined(separator: "\n").utf8))
    let book = CaseBook(tree.node.map { [$0] } ?? [], into: findings)
    var runner = CaseRunner(rules, CaseSuite(book, into: findings))
    let failed = Set(try runner.run().failed.map(\.worked.name))
    lines = Self.remarking(failed, of: book.cases, in: own, with: remark)
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  /// From the comment above the first of the keys to the end of the file, where a template has its cases.
  private static func lines(of text: String) -> [String] {
    let all = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    guard
      let key = all.firstIndex(where: { line in
        CaseBook.keys.contains { line.hasPrefix($0 + ":") }
      })
    else { return [] }
    let start = all[..<key].lastIndex { !$0.hasPrefix("#") }.map { $0 + 1 } ?? 0
    return Array(all[start...].reversed().drop { $0.isEmpty }.reversed())
  }

  private static func remarking(
    _ failed: Set<String>, of cases: [WorkedCase], in lines: [String], with remark: String
  ) -> [String] {
    var lines = lines
    let starts = cases.map { ($0.place?.line ?? 1) - 1 } + [lines.count]
    for (index, worked) in cases.enumerated().reversed() where failed.contains(worked.name) {
      let own = starts[index]..<min(starts[index + 1], lines.count)
      let changed = lines[own].map { $0.isEmpty ? "  #" : "  # " + $0.dropFirst(2) }
      lines.replaceSubrange(own, with: ["  # \(remark)"] + changed)
    }
    guard failed.count == cases.count, !cases.isEmpty else { return lines }
    return lines.map { $0 == "tests:" ? "tests: []" : $0 }
  }
}
