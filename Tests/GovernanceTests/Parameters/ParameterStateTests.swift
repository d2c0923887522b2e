import Governance
import Plugins
import TestKit
import Testing
import Values

/// What a parameter remembers, and what a version of the rules makes of it.
@Suite struct ParameterStateTests {
  private func change(_ value: String, _ from: String) throws -> ParameterEvent {
    .changed(
      ParameterChange(
        name: "notice", value: value, from: try #require(PartialDay(from)),
        deliberation: DeliberationID("D-3")))
  }

  private func parameter(
    _ changes: [(value: String, from: String)], of name: String = "notice"
  ) throws -> Parameter {
    var parameter = Parameter(id: try #require(ParameterID(name)))
    for (index, change) in changes.enumerated() {
      let day = try #require(PartialDay(change.from)).first
      parameter.evolve(
        with: try self.change(change.value, change.from),
        at: Mark(position: Int64(index + 1), effective: day))
    }
    return parameter
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test(arguments: [
    ("2026-02-28", nil), ("2026-03-01", "P21D"), ("2026-04-30", "P21D"), ("2026-05-01", "P28D"),
    ("2030-01-01", "P28D"),
  ])
  func `On each day the last value set by then holds, in whatever order they were recorded`(
    _ row: (day: String, value: String?)
  ) throws {
    let parameter = try parameter([("P28D", "2026-05"), ("P21D", "2026-03-01")])
    #expect(try parameter.change(on: day(row.day))?.facts.value == row.value)
  }

  @Test func `Of two values of one day the later recorded holds`() throws {
    let parameter = try parameter([("P28D", "2026-05-01"), ("P21D", "2026-05-01")])
    #expect(try parameter.change(on: day("2026-05-01"))?.facts.value == "P21D")
  }

  @Test func `The state is read back as it was`() throws {
    let parameter = try parameter([("P28D", "2026-05"), ("P21D", "2026-03-01")])
    #expect(try Parameter(id: parameter.id, state: parameter.state) == parameter)
    #expect(throws: Failure.self) { try Parameter(id: parameter.id, state: [:]) }
  }

  private func rules(_ edits: [(String, String)] = []) throws -> Rules {
    try PluginFile.load(resolved: SampleRules.parametered(edits, version: "1.1.0"))
  }

  private func carried(
    _ parameters: [Parameter], by rules: Rules, on text: String = "2026-06-01"
  ) throws -> [String: String] {
    try Settings(parameters, on: day(text)).carried(by: rules).settings
  }

  @Test func `Rules carry the values of the day`() throws {
    let notice = try parameter([("P21D", "2026-03-01")])
    let quorum = try parameter([("2/3", "2026-04-01")], of: "quorum")
    let rules = try rules()
    #expect(try carried([notice, quorum], by: rules, on: "2026-02-28") == [:])
    #expect(try carried([notice, quorum], by: rules, on: "2026-03-31") == ["notice": "P21D"])
    #expect(
      try carried([notice, quorum], by: rules, on: "2026-04-01")
        == ["notice": "P21D", "quorum": "2/3"])
    let set = try Settings([notice], on: day("2026-06-01")).carried(by: rules)
    #expect(set.series("plenary")?.notice?.period == .days(21))
    #expect(set.resolved == rules.resolved)
  }

  @Test func `A version keeps a value within its new bounds and gives up one that is not`() throws {
    let notice = try parameter([("P21D", "2026-03-01")])
    let narrower = try rules([("min: P7D, max: P2M", "min: P7D, max: P3W")])
    let narrow = try rules([("min: P7D, max: P2M", "min: P7D, max: P20D")])
    #expect(try carried([notice], by: narrower) == ["notice": "P21D"])
    #expect(try carried([notice], by: narrow) == [:])
    #expect(try carried([notice], by: narrow, on: "2026-02-01") == [:])
  }

  @Test func `A version without the parameter goes by its own rule`() throws {
    let notice = try parameter([("P21D", "2026-03-01")])
    let plain = try SampleRules.rules()
    #expect(try Settings([notice], on: day("2026-06-01")).carried(by: plain) == plain)
  }

  @Test func `A value that a version gives up takes no other with it`() throws {
    let notice = try parameter([("P21D", "2026-03-01")])
    let ceiling = try parameter([("5", "2026-03-01")], of: "ceiling")
    let narrow = try rules([("min: P7D, max: P2M", "min: P7D, max: P20D")])
    #expect(try carried([notice, ceiling], by: narrow) == ["ceiling": "5"])
  }

  @Test func `A kind that changed gives up the value of the old one`() throws {
    let motto = try parameter([("Lex", "2026-03-01")], of: "motto")
    let number = try rules([
      ("motto: {type: text, default: Ius", "motto: {type: int, default: 4")
    ])
    #expect(try carried([motto], by: number) == [:])
  }
}
