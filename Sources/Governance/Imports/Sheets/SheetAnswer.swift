package import Plugins
package import Values

/// What became of one row of a sheet.
package struct SheetAnswer: Sendable {
  /// Whether the log learned something of the row.
  package enum State: String, Sendable {
    /// Its acts were recorded, or would be.
    case new
    /// The log says so already; nothing was asked.
    case already
  }

  package let place: Place
  package let state: State
  /// The thing that the row tells of, such as a member or a seat; never a name.
  package let subject: String
  /// The answers to its acts, in their order; of a row that was known, those given at first.
  package let answers: [Answer]
}

/// A sheet with rows that cannot be recorded, every one of them; nothing of it was recorded.
package struct SheetRefused: Error, Sendable {
  /// A row that a rule or the state of things stands against.
  package struct Row: Sendable {
    package let place: Place
    package let refusals: [Refusal.Record]
  }

  /// What cannot be read, in the order of the file.
  package let findings: [Finding]
  /// Whether there were more than are kept.
  package let isCut: Bool
  package let rows: [Row]

  package init(findings: [Finding], isCut: Bool, rows: [Row]) {
    self.findings = findings
    self.isCut = isCut
    self.rows = rows
  }
}
