internal import Governance
internal import Plugins
internal import Publishing
internal import Values

/// The pages of `admin help`, made from the tree.
struct Help {
  /// Pages that belong to no command.
  enum Topic: String, CaseIterable {
    case options
    case exitCodes = "exit-codes"
    /// The keys of the rules, all or those in whose path a word stands.
    case keys
    /// What events carry and what a guard sees, all or those in whose name a word stands.
    case events
    /// Everything as one page, for `docs/commands.md`.
    case markdown
  }

  private let tree: CommandTree
  private let catalogue: Catalogue
  private let wording: Wording

  init(_ tree: CommandTree, _ catalogue: Catalogue) {
    self.tree = tree
    self.catalogue = catalogue
    wording = Wording(catalogue)
  }

  /// The page for the words after `help`: none, a noun, a noun and a verb, a topic.
  ///
  /// - Parameter words: What the person asked about.
  /// - Returns: A page that ends in a line feed.
  /// - Throws: `topic-unknown` with the nearest noun, verb or topic.
  func text(on words: [String]) throws(Failure) -> String {
    guard let first = words.first else { return overview() }
    if let topic = Topic(rawValue: first) { return try page(topic, words.dropFirst().first) }
    guard tree.nouns.contains(first) else {
      throw unknown(first, among: tree.nouns + Topic.allCases.map(\.rawValue))
    }
    if let command = tree.command(first, words.dropFirst().first) { return page(command) }
    guard words.count > 1 else { return page(noun: first) }
    throw unknown(words[1], among: tree.verbs(of: first))
  }

  private func unknown(_ word: String, among known: [String]) -> Failure {
    Failure(
      .topicUnknown,
      [
        "found": .text(word), "known": .list(known),
        "nearest": .text(Suggestion.word(to: word, among: known) ?? ""),
      ])
  }

  // MARK: Pages

  private func overview() -> String {
    var lines = [catalogue.text("help.usage"), "", catalogue.text("help.about")]
    for group in Command.Group.allCases {
      let nouns = tree.nouns.filter { noun in
        tree.commands.first { $0.noun == noun }?.group == group
      }
      guard !nouns.isEmpty else { continue }
      lines += ["", catalogue.text("group.\(group.rawValue)")]
      lines += columns(nouns.map { ($0, summary(of: $0)) })
    }
    return (lines + ["", catalogue.text("help.more")]).joined(separator: "\n") + "\n"
  }

  /// The verbs of a noun, or the summary of a command of one word.
  private func summary(of noun: String) -> String {
    if let command = tree.command(noun, nil) { return wording.summary(of: command) }
    return tree.verbs(of: noun).joined(separator: " ")
  }

  private func page(noun: String) -> String {
    let commands = tree.commands.filter { $0.noun == noun }
    let lines =
      [catalogue.text("help.usage-noun", ["noun": .text(noun)]), ""]
      + columns(commands.map { ($0.name, wording.summary(of: $0)) })
      + ["", catalogue.text("help.more-noun", ["noun": .text(noun)])]
    return lines.joined(separator: "\n") + "\n"
  }

  private func page(_ command: Command) -> String {
    var lines = ["\(catalogue.text("help.usage-word")) \(usage(command))", ""]
    lines += [wording.summary(of: command)]
    if !command.examples.isEmpty {
      lines += ["", catalogue.text("help.examples")] + command.examples.map { "  " + $0 }
    }
    if !command.parameters.isEmpty {
      lines += ["", catalogue.text("help.options")]
      lines += columns(command.parameters.map { (sketch($0), meaning($0, of: command)) })
    }
    lines += sheet(of: command) + longer(than: command)
    return (lines + ["", catalogue.text("help.more-options")]).joined(separator: "\n") + "\n"
  }

  /// The columns of the sheet that a command reads.
  private func sheet(of command: Command) -> [String] {
    guard !command.columns.isEmpty else { return [] }
    return ["", catalogue.text("help.sheet")]
      + columns(command.columns.map { ($0.name, meaning($0)) })
  }

  /// The commands whose names go on where the name of this one ends.
  private func longer(than command: Command) -> [String] {
    let all = tree.commands.filter { $0.noun == command.noun && $0.verb != nil }
    guard command.verb == nil, !all.isEmpty else { return [] }
    return ["", catalogue.text("help.longer")]
      + columns(all.map { ($0.name, wording.summary(of: $0)) })
  }

