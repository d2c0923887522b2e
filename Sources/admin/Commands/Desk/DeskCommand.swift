internal import EventStore
internal import Projections
internal import Publishing
internal import Values

/// `admin desk`: what wants doing, by day, each with the line to type.
enum DeskCommand {
  static let command = Command(
    noun: "desk", verb: nil, group: .start, effect: .reads,
    parameters: [.option("within", .text)],
    examples: ["admin desk", "admin desk --within P90D --json"]
  ) { invocation, session in
    let log = try session.log(for: .reading)
    let day = try session.day(in: log)
    let entries = try Desk.entries(
      session.views(of: log), on: day, within: try period(invocation))
    let words = ObligationWords(try session.words(for: "obligation", in: log), session.catalogue)
    let rows = entries.map { row($0, on: day, words, session) }
    if rows.isEmpty, !session.globals.format.isForPrograms {
      session.say("desk.empty")
    } else {
      try session.show(Listing(columns: columns, rows: rows, fields: fields))
    }
    return .done
  }

  private static let columns = ["due", "days_left", "what", "subject", "title", "command"]
  private static let fields = columns + ["overdue", "clause"]
  /// How far ahead is looked when nobody says so.
  private static let usual = Period(days: 30)

  private static func period(_ invocation: Invocation) throws(Failure) -> Period {
    guard let text = invocation.text("within") else { return usual }
    guard let period = Period(text) else {
      throw Failure(
        .optionUnreadable,
        [
          "found": .text(text), "option": .text("--within"), "expected": .word("expected.period"),
        ])
    }
    return period
  }

  private static func row(
    _ entry: DeskEntry, on day: Day, _ words: ObligationWords, _ session: Session
  ) -> JSON.Fields {
    let kind = entry.kind.rawValue
    let isForPeople = !session.globals.format.isForPrograms
    let told = isForPeople ? entry.owed?.json.fields.flatMap(words.told) : nil
    let line = (["admin"] + entry.line).map(ShellWord.quoted).joined(separator: " ")
    return JSON.Fields([
      ("due", .text(entry.due.description)), ("days_left", .int(Int64(day.days(until: entry.due)))),
      ("what", .text(isForPeople ? session.catalogue.text("desk.\(kind)") : kind)),
      ("subject", .text(entry.subject)), ("title", .text(told ?? entry.title)),
      ("command", .text(line)),
      ("overdue", .bool(entry.due < day)), ("clause", entry.clause.map { .text($0) } ?? .null),
    ])
  }
}
