import Plugins
import Values

/// The contact points: holders of the kinds of seats that the rules put into the directory.
///
/// A person has a name on every day on which it holds a seat, also on days before it was registered: it is
/// the same person. The seat of a member that does not belong to the network on the day is no contact
/// point then, though the list of seats shows its holder until an act ends the appointment.
enum DirectoryList {
  static let columns: [Column] = [
    .text("member"), .text("seat"), .text("kind"), .text("person"), .text("name"),
    .text("email"), .text("phone"), .list("languages"), .partialDay("since"), .text("state"),
    .day("confirmed_on"), .day("erased_on"),
  ]

  static func rows(_ views: Views, _ day: Day) throws -> [Row] {
    guard let rules = try views.rules(on: day) else { return [] }
    let words = views.personalWords(on: day)
    let languages = try languages(views, day)
    let members = Set(try views.rows("member", on: day).map { $0["member"] })
    return try SeatList.rows(views, day).compactMap { row in
      guard let person = row.text("person"), let kind = row.text("kind"),
        rules.seat(kind)?.isInDirectory == true, members.contains(row["member"])
      else { return nil }
      let head = [row["member"], row["seat"], row["kind"], row["person"]]
      let known = try words.known(of: person)
      let tail: [JSON] = [
        known.erasedOn == nil ? languages[row["person"]] ?? .null : .null, row["since"],
        row["state"], row["confirmed_on"], .orNull(known.erasedOn),
      ]
      return row.replacing(columns, head + known.values + tail)
    }
  }

  /// The languages of each person on a day, before its registration those that it was registered with.
  private static func languages(_ views: Views, _ day: Day) throws -> [JSON: JSON] {
    let all = Dictionary(grouping: try views.history("person", until: Views.lastDay)) {
      $0["person"]
    }
    return all.compactMapValues { rows in
      let first = rows.min { $0.validFrom < $1.validFrom }
      let begun = rows.filter { $0.validFrom <= day }.max { $0.validFrom < $1.validFrom }
      return (begun ?? first)?["languages"]
    }
  }
}
