/// Whether an answer is coloured; colour never carries a meaning of its own.
///
/// Source: no-color.org; clig.dev, "Output".
struct Style: Equatable, Sendable {
  let isColoured: Bool

  static let plain = Style(isColoured: false)

  init(isColoured: Bool) { self.isColoured = isColoured }

  /// - Parameters:
  ///   - choice: What `--color` says: `auto`, `always` or `never`.
  ///   - environment: `NO_COLOR` when not empty, and `TERM=dumb`, turn colour off under `auto`.
  ///   - isTerminal: Whether the answer goes to a terminal.
  init(choice: String, environment: [String: String], isTerminal: Bool) {
    let isRefused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    let isAble = isTerminal && !isRefused && environment["TERM"] != "dumb"
    isColoured = choice == "always" || (choice == "auto" && isAble)
  }

  func strong(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}
