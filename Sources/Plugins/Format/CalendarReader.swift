internal import Values

/// Reads the days on which a network works.
enum CalendarReader {
  /// A calendar with more holidays has been made by mistake, and each is looked at for each day.
  private static let mostHolidays = 100
  /// Days of one holiday; who does not work for longer has other rules.
  private static let longestHoliday = 366

  static func calendar(_ section: inout Section) -> CalendarRule? {
    let weekend =
      section.has("weekend")
      ? section.list("weekend", Form<CalendarRule.Weekday>.choice) : [.saturday, .sunday]
    let entries = section.entries("holidays")
    section.checkLength(of: "holidays", entries.count, most: mostHolidays)
    let holidays = section.each("holidays") { holiday(&$1) }
    guard let clause = section.clause(), let weekend else { return nil }
    var days: Set<Day> = []
    var yearly: Set<WorkCalendar.Yearly> = []
    for holiday in holidays {
      switch holiday {
      case .yearly(let day): yearly.insert(day)
      case .once(let first, let count): days.formUnion((0..<count).map { first + .days($0) })
      }
    }
    let numbers = Set(weekend.map(\.number))
    guard let calendar = WorkCalendar(weekend: numbers, days: days, yearly: yearly) else {
      section.note(Failure(.calendarEmpty, at: section.place(of: "weekend")))
      return nil
    }
    return CalendarRule(days: calendar, clause: clause)
  }

  private enum Holiday {
    case yearly(WorkCalendar.Yearly)
    case once(first: Day, count: Int)
  }

  /// One holiday, which says in exactly one way when it is.
  private static func holiday(_ section: inout Section) -> Holiday? {
    let ways = ["every", "easter", "on"].filter { section.has($0) }
    guard ways.count == 1 else {
      let values: [String: Failure.Value] = [
        "one": .text(ways.first ?? "every"), "other": .text(ways.dropFirst().first ?? "on"),
      ]
      section.note(
        Failure(ways.isEmpty ? .keysNeither : .keysExclusive, values, at: section.place))
      section.ignore(["every", "easter", "on", "until"])
      return nil
    }
    switch ways.first {
    case "every": return section.required("every", .yearDay).map { .yearly($0) }
    case "easter":
      return section.required("easter", .easter).map { .yearly(.easter(offset: $0)) }
    default: return once(&section)
    }
  }

  private static func once(_ section: inout Section) -> Holiday? {
    let first = section.required("on", .day)
    let last = section.has("until") ? section.required("until", .day) : first
    guard let first, let last else { return nil }
    guard first <= last else {
      section.note(
        Failure(
          .daysBackwards, ["from": .day(first), "until": .day(last)],
          at: section.place(of: "until")))
      return nil
    }
    let count = first.days(until: last) + 1
    guard count <= longestHoliday else {
      section.note(
        Failure(
          .holidayTooLong, ["days": .int(count), "most": .int(longestHoliday)],
          at: section.place(of: "until")))
      return nil
    }
    return .once(first: first, count: count)
  }
}

extension Form where Value == Int {
  /// Days before and after Easter Sunday; no feast that depends on it is farther away.
  fileprivate static var easter: Form {
    Form { node throws(Failure) in try node.integer(in: -100...100) }
  }
}

extension Form where Value == WorkCalendar.Yearly {
  /// A month and a day, such as `12-25`; one that some year has.
  fileprivate static var yearDay: Form {
    Form { node throws(Failure) in
      guard let day = Day("2000-" + (try node.string())) else { throw node.unreadable("year-day") }
      return .date(month: day.month, day: day.day)
    }
  }
}
