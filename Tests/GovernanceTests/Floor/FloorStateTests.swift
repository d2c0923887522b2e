import Governance
import Plugins
import TestKit
import Testing
import Values

/// The list of speakers as a state: stages, order, sums and limits.
@Suite struct FloorStateTests {
  private func floor(_ events: [(String, JSON)]) throws -> Floor {
    var floor = Floor(id: try #require(FloorID("plenary-1")))
    for (index, event) in events.enumerated() {
      var fields = event.1.fields ?? JSON.Fields()
      fields["meeting"] = "plenary-1"
      floor.evolve(
        with: try FloorEvent(type: event.0, data: .object(fields)),
        at: Mark(position: Int64(index + 1), effective: try #require(Day("2026-11-23"))))
    }
    return floor
  }

  private func asked(_ number: Int64, _ member: String, order: Bool = false) -> (String, JSON) {
    (
      "floor.requested",
      .object(compacting: [
        ("number", .int(number)), ("member", .text(member)), ("item", "budget"),
        ("point_of_order", order ? true : nil), ("turns", 1), ("spoken", 0),
      ])
    )
  }

  private func story() -> [(String, JSON)] {
    [
      asked(1, "PT"), asked(2, "ES"), asked(3, "FR", order: true), asked(4, "PT"),
      ("floor.given", ["number": 3]), ("floor.ended", ["number": 3, "minutes": 2]),
      ("floor.given", ["number": 1]), ("floor.ended", ["number": 1, "minutes": 5]),
      ("floor.withdrawn", ["number": 2]), ("floor.limited", ["item": "budget", "minutes": 6]),
      ("floor.closed", ["item": "budget"]),
    ]
  }

  @Test func `Each request is waiting, speaking, spoken or withdrawn`() throws {
    let stages = try floor(story()).turns.map(\.stage)
    #expect(stages == [.spoken, .withdrawn, .spoken, .waiting])
    let speaking = try floor(story() + [("floor.given", ["number": 4])])
    #expect(speaking.speaking?.number == 4 && speaking.waiting.isEmpty)
  }

  @Test func `Sums are of a delegation on an item, points of order apart`() throws {
    let floor = try floor(story())
    let item = try #require(ItemID("budget"))
    for (member, minutes, turns) in [("PT", 5, 2), ("ES", 0, 0), ("FR", 0, 0)] {
      let id = try #require(MemberID(member))
      #expect(floor.spoken(by: id, on: item) == minutes, "\(member)")
      #expect(floor.turns(of: id, on: item) == turns, "\(member)")
      #expect(floor.spoken(by: id, on: nil) == 0 && floor.turns(of: id, on: nil) == 0)
    }
  }

  @Test func `Limits and closings are those of the item`() throws {
    let floor = try floor(story())
    let item = try #require(ItemID("budget"))
    #expect(floor.limit(on: item)?.facts.minutes == 6 && floor.limit(on: nil) == nil)
    #expect(floor.closing(of: item)?.position == 11 && floor.closing(of: nil) == nil)
  }

  @Test func `A state is read back equal after every event`() throws {
    let story = story()
    for count in 0...story.count {
      let floor = try floor(Array(story.prefix(count)))
      #expect(try Floor(id: floor.id, state: floor.state) == floor, "\(count)")
    }
  }

  @Test func `A second giving, end or withdrawal changes nothing, nor does one of no request`()
    throws
  {
    let floor = try floor(
      story() + [
        ("floor.ended", ["number": 1, "minutes": 9]), ("floor.given", ["number": 1]),
        ("floor.given", ["number": 99]), ("floor.withdrawn", ["number": 2]),
      ])
    #expect(floor.turn(1)?.minutes == 5 && floor.turn(1)?.giving?.position == 7)
    #expect(floor.turn(2)?.withdrawal?.position == 9 && floor.turn(99) == nil)
  }

  @Test(arguments: [1, 2, 3, 4, 5])
  func `Minutes without bound are added without a trap`(_ seed: Int) throws {
    var events: [(String, JSON)] = []
    for number in Int64(1)...5 {
      events += [
        asked(number, "PT"), ("floor.given", ["number": .int(number)]),
        ("floor.ended", ["number": .int(number), "minutes": .int(Int64.max / Int64(seed))]),
      ]
    }
    let floor = try floor(events)
    let item = try #require(ItemID("budget"))
    _ = floor.spoken(by: try #require(MemberID("PT")), on: item)
    #expect(floor.turns.count == 5)
  }
}
