import Governance
import Plugins
import TestKit
import Testing
import Values

@Suite struct MutationRunTests {
  private func run(_ tests: String) throws -> MutationRun {
    try MutationRun(
      try SampleCases.tree(), try SampleCases.rules(), try SampleCases.suite(tests))
  }

  private func survivors(_ run: MutationRun, at path: String) -> [String?] {
    run.survivors.filter { $0.path == path }.map(\.to)
  }

  private static let vote =
    "when: {do: deliberation record, meeting: $m, title: X, matter: rules, for: 2}"

  @Test func `Without a case every change survives`() throws {
    let run = try run("  []\n")
    #expect(run.killed == 0)
    #expect(run.tried > 50)
    #expect(run.survivors.count == run.tried)
  }

  @Test func `A case kills the changes that it would answer otherwise`() throws {
    let run = try run(
      "  - {name: it, given: {fixture: open}, on: 2026-03-20, \(Self.vote), then: {outcome: adopted, needed: 2, base: 3}}\n"
    )
    let path = "bodies.plenary.decides.rules"
    #expect(survivors(run, at: "\(path).of") == [])
    #expect(survivors(run, at: "\(path).at_least") == ["3/5"])
    #expect(survivors(run, at: "\(path).tie") == ["chair_decides"])
    #expect(run.killed + run.survivors.count == run.tried)
  }

  @Test func `A number that is asked for kills more than an outcome alone`() throws {
    let weak = try run(
      "  - {name: it, given: {fixture: open}, on: 2026-03-20, \(Self.vote), then: {outcome: adopted}}\n"
    )
    let strong = try run(
      "  - {name: it, given: {fixture: open}, on: 2026-03-20, \(Self.vote), then: {outcome: adopted, threshold: 2/3}}\n"
    )
    #expect(weak.killed < strong.killed)
    #expect(!survivors(strong, at: "bodies.plenary.decides.rules.at_least").contains("3/5"))
  }

  @Test func `A survivor says what was changed into what, and where`() throws {
    let run = try run("  []\n")
    let notice = run.survivors.filter { $0.path == "series.plenary.notice.period" }
    #expect(notice.map(\.from) == ["P14D", "P14D"])
    #expect(notice.map(\.to) == ["P15D", "P13D"])
    #expect(notice.allSatisfy { $0.place?.file == "sample.yaml" })
    #expect(notice.allSatisfy { $0.kind == "period" })
  }

  @Test func `A case at the boundary kills a day more and a day less`() throws {
    let plan =
      "given: {fixture: members, acts: [{do: meeting plan, series: plenary, from: 2026-03-20, as: m}]}"
    let convene = "when: {do: meeting convene, meeting: $m, agenda: [One]}"
    let run = try run(
      """
        - {name: in time, \(plan.replacing("from: 2026-03-20", with: "from: 2026-03-20, effective: 2026-02-01")), on: 2026-03-06, \(convene), then: {accepted: true}}
        - {name: too late, \(plan.replacing("from: 2026-03-20", with: "from: 2026-03-20, effective: 2026-02-01")), on: 2026-03-07, \(convene), then: {refused: notice-too-short}}

      """)
    #expect(survivors(run, at: "series.plenary.notice.period") == [])
    #expect(survivors(run, at: "series.plenary.notice") == [])
    #expect(survivors(run, at: "series.plenary.notice.urgent").count == 3)
  }

  @Test func `A change that stops a fixture is noticed`() throws {
    let run = try run(
      "  - {name: it, given: {fixture: open}, on: 2026-03-20, when: {do: meeting close, meeting: $m}, then: {accepted: true}}\n"
    )
    let rights = run.survivors.filter { $0.path == "membership.classes.member.may" }.map(\.to)
    #expect(!rights.contains { $0?.contains("attend") == false })
  }

  @Test func `The same cases give the same survivors`() throws {
    let text =
      "  - {name: it, given: {fixture: open}, on: 2026-03-20, \(Self.vote), then: {outcome: adopted}}\n"
    let (one, other) = (try run(text), try run(text))
    #expect(one.survivors.map(\.path) == other.survivors.map(\.path))
    #expect(one.tried == other.tried)
  }
}
