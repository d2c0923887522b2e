package import Values

/// One thing that wants doing, with the day by which and the line that does it.
package struct DeskEntry: Hashable, Sendable {
  /// Why it lies on the desk: a word of the catalogues, `desk.WORD`.
  package enum Kind: String, CaseIterable, Sendable {
    /// A planned meeting, until the last day on which it can lawfully be convened.
    case convene
    /// A convened meeting, on its first day.
    case open
    /// A meeting that goes on, on its last day.
    case close
    /// A procedure that runs, until its time is over.
    case procedure
    /// An election whose seats are not filled, until the last day on which candidates are named.
    case election
    /// Minutes that wait for approval.
    case minutes
    /// An act that waits for a second person.
    case approval
    case obligation, action, deliverable
    /// A term that lapses: of a seat, a board, a subgroup.
    case term
  }

  package let kind: Kind
  /// What it is about, by id.
  package let subject: String
  /// What people call it; empty where its id says enough.
  package let title: String
  package let due: Day
  /// The words after `admin`; what a person still has to say is left out.
  package let line: [String]
  /// The clause behind the day, where a rule gave it.
  package let clause: String?
  /// The row of the obligation that it is; nil of any other kind.
  package let owed: Row?

  init(
    _ kind: Kind, _ subject: String, _ title: String = "", due: Day, line: [String],
    clause: String? = nil, owed: Row? = nil
  ) {
    self.kind = kind
    self.subject = subject
    self.title = title
    self.due = due
    self.line = line
    self.clause = clause
    self.owed = owed
  }

  /// How it is sorted: by day, then in the order of the kinds, then by subject, shorter ids first.
  fileprivate var key: (Int, Int, Int, String) {
    let rank = Kind.allCases.firstIndex(of: kind) ?? 0
    return (due.number, rank, subject.utf8.count, subject)
  }

  static func isBefore(_ left: DeskEntry, _ right: DeskEntry) -> Bool { left.key < right.key }
}
