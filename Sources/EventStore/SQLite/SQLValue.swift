/// A value on its way into a statement.
package enum SQLValue: Equatable, Sendable {
  case null
  case int(Int64)
  case text(String)
  /// Text given as its UTF-8 bytes, so that the bytes that are stored are those that were hashed.
  case utf8([UInt8])
  case blob([UInt8])

  package static func optional(_ value: Int64?) -> SQLValue { value.map { .int($0) } ?? .null }
  package static func optional(_ value: String?) -> SQLValue { value.map { .text($0) } ?? .null }
  package static func optional(blob value: [UInt8]?) -> SQLValue {
    value.map { .blob($0) } ?? .null
  }
}

extension SQLValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  package init(stringLiteral value: String) { self = .text(value) }
  package init(integerLiteral value: Int64) { self = .int(value) }
}
