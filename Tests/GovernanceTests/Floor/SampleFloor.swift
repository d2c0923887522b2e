import Governance
import Plugins
import TestKit
import Testing
import Values

/// A plenary that sits on an item, with what its rules say of speaking times.
enum SampleFloor {
  static let clause = "series.plenary.speaking"

  static func rules(minutes: Int? = nil, times: Int? = nil, recorded: Bool = false) -> Rules {
    var rules = Rules.sample
    rules.series[0].speaking = SpeakingRule(
      minutes: minutes, times: times, isRecorded: recorded,
      clause: Clause(id: clause, source: .assumption))
    return rules
  }

  static func given(_ rules: Rules = .sample, present: String = "AT BE BG") throws -> Given {
    let meeting = try #require(MeetingID("plenary-1"))
    let item = ItemAddition(
      meeting: meeting, item: try #require(ItemID("budget")),
      on: try #require(PartialDay("2026-11-01")), title: "Budget")
    return try Given(rules: rules).admitted("AT BE BG CZ").admitted("NO", as: "observer")
      .open(present: present)
      .happened(.added(item), to: AgendaID(sharedWith: meeting), on: "2026-11-01")
  }
}

extension Given {
  /// Something that happened on the floor of the first plenary.
  func floor(_ type: String, _ data: JSON, on day: String = "2026-11-23") throws -> Given {
    var fields = data.fields ?? JSON.Fields()
    fields["meeting"] = "plenary-1"
    return try happened(
      FloorEvent(type: type, data: .object(fields)), to: #require(FloorID("plenary-1")), on: day)
  }

  /// A request that was made, with its number and who asked.
  func asked(
    _ number: Int, _ member: String, item: String? = nil, order: Bool = false,
    at time: String? = nil
  ) throws -> Given {
    try floor(
      "floor.requested",
      .object(compacting: [
        ("number", .int(Int64(number))), ("member", .text(member)),
        ("item", item.map { .text($0) }), ("point_of_order", order ? true : nil),
        ("time", time.map { .text($0) }), ("turns", 1), ("spoken", 0),
      ]))
  }

  /// A turn that was given and ended, with the minutes that were measured.
  func spoke(_ number: Int, _ member: String, item: String? = nil, minutes: Int) throws -> Given {
    try asked(number, member, item: item)
      .floor("floor.given", ["number": .int(Int64(number))])
      .floor("floor.ended", ["number": .int(Int64(number)), "minutes": .int(Int64(minutes))])
  }
}
