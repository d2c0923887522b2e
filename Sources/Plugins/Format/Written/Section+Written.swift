internal import Values

/// What the rules that a network writes in expressions share.
extension Section {
  /// Each mapping of a list; nothing for a key that does not stand there.
  mutating func items<Value>(_ key: String, _ body: (inout Section) -> Value?) -> [Value] {
    guard has(key) else { return [] }
    let context = context
    return (list(key, .any) ?? []).compactMap { node in
      Section.read(node, path: key, in: context, body)
    }
  }

  /// Notes more under a key than could be checked with each act.
  mutating func checkLength(of key: String, _ count: Int, most: Int) {
    guard count > most else { return }
    note(
      Failure(.listTooLong, ["key": .text(key), "most": .int(most)], at: place(of: key)))
  }

  /// A list that may stand under a key.
  mutating func optionalList<Value>(_ key: String, _ form: Form<Value>) -> [Value] {
    has(key) ? list(key, form) ?? [] : []
  }

  /// The expressions below a key, by name.
  mutating func expressions(_ key: String) -> [NamedExpression] {
    entries(key).compactMap { entry in
      let text = context.findings.collect { () throws(Failure) in
        try Form<ExpressionText>.expression.read(entry.value)
      }
      return text.map { NamedExpression(entry.name, $0) }
    }
  }

  /// A text by language with its placeholders, and the values that they stand for.
  mutating func message(_ key: String) -> (text: LocalText, values: [NamedExpression])? {
    let names = entries("values").map { ($0.name, $0.place) }
    let values = expressions("values")
    guard let node = required(key, .any), let text = context.localText(node) else { return nil }
    context.checkPlaceholders(of: node, names)
    return (text, values)
  }

  /// A type of event, of the program or of the network.
  mutating func eventType(_ key: String) -> String? {
    required(key, .reference("event", to: context.eventTypes))
  }
}

extension Form where Value == ExpressionText {
  static var expression: Form {
    Form { node throws(Failure) in
      let text = try ExpressionText(node)
      guard !text.text.isEmpty else { throw node.unreadable("expression") }
      return text
    }
  }
}

extension Form where Value == String {
  /// The id of a guard or an obligation, such as `contact.is-magistrate`.
  static var ruleID: Form {
    Form { node throws(Failure) in
      let text = try node.string()
      guard Names.isRuleID(text) else { throw node.unreadable("rule-id") }
      return text
    }
  }
}

// MARK: - Placeholders

extension RulesContext {
  /// Notes each placeholder without a value, each value without a placeholder, and each that one
  /// language alone does not have.
  fileprivate func checkPlaceholders(of node: Node, _ values: [(name: String, place: Place?)]) {
    guard let entries = try? node.mapping() else { return }
    let names = values.map(\.name)
    var used: [String: Set<String>] = [:]
    for entry in entries {
      guard let text = try? entry.value.string() else { continue }
      for (name, offset) in Placeholders.all(in: text) {
        used[entry.name, default: []].insert(name)
        guard !names.contains(name) else { continue }
        findings.add(
          Failure(
            .placeholderUnknown,
            [
              "found": .text(name), "choices": names.isEmpty ? .word("word.none") : .list(names),
              "nearest": .text(Nearest.word(to: name, among: names) ?? ""),
            ], at: entry.value.place(at: offset)))
      }
    }
    for (name, place) in values {
      let languages = entries.map(\.name).filter { used[$0]?.contains(name) == true }
      if languages.isEmpty {
        findings.add(Failure(.placeholderUnused, ["value": .text(name)], at: place))
      } else {
        noteMissing(name, in: entries.filter { !languages.contains($0.name) })
      }
    }
  }

  private func noteMissing(_ name: String, in entries: [Entry]) {
    for entry in entries {
      findings.add(
        Failure(
          .placeholderMissing, ["value": .text(name), "language": .text(entry.name)],
          at: entry.value.place))
    }
  }
}

/// The names that a message quotes: `{name}`, or `{n|one: vote|other: votes}`.
enum Placeholders {
  /// Each with how many Unicode scalars stand before it.
  static func all(in text: String) -> [(name: String, offset: Int)] {
    var found: [(String, Int)] = []
    var name: [Unicode.Scalar]?
    var start = 0
    for (offset, character) in text.unicodeScalars.enumerated() {
      switch character {
      case "{":
        (name, start) = ([], offset + 1)
      case "}", "|":
        if let name { found.append((string(name), start)) }
        name = nil
      default: name?.append(character)
      }
    }
    return found
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
