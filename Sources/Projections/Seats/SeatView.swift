import Governance
import Values

/// Each seat with whoever was put into it and not taken out again by an act.
///
/// Whether a term that has run out leaves the seat vacant is a question for the rules of the day:
/// `SeatList` answers it.
enum SeatView: EntityView {
  static let definition = ViewDefinition(
    "seat", revision: 3,
    columns: [
      .text("seat"), .text("member"), .text("kind"), .int("number"), .text("person"),
      .partialDay("since"), .day("until"), .text("act"), .day("confirmed_on"),
      .partialDay("vacant_since"), .partialDay("absent_since"),
    ],
    key: ["seat"],
    order: [.ascending("member"), .ascending("kind"), .ascending("number")])

  static func rows(of seat: Seat, on day: Day) -> [ViewRow] {
    guard let member = seat.member else { return [] }
    let held = seat.appointment(on: day)
    let absence = held.flatMap { seat.alternates.absence(of: $0.person, on: day) }
    let last = held ?? seat.appointments.last { $0.from.first <= day }
    let values: [JSON] = [
      .text(seat.id.text), .text(member.text), .text(seat.kind), .orNull(seat.number),
      .orNull(held?.person.text), .orNull(held?.from), .orNull(held?.term), .orNull(held?.act),
      .orNull(seat.confirmation(on: day)?.effective), held == nil ? .orNull(last?.until) : .null,
      .orNull(absence?.from),
    ]
    let ending = held == nil ? last?.endedBy : nil
    return [ViewRow(values, event: ending ?? last?.begunBy ?? seat.created?.position)]
  }

  static func turningDays(of seat: Seat) -> [Day] {
    seat.appointments.flatMap { [$0.from.first, $0.until?.first].compactMap(\.self) }
      + seat.alternates.turningDays
  }
}
