import Values

/// The members with the rights that the rules in force on the day give to their class.
///
/// A class that these rules do not know has no rights.
enum MemberList {
  static let columns: [Column] = [
    .text("member"), .text("class"), .list("rights"), .partialDay("since"),
  ]

  static func rows(_ views: Views, _ day: Day) throws -> [Row] {
    let classes = try views.rows("member_class", on: day)
    let rights = Dictionary(
      classes.map { ($0["class"], $0["rights"]) }, uniquingKeysWith: { $1 })
    return try views.rows("member", on: day).map { row in
      row.replacing(
        columns, [row["member"], row["class"], rights[row["class"]] ?? .list([]), row["since"]])
    }
  }
}
