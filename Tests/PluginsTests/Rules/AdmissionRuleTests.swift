import Plugins
import Testing
import Values

/// The keys by which states come in, and by which a seat has alternates.
@Suite struct AdmissionRuleTests {
  private func load(_ admission: String) throws -> Rules {
    let text = SamplePlugin.text.replacing(
      "  subgroups: {by", with: "  admission: \(admission)\n  subgroups: {by")
    return try PluginFile.load(text: text, file: "s.yaml").rules
  }

  private func codes(_ body: () throws -> Rules) -> [String] {
    let refused = #expect(throws: PluginRefused.self) { try body() }
    return refused?.findings.map(\.failure.code.name) ?? []
  }

  @Test func `Who decides, on which matter, after whose opinion`() throws {
    let rule = try load("{by: plenary, matter: default, opinion: board, source: assumption}")
      .admission
    #expect(rule?.decidedBy == "plenary")
    #expect(rule?.matter == "default")
    #expect(rule?.opinion == "board")
    #expect(rule?.clause.id == "admission")
  }

  @Test func `Without an opinion none is asked for, and without the key nothing is laid down`()
    throws
  {
    let rule = try load("{by: plenary, matter: default, source: assumption}").admission
    #expect(rule != nil && rule?.opinion == nil)
    #expect(try PluginFile.load(text: SamplePlugin.text, file: "s.yaml").rules.admission == nil)
  }

  @Test func `The clause can say no, and stands among those that decide`() throws {
    let rules = try load("{by: plenary, matter: default, id: accession, source: assumption}")
    #expect(rules.decidingClauses.contains { $0.id == "accession" })
  }

  @Test(arguments: [
    "{by: court, matter: default, source: assumption}",
    "{by: plenary, matter: weather, source: assumption}",
    "{by: plenary, matter: default, opinion: court, source: assumption}",
    "{matter: default, source: assumption}", "{by: plenary, source: assumption}",
    "{by: plenary, matter: default}",
    "{by: plenary, matter: default, opinon: board, source: assumption}",
  ])
  func `A key that names nothing, is missing or misspelt is found`(_ admission: String) {
    #expect(!codes { try load(admission) }.isEmpty)
  }

  private func alternates(_ value: String) throws -> Rules {
    let text = SamplePlugin.text.replacing(
      "remainder: true", with: "remainder: true\n      alternates: \(value)")
    return try PluginFile.load(text: text, file: "s.yaml").rules
  }

  @Test(arguments: [("0", 0), ("2", 2), ("9", 9)])
  func `A seat has as many alternates as its rule says`(_ value: String, _ count: Int) throws {
    #expect(try alternates(value).seat("contact_point")?.alternates == count)
  }

  @Test func `A seat whose rule says nothing has none`() throws {
    let rules = try PluginFile.load(text: SamplePlugin.text, file: "s.yaml").rules
    #expect(rules.seat("contact_point")?.alternates == 0)
  }

  @Test(arguments: ["10", "-1", "some", "1.5"])
  func `A number of alternates that cannot be is found`(_ value: String) {
    #expect(!codes { try alternates(value) }.isEmpty)
  }

  @Test func `A guard says of alternates what the key says`() throws {
    let guards = try alternates("2").expandedGuards.filter { $0.keys == ["alternates"] }
    #expect(guards.map(\.on) == [["alternate.named"]])
    #expect(guards.map { $0.require.text } == ["payload.rank <= 2"])
    #expect(try alternates("0").expandedGuards.allSatisfy { $0.keys != ["alternates"] })
  }
}
