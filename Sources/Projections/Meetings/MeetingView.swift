import Governance
import Values

/// Each meeting with how far it has come, from its planning on.
///
/// `present` counts the delegations that were in the room at any time; null when nobody recorded who
/// was there. `notice_days` are the days from the convocation to the first day, when both are known.
enum MeetingView: EntityView {
  static let definition = ViewDefinition(
    "meeting", revision: 1,
    columns: [
      .text("meeting"), .text("series"), .int("number"), .partialDay("from"),
      .partialDay("until"), .text("place"), .text("format"), .text("title"), .text("funder"),
      .text("stage"), .partialDay("convened_on"), .int("notice_days"), .bool("urgent"),
      .list("agenda"), .partialDay("opened_on"), .text("chair"), .int("present"),
      .text("attended"), .record("quorum"), .partialDay("closed_on"), .partialDay("cancelled_on"),
      .text("cancelled_for"),
    ],
    key: ["meeting"],
    order: [.ascending("from"), .ascending("series"), .ascending("number"), .natural("meeting")])

  static func rows(of meeting: Meeting, on day: Day) -> [ViewRow] {
    guard let plan = meeting.plan?.facts else { return [] }
    return [ViewRow(identity(meeting, plan) + course(meeting), event: nil)]
  }

  private static func identity(_ meeting: Meeting, _ plan: MeetingPlan) -> [JSON] {
    [
      .text(meeting.id.text), .text(plan.series), .orNull(plan.number), .orNull(plan.from),
      .orNull(meeting.until), .orNull(plan.place), .orNull(plan.format?.rawValue),
      .orNull(plan.title), .orNull(plan.funder),
    ]
  }

  private static func course(_ meeting: Meeting) -> [JSON] {
    let convocation = meeting.convocation?.facts
    let opening = meeting.opening?.facts
    return [
      .text(meeting.stage.rawValue), .orNull(convocation?.on), .orNull(noticeDays(meeting)),
      convocation.map { .bool($0.isUrgent) } ?? .null,
      convocation.map { .texts($0.agenda) } ?? .null, .orNull(opening?.on),
      .orNull(opening?.chair?.text), .orNull(presence(meeting)), .orNull(opening?.attended),
      opening?.quorum?.data ?? .null, .orNull(meeting.closing?.facts.on),
      .orNull(meeting.cancellation?.facts.on), .orNull(meeting.cancellation?.facts.reason),
    ]
  }

  private static func noticeDays(_ meeting: Meeting) -> Int? {
    guard let convened = meeting.convocation?.facts.on, let from = meeting.from,
      convened.precision == .day, from.precision == .day
    else { return nil }
    return convened.first.days(until: from.first)
  }

  private static func presence(_ meeting: Meeting) -> Int? {
    meeting.knowsAttendance ? Set(meeting.stays.map(\.member)).count : nil
  }
}
