import Plugins
import Testing
import Values

/// The ids by which derivations and refusals cite a rule.
@Suite struct ClauseTests {
  private static func clauses(_ rules: Rules) -> [Clause] {
    let compositions = rules.bodies.compactMap { body -> Clause? in
      switch body.composition {
      case .plenary: nil
      case .rotation(let rule): rule.clause
      case .coordinator(let rule): rule.clause
      case .elected(let rule): rule.clause
      case .subgroup(let seats): seats.clause
      }
    }
    return [rules.founding.clause] + rules.membership.classes.map(\.clause)
      + rules.seats.map(\.clause) + compositions + rules.bodies.compactMap { $0.quorum?.clause }
      + rules.bodies.flatMap { $0.decisions.map(\.clause) }
      + rules.series.flatMap { series in
        [
          series.minimum?.clause, series.notice?.clause, series.agenda?.clause,
          series.minutes?.clause,
        ].compactMap(\.self)
      }
      + [rules.programme?.clause, rules.subgroups?.clause].compactMap(\.self)
      + rules.outputs.map(\.clause)
  }

  private static let ids = [
    "bodies.board.rotation", "bodies.lead.coordinator", "bodies.panel.elected",
    "bodies.plenary.decides.default", "bodies.plenary.decides.names", "bodies.plenary.quorum",
    "founding", "membership.classes.member", "membership.classes.observer", "outputs.report",
    "outputs.review", "programme", "rules-majority", "seats.contact_point", "series.plenary",
    "series.plenary.agenda", "series.plenary.minutes", "series.plenary.notice", "subgroups",
  ]

  @Test func `A clause is named by the path of its key, unless it has an id`() throws {
    let rules = try PluginFile.load(text: SamplePlugin.text, file: "s.yaml").rules
    #expect(Self.clauses(rules).map(\.id).sorted() == Self.ids)
  }

  @Test func `An id that is given replaces the path and nothing else`() throws {
    let text = SamplePlugin.text.replacing("notice: {", with: "notice: {id: fourteen-days, ")
    let rules = try PluginFile.load(text: text, file: "s.yaml").rules
    let notice = try #require(rules.series("plenary")?.notice)
    #expect(notice.clause == Clause(id: "fourteen-days", source: .assumption))
    #expect(rules.series("plenary")?.minimum?.clause.id == "series.plenary")
    #expect(Self.clauses(rules).count == Self.ids.count)
  }

  @Test func `An id that another clause's path has is refused with the line of the first`() {
    let text = SamplePlugin.text.replacing("programme: {", with: "programme: {id: founding, ")
    let refused = #expect(throws: PluginRefused.self) {
      try PluginFile.load(text: text, file: "s.yaml")
    }
    #expect(refused?.errors.map(\.code) == [.clauseRepeated])
    #expect(refused?.errors.first?.values == ["id": .text("founding"), "line": .int(10)])
  }

  @Test func `Each source that a rule names is kept with its clause`() throws {
    let rules = try PluginFile.load(text: SamplePlugin.text, file: "s.yaml").rules
    let sources = Dictionary(grouping: Self.clauses(rules), by: \.source.key).mapValues(\.count)
    #expect(sources == ["statute": 6, "practice": 4, "assumption": 9])
  }

  @Test func `The keys of basis cannot hide the two other sources`() throws {
    let text = SamplePlugin.text.replacing(
      "  statute: The", with: "  assumption: What we assume\n  statute: The")
    let rules = try PluginFile.load(text: text, file: "s.yaml").rules
    let quorum = try #require(rules.body("plenary")?.quorum)
    #expect(quorum.clause.source == .assumption)
    #expect(rules.basis["assumption"] == "What we assume")
  }
}
