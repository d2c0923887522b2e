import Values

/// The persons with their names and addresses, as far as these can be opened.
enum PersonList {
  static let columns: [Column] = [
    .text("person"), .text("name"), .text("email"), .text("phone"), .list("languages"),
    .list("specialities"),
  ]

  static func rows(_ views: Views, _ day: Day) throws -> [Row] {
    let words = views.personalWords(on: day)
    return try views.rows("person", on: day).map { row in
      let personal = try words.values(of: row.text("person") ?? "")
      return row.replacing(
        columns, [row["person"]] + personal + [row["languages"], row["specialities"]])
    }
  }
}
