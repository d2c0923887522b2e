import EventStore
import Governance
import TestKit
import Testing
import Values

/// The floor under acts by chance, held to a model that counts for itself.
@Suite struct FloorLawTests {
  private static let members = ["ES", "MT", "PT"]

  /// What is known of each request that was recorded.
  private struct Model {
    var asked: [(member: String, order: Bool)] = []
    var speaking: Int?
    var waiting: [Int] = []
    var minutes: [String: Int] = [:]

    /// Points of order first, then as they asked.
    var next: Int? { waiting.first { asked[$0 - 1].order } ?? waiting.first }
  }

  private static func act(_ random: inout Seeded, _ model: Model) -> (String, [String: [String]]) {
    let meeting = ["meeting": ["plenary-1"]]
    switch Int.random(in: 0..<6, using: &random) {
    case 0, 1:
      var fields = meeting
      fields["member"] = [members.randomElement(using: &random) ?? "PT"]
      if Int.random(in: 0..<4, using: &random) == 0 { fields["point-of-order"] = ["true"] }
      return ("floor request", fields)
    case 2, 3: return ("floor give", meeting)
    case 4:
      let minutes = String(Int.random(in: 0...9, using: &random))
      return ("floor end", meeting.merging(["minutes": [minutes]]) { $1 })
    default:
      let number = String(Int.random(in: 1...(model.asked.count + 1), using: &random))
      return ("floor withdraw", meeting.merging(["number": [number]]) { $1 })
    }
  }

  private static func apply(
    _ act: String, _ fields: [String: [String]], to model: inout Model, given: Int64?
  ) {
    switch act {
    case "floor request":
      let isOrder = fields["point-of-order"] != nil
      model.asked.append((fields["member"]?.first ?? "", isOrder))
      model.waiting.append(model.asked.count)
    case "floor give":
      model.speaking = given.map { Int($0) }
      model.waiting.removeAll { $0 == model.speaking }
    case "floor end":
      let turn = model.asked[(model.speaking ?? 1) - 1]
      let minutes = fields["minutes"]?.first.flatMap { Int($0) } ?? 0
      if !turn.order { model.minutes[turn.member, default: 0] += minutes }
      model.speaking = nil
    default:
      let number = fields["number"]?.first.flatMap { Int($0) } ?? 0
      model.waiting.removeAll { $0 == number }
    }
  }

  @Test(arguments: UInt64(401)...406)
  func `One speaks at a time, points of order first, and the minutes add up`(_ seed: UInt64) throws
  {
    var random = Seeded(seed: seed)
    let network = try SampleNetwork.sitting()
    let id = try #require(FloorID("plenary-1"))
    var model = Model()
    for _ in 1...60 {
      let (act, fields) = Self.act(&random, model)
      let next = model.next
      let answer = try? network.record(act, fields, on: "2026-03-20")
      guard let answer, answer.verdict == .accepted else { continue }
      let given = answer.events.first?.data["number"]?.int
      if act == "floor give" { #expect(given.map { Int($0) } == next, "\(seed)") }
      if act == "floor end" { #expect(model.speaking != nil) }
      Self.apply(act, fields, to: &model, given: given)
      let events = try network.log.events(of: #require(StreamName(category: "floor", id: id.text)))
      let floor = try History<Floor>(id, events.map { PastEvent($0) }).entity
      #expect(floor.speaking?.number == model.speaking)
      #expect(Set(floor.waiting.map(\.number)) == Set(model.waiting))
      for member in Self.members {
        let found = floor.spoken(by: try #require(MemberID(member)), on: nil)
        #expect(found == model.minutes[member] ?? 0, "\(seed) \(member)")
      }
    }
    #expect(model.asked.count > 5)
  }
}
