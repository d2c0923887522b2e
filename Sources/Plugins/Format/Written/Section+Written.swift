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

  /// A text by language that may stand under a key and quotes nothing.
  mutating func sentence(_ key: String) -> LocalText? {
    guard let node = node(key), let text = context.localText(node) else { return nil }
    context.checkPlaceholders(of: node, [])
    return text
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
      for (name, offset) in placeholders(of: text, entry.value) {
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

  /// The placeholders of a text; a text that cannot be taken apart is noted and has none.
  private func placeholders(of text: String, _ node: Node) -> [(name: String, offset: Int)] {
    do throws(Message.Fault) {
      return try Message(text).placeholders.sorted().map { ($0, Self.offset(of: $0, in: text)) }
    } catch {
      findings.add(
        Failure(
          .messageUnread, ["reason": .word("message-fault.\(error.reason.rawValue)")],
          at: node.place(at: error.offset)))
      return []
    }
  }

  /// How many Unicode scalars stand before the first place where a text quotes a name.
  private static func offset(of name: String, in text: String) -> Int {
    let scalars = Array(text.unicodeScalars)
    let name = Array(name.unicodeScalars)
    for (index, scalar) in scalars.enumerated() where scalar == "{" {
      let start = scalars[(index + 1)...].firstIndex { $0 != " " } ?? scalars.count
      let rest = scalars[start...]
      guard rest.starts(with: name) else { continue }
      let next = rest.dropFirst(name.count).first { $0 != " " }
      if next == "}" || next == "," { return start }
    }
    return 0
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
