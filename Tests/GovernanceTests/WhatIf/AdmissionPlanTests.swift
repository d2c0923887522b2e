import EventStore
import Plugins
import TestKit
import Testing
import Values

@testable import Governance

/// What a plan tells of rules that change who stands in for whom, and how states come in.
@Suite struct AdmissionPlanTests {
  private static func plan(_ edits: [(String, String)], on network: SampleNetwork) throws
    -> RulesPlan
  {
    try RulesPlan(
      SampleRules.amendedRules(edits), from: #require(Day("2027-01-01")),
      today: SampleNetwork.today, on: network.log)
  }

  private static let admission = [
    (
      "  programme: {length",
      "  admission: {by: plenary, matter: default, opinion: board, source: assumption}\n"
        + "  programme: {length"
    )
  ]

  @Test func `A way of coming in is a change that the bodies which decide are affected by`() throws
  {
    let network = try SampleNetwork.sitting()
    let plan = try Self.plan(Self.admission, on: network)
    #expect(plan.changes.map(\.key).allSatisfy { $0.hasPrefix("admission") })
    #expect(!plan.changes.isEmpty)
    #expect(
      plan.affected.bodies == ["board", "plenary"] || plan.affected.bodies == ["plenary", "board"])
    #expect(plan.affected.members == 3)
  }

  @Test func `Fewer alternates affect the classes that have the seat`() throws {
    let network = try SampleNetwork.sitting()
    let plan = try Self.plan([("alternates: 2", "alternates: 1")], on: network)
    #expect(plan.changes.map(\.key) == ["seats.contact_point.alternates"])
    #expect(plan.affected.classes == ["member"])
  }

  @Test func `A simulation shows which alternates the other rules would have refused`() throws {
    let network = try SampleNetwork.sitting()
    for name in ["Ana", "Rui", "Eva"] { try network.record("person add", ["name": [name]]) }
    try network.record(
      "seat appoint", ["member": ["PT"], "kind": ["contact_point"], "person": ["H-1"]],
      on: "2026-02-01")
    for person in ["H-2", "H-3"] {
      try network.record(
        "alternate appoint", ["seat": ["PT.contact_point.1"], "person": [person]],
        on: "2026-02-01")
    }
    let stricter = try SampleRules.amendedRules([("alternates: 2", "alternates: 1")])
    let report = try WhatIf(stricter).report(on: network.log)
    #expect(report.differences.count == 1)
    let same = try WhatIf(SampleRules.rules()).report(on: network.log)
    #expect(same.differences.isEmpty)
  }

  @Test func `A simulation shows that members would have needed a decision`() throws {
    let network = try SampleNetwork.sitting()
    let report = try WhatIf(SampleRules.amendedRules(Self.admission)).report(on: network.log)
    #expect(report.differences.count >= 3)
  }
}
