import EventStore
import Foundation
import Governance
import TestKit
import Testing
import Values

@testable import Projections

/// The rows of the network's own views are those of the log, however they came about.
@Suite struct OwnViewRebuildTests {
  private func day(_ random: inout Seeded) -> String {
    "2026-\(["02", "03", "05", "07"].randomElement(using: &random) ?? "02")-1\(Int.random(in: 0...9, using: &random))"
  }

  /// One act by chance; what is refused changes nothing and is as good.
  private func act(_ viewed: ViewedNetwork, _ random: inout Seeded) throws {
    do { try attempt(viewed, &random) } catch is Refusal {}
  }

  private func attempt(_ viewed: ViewedNetwork, _ random: inout Seeded) throws {
    let number = "number=S\(Int.random(in: 1...3, using: &random))"
    let copies = "copies=\(Int.random(in: 1...2, using: &random))"
    let head = try viewed.network.log.head().position
    let event = String(Int64.random(in: 3...max(3, head), using: &random))
    let day = day(&random)
    switch Int.random(in: 0...7, using: &random) {
    case 0, 1, 2: try viewed.register("published", [number, copies], on: day)
    case 3: try viewed.register("withdrawn", [number], on: day)
    case 4:
      try viewed.record("member admit", ["member": ["FR"], "class": ["observer"]], on: day)
    case 5:
      try viewed.record(
        "event correct", ["event": [event], "set": [copies], "reason": ["Mended"]])
    case 6:
      try viewed.record(
        "event correct", ["event": [event], "strike": ["true"], "reason": ["Mended"]])
    default:
      try viewed.record(
        "parameter set", ["parameter": ["prefix"], "value": [copies]], on: day)
    }
  }

  @Test(arguments: 1...12)
  func `Following every act gives the rows of a rebuild, and of what was known`(_ seed: UInt64)
    throws
  {
    var random = Seeded(seed: seed)
    let viewed = try ViewedNetwork()
    for _ in 1...12 { try act(viewed, &random) }
    if seed.isMultiple(of: 3) { try viewed.adopt(SampleRules.laterViews, from: "2026-06-01") }
    for _ in 1...3 where seed.isMultiple(of: 2) { try act(viewed, &random) }
    let log = viewed.network.log
    #expect(try Views.differences(from: log) == [])
    let live = try viewed.answers(Views.open(for: log))
    try FileManager.default.removeItem(atPath: log.directory + "/views.db")
    try Views.rebuild(from: log)
    #expect(try viewed.answers(Views.open(for: log)) == live)
    #expect(try viewed.answers(Views.open(for: log, knownAt: log.head().position)) == live)
    #expect(live.contains("\"guidelines\""))
  }

  @Test(arguments: 1...6)
  func `What was known at a position is what the views said then`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed &+ 100)
    let viewed = try ViewedNetwork()
    var said: [Int64: String] = [:]
    for _ in 1...10 {
      try act(viewed, &random)
      let head = try viewed.network.log.head().position
      said[head] = try viewed.answers(Views.open(for: viewed.network.log))
    }
    for (position, answers) in said {
      let known = try Views.open(for: viewed.network.log, knownAt: position)
      #expect(try viewed.answers(known) == answers, "\(position)")
    }
  }

  @Test func `A row that was changed by hand is found`() throws {
    let viewed = try ViewedNetwork()
    try viewed.register("published", ["number=S1"], on: "2026-03-01")
    let path = viewed.network.log.directory + "/views.db"
    let connection = try Connection(path: path, for: .writing)
    try connection.run("UPDATE view_entry SET \"key\" = '[\"S9\"]'")
    connection.close(checkpointing: false)
    #expect(try Views.differences(from: viewed.network.log) == ["view_entry"])
  }

  @Test func `A file of a release without such views is made anew`() throws {
    let viewed = try ViewedNetwork()
    try viewed.register("published", ["number=S1"], on: "2026-03-01")
    let path = viewed.network.log.directory + "/views.db"
    let connection = try Connection(path: path, for: .writing)
    try connection.run("DROP TABLE view_entry")
    try connection.run("UPDATE progress SET layout = 'old'")
    connection.close(checkpointing: false)
    #expect(try viewed.lines("guidelines", on: "2026-03-01", "key") == ["S1"])
  }

  @Test func `An act that touches no rules renders its own stream alone`() throws {
    let viewed = try ViewedNetwork()
    try viewed.register("published", ["number=S1"], on: "2026-03-01")
    let path = viewed.network.log.directory + "/views.db"
    let connection = try Connection(path: path, for: .writing)
    try connection.run("UPDATE view_entry SET \"values\" = '{\"label\":\"mark\"}'")
    connection.close(checkpointing: false)
    try viewed.record("member admit", ["member": ["PT"], "class": ["member"]], on: "2026-01-10")
    #expect(try viewed.lines("guidelines", on: "2026-03-01", "label") == ["mark"])
    try viewed.record(
      "parameter set", ["parameter": ["prefix"], "value": ["Nr"]], on: "2026-08-01")
    #expect(try viewed.lines("guidelines", on: "2026-03-01", "label") == ["No S1"])
  }
}
