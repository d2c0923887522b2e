extension CEL {
  /// A program while it is being planned.
  struct Draft: ~Copyable {
    private(set) var nodes: [Node] = []
    private(set) var constants: [Value] = []
    private(set) var fields: [FieldName] = []
    private(set) var parts: [Part] = []
    private(set) var arguments: [Int32] = []
    private(set) var loops: [Loop] = []
    private(set) var patterns: [Pattern] = []
    private(set) var functions: [Library.Function] = []
    private(set) var hostFunctions: [String] = []
    private(set) var variables: [String] = []
    private(set) var slotCount = 0
    private var variablePlaces: [String: Int32] = [:]

    private static func append<Item>(_ item: Item, to list: inout [Item]) -> Int32 {
      list.append(item)
      return Int32(truncatingIfNeeded: list.count - 1)
    }

    mutating func add(_ node: Node) -> Int32 { Self.append(node, to: &nodes) }
    mutating func add(_ constant: Value) -> Int32 { Self.append(constant, to: &constants) }
    mutating func add(_ field: FieldName) -> Int32 { Self.append(field, to: &fields) }
    mutating func add(_ loop: Loop) -> Int32 { Self.append(loop, to: &loops) }
    mutating func add(_ pattern: Pattern) -> Int32 { Self.append(pattern, to: &patterns) }
    mutating func add(_ function: Library.Function) -> Int32 {
      Self.append(function, to: &functions)
    }
    mutating func add(host name: String) -> Int32 { Self.append(name, to: &hostFunctions) }

    /// Where the parts begin.
    mutating func add(_ new: [Part]) -> Int32 {
      parts += new
      return Int32(truncatingIfNeeded: parts.count - new.count)
    }

    mutating func add(arguments new: [Int32]) -> Int32 {
      arguments += new
      return Int32(truncatingIfNeeded: arguments.count - new.count)
    }

    /// A slot for the variable of a macro, used by no other.
    mutating func addSlot() -> Int32 {
      slotCount += 1
      return Int32(truncatingIfNeeded: slotCount - 1)
    }

    mutating func variable(_ name: String) -> Int32 {
      if let place = variablePlaces[name] { return place }
      let place = Self.append(name, to: &variables)
      variablePlaces[name] = place
      return place
    }

    /// The constant that a node is; nil for any other node.
    func constant(_ index: Int32) -> Value? {
      let node = nodes[Int(index)]
      return node.step == .constant ? constants[Int(node.first)] : nil
    }
  }
}
