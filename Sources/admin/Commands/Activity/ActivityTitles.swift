internal import Plugins
internal import Projections
internal import Publishing
internal import Values

/// What the rules call the things that a line names, in the reader's language; ids only where nothing names them.
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
    named.merging(members) { $1 }
  }

  private var named: [String: Failure.Value] {
    switch line.code {
    case "meeting", "meeting-cancelled": ["name": .text(meeting), "days": .text(days)]
    case "report": ["output": .text(output), "meeting": .text(meeting)]
    case "procedure", "procedure-open":
      [
        "name": .text(rules?.procedure(text("rule")).map { name($0.title) } ?? text("rule")),
        "next": .text(catalogue.template("term.\(text("then"))") ?? ""),
        "goes": .text(given("then") == nil ? "no" : "yes"),
      ]
    case "member-joined": ["class": .text(catalogue.memberClass(text("class")))]
    case "election-open", "election-closed", "seated":
      ["body": .text(rules?.body(text("body")).map { name($0.title) } ?? text("body"))]
    default: [:]
    }
  }

  /// Those whom the rules name, in the place of their codes.
  private var members: [String: Failure.Value] {
    var values: [String: Failure.Value] = [:]
    if let owner = given("owner") { values["owner"] = .text(names.listed(owner)) }
    if case .list(let codes) = line.values["members"] {
      values["members"] = .list(names.listed(codes))
    }
    return values
  }

  private var names: PaperNames {
    PaperNames(institutions: (rules?.membership.institutions ?? [:]).mapValues(name))
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
