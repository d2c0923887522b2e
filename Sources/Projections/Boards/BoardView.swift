import Governance
import Values

/// Who sits in the bodies that are no plenary, one row for each member of a composition.
enum BoardView: EntityView {
  static let definition = ViewDefinition(
    "board", revision: 2,
    columns: [
      .text("body"), .int("place"), .text("member"), .text("origin"), .partialDay("since"),
      .day("until"), .text("holder"), .text("act"), .text("deliberation"),
      .text("election"),
    ],
    key: ["place"], order: [.ascending("body"), .ascending("place")])

  static func rows(of board: Board, on day: Day) -> [ViewRow] {
    guard let composition = board.composition(on: day) else { return [] }
    let seating = composition.seating
    return seating.members.enumerated().map { index, member in
      let values: [JSON] = [
        .text(board.id.text), .int(Int64(index + 1)), .text(member.text),
        .text(composition.origin.rawValue), .orNull(seating.from), .orNull(seating.until),
        .orNull(seating.holder), .orNull(seating.act), .orNull(seating.deliberation),
        .orNull(seating.election),
      ]
      return ViewRow(values, event: composition.position)
    }
  }

  static func turningDays(of board: Board) -> [Day] {
    board.compositions.flatMap { composition in
      [composition.seating.from.first, composition.seating.until].compactMap(\.self)
    }
  }
}
