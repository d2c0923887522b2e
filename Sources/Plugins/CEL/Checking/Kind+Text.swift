extension CEL.Kind: CustomStringConvertible {
  /// As people write it: `list(string)`, `map(string, dyn)`, `optional_type(int)`, `type(int)`.
  package var description: String {
    switch self {
    case .dyn: "dyn"
    case .null: "null"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .list(let element): "list(\(element))"
    case .map(let key, let value): "map(\(key), \(value))"
    case .optional(let value): "optional_type(\(value))"
    case .type(let kind): "type(\(kind))"
    case .record(let name), .parameter(let name): name
    case .opaque(let name, let parameters): Self.text(name, parameters)
    }
  }

  private static func text(_ name: String, _ parameters: [Self]) -> String {
    parameters.isEmpty ? name : "\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
  }
}

extension CEL.Kind {
  /// No declared kind is nested deeper.
  private static let maximumDepth = 32

  /// Reads what `description` writes.
  ///
  /// A single capital letter is a type parameter, an unknown name with brackets any other type, one without a
  /// record.
  ///
  /// - Returns: nil for a text that is no kind, or is nested more than 32 levels deep.
  package init?(_ text: String) {
    var rest = text.utf8[...]
    guard let kind = Self.read(&rest, depth: 0), rest.isEmpty else { return nil }
    self = kind
  }

  private static func read(_ rest: inout Substring.UTF8View, depth: Int) -> Self? {
    guard depth < maximumDepth else { return nil }
    let word = rest.prefix { !Array("(), ".utf8).contains($0) }
    rest = rest.dropFirst(word.count)
    let name = String(Substring(word))
    guard !name.isEmpty else { return nil }
    guard let parameters = readParameters(&rest, depth: depth) else { return nil }
    return named(name, parameters)
  }

  /// The kinds in brackets, none where no bracket opens, nil where they cannot be read.
  private static func readParameters(_ rest: inout Substring.UTF8View, depth: Int) -> [Self]? {
    guard rest.first == UInt8(ascii: "(") else { return [] }
    var parameters: [Self] = []
    repeat {
      rest = rest.dropFirst()
      rest = rest.drop { $0 == UInt8(ascii: " ") }
      guard let parameter = read(&rest, depth: depth + 1) else { return nil }
      parameters.append(parameter)
    } while rest.first == UInt8(ascii: ",")
    guard rest.first == UInt8(ascii: ")") else { return nil }
    rest = rest.dropFirst()
    return parameters
  }

  private static let simple: [String: Self] = [
    "dyn": .dyn, "null": .null, "null_type": .null, "bool": .bool, "int": .int, "uint": .uint,
    "double": .double, "string": .string, "bytes": .bytes, "timestamp": .timestamp,
    "duration": .duration, "list": .list(.dyn), "map": .map(.dyn, .dyn), "type": .type(.dyn),
    "optional_type": .optional(.dyn),
  ]

  private static func named(_ name: String, _ parameters: [Self]) -> Self? {
    switch (name, parameters.count) {
    case ("list", 1): .list(parameters[0])
    case ("map", 2): .map(parameters[0], parameters[1])
    case ("optional_type", 1): .optional(parameters[0])
    case ("type", 1): .type(parameters[0])
    case ("list", 2...), ("map", 1), ("map", 3...), ("optional_type", 2...), ("type", 2...): nil
    case (_, 1...): simple[name] == nil ? .opaque(name, parameters) : nil
    default: simple[name] ?? unknown(name)
    }
  }

  private static func unknown(_ name: String) -> Self {
    let isParameter = name.utf8.count == 1 && name.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    return isParameter ? .parameter(name) : .record(name)
  }
}
