import Governance
import Values

/// Those who stand in for the holder of each seat, in their order.
enum AlternateView: EntityView {
  static let definition = ViewDefinition(
    "alternate", revision: 1,
    columns: [
      .text("seat"), .text("member"), .text("kind"), .int("rank"), .text("person"),
      .partialDay("since"), .day("until"), .partialDay("absent_since"), .text("act"),
    ],
    key: ["person"],
    order: [
      .ascending("member"), .ascending("kind"), .natural("seat"), .ascending("rank"),
      .natural("person"),
    ])

  static func rows(of seat: Seat, on day: Day) -> [ViewRow] {
    guard let member = seat.member else { return [] }
    return seat.alternates.alternates(on: day).map { alternate in
      let naming = alternate.naming
      let values: [JSON] = [
        .text(seat.id.text), .text(member.text), .text(seat.kind), .orNull(naming.rank),
        .text(naming.person.text), .orNull(naming.from), .orNull(naming.until),
        .orNull(seat.alternates.absence(of: naming.person, on: day)?.from), .orNull(naming.act),
      ]
      return ViewRow(values, event: alternate.begunBy)
    }
  }

  static func turningDays(of seat: Seat) -> [Day] { seat.alternates.turningDays }
}
