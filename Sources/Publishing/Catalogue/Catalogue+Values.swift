package import Values

/// Values written for people, in the language of the catalogue.
extension Catalogue {
  /// A value as a sentence quotes it; what came from outside cannot move the cursor.
  package func text(of value: Failure.Value) -> String {
    switch value {
    case .text(let text): Visible.text(Self.shortened(text))
    case .int(let number): self.number(number)
    case .day(let day): self.day(day)
    case .list(let items): list(items.map { Visible.text(Self.shortened($0)) })
    case .period(let period): self.period(period)
    case .word(let key): text(key)
    }
  }

  /// The beginning of a text that is too long to be quoted, at most 1,000 characters.
  private static func shortened(_ text: String) -> String {
    text.utf8.count <= 1_000 ? text : text.prefix(999) + "…"
  }

  /// `7 December 2026`, `7 de dezembro de 2026`, `7 de diciembre de 2026`.
  package func day(_ day: Day) -> String {
    text("day.full", ["day": .text("\(day.day)"), "month": month(day), "year": year(day)])
  }

  /// `31 March`, where the year stands beside it.
  func dayAndMonth(_ day: Day) -> String {
    text("day.of-year", ["day": .text("\(day.day)"), "month": month(day)])
  }

  /// The clocks of a time zone: `time of Amsterdam`, or the zone by its name in the database where no city
  /// stands for it in the catalogue.
  ///
  /// Source: IANA time zone database, whose names end with a city.
  package func clocks(of zone: String) -> String {
    let city = zone.split(separator: "/").last ?? ""
    let key = city.lowercased().replacing("_", with: "-")
    return template("zone-clocks.\(key)") ?? text("zone-clocks", ["zone": .text(zone)])
  }

  /// A day, a month or a year, as far as it is known: `2016`, `November 2016`, `24 November 2016`.
  package func day(_ partial: PartialDay) -> String {
    switch partial.precision {
    case .year: text("day.year", ["year": year(partial.first)])
    case .month:
      text("day.month", ["month": month(partial.first), "year": year(partial.first)])
    case .day: day(partial.first)
    }
  }

  /// `14 days`, `1 year and 6 months`; what a plugin writes `P14D` and `P1Y6M`.
  package func period(_ period: Period) -> String {
    let parts = [("years", period.years), ("months", period.months), ("days", period.days)]
    let named = parts.filter { $0.1 != 0 }.map { name, count in
      text("period.\(name)", ["n": .int(count)])
    }
    return named.isEmpty ? text("period.days", ["n": .int(0)]) : list(named)
  }

  private func month(_ day: Day) -> Failure.Value {
    .word(day.month < 10 ? "month.0\(day.month)" : "month.\(day.month)")
  }

  private func year(_ day: Day) -> Failure.Value { .text("\(day.year)") }

  /// Thousands apart from 10,000 on: a comma in English, a space in Portuguese, a point in Spanish.
  ///
  /// Source: Unicode CLDR, number symbols of en, pt-PT and es; four digits stay together in all
  /// three, so that a year never looks like an amount.
  package func number(_ number: Int) -> String {
    let digits = String(number.magnitude)
    guard digits.utf8.count > 4 else { return String(number) }
    let head = digits.utf8.count % 3
    var groups: [Substring] = head == 0 ? [] : [digits.prefix(head)]
    var rest = digits.dropFirst(head)
    while !rest.isEmpty {
      groups.append(rest.prefix(3))
      rest = rest.dropFirst(3)
    }
    return (number < 0 ? "-" : "") + groups.joined(separator: thousands)
  }

  private var thousands: String {
    switch language {
    case .english: ","
    case .portuguese: "\u{A0}"
    case .spanish: "."
    }
  }

  /// `a`, `a and b`, `a, b and c`; an empty list is an empty text.
  package func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(conjunction(before: last)) " + last
  }

  private func conjunction(before word: String) -> String {
    switch language {
    case .english: "and"
    case .portuguese: "e"
    case .spanish: Self.beginsWithI(word) ? "e" : "y"
    }
  }

  /// Whether a Spanish word begins with the sound of i, and not with a diphthong such as in hielo.
  ///
  /// Source: Real Academia Española, Diccionario panhispánico de dudas, "y", 2.
  private static func beginsWithI(_ word: String) -> Bool {
    var letters = Array(word.lowercased().prefix(3))
    if letters.first == "h" { letters.removeFirst() }
    guard letters.first == "i" || letters.first == "í" else { return false }
    guard letters.first == "i", letters.count > 1 else { return true }
    return !["a", "e", "o", "u", "á", "é", "ó", "ú"].contains(letters[1])
  }
}