  private func page(_ topic: Topic, _ word: String?) throws(Failure) -> String {
    switch topic {
    case .keys: try page(topic, rows(RuleVocabulary.keys, with: word))
    case .events: try events(with: word)
    case .markdown: CommandsPage(tree, catalogue).text
    case .options:
      page(topic, GlobalOptions.parameters.map { (sketch($0), wording.description($0, of: nil)) })
    case .exitCodes:
      page(
        topic, ExitStatus.allCases.map { ("\($0.rawValue)", catalogue.text("exit.\($0.rawValue)")) }
      )
    }
  }

  /// The events, and below them the variables that a guard sees whatever the event.
  private func events(with word: String?) throws(Failure) -> String {
    let found = RuleVocabulary.events.filter { row in word.map(row.name.contains) ?? true }
    let seen = RuleVocabulary.variables.filter { row in word.map(row.name.contains) ?? true }
    guard !found.isEmpty || !seen.isEmpty, let word else {
      return page(.events, try rows(RuleVocabulary.events, with: word))
        + page(below: try rows(RuleVocabulary.variables, with: word))
    }
    let above = found.isEmpty ? "" : page(.events, try rows(found, with: word))
    return above + (seen.isEmpty ? "" : page(below: try rows(seen, with: word)))
  }

  private func page(below rows: [(String, String)]) -> String {
    (["", catalogue.text("help.events-seen"), ""] + columns(rows)).joined(separator: "\n") + "\n"
  }

  /// - Throws: `topic-unknown` for a word that stands in none.
  private func rows(
    _ all: [RuleVocabulary.Row], with word: String?
  ) throws(Failure) -> [(String, String)] {
    let found = all.filter { row in word.map(row.name.contains) ?? true }
    if let word, found.isEmpty { throw unknown(word, among: all.map(\.name)) }
    return found.map { ($0.name, told($0)) }
  }

  /// What a key means in the reader's language, with the form of its value; an event is told as it is.
  private func told(_ row: RuleVocabulary.Row) -> String {
    guard let text = catalogue.template("format-key.\(row.name)"),
      let form = row.words.lastIndex(of: "[")
    else { return row.words }
    return "\(text) \(row.words[form...])"
  }

  private func page(_ topic: Topic, _ rows: [(String, String)]) -> String {
    let lines = [catalogue.text("help.\(topic.rawValue)"), ""] + columns(rows)
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Parts

  /// `admin member admit STATE --class TEXT [OPTIONS]`.
  func usage(_ command: Command) -> String {
    let places = command.positionals.map { $0.isRequired ? $0.spelling : "[\($0.spelling)]" }
    let required = command.options.filter(\.isRequired).map(sketch)
    let hasMore = command.options.contains { !$0.isRequired }
    let words = ["admin", command.name] + places + required + (hasMore ? ["[OPTIONS]"] : [])
    return words.joined(separator: " ")
  }

  /// `-C, --network TEXT`, `--dry-run`, or `ID` for a word in its place.
  func sketch(_ parameter: Parameter) -> String {
    let short = parameter.short.map { "-\($0), " } ?? ""
    let value = parameter.isPositional || parameter.kind == .flag ? "" : " \(parameter.valueSketch)"
    return short + parameter.spelling + value
  }

  /// What a parameter means, and whether it must be given.
  func meaning(_ parameter: Parameter, of command: Command) -> String {
    let text = wording.description(parameter, of: command)
    let isNoted = parameter.isRequired && !parameter.isPositional
    return isNoted ? text + " " + catalogue.text("help.required") : text
  }

  /// What stands in a column of a sheet, and whether it must be there.
  func meaning(_ column: SheetColumn) -> String {
    let text = catalogue.text("sheet.column.\(column.name)")
    return column.isRequired ? text + " " + catalogue.text("help.required") : text
  }

  /// Two columns; a long left side has its right side on the next line.
  private func columns(_ rows: [(String, String)]) -> [String] {
    let width = min(28, rows.map { $0.0.count }.max() ?? 0)
    return rows.map { left, right in
      let padding = String(repeating: " ", count: max(0, width - left.count))
      let isLong = left.count > width
      let gap = isLong ? "\n" + String(repeating: " ", count: width + 4) : padding + "  "
      return "  " + left + gap + right
    }
  }
}
