import Plugins
import Values

/// Something that the network or a member owes by a rule; it is shown and never blocks.
struct Obligation: Hashable {
  /// What kind of thing is owed: a word of the catalogues, `obligation.WORD`.
  enum Kind: String, CaseIterable {
    /// A series asks for at least so many meetings in a period.
    case meetings
    /// An output is owed after a meeting or for a period.
    case output
    /// A member has fewer holders of a kind of seat than the rules ask for.
    case seat
    /// A programme has ended and no other was adopted.
    case programme
    /// A procedure was broken, and its matter goes to the next meeting.
    case matter
  }

  enum State: String {
    /// Nothing is owed before the due day, which lies ahead.
    case due
    /// The due day has passed.
    case overdue
  }

  let kind: Kind
  let clause: Clause
  /// What it is about: a series, a meeting, a member, a programme.
  let subject: String
  let owedBy: String
  /// The day from which it is owed.
  let since: Day
  /// The last day on which it can be kept; nil for what is owed at once.
  let due: Day?
  /// The event that it follows from; nil where none is behind it.
  var event: Int64?
  /// The numbers behind it, in reading order.
  var basis = JSON.Fields()

  static let columns: [Column] = [
    .text("obligation"), .text("clause"), .text("source"), .text("what"), .text("subject"),
    .text("owed_by"), .day("due"), .day("overdue_since"), .text("state"), .record("basis"),
  ]

  /// Names the obligation among all: the clause and what it is about.
  var id: String { "\(clause.id):\(subject)" }

  /// The first day after the due day, once it has come.
  func overdueSince(on day: Day) -> Day? {
    guard let due else { return since }
    return due < day ? Day(number: due.number + 1) : nil
  }

  func row(on day: Day) -> Row {
    let overdue = overdueSince(on: day)
    let state = overdue == nil ? State.due : .overdue
    let values: [JSON] = [
      .text(id), .text(clause.id), .text(clause.source.key), .text(kind.rawValue),
      .text(subject), .text(owedBy), .orNull(due), .orNull(overdue), .text(state.rawValue),
      .object(basis),
    ]
    return Row(
      columns: Self.columns, values: values, validFrom: overdue ?? since, validUntil: nil,
      event: event)
  }
}
