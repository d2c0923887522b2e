package import Values

/// A plugin with its template merged in, line by line, each with the place where it was written.
package struct EffectivePlugin: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    /// As YAML, with its indentation.
    package let text: String
    /// The path of the key, such as `governance.series.plenary.notice.period`; items of lists by number from 0.
    package let path: String
    /// Nil for a line that only begins a mapping or a list.
    package let value: JSON?
    /// Where the value was written: the network's file, or that of a template.
    package let place: Place?
    /// The parameter that gives the value, and the value that it gives.
    package let parameter: ParameterRule?
  }

  package let lines: [Line]
  /// What holds since the rules say nothing of it; each value stands where it would be written.
  package let defaults: [Line]

  init(_ node: Node, _ rules: Rules) {
    var writer = EffectiveWriter(rules)
    writer.write(node, path: "", indent: "")
    lines = writer.lines
    defaults = ReminderRule.Matter.allCases.filter { matter in
      !rules.reminders.contains { $0.matter == matter }
    }.map { Self.line(of: .usual($0)) }
  }

  private static func line(of rule: ReminderRule) -> Line {
    let path = "governance.reminders.\(rule.matter.rawValue)"
    let periods = [("before", rule.before), ("after", rule.after)].filter { !$0.1.isEmpty }
    let pairs: [(String, JSON)] =
      periods.map { ($0, .texts($1.map(\.description))) }
      + (rule.every.map { [("every", .text($0.description))] } ?? [])
      + [("source", .text(rule.clause.source.key))]
    let value = JSON.object(JSON.Fields(pairs))
    return Line(
      text: "\(path): \(NodeWriter.flow(Node(value)))", path: path, value: value, place: nil,
      parameter: nil)
  }
}

/// Writes a tree as lines of YAML; what has no mapping in it stands on one line.
private struct EffectiveWriter {
  private(set) var lines: [EffectivePlugin.Line] = []
  private let uses: [String: ParameterRule]

  init(_ rules: Rules) {
    let pairs = rules.parameterUses.compactMap { path, name in
      rules.parameter(name).map { ("governance.\(path)", $0) }
    }
    uses = Dictionary(pairs) { first, _ in first }
  }

  mutating func write(_ node: Node, path: String, indent: String) {
    guard case .mapping(let entries) = node.kind else { return }
    for entry in entries {
      let key = NodeWriter.flow(Node(.scalar(Scalar(entry.name, .quoted)))) + ":"
      let path = path.isEmpty ? entry.name : "\(path).\(entry.name)"
      write(entry.value, after: indent + key, path: path, indent: indent + "  ")
    }
  }

  private mutating func write(_ node: Node, after head: String, path: String, indent: String) {
    if let parameter = uses[path] {
      return add(head, NodeWriter.flow(node), path, node, parameter)
    }
    switch node.kind {
    case .mapping(let entries) where !entries.isEmpty:
      lines.append(.init(text: head, path: path, value: nil, place: nil, parameter: nil))
      write(node, path: path, indent: indent)
    case .sequence(let items) where items.contains(where: \.isMapping):
      lines.append(.init(text: head, path: path, value: nil, place: nil, parameter: nil))
      for (index, item) in items.enumerated() {
        write(item, after: indent + "-", path: "\(path).\(index)", indent: indent + "  ")
      }
    case .mapping, .sequence, .scalar: add(head, NodeWriter.flow(node), path, node, nil)
    }
  }

  private mutating func add(
    _ head: String, _ value: String, _ path: String, _ node: Node, _ parameter: ParameterRule?
  ) {
    lines.append(
      .init(
        text: "\(head) \(value)", path: path, value: node.sortedJSON, place: node.place,
        parameter: parameter))
  }
}

extension Node {
  fileprivate var isMapping: Bool { if case .mapping = kind { true } else { false } }
}
