internal import Values

/// A finished value with how many nodes it holds and how many levels it is high.
struct Measured {
  let node: Node
  var size = 1
  /// 0 for a scalar.
  var height = 0

  init(_ node: Node) { self.node = node }
}

/// A list or a mapping whose end has not come yet.
struct OpenNode {
  enum Content {
    case sequence([Node])
    case mapping(OpenMapping)
  }

  private(set) var content: Content
  let place: Place
  let anchor: String?
  private var size = 1
  private var height = 1

  init(content: Content, place: Place, anchor: String?) {
    self.content = content
    self.place = place
    self.anchor = anchor
  }

  /// Takes a key or a value; gives the fault of a key that cannot be taken.
  ///
  /// The place is that of the alias that the value came by; nil when the value stands here itself.
  mutating func add(_ value: Measured, by alias: Place?) -> Failure? {
    size += value.size
    height = max(height, value.height + 1)
    switch content {
    case .sequence(var nodes):
      content = .sequence([])
      nodes.append(value.node)
      content = .sequence(nodes)
      return nil
    case .mapping(var mapping):
      content = .sequence([])
      defer { content = .mapping(mapping) }
      return mapping.add(value.node, by: alias)
    }
  }

  var closed: Measured {
    let kind: Node.Kind =
      switch content {
      case .sequence(let nodes): .sequence(nodes)
      case .mapping(let mapping): .mapping(mapping.entries)
      }
    var measured = Measured(Node(kind, at: place))
    measured.size = size
    measured.height = height
    return measured
  }
}

/// The entries of a mapping so far; keys and values come in turn.
struct OpenMapping {
  private enum Turn {
    case key
    case value(name: String, place: Place?)
    /// After a key that was refused.
    case ignored
  }

  private(set) var entries: [Entry] = []
  private var lines: [String: Int] = [:]
  private var turn = Turn.key

  mutating func add(_ node: Node, by alias: Place?) -> Failure? {
    switch turn {
    case .value(let name, let place):
      entries.append(Entry(name, at: place, value: node))
      turn = .key
    case .ignored: turn = .key
    case .key:
      do throws(Failure) {
        turn = .value(name: try name(node, by: alias), place: node.place)
      } catch {
        turn = .ignored
        return error
      }
    }
    return nil
  }

  /// The text of a key that has not stood before.
  private mutating func name(_ node: Node, by alias: Place?) throws(Failure) -> String {
    guard case .scalar(let scalar) = node.kind, alias == nil, scalar != Scalar("", .plain) else {
      throw Failure(.yamlKey, at: alias ?? node.place)
    }
    guard scalar != Scalar("<<", .plain) else { throw Failure(.yamlMergeKey, at: node.place) }
    if let line = lines[scalar.text] {
      throw Failure(
        .yamlDuplicateKey, ["key": .text(scalar.text), "line": .int(line)], at: node.place)
    }
    lines[scalar.text] = node.place?.line ?? 0
    return scalar.text
  }
}
