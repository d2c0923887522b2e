import EventStore
import Governance
import TestKit
import Testing
import Values

/// Events of the floor and of attendance that were recorded wrongly, and read rightly afterwards.
@Suite struct FloorCorrectionTests {
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork.sitting()
    for (act, fields) in [
      ("floor request", ["member": "PT"]), ("floor give", ["time": "10:00"]),
      ("floor end", ["time": "10:30"]), ("floor close", [:]),
      ("guest arrive", ["state": "US"]), ("attendance excuse", ["member": "FR"]),
    ] as [(String, [String: String])] {
      if act == "attendance excuse" {
        try network.record(
          "member admit", ["member": ["FR"], "class": ["member"]], on: "2026-01-10")
      }
      try network.record(
        act, fields.mapValues { [$0] }.merging(["meeting": ["plenary-1"]]) { $1 },
        on: "2026-03-20")
    }
    return network
  }

  private func position(_ type: String, _ network: SampleNetwork) throws -> String {
    let found = try network.log.events(ofType: type, after: 0, limit: 10).first
    return String(try #require(found).position)
  }

  private func correct(
    _ type: String, _ fields: [String: [String]], _ network: SampleNetwork
  ) throws {
    try network.record(
      "event correct",
      fields.merging(["event": [position(type, network)], "reason": ["misheard"]]) { $1 },
      on: "2026-03-21")
  }

  private func ask(_ network: SampleNetwork) throws -> Answer {
    try network.record(
      "floor request", ["meeting": ["plenary-1"], "member": ["PT"]], on: "2026-03-20")
  }

  @Test func `A corrected end gives the time that counts`() throws {
    let network = try network()
    try correct("floor.closed", ["strike": ["true"]], network)
    try correct("floor.ended", ["set": ["time=10:04"]], network)
    let answer = try ask(network)
    #expect(answer.events.first?.data["spoken"] == 4)
  }

  @Test func `A closing that is struck opens the list again`() throws {
    let network = try network()
    let closed = try ask(network)
    #expect(closed.reasons.refusals.map(\.code) == ["speakers-closed"])
    try correct("floor.closed", ["strike": ["true"]], network)
    #expect(try ask(network).events.map(\.type) == ["floor.requested"])
  }

  @Test func `A guest and an excuse that are struck were none`() throws {
    let network = try network()
    try correct("guest.arrived", ["strike": ["true"]], network)
    try correct("delegation.excused", ["strike": ["true"]], network)
    let meeting = try SampleSitting.file(network).meeting
    #expect(meeting.guests.isEmpty && meeting.excused.isEmpty)
  }
}
