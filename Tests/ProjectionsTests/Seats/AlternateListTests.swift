import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

@testable import Projections

@Suite struct AlternateListTests {
  /// PT with a contact point since February, two alternates since March, and an absence in May.
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    try network.admit("PT")
    for name in ["Ana Dias", "Rui Melo", "Eva Sousa"] { try network.addPerson(name) }
    try network.appoint("H-1", for: "PT", on: "2026-02-01")
    let seat = ["PT.contact_point.1"]
    try network.record(
      "alternate appoint", ["seat": seat, "person": ["H-3"], "rank": ["2"]], on: "2026-03-01")
    try network.record(
      "alternate appoint", ["seat": seat, "person": ["H-2"], "until": ["2026-09-01"]],
      on: "2026-03-01")
    try network.record("seat excuse", ["seat": seat, "until": ["2026-05-15"]], on: "2026-05-01")
    try network.record("seat excuse", ["seat": seat, "person": ["H-2"]], on: "2026-05-10")
    try network.record("seat attend", ["seat": seat, "person": ["H-2"]], on: "2026-06-01")
    try network.record("seat end", ["seat": seat, "reason": ["left"]], on: "2026-08-01")
    return network
  }

  @Test(arguments: [
    ("2026-02-28", []), ("2026-03-01", ["1 H-2 waiting", "2 H-3 waiting"]),
    ("2026-05-01", ["1 H-2 acting", "2 H-3 waiting"]),
    ("2026-05-10", ["1 H-2 absent", "2 H-3 acting"]),
    ("2026-05-15", ["1 H-2 absent", "2 H-3 waiting"]),
    ("2026-06-01", ["1 H-2 waiting", "2 H-3 waiting"]),
    ("2026-08-01", ["1 H-2 acting", "2 H-3 waiting"]), ("2026-09-01", ["2 H-3 acting"]),
  ])
  func `The order is shown with who acts on the day`(_ day: String, _ expected: [String]) throws {
    #expect(try network().rows("alternate", on: day).lines("rank", "person", "state") == expected)
  }

  @Test(arguments: [
    ("2026-04-01", "H-1 held - -"), ("2026-05-01", "H-1 held 2026-05-01 H-2"),
    ("2026-05-10", "H-1 held 2026-05-01 H-3"), ("2026-05-15", "H-1 held - -"),
    ("2026-08-01", "- vacant - H-2"), ("2026-09-01", "- vacant - H-3"),
  ])
  func `A seat names who acts where the holder does not`(_ day: String, _ expected: String) throws {
    let rows = try network().rows("seat", on: day)
    #expect(rows.lines("person", "state", "absent_since", "acting") == [expected])
  }

  @Test func `An alternate beyond what the rules have is shown as such, and does not act`() throws {
    let fewer = SampleRules.text.replacing("alternates: 2", with: "alternates: 1")
    let network = try SampleNetwork(under: YAML.parse(fewer, file: "fewer.yaml").json)
    try network.admit("PT", on: "2025-01-10")
    for name in ["Ana Dias", "Rui Melo"] { try network.addPerson(name) }
    try network.appoint("H-1", for: "PT", on: "2025-02-01")
    let seat = ["PT.contact_point.1"]
    let fields = ["seat": seat, "person": ["H-2"], "rank": ["2"]]
    #expect(try network.record("alternate appoint", fields, on: "2026-03-01").verdict == .refused)
    let past = try network.record("alternate appoint", fields, on: "2025-03-01")
    #expect(past.reasons.notes.map(\.code) == ["alternates-exceeded"])
    try network.record("seat excuse", ["seat": seat], on: "2026-05-01")
    #expect(try network.rows("alternate", on: "2026-05-01").lines("state") == ["beyond"])
    #expect(try network.rows("seat", on: "2026-05-01").lines("acting") == ["-"])
  }

  @Test func `A row is explained by the event that named the alternate`() throws {
    let network = try network()
    let rows = try network.rows("alternate", on: "2026-05-12")
    let types = try rows.map { try network.log.event(at: try #require($0.event))?.type }
    #expect(types == ["alternate.named", "alternate.named"])
  }

  @Test func `Views made anew say the same`() throws {
    let network = try network()
    let days = ["2026-03-01", "2026-05-12", "2026-08-02"]
    let before = try days.map { try network.rows("alternate", on: $0).map(\.json) }
    try Views.rebuild(from: network.log)
    #expect(try days.map { try network.rows("alternate", on: $0).map(\.json) } == before)
  }

  @Test func `The attendance names who sits for a member, where that was said`() throws {
    let network = try SampleNetwork.sitting()
    try network.addPerson("Ana Dias")
    try network.appoint("H-1", for: "PT", on: "2026-02-01")
    let stay = ["meeting": ["plenary-1"], "member": ["PT"]]
    try network.record("attendance leave", stay, on: "2026-03-20")
    try network.record(
      "attendance arrive", stay.merging(["person": ["H-1"]]) { $1 }, on: "2026-03-20")
    let rows = try network.rows("attendance", on: "2026-03-20").filter { $0.text("member") == "PT" }
    #expect(rows.lines("person") == ["-", "H-1"])
  }
}
