/// What a command reads from and writes to: a person's terminal, a pipe, or a test.
protocol Terminal: AnyObject {
  /// Whether a person can be asked: input and talk both are terminals.
  var canAsk: Bool { get }
  /// Whether answers go to a terminal.
  var outputIsTerminal: Bool { get }
  /// The columns of the terminal that shows answers; nil when it is none or does not say.
  var outputWidth: Int? { get }

  /// Adds to the answer, on standard output.
  func write(_ text: String)
  /// Talks to the person, on standard error.
  func writeError(_ text: String)
  /// The next line of input without its end; nil at the end of input.
  func readLine() -> String?
  /// Sends what was written; false when it could not be written, other than by a closed pipe.
  func flush() -> Bool
}
