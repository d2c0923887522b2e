import Foundation
import Plugins
import Values

extension CEL.Value {
  /// A typed value of the suite, `{"type": T, "value": X}`; nil for a message, an enum or what cannot be read.
  init?(typed json: JSON) {
    guard let type = json["type"]?.text else { return nil }
    let content = json["value"] ?? .null
    switch (type, content) {
    case ("null", _): self = .null
    case ("bool", .bool(let value)): self = .bool(value)
    case ("list", .list(let items)):
      let values = items.compactMap { Self(typed: $0) }
      guard values.count == items.count else { return nil }
      self = .list(values)
    case ("map", .list(let pairs)):
      guard let map = Self.map(pairs) else { return nil }
      self = .map(map)
    case (_, .text(let text)):
      guard let value = Self.scalar(type, text) else { return nil }
      self = value
    default: return nil
    }
  }

  private static func map(_ pairs: [JSON]) -> CEL.Map? {
    let entries = pairs.compactMap { pair -> (key: CEL.Value, value: CEL.Value)? in
      guard let parts = pair.list, parts.count == 2, let key = Self(typed: parts[0]),
        let value = Self(typed: parts[1])
      else { return nil }
      return (key, value)
    }
    return entries.count == pairs.count ? CEL.Map(entries) : nil
  }

  private static func scalar(_ type: String, _ text: String) -> Self? {
    switch type {
    case "int": Int64(text).map { .int($0) }
    case "uint": UInt64(text).map { .uint($0) }
    case "double": Double(text).map { .double($0) }
    case "string": .string(text)
    case "bytes": Data(base64Encoded: text).map { .bytes(Array($0)) }
    case "timestamp": CEL.Timestamp(text).map { .timestamp($0) }
    case "duration": CEL.Duration(text).map { .duration($0) }
    case "type": .type(Self.typeNames[text] ?? text)
    default: nil
    }
  }

  /// The suite calls two types by their short names.
  private static let typeNames = [
    "timestamp": "google.protobuf.Timestamp", "duration": "google.protobuf.Duration",
  ]

  /// Whether it is the value that a test asks for: of the same type at every level, maps in any order, and a NaN
  /// for a NaN.
  func matches(_ expected: Self) -> Bool {
    switch (self, expected) {
    case (.null, .null): true
    case (.bool(let one), .bool(let other)): one == other
    case (.int(let one), .int(let other)): one == other
    case (.uint(let one), .uint(let other)): one == other
    case (.double(let one), .double(let other)): one == other || (one.isNaN && other.isNaN)
    case (.string(let one), .string(let other)): Array(one.utf8) == Array(other.utf8)
    case (.bytes(let one), .bytes(let other)): one == other
    case (.timestamp(let one), .timestamp(let other)): one == other
    case (.duration(let one), .duration(let other)): one == other
    case (.type(let one), .type(let other)): one == other
    case (.list(let one), .list(let other)):
      one.count == other.count && zip(one, other).allSatisfy { $0.matches($1) }
    case (.map(let one), .map(let other)):
      one.count == other.count
        && zip(one.keys, one.values).allSatisfy { key, value in
          zip(other.keys, other.values).contains { key.matches($0) && value.matches($1) }
        }
    default: false
    }
  }

  /// As a line of the report shows it.
  var report: String {
    switch self {
    case .null: "null"
    case .bool(let value): "bool \(value)"
    case .int(let value): "int \(value)"
    case .uint(let value): "uint \(value)"
    case .double(let value): "double \(value)"
    case .string(let value): "string \(value.debugDescription)"
    case .bytes(let value): "bytes \(value)"
    case .timestamp(let value): "timestamp \(value.seconds) s \(value.nanoseconds) ns"
    case .duration(let value): "duration \(value.nanoseconds) ns"
    case .type(let name): "type \(name)"
    case .list(let items): "list [\(items.map(\.report).joined(separator: ", "))]"
    case .map(let map):
      "map {\(zip(map.keys, map.values).map { "\($0.report): \($1.report)" }.joined(separator: ", "))}"
    case .optional(let content): "optional \(content?.report ?? "none")"
    case .record(let record): "record \(record.shape.name)"
    }
  }
}
