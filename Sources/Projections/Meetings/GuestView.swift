import Governance
import Values

/// Who was a guest at a meeting, one row for each stay; guests are counted apart from delegations.
enum GuestView: EntityView {
  static let definition = ViewDefinition(
    "guest", revision: 1,
    columns: [
      .text("meeting"), .int("number"), .text("kind"), .text("guest"), .int("count"),
      .text("way"), .day("day"), .text("time"), .day("left_on"), .text("left_at"),
    ],
    key: ["meeting", "number"], order: [.natural("meeting"), .ascending("number")])

  static func rows(of meeting: Meeting, on day: Day) -> [ViewRow] {
    guard meeting.plan != nil else { return [] }
    return meeting.guests.map { stay in
      let facts = stay.arrival.facts
      let way: RoomList.Way = facts.isRemote ? .remote : .room
      let values: [JSON] = [
        .text(meeting.id.text), .orNull(facts.number), .text(facts.guest.kind.rawValue),
        .text(facts.guest.name), .orNull(facts.count), .text(way.rawValue),
        .orNull(stay.arrival.mark.effective), .orNull(facts.time?.description),
        .orNull(stay.departure?.mark.effective), .orNull(stay.departure?.facts.time?.description),
      ]
      return ViewRow(values, event: stay.departure?.position ?? stay.arrival.position)
    }
  }
}
