import EventStore
import Plugins
import TestKit
import Testing
import Values

@testable import Governance

/// Procedures in a plan: those that go on are open, and whom a change of their rules concerns.
@Suite struct RunningProcedureTests {
  /// Three members; P-1 under silence, P-2 a vote by letter that is over, P-3 withdrawn.
  private static func network() throws -> SampleNetwork {
    let network = try SampleNetwork(under: SampleRules.withProcedures())
    for member in ["ES", "FR", "PT"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    let opened = [("silence", "2026-06-01"), ("plain", "2026-06-02"), ("asked", "2026-06-03")]
    for (rule, day) in opened {
      try network.record("procedure open", ["rule": [rule], "title": ["T"]], on: day)
    }
    try network.record("procedure close", ["procedure": ["P-2"]], on: "2026-06-20")
    try network.record(
      "procedure withdraw", ["procedure": ["P-3"], "reason": ["r"]], on: "2026-06-04")
    return network
  }

  private static func plan(_ edits: [(String, String)], from day: String) throws -> RulesPlan {
    let edits = [("version: 1.0.0", "version: 1.1.0")] + edits
    return try RulesPlan(
      SampleRules.procedureRules(edits), from: #require(Day(day)), today: SampleNetwork.today,
      on: network().log)
  }

  private static let longer = [("working_days: 10", "working_days: 12")]

  @Test func `A procedure that goes on is open, and keeps the rules of its opening`() throws {
    let plan = try Self.plan(Self.longer, from: "2027-01-01")
    #expect(plan.open.map(\.id) == ["P-1"])
    #expect(plan.open.map(\.stage) == [.running])
    #expect(plan.open.first?.body == "plenary")
    #expect(plan.open.allSatisfy { plan.keeps($0) })
  }

  @Test func `A change of its period concerns those who vote in its body`() throws {
    let plan = try Self.plan(Self.longer, from: "2027-01-01")
    #expect(plan.changes.map(\.key) == ["procedures.silence.period.working_days"])
    #expect(plan.affected.bodies == ["plenary"])
    #expect(plan.affected.members == 3)
  }

  @Test func `What is asked again under the same rules comes out the same`() throws {
    let network = try Self.network()
    let report = try WhatIf(SampleRules.procedureRules()).report(on: network.log)
    #expect(report.differences.isEmpty)
    let outcomes = try Recheck.outcomes(of: nil, in: network.log)
    #expect(outcomes.count >= 9)
    #expect(outcomes.values.allSatisfy { $0 != .different }, "\(outcomes)")
  }
}
