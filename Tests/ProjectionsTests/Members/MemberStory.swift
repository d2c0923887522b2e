import Governance
import Testing
import Values

@testable import Projections

/// The recorded events of one member, for tests of the walk.
struct MemberStory {
  private(set) var events: [PastEvent] = []
  let key: EntityKey

  init(_ member: String = "PT") { key = EntityKey(category: "member", id: member) }

  /// Adds an event after the others; `from` is the effective day unless given.
  func then(_ type: String, _ day: String, _ data: JSON = [:], at position: Int64? = nil) throws
    -> MemberStory
  {
    var copy = self
    var fields = data.fields ?? JSON.Fields()
    if type != Correction.type, fields["from"] == nil { fields["from"] = .text(day) }
    copy.events.append(
      PastEvent(
        key: key, position: position ?? Int64(events.count + 1), type: type,
        effective: try #require(Day(day)), data: .object(fields)))
    return copy
  }

  func admitted(_ memberClass: String, _ day: String) throws -> MemberStory {
    try then("member.admitted", day, ["class": .text(memberClass)])
  }

  func reclassified(_ memberClass: String, _ day: String) throws -> MemberStory {
    try then("member.reclassified", day, ["class": .text(memberClass)])
  }

  func ended(_ day: String) throws -> MemberStory { try then("member.ended", day) }

  func corrected(
    _ position: Int64, on day: String, changes: JSON.Fields = .init(), effective: String? = nil,
    strikes: Bool = false
  ) throws -> MemberStory {
    let correction = Correction(
      corrects: position, changes: changes, effective: try effective.map { try #require(Day($0)) },
      strikes: strikes, reason: "recorded wrongly")
    return try then(Correction.type, day, correction.data)
  }

  /// The intervals as lines: class, first day, end, event.
  func lines() throws -> [String] {
    let renderer = StreamRenderer<Member>([MemberView.self])
    let intervals = try renderer.render(try EventsInForce(events).events)[0]
    return intervals.map { interval in
      let until = interval.until.map(\.description) ?? "-"
      return "\(interval.values[1].text ?? "?") \(interval.from) \(until) \(interval.event)"
    }
  }
}
