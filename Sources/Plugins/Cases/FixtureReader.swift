internal import Values

/// Reads fixtures: a list of acts each, or acts that come after those of another.
///
/// ```yaml
/// fixtures:
///   six-members:
///     - {do: member admit, member: PT, class: member, effective: 2026-01-10}
///   planned-plenary:
///     after: six-members
///     acts:
///       - {do: meeting plan, series: plenary, from: 2026-03-20, as: m}
/// ```
struct FixtureReader {
  private struct Raw {
    let entry: Entry
    var after: Node?
    var acts: [Node] = []
  }

  private let raws: [Raw]
  private let context: RulesContext

  /// The fixtures of all parts, each with the acts of those that it comes after.
  static func fixtures(in parts: [Node], _ context: RulesContext) -> [Fixture] {
    let reader = FixtureReader(raws: parts.flatMap { raws(in: $0, context) }, context: context)
    return reader.raws.enumerated().compactMap { index, raw in
      guard reader.isFirst(index) else { return nil }
      return Fixture(name: raw.entry.name, acts: reader.acts(of: raw, through: [raw.entry.name]))
    }
  }

  private static func raws(in part: Node, _ context: RulesContext) -> [Raw] {
    Section.read(part, path: "", in: context) { section in
      _ = section.node("tests")
      return section.entries("fixtures", expected: "short-name", Names.isSlug)
        .map { raw($0, context) }
    } ?? []
  }

  private static func raw(_ entry: Entry, _ context: RulesContext) -> Raw {
    if case .sequence(let acts) = entry.value.kind { return Raw(entry: entry, acts: acts) }
    let raw = Section.read(entry.value, path: "fixtures", in: context) { section in
      let after = section.required("after", .any)
      return Raw(entry: entry, after: after, acts: section.list("acts", .any) ?? [])
    }
    return raw ?? Raw(entry: entry)
  }

  /// Whether no fixture before has the same name; the second is noted.
  private func isFirst(_ index: Int) -> Bool {
    let entry = raws[index].entry
    guard raws[..<index].contains(where: { $0.entry.name == entry.name }) else { return true }
    context.findings.add(Failure(.fixtureRepeated, ["name": .text(entry.name)], at: entry.place))
    return false
  }

  /// The acts of those before, then its own; a circle is noted and cut.
  private func acts(of raw: Raw, through names: [String]) -> [Node] {
    guard let after = raw.after else { return raw.acts }
    let known = raws.map(\.entry.name)
    let name = context.findings.collect { () throws(Failure) in
      try Form.reference("fixture", to: known).read(after)
    }
    guard let name, let base = raws.first(where: { $0.entry.name == name }) else { return raw.acts }
    guard !names.contains(name) else {
      context.findings.add(
        Failure(.fixtureCircle, ["names": .list(names + [name])], at: after.place))
      return raw.acts
    }
    return acts(of: base, through: names + [name]) + raw.acts
  }
}
