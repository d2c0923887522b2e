import Governance
import TestKit
import Testing
import Values

@testable import Projections

@Suite struct ApprovalViewTests {
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork(
      adding: "two_persons: {acts: [person_erase], within: P7D, source: assumption}")
    for name in ["Ana Dias", "Rui Gil", "Eva Sol"] { try network.addPerson(name) }
    for number in 1...3 {
      try network.record(
        "person erase", ["person": ["H-\(number)"], "basis": ["law"]], as: "ana")
    }
    try network.record("approval confirm", ["approval": ["A-1"]], as: "rui")
    try network.record(
      "approval withdraw", ["approval": ["A-2"], "reason": ["a mistake"]], as: "eva")
    return network
  }

  @Test func `What waits, what was confirmed and what was withdrawn stand with who did it`() throws
  {
    #expect(
      try network().rows("approval", on: "2026-11-23").lines(
        "approval", "act", "subject", "state", "asked_by", "answered_by", "reason") == [
          "A-1 person erase H-1 confirmed ana rui -",
          "A-2 person erase H-2 withdrawn ana eva a mistake",
          "A-3 person erase H-3 open ana - -",
        ])
  }

  @Test(arguments: [("2026-11-30", "open"), ("2026-12-01", "lapsed"), ("2028-01-01", "lapsed")])
  func `After its last day it has lapsed, without any act`(
    _ row: (day: String, state: String)
  ) throws {
    let rows = try network().rows("approval", on: row.day)
    #expect(rows.lines("approval", "state").last == "A-3 \(row.state)")
    #expect(rows.lines("confirm_until").last == "2026-11-30")
  }

  @Test func `Before it was asked for there is nothing`() throws {
    #expect(try network().rows("approval", on: "2026-11-22") == [])
  }

  @Test func `Following the log gives what making anew gives`() throws {
    let network = try network()
    _ = try network.rows("approval", on: "2026-11-23")
    #expect(try Views.differences(from: network.log) == [])
  }

  @Test func `The timeline tells who asked for what, without whole documents`() throws {
    let network = try SampleNetwork(
      adding: "two_persons: {acts: [key_add], within: P7D, source: assumption}")
    let key = "nep.example/log+64681f6c+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c"
    try network.record("key add", ["public-key": [key]], as: "ana")
    let rows = try network.rows("timeline", on: "2026-11-23")
    let asked = try #require(rows.last { $0.text("type") == "approval.asked" })
    #expect(asked["summary"]["act"] == "key add" && asked["summary"]["documents"] == nil)
  }
}
