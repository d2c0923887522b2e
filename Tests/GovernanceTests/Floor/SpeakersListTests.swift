import Governance
import Plugins
import TestKit
import Testing
import Values

/// The list of speakers at a minute.
@Suite struct SpeakersListTests {
  /// PT speaks 10:05 to 10:10, ES waits from 10:06, FR raises a point of order at 10:08 and speaks 10:10 to 10:11.
  private func floor() throws -> Floor {
    var floor = Floor(id: try #require(FloorID("plenary-1")))
    func asked(_ number: Int64, _ member: String, _ time: String, order: Bool = false) -> (
      String, JSON
    ) {
      (
        "floor.requested",
        .object(compacting: [
          ("meeting", "plenary-1"), ("number", .int(number)), ("member", .text(member)),
          ("item", "budget"), ("point_of_order", order ? true : nil), ("time", .text(time)),
          ("turns", 1), ("spoken", 0),
        ])
      )
    }
    func step(_ type: String, _ number: Int64, _ time: String) -> (String, JSON) {
      (type, ["meeting": "plenary-1", "number": .int(number), "time": .text(time)])
    }
    let events = [
      asked(1, "PT", "10:04"), step("floor.given", 1, "10:05"), asked(2, "ES", "10:06"),
      asked(3, "FR", "10:08", order: true), step("floor.ended", 1, "10:10"),
      step("floor.given", 3, "10:10"), step("floor.ended", 3, "10:11"), asked(4, "PT", "10:12"),
      step("floor.withdrawn", 2, "10:20"), step("floor.given", 4, "10:21"),
    ]
    for (index, event) in events.enumerated() {
      floor.evolve(
        with: try FloorEvent(type: event.0, data: event.1),
        at: Mark(position: Int64(index + 1), effective: try #require(Day("2026-11-23"))))
    }
    return floor
  }

  private func lines(_ time: String, on day: String = "2026-11-23", _ rule: SpeakingRule? = nil)
    throws -> [String]
  {
    let list = SpeakersList(
      try floor(), on: try #require(Day(day)), at: try #require(TimeOfDay(time)), under: rule)
    return list.lines.map { line in
      [
        line.turn.member.text, line.stage.rawValue, line.place.map { "\($0)" } ?? "-",
        line.minutes.map { "\($0)" } ?? "-", "\(line.total)", line.left.map { "\($0)" } ?? "-",
      ].joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("10:03", [] as [String]), ("10:04", ["PT waiting 1 - 0 -"]),
    ("10:05", ["PT speaking - 0 0 -"]),
    ("10:07", ["PT speaking - 2 2 -", "ES waiting 1 - 0 -"]),
    ("10:08", ["PT speaking - 3 3 -", "ES waiting 2 - 0 -", "FR waiting 1 - 0 -"]),
    ("10:10", ["PT spoken - 5 5 -", "ES waiting 1 - 0 -", "FR speaking - 0 0 -"]),
    (
      "10:20",
      [
        "PT spoken - 5 5 -", "ES withdrawn - - 0 -", "FR spoken - 1 0 -", "PT waiting 1 - 5 -",
      ]
    ),
    (
      "10:25",
      [
        "PT spoken - 5 9 -", "ES withdrawn - - 0 -", "FR spoken - 1 0 -", "PT speaking - 4 9 -",
      ]
    ),
  ])
  func `At each minute it tells who speaks, who waits in which place, and how long each has spoken`(
    _ row: (time: String, lines: [String])
  ) throws {
    #expect(try lines(row.time) == row.lines)
  }

  @Test func `A limit says what is left, and never less than nothing`() throws {
    func rule(_ minutes: Int) -> SpeakingRule {
      SpeakingRule(
        minutes: minutes, times: nil, clause: Clause(id: "s", source: .assumption))
    }
    #expect(try lines("10:09", rule(6)).first == "PT speaking - 4 4 2")
    #expect(try lines("10:25", rule(6)).last == "PT speaking - 4 9 0")
  }

  @Test(arguments: [("2026-11-22", 0), ("2026-11-24", 4)])
  func `On the day before nobody had asked, and on the day after all had`(
    _ row: (day: String, count: Int)
  ) throws {
    #expect(try lines("09:00", on: row.day).count == row.count)
  }

  @Test func `What has no time counts from the beginning of its day`() throws {
    var floor = Floor(id: try #require(FloorID("plenary-1")))
    floor.evolve(
      with: try FloorEvent(
        type: "floor.requested",
        data: [
          "meeting": "plenary-1", "number": 1, "member": "PT", "turns": 1, "spoken": 0,
        ]), at: Mark(position: 1, effective: try #require(Day("2026-11-23"))))
    let list = SpeakersList(
      floor, on: try #require(Day("2026-11-23")), at: try #require(TimeOfDay("00:00")), under: nil)
    #expect(list.lines.map(\.stage) == [.waiting] && list.lines.first?.minutes == nil)
  }
}
