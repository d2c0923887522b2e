/// What a command reads from and writes to: a person's terminal, a pipe, or a test.
protocol Terminal: AnyObject {
  /// Whether a person can be asked: input and talk both are terminals.
  var canAsk: Bool { get }
  /// Whether answers go to a terminal.
  var outputIsTerminal: Bool { get }
  /// Whether talk to the person goes to a terminal, where a line can be written over.
  var talkIsTerminal: Bool { get }
  /// The columns of the terminal that shows answers; nil when it is none or does not say.
  var outputWidth: Int? { get }

  /// Adds to the answer, on standard output.
  func write(_ text: String)
  /// Talks to the person, on standard error.
  func writeError(_ text: String)
  /// The next line of input without its end; nil at the end of input.
  func readLine() -> String?
  /// Asks for a line that is not shown while it is typed, and gives it without its end.
  ///
  /// - Parameters:
  ///   - prompt: What is asked; said once nothing typed is shown any more.
  ///   - limit: The most bytes that the line may have.
  /// - Returns: Nil at the end of input and for a longer line. Whoever takes the bytes wipes them.
  func readSecret(_ prompt: String, atMost limit: Int) -> [UInt8]?
  /// Sends what was written; false when it could not be written, other than by a closed pipe.
  func flush() -> Bool
}

extension Terminal {
  var talkIsTerminal: Bool { false }
}
