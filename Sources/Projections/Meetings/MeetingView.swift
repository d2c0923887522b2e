import Governance
import Values

/// Each meeting with how far it has come, from its planning on.
///
/// `present` counts the delegations that were in the room at any time; null when nobody recorded who
/// was there. `notice_days` are the days from the convocation, or from a later move of the first day, to the
/// first day, when both are known. The days, place and title are those of the last move. `guests` are counted
/// apart from delegations; null when nobody recorded who was there.
enum MeetingView: EntityView {
  static let definition = ViewDefinition(
    "meeting", revision: 4,
    columns: [
      .text("meeting"), .text("series"), .int("number"), .partialDay("from"),
      .partialDay("until"), .text("place"), .text("format"), .text("title"), .text("funder"),
      .text("stage"), .partialDay("convened_on"), .int("notice_days"), .bool("urgent"),
      .list("agenda"), .partialDay("opened_on"), .text("chair"), .int("present"),
      .text("attended"), .record("quorum"), .partialDay("closed_on"), .partialDay("moved_on"),
      .text("moved_for"), .partialDay("cancelled_on"), .text("cancelled_for"),
      .text("second_call_of"), .text("starts"), .text("zone"), .text("link"), .list("excused"),
      .int("guests"),
    ],
    key: ["meeting"],
    order: [.ascending("from"), .ascending("series"), .ascending("number"), .natural("meeting")])

  static func rows(of meeting: Meeting, on day: Day) -> [ViewRow] {
    guard let plan = meeting.plan?.facts else { return [] }
    return [ViewRow(identity(meeting, plan) + course(meeting) + room(meeting), event: nil)]
  }

  private static func identity(_ meeting: Meeting, _ plan: MeetingPlan) -> [JSON] {
    [
      .text(meeting.id.text), .text(plan.series), .orNull(plan.number), .orNull(meeting.from),
      .orNull(meeting.until), .orNull(meeting.place), .orNull(meeting.format?.rawValue),
      .orNull(meeting.title), .orNull(plan.funder),
    ]
  }

  private static func course(_ meeting: Meeting) -> [JSON] {
    let convocation = meeting.convocation?.facts
    let opening = meeting.opening?.facts
    let move = meeting.moves.last?.facts
    return [
      .text(meeting.stage.rawValue), .orNull(convocation?.on), .orNull(noticeDays(meeting)),
      convocation.map { .bool($0.isUrgent) } ?? .null,
      convocation.map { .texts($0.agenda) } ?? .null, .orNull(opening?.on),
      .orNull(opening?.chair?.text), .orNull(presence(meeting)), .orNull(opening?.attended),
      opening?.quorum?.data ?? .null, .orNull(meeting.closing?.facts.on),
      .orNull(move?.on), .orNull(move?.reason),
      .orNull(meeting.cancellation?.facts.on), .orNull(meeting.cancellation?.facts.reason),
      .orNull(convocation?.secondCallOf?.text),
    ]
  }

  /// When and where it is to begin, who excused itself, and how many guests came at any time.
  private static func room(_ meeting: Meeting) -> [JSON] {
    let guests = Set(meeting.guests.map(\.guest)).count
    return [
      .orNull(meeting.starts?.description), .orNull(meeting.zone), .orNull(meeting.link),
      .texts(meeting.excused.map(\.facts.member.text)),
      meeting.knowsAttendance || guests > 0 ? .orNull(guests) : .null,
    ]
  }

  private static func noticeDays(_ meeting: Meeting) -> Int? {
    guard let convened = meeting.toldOn, let from = meeting.from,
      convened.precision == .day, from.precision == .day
    else { return nil }
    return convened.first.days(until: from.first)
  }

  private static func presence(_ meeting: Meeting) -> Int? {
    meeting.knowsAttendance ? Set(meeting.stays.map(\.member)).count : nil
  }
}
