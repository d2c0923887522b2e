internal import Plugins
internal import Projections
internal import Publishing
internal import Values

/// What the rules call the meeting or the output of a line, in the reader's language.
struct ActivityTitles {
  private let line: ActivityLine
  private let rules: Rules?
  private let catalogue: Catalogue

  init(_ line: ActivityLine, _ rules: Rules?, _ catalogue: Catalogue) {
    self.line = line
    self.rules = rules
    self.catalogue = catalogue
  }

  /// Values by the name under which the sentence quotes them; none for a line of another kind.
  var values: [String: Failure.Value] {
    switch line.code {
    case "meeting": ["name": .text(meeting), "days": .text(days)]
    case "report": ["output": .text(output)]
    default: [:]
    }
  }

  /// `Plenary meeting, No. 19`; its own title where it has one, its id where nothing names it.
  private var meeting: String {
    let series = rules?.series(text("series")).map { name($0.title) }
    guard let called = given("title").map(Visible.text) ?? series else { return text("meeting") }
    guard let number = given("number") else { return called }
    return catalogue.text(
      "document.numbered", ["series": .text(called), "number": .text(number)])
  }

  private var days: String {
    guard let from = PartialDay(text("from")) else { return text("from") }
    return catalogue.days(from: from, until: PartialDay(text("until")))
  }

  private var output: String {
    rules?.outputs.first { $0.id == text("output") }.map { name($0.title) } ?? text("output")
  }

  private func name(_ text: LocalText) -> String {
    Visible.text(text.text(in: catalogue.language.rawValue, else: rules?.languages ?? []))
  }

  private func given(_ name: String) -> String? {
    let text = text(name)
    return text.isEmpty ? nil : text
  }

  private func text(_ name: String) -> String {
    guard case .text(let text) = line.values[name] else { return "" }
    return text
  }
}
