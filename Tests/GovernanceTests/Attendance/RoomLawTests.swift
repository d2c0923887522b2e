import EventStore
import Governance
import TestKit
import Testing
import Values

/// Who attends, under acts by chance, held to a model of the room.
@Suite struct RoomLawTests {
  private static let members = ["ES", "FR", "MT", "PT"]

  private static func act(_ random: inout Seeded) -> (String, [String: [String]]) {
    var fields = ["meeting": ["plenary-1"]]
    fields["member"] = [members.randomElement(using: &random) ?? "PT"]
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      if Bool.random(using: &random) { fields["remote"] = ["true"] }
      return ("attendance arrive", fields)
    case 1: return ("attendance leave", fields)
    case 2, 3:
      fields["to"] = [Bool.random(using: &random) ? "room" : "remote"]
      return ("attendance move", fields)
    default: return ("attendance excuse", fields)
    }
  }

  /// Where each delegation is: nothing for one that is not there.
  private static func apply(
    _ act: String, _ fields: [String: [String]], to room: inout [String: String]
  ) {
    let member = fields["member"]?.first ?? ""
    switch act {
    case "attendance arrive": room[member] = fields["remote"] == nil ? "room" : "remote"
    case "attendance leave": room[member] = nil
    case "attendance move": room[member] = fields["to"]?.first
    default: break
    }
  }

  @Test(arguments: UInt64(501)...506)
  func `After each event everybody is where the acts have put it, and once`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let network = try SampleNetwork.sitting()
    try network.record("member admit", ["member": ["FR"], "class": ["member"]], on: "2026-01-10")
    var room = ["ES": "room", "MT": "room", "PT": "room"]
    var states: [(position: Int64, room: [String: String])] = []
    for _ in 1...50 {
      let (act, fields) = Self.act(&random)
      let answer = try? network.record(act, fields, on: "2026-03-20")
      guard let answer, answer.verdict == .accepted, let event = answer.events.first else {
        continue
      }
      Self.apply(act, fields, to: &room)
      states.append((event.position, room))
    }
    #expect(states.count > 10)
    let meeting = try SampleSitting.file(network).meeting
    for state in states {
      let lines = RoomList(meeting, at: state.position).lines
      let found = lines.compactMap { line in line.member.map { ($0.text, line.way.rawValue) } }
      #expect(found.count == Set(found.map(\.0)).count, "\(seed)")
      #expect(
        Dictionary(found) { first, _ in first } == state.room, "\(seed) at \(state.position)")
    }
    let all = RoomList(
      meeting, at: .max, awaiting: try Self.members.map { try #require(MemberID($0)) })
    #expect(Set(all.lines.compactMap(\.member?.text)) == Set(Self.members))
  }
}
