import Governance
import Values

/// Which delegation was in the room of a meeting, one row for each stay.
enum AttendanceView: EntityView {
  static let definition = ViewDefinition(
    "attendance", revision: 3,
    columns: [
      .text("meeting"), .text("member"), .day("day"), .text("time"), .text("represented_by"),
      .day("left_on"), .text("left_at"), .int("arrival"), .text("person"),
      .text("way"),
    ],
    key: ["member", "arrival"],
    order: [.ascending("day"), .natural("meeting"), .ascending("member"), .ascending("arrival")])

  static func rows(of meeting: Meeting, on day: Day) -> [ViewRow] {
    guard meeting.plan != nil else { return [] }
    return meeting.stays.map { stay in
      let way: RoomList.Way = stay.isRemote ? .remote : .room
      let values: [JSON] = [
        .text(meeting.id.text), .text(stay.member.text), .orNull(stay.day),
        .orNull(stay.time?.description), .orNull(stay.representedBy), .orNull(stay.leftOn),
        .orNull(stay.leftAt?.description), .int(stay.begunBy),
        .orNull(stay.person?.text), .text(way.rawValue),
      ]
      return ViewRow(values, event: stay.begunBy)
    }
  }
}
