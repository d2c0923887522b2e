/// A failure a person can act on; a catalogue says in the reader's language what, why and what to do next.
package struct Failure: Error, Hashable, Sendable {
  /// Stable and documented: it picks the sentences `failure.NAME.what`, `.why` and `.mend` and the exit status.
  package struct Code: Hashable, Sendable {
    package let name: String
    package let exit: ExitStatus

    package init(_ name: String, exit: ExitStatus) {
      self.name = name
      self.exit = exit
    }
  }

  /// What the sentences quote; never personal data.
  package enum Value: Hashable, Sendable {
    case text(String)
    case int(Int)
    case day(Day)
    case list([String])
    case period(Period)
    /// A key of the catalogue, for words that follow the reader's language.
    case word(String)
  }

  package let code: Code
  package let values: [String: Value]
  package var place: Place?

  package init(_ code: Code, _ values: [String: Value] = [:], at place: Place? = nil) {
    self.code = code
    self.values = values
    self.place = place
  }
}

/// Where in a file something stands; line and column count from 1.
package struct Place: Hashable, Sendable {
  package var file: String?
  package let line: Int
  package let column: Int

  package init(file: String? = nil, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}

/// What the program tells the shell; the numbers are part of the contract in docs/commands.md.
package enum ExitStatus: Int32, CaseIterable, Sendable {
  case done = 0
  case refused = 10
  case checkFailed = 11
  case differences = 12
  case declined = 13
  case usage = 64
  case badData = 65
  case notFound = 66
  case unavailable = 69
  case internalError = 70
  case cannotCreate = 73
  case inputOutput = 74
  case tryAgain = 75
  case notPermitted = 77
  case configuration = 78
}
