import Plugins
import Values

/// The contact points: holders of the kinds of seats that the rules put into the directory.
enum DirectoryList {
  static let columns: [Column] = [
    .text("member"), .text("seat"), .text("kind"), .text("person"), .text("name"),
    .text("email"), .text("phone"), .list("languages"), .partialDay("since"), .text("state"),
    .day("confirmed_on"),
  ]

  static func rows(_ views: Views, _ day: Day) throws -> [Row] {
    guard let rules = try views.rules(on: day) else { return [] }
    let words = views.personalWords(on: day)
    let languages = Dictionary(
      try views.rows("person", on: day).map { ($0["person"], $0["languages"]) },
      uniquingKeysWith: { $1 })
    return try SeatList.rows(views, day).compactMap { row in
      guard let person = row.text("person"), let kind = row.text("kind"),
        rules.seat(kind)?.isInDirectory == true
      else { return nil }
      let head = [row["member"], row["seat"], row["kind"], row["person"]]
      let tail = [
        languages[row["person"]] ?? .null, row["since"], row["state"], row["confirmed_on"],
      ]
      return row.replacing(columns, head + (try words.values(of: person)) + tail)
    }
  }
}
