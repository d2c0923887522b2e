internal import Publishing
internal import Values

/// One call of the program: who asks, in what language, and where the answer goes.
struct Session {
  let tree: CommandTree
  let catalogue: Catalogue
  let globals: GlobalOptions
  let environment: [String: String]
  let terminal: any Terminal

  var style: Style {
    Style(
      choice: globals.color, environment: environment, isTerminal: terminal.outputIsTerminal)
  }

  /// Whether a person may be asked for what is missing.
  var canAsk: Bool { terminal.canAsk && !globals.takesNoInput }
}
