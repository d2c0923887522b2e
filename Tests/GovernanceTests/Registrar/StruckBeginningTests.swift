import Governance
import TestKit
import Testing
import Values

/// A thing of which a correction struck the first event is there no more, whatever was said of it later.
@Suite struct StruckBeginningTests {
  private let on = PartialDay("2026-03-01")

  @Test func `A programme without its draft is unknown`() throws {
    let programme = try #require(ProgrammeID("programme-1"))
    let adoption = ProgrammeAdoption(
      on: try #require(on), deliberation: try #require(DeliberationID("D-1")))
    try Given(rules: .sample).happened(.adopted(adoption), to: programme)
      .when("programme add", ["programme": "programme-1", "title": "Train judges"])
      .thenRefused("programme-unknown")
  }

  @Test func `A subgroup without its creation is unknown, and its name is free`() throws {
    let cloud = try #require(SubgroupID("cloud"))
    let report = SubgroupReport(on: try #require(on), text: "Met")
    try Given(rules: .sample).happened(.reported(report), to: cloud)
      .when("subgroup report", ["subgroup": "cloud", "text": "Met again"])
      .thenRefused("subgroup-unknown")
  }

  @Test func `A seat without its creation is unknown`() throws {
    let seat = try #require(SeatID("PT.contact_point.1"))
    try Given(rules: .sample).admitted("PT")
      .happened(.confirmed(on: try #require(on)), to: seat)
      .when("seat confirm", ["seat": "PT.contact_point.1"]).thenRefused("seat-unknown")
  }
}
