import Governance
import Plugins
import Values

/// The letters that were written, those that are due or to come, and those that reach nobody, by their days.
///
/// What was written is told for any day; what is due or to come follows from what the log says now.
enum OutboxList {
  /// What becomes of a letter; a word of the catalogues, `shown.outbox.state.WORD`.
  enum State: String, CaseIterable {
    case written
    /// The next tick writes it.
    case due
    /// Its day has not come.
    case planned
    /// It would be due, and the person has no address to which a letter can be sent.
    case unaddressed
    /// It would be due, and what was known of the person is erased.
    case erased
    /// It would be due, and nobody is known to whom it could go.
    case nobody
  }

  static let columns: [Column] = [
    .text("letter"), .text("state"), .text("about"), .text("subject"), .text("title"),
    .day("due"), .text("step"), .day("on"), .text("person"), .text("member"), .text("office"),
    .text("language"), .day("written_on"),
  ]

  static func rows(_ views: Views, _ day: Day) throws -> [Row] {
    guard let rules = try views.rules(on: day) else { return [] }
    let written = try views.rows("letter", on: day).map(written)
    let words = views.personalWords(on: day)
    let others = try views.unwrittenReminders(on: day).map { reminder in
      row(reminder, try state(of: reminder, words, on: day), rules, on: day)
    }
    return (written + others).sorted { sortKey($0).lexicographicallyPrecedes(sortKey($1)) }
  }

  private static func written(_ row: Row) -> Row {
    let names = ["about", "subject", "title", "due", "step", "on", "person", "member"]
    return row.replacing(
      columns,
      [row["letter"], .text(State.written.rawValue)] + names.map { row[$0] }
        + [.null, row["language"], row["written_on"]])
  }

  private static func state(
    of reminder: Reminder, _ words: PersonalWords, on day: Day
  ) throws -> State {
    guard let person = reminder.person else { return .nobody }
    let known = try words.known(of: person.text)
    if known.erasedOn != nil { return .erased }
    guard known.address != nil else { return .unaddressed }
    return reminder.isDue(on: day) ? .due : .planned
  }

  private static func row(_ reminder: Reminder, _ state: State, _ rules: Rules, on day: Day) -> Row
  {
    let title = reminder.title?.text(in: rules.languages.first ?? "en", else: rules.languages)
    let values: [JSON] = [
      .orNull(reminder.letterID(in: rules.id)?.text), .text(state.rawValue),
      .text(reminder.about.rawValue), .text(reminder.subject), .orNull(title),
      .orNull(reminder.due), .text(reminder.step.text), .orNull(reminder.on),
      .orNull(reminder.person?.text), .orNull(reminder.member?.text), .orNull(reminder.office),
      .null, .null,
    ]
    return Row(
      columns: columns, values: values, validFrom: min(reminder.on, day), validUntil: nil,
      event: nil)
  }

  private static func sortKey(_ row: Row) -> [String] {
    ["on", "about", "subject", "step", "person", "member", "office"].map { row.text($0) ?? "" }
  }
}

extension Views {
  /// The steps of what is open on a day that no letter was written for.
  func unwrittenReminders(on day: Day) throws -> [Reminder] {
    try RemindersInLog(log, until: end, zones: zones) { try self.rules(on: $0) }
      .unwritten(on: day)
  }

  /// The states that some needs name, as the views know them.
  func ledger(for needs: [Need]) throws -> Ledger {
    try LedgerInLog.ledger(needs, in: log, until: end)
  }
}
