package import Values

/// What somebody records is held to the schema before any rule looks at it.
extension PayloadSchema {
  /// A payload with each value of its type, and the defaults filled in.
  ///
  /// Numbers and truths may come as texts, as a plugin or a command line writes them.
  ///
  /// - Parameter json: An object.
  /// - Returns: The fields in the order of their names.
  /// - Throws: `payload-unfit` with the path of the first field that does not fit, and what was expected.
  package func typed(_ json: JSON) throws(Failure) -> JSON { try typed(json, at: "") }

  fileprivate func typed(_ json: JSON, at path: String) throws(Failure) -> JSON {
    guard let given = json.fields else { throw .unfit(path, "expected.mapping") }
    let names = fields.map(\.name)
    if let name = given.names.first(where: { !names.contains($0) }) {
      throw unknown(name, at: path)
    }
    var members: [JSON.Fields.Member] = []
    for field in fields {
      if let value = given[field.name], !value.isNull {
        let typed = try field.form.typed(value, at: path + field.name)
        members.append(.init(name: field.name, value: typed))
      } else if let fallback = field.fallback {
        members.append(.init(name: field.name, value: fallback))
      } else if field.isRequired {
        throw Failure(.payloadFieldMissing, ["field": .text(path + field.name)])
      }
    }
    return .object(JSON.Fields(distinct: members))
  }

  /// The fault of a field that the schema does not have, with the nearest that it has.
  func unknown(_ name: String, at path: String) -> Failure {
    let names = fields.map(\.name)
    return Failure(
      .payloadFieldUnknown,
      [
        "field": .text(path + name), "choices": .list(names),
        "nearest": .text(Nearest.word(to: name, among: names) ?? ""),
      ])
  }
}

extension PayloadForm {
  /// - Throws: `payload-unfit` with the path and what was expected.
  func typed(_ json: JSON, at path: String) throws(Failure) -> JSON {
    switch self {
    case .any: json
    case .bool: .bool(try Self.require(json.truth, path, "boolean"))
    case .day:
      .text(try Self.require(json.text.flatMap { PartialDay($0) }, path, "day").description)
    case .instant:
      .text(try Self.require(json.text.flatMap { Instant($0) }, path, "instant").description)
    case .text(let form): .text(try form.typed(json, at: path))
    case .int(let range): .int(Int64(try Self.number(json, in: range, at: path)))
    case .choice(let words): .text(try Self.word(json, of: words, at: path))
    case .list(let inner, let most): .list(try Self.list(json, of: inner, most: most, at: path))
    case .record(let schema) where json.fields != nil: try schema.typed(json, at: path + ".")
    case .record: throw .unfit(path, "expected.mapping")
    }
  }

  private static func require<Value>(
    _ value: Value?, _ path: String, _ expected: String
  ) throws(Failure) -> Value {
    guard let value else { throw .unfit(path, "expected.\(expected)") }
    return value
  }

  private static func number(
    _ json: JSON, in range: ClosedRange<Int>, at path: String
  ) throws(Failure) -> Int {
    let number = try require(json.number, path, "number")
    guard range.contains(number) else {
      throw .outside(path, "\(number)", range.lowerBound, range.upperBound)
    }
    return number
  }

  private static func word(
    _ json: JSON, of words: [String], at path: String
  ) throws(Failure) -> String {
    let text = try require(json.text, path, "text")
    guard words.contains(text) else {
      throw Failure(
        .payloadChoice, ["field": .text(path), "found": .text(text), "choices": .list(words)])
    }
    return text
  }

  private static func list(
    _ json: JSON, of inner: PayloadForm, most: Int, at path: String
  ) throws(Failure) -> [JSON] {
    let items = try require(json.list, path, "list")
    guard items.count <= most else { throw .outside(path, "\(items.count)", 0, most) }
    var typed: [JSON] = []
    for (index, item) in items.enumerated() {
      typed.append(try inner.typed(item, at: "\(path)[\(index)]"))
    }
    return typed
  }
}

extension PayloadForm.TextForm {
  /// Held to the pattern by the linear matcher of the expressions; a pattern that it cannot read matches nothing.
  fileprivate func typed(_ json: JSON, at path: String) throws(Failure) -> String {
    guard let text = json.text else { throw .unfit(path, "expected.text") }
    let count = text.unicodeScalars.count
    guard (least...most).contains(count) else { throw .outside(path, "\(count)", least, most) }
    if let pattern, (try? CEL.Pattern(pattern))?.matches(text) != true {
      throw Failure(
        .payloadPattern,
        [
          "field": .text(path), "found": .text(String(text.prefix(80))), "pattern": .text(pattern),
        ])
    }
    return text
  }
}

extension JSON {
  fileprivate var truth: Bool? { bool ?? text.flatMap { ["true": true, "false": false][$0] } }

  fileprivate var number: Int? {
    int.flatMap { Int(exactly: $0) }
      ?? text.flatMap { text in Int(text).flatMap { String($0) == text ? $0 : nil } }
  }
}

extension Failure {
  static func unfit(_ path: String, _ expected: String) -> Failure {
    Failure(.payloadUnfit, ["field": .text(path), "expected": .word(expected)])
  }

  fileprivate static func outside(
    _ path: String, _ found: String, _ least: Int, _ most: Int
  ) -> Failure {
    Failure(
      .payloadOutside,
      ["field": .text(path), "found": .text(found), "least": .int(least), "most": .int(most)])
  }
}
