internal import Values

/// The worked cases of a plugin, from the plugin itself and from `cases.yaml` beside it.
///
/// Only their form is read here: what an act is, `Governance` knows.
package struct CaseBook: Hashable, Sendable {
  /// The keys of a plugin, a template or `cases.yaml` under which cases stand.
  package static let keys = ["fixtures", "tests"]

  /// Each with the acts of those that it comes after.
  package private(set) var fixtures: [Fixture] = []
  /// In the order of the files.
  package private(set) var cases: [WorkedCase] = []

  /// Reads the cases of several trees, of which the later ones may use the fixtures of all.
  ///
  /// - Parameters:
  ///   - trees: Mappings with `fixtures` and `tests`; or a list, which is that of `tests`.
  ///   - findings: Takes every fault: `case-repeated`, `fixture-repeated`, `case-without-answer`.
  package init(_ trees: [Node], into findings: Findings) {
    let context = RulesContext(findings: findings)
    let parts = trees.map { Self.parts(of: $0) }
    fixtures = FixtureReader.fixtures(in: parts, context)
    for part in parts { read(cases: part, in: context) }
  }

  /// The part of a tree that speaks of cases, as a mapping.
  private static func parts(of tree: Node) -> Node {
    switch tree.kind {
    case .sequence: Node(.mapping([Entry("tests", at: tree.place, value: tree)]), at: tree.place)
    case .mapping(let entries):
      Node(.mapping(entries.filter { keys.contains($0.name) }), at: tree.place)
    case .scalar: tree
    }
  }

  private mutating func read(cases part: Node, in context: RulesContext) {
    let names = fixtures.map(\.name)
    var found: [WorkedCase] = []
    _ = Section.read(part, path: "", in: context) { section in
      _ = section.node("fixtures")
      let nodes = section.has("tests") ? section.list("tests", .any) ?? [] : []
      found = nodes.compactMap { node in
        Section.read(node, path: "tests", in: context) { WorkedCase(&$0, fixtures: names) }
      }
      return true
    }
    for worked in found { add(worked, in: context) }
  }

  private mutating func add(_ worked: WorkedCase, in context: RulesContext) {
    if let first = cases.first(where: { $0.name == worked.name }) {
      let values: [String: Failure.Value] = [
        "name": .text(worked.name), "line": .int(first.place?.line ?? 0),
      ]
      context.findings.add(Failure(.caseRepeated, values, at: worked.place))
    }
    cases.append(worked)
  }
}
