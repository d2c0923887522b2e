internal import Values

/// One mapping of a plugin: each key is read by its form, and every fault is noted.
///
/// A value that cannot be read is nil and has left a finding, so that reading goes on.
struct Section {
  /// From below `governance`, such as `bodies.plenary`: the default id of its clause.
  let path: String
  let place: Place?
  let context: RulesContext
  private var reader: MappingReader

  /// Reads a mapping and then refuses the keys that nobody asked for.
  ///
  /// - Returns: What the closure makes of it; nil for a node that is no mapping.
  static func read<Value>(
    _ node: Node, path: String, in context: RulesContext, _ body: (inout Section) -> Value?
  ) -> Value? {
    guard let reader = context.findings.collect({ () throws(Failure) in try MappingReader(node) })
    else { return nil }
    var section = Section(path: path, place: node.place, context: context, reader: reader)
    let value = body(&section)
    section.reader.finish(into: context.findings)
    return value
  }

  func note(_ failure: Failure) { context.findings.add(failure) }

  /// Whether the key stands there, whatever its value.
  mutating func has(_ key: String) -> Bool { reader.optional(key) != nil }

  /// What stands under a key, unread.
  mutating func node(_ key: String) -> Node? { reader.optional(key) }

  mutating func place(of key: String) -> Place? { reader.optional(key)?.place ?? place }

  mutating func required<Value>(_ key: String, _ form: Form<Value>) -> Value? {
    do throws(Failure) {
      return try form.read(settled(try reader.required(key), form.parameter, at: key))
    } catch {
      note(error)
      return nil
    }
  }

  mutating func optional<Value>(_ key: String, _ form: Form<Value>) -> Value? {
    guard let node = reader.optional(key) else { return nil }
    return context.findings.collect { () throws(Failure) in
      try form.read(settled(node, form.parameter, at: key))
    }
  }

  private func settled(
    _ node: Node, _ kind: ParameterRule.Kind?, at key: String
  ) throws(Failure) -> Node {
    try context.settled(node, kind, at: joined(key))
  }

  /// Keys that cannot be read for a fault that is already noted.
  mutating func ignore(_ keys: [String]) { for key in keys { _ = reader.optional(key) } }

  /// Each value of a list; those that cannot be read are noted and left out.
  mutating func list<Value>(_ key: String, _ form: Form<Value>) -> [Value]? {
    guard let nodes = required(key, Form { node throws(Failure) in try node.sequence() })
    else { return nil }
    lookForRepeats(in: nodes)
    return nodes.compactMap { node in
      guard !context.findings.isFull else { return nil }
      return context.findings.collect { () throws(Failure) in try form.read(node) }
    }
  }

  /// A mapping that must stand under a key.
  ///
  /// - Parameters:
  ///   - key: Its key.
  ///   - path: Where its clauses' ids begin; the path of the key when not given.
  ///   - body: Reads the keys below.
  /// - Returns: What the closure makes of it.
  mutating func section<Value>(
    _ key: String, path: String? = nil, _ body: (inout Section) -> Value?
  ) -> Value? {
    guard let node = required(key, .any) else { return nil }
    return Section.read(node, path: path ?? joined(key), in: context, body)
  }

  /// A mapping that may stand under a key.
  mutating func optionalSection<Value>(
    _ key: String, _ body: (inout Section) -> Value?
  ) -> Value? {
    has(key) ? section(key, body) : nil
  }

  /// The mappings under the names that stand below a key, in the order of the names.
  ///
  /// The order of a file is not kept, since the log does not keep it either.
  mutating func each<Value>(
    _ key: String, _ body: (String, inout Section) -> Value?
  ) -> [Value] {
    entries(key).compactMap { entry in
      guard !context.findings.isFull else { return nil }
      return Section.read(entry.value, path: "\(joined(key)).\(entry.name)", in: context) {
        section in
        body(entry.name, &section)
      }
    }
  }

  /// What stands below a key, sorted by name; the names must be `Names.isName`.
  mutating func entries(
    _ key: String, expected: String = "name", _ isRight: (String) -> Bool = Names.isName
  ) -> [Entry] {
    let form = Form { node throws(Failure) in try node.mapping() }
    let entries = optional(key, form) ?? []
    for entry in entries where !isRight(entry.name) {
      let name = Node(.scalar(Scalar(entry.name, .quoted)), at: entry.place)
      note(name.unreadable(expected))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The clause of this mapping: its `source`, and its `id` or path.
  mutating func clause() -> Clause? {
    let id = optional("id", .text) ?? path
    let context = context
    let source = required("source", Form { node throws(Failure) in try context.source(node) })
    context.claim(id, at: place)
    return source.map { Clause(id: id, source: $0) }
  }

  /// A text in every language of the network; further languages are kept.
  mutating func localText(_ key: String) -> LocalText? {
    guard let node = required(key, .any) else { return nil }
    return context.localText(node)
  }

  private func joined(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}

extension RulesContext {
  /// The texts of a map by language; notes each language of the network that has none.
  func localText(_ node: Node) -> LocalText? {
    guard let entries = findings.collect({ () throws(Failure) in try node.mapping() })
    else { return nil }
    var texts: [String: String] = [:]
    for entry in entries {
      let name = Node(.scalar(Scalar(entry.name, .quoted)), at: entry.place)
      _ = findings.collect { () throws(Failure) in try Form.language.read(name) }
      texts[entry.name] = findings.collect { () throws(Failure) in try entry.value.string() }
    }
    for language in languages where !entries.contains(where: { $0.name == language }) {
      findings.add(Failure(.textMissing, ["language": .text(language)], at: node.place))
    }
    return LocalText(texts)
  }
}
