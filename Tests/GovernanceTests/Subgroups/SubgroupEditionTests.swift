import Governance
import Plugins
import TestKit
import Testing
import Values

/// Each value that holds in a subgroup, with where it comes from and whether the subgroup may set it.
@Suite struct SubgroupEditionTests {
  private func subgroup(_ terms: [String: String] = [:]) throws -> Subgroup {
    let creation = SubgroupCreation(
      title: "Cloud", mandate: "Study", from: PartialDay(day("2026-02-01")), until: nil,
      deliberation: try #require(DeliberationID("D-1")), terms: terms)
    var subgroup = Subgroup(id: try #require(SubgroupID("cloud")))
    subgroup.evolve(
      with: .created(creation), at: Mark(position: 1, effective: day("2026-02-01")))
    return subgroup
  }

  private func lines(
    _ subgroup: Subgroup, _ terms: String = SampleSubgroups.terms, on day: Day = day("2026-11-23")
  ) throws -> [String] {
    let edition = try #require(
      SubgroupEdition(subgroup, under: SampleSubgroups.rules(terms), on: day))
    return edition.lines.map { line in
      let from = line.clause.map { "\($0.id) \($0.source.key)" } ?? "-"
      return "\(line.path) \(line.value ?? "-") \(from) \(line.isOwn ? "own" : "inherited") "
        + (line.maySet ? "open" : "locked")
    }
  }

  @Test func `What nobody set comes from the body that it inherits from`() throws {
    #expect(
      try lines(subgroup(), "{may_set: [quorum], source: charter}") == [
        "quorum.more_than 1/2 bodies.plenary.quorum assumption inherited open",
        "quorum.of members bodies.plenary.quorum assumption inherited open",
        "notice.documents P7D series.plenary.notice assumption inherited locked",
        "notice.period P14D series.plenary.notice assumption inherited locked",
        "notice.urgent P4D series.plenary.notice assumption inherited locked",
        "decides.abstentions counted bodies.plenary.decides.default assumption inherited locked",
        "decides.first consensus bodies.plenary.decides.default assumption inherited locked",
        "decides.more_than 1/2 bodies.plenary.decides.default assumption inherited locked",
        "decides.of all_members bodies.plenary.decides.default assumption inherited locked",
        "decides.tie rejected bodies.plenary.decides.default assumption inherited locked",
        "lifetime P2Y subgroups assumption inherited locked", "chair_term - - inherited locked",
      ])
  }

  @Test func `What it set comes from the deliberation that set it`() throws {
    let lines = try lines(
      subgroup(["quorum.members": "3", "lifetime": "P1Y", "chair_term": "P6M"]))
    #expect(lines.first == "quorum.members 3 subgroups.cloud.quorum D-1 own open")
    #expect(
      lines.suffix(2) == [
        "lifetime P1Y subgroups.cloud.lifetime D-1 own open",
        "chair_term P6M subgroups.cloud.chair_term D-1 own open",
      ])
    #expect(lines.count { $0.contains(" own ") } == 3)
  }

  @Test func `What is locked is that of the network, whatever was written once`() throws {
    let lines = try lines(
      subgroup(["quorum.members": "3"]), "{may_set: [], chair_term: P1Y, source: charter}")
    #expect(lines.first == "quorum.more_than 1/2 bodies.plenary.quorum assumption inherited locked")
    #expect(lines.last == "chair_term P1Y subgroups.terms charter inherited locked")
  }

  @Test func `An amendment counts from its day`() throws {
    var amended = try subgroup(["quorum.members": "3"])
    let amendment = SubgroupAmendment(
      on: PartialDay(day("2026-06-01")), deliberation: try #require(DeliberationID("D-2")),
      terms: ["quorum.members": "5"])
    amended.evolve(
      with: .amended(amendment), at: Mark(position: 2, effective: day("2026-06-01")))
    #expect(
      try lines(amended, on: day("2026-05-31")).first
        == "quorum.members 3 subgroups.cloud.quorum D-1 own open")
    #expect(
      try lines(amended, on: day("2026-06-01")).first
        == "quorum.members 5 subgroups.cloud.quorum D-2 own open")
  }

  @Test func `Before its first day, and under rules that know no subgroups, there is none`() throws
  {
    let rules = try SampleSubgroups.rules()
    #expect(try SubgroupEdition(subgroup(), under: rules, on: day("2026-01-31")) == nil)
    var without = rules
    without.subgroups = nil
    #expect(try SubgroupEdition(subgroup(), under: without, on: day("2026-11-23")) == nil)
    #expect(
      try SubgroupEdition(subgroup(), under: rules, on: day("2026-11-23"))?.lock.id
        == "subgroups.terms")
  }

  @Test func `A value that is a parameter is told as it holds`() throws {
    let text = SampleSubgroups.text().replacing(
      "notice: {period: P14D", with: "notice: {period: {param: lead}"
    )
    .replacing(
      "governance:\n",
      with: "parameters: {lead: {type: period, default: P10D, source: charter}}\ngovernance:\n")
    let rules = try PluginFile.load(text: text, file: "s.yaml").rules
    let edition = try #require(try SubgroupEdition(subgroup(), under: rules, on: day("2026-11-23")))
    #expect(edition.lines.first { $0.path == "notice.period" }?.value == "P10D")
  }

  // MARK: - State

  @Test func `Amendments, joinings and leavings are read back, in the order of their days`() throws
  {
    let member = try #require(MemberID("PT"))
    var state = try subgroup()
    let steps: [(SubgroupEvent, String)] = [
      (
        .amended(
          SubgroupAmendment(
            on: PartialDay(day("2026-06-01")), deliberation: try #require(DeliberationID("D-3")),
            mandate: "Later", until: day("2028-01-01"))), "2026-06-01"
      ),
      (
        .amended(
          SubgroupAmendment(
            on: PartialDay(day("2026-05-01")), deliberation: try #require(DeliberationID("D-2")),
            mandate: "Earlier", until: day("2027-01-01"), terms: ["lifetime": "P1Y"])),
        "2026-05-01"
      ),
      (.joined(SubgroupJoining(member: member, from: PartialDay(day("2026-05-01")))), "2026-05-01"),
      (
        .left(
          SubgroupLeaving(member: member, from: PartialDay(day("2026-07-01")), reason: "x")),
        "2026-07-01"
      ),
    ]
    for (index, step) in steps.enumerated() {
      #expect(try SubgroupEvent(type: step.0.type, data: step.0.data) == step.0)
      state.evolve(with: step.0, at: Mark(position: Int64(index + 2), effective: day(step.1)))
      #expect(try Subgroup(id: state.id, state: state.state) == state)
    }
    #expect(state.mandate == "Later" && state.until(on: day("2026-05-31")) == day("2027-01-01"))
    #expect(state.until(on: day("2026-06-01")) == day("2028-01-01"))
    #expect(state.until(on: day("2026-04-30")) == nil)
    #expect(state.members(on: day("2026-06-30")) == ["PT"])
    #expect(state.members(on: day("2026-07-01")) == [])
    #expect(state.charter(on: day("2026-05-01"))?.written == ["lifetime": "P1Y"])
    #expect(state.charter(on: day("2026-01-31")) == nil)
  }

  @Test(arguments: ["x", 1, ["quorum.members": 3]] as [JSON])
  func `Rules that are no texts by their paths are not read`(_ terms: JSON) {
    #expect(throws: Failure.self) {
      try SubgroupEvent(
        type: "subgroup.amended",
        data: ["on": "2026-05-01", "deliberation": "D-2", "terms": terms])
    }
  }
}
