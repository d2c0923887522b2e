import Values

/// The persons with their names and addresses, as far as these can be opened.
enum PersonList {
  static let columns: [Column] = [
    .text("person"), .text("name"), .text("email"), .text("phone"), .list("languages"),
    .list("specialities"), .day("erased_on"),
  ]

  static func rows(_ views: Views, _ day: Day) throws -> [Row] {
    let words = views.personalWords(on: day)
    return try views.rows("person", on: day).map { row in
      let known = try words.known(of: row.text("person") ?? "")
      let profile: [JSON] =
        known.erasedOn == nil ? [row["languages"], row["specialities"]] : [.null, .null]
      return row.replacing(
        columns, [row["person"]] + known.values + profile + [.orNull(known.erasedOn)])
    }
  }
}
