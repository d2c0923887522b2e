extension JSON {
  /// The canonical bytes: names in the order of their UTF-8 bytes, no spaces, the shortest escapes.
  ///
  /// These bytes are hashed into the log: the form may never change. A value and any value equal to
  /// it but for the order of its members give the same bytes.
  package var canonical: [UInt8] {
    var writer = JSONWriter(order: .canonical, indent: nil)
    writer.write(self)
    return writer.bytes
  }

  /// The canonical form as text.
  package var canonicalText: String { String(decoding: canonical, as: UTF8.self) }

  /// Text for people and programs outside: members in their own order, two spaces a level.
  package var pretty: String {
    var writer = JSONWriter(order: .given, indent: 2)
    writer.write(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// One line, members in their own order.
  package var compact: String {
    var writer = JSONWriter(order: .given, indent: nil)
    writer.write(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// Writes JSON to bytes; the two orders of names and the two layouts are all it knows.
struct JSONWriter {
  enum Order { case canonical, given }

  let order: Order
  let indent: Int?
  private(set) var bytes: [UInt8] = []
  private var depth = 0

  init(order: Order, indent: Int?) {
    self.order = order
    self.indent = indent
  }

  mutating func write(_ value: JSON) {
    switch value {
    case .null: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .int(let value): append(String(value))
    case .text(let value): writeText(value)
    case .list(let values): writeList(values)
    case .object(let fields): writeObject(fields)
    }
  }

  private mutating func writeList(_ values: [JSON]) {
    guard !values.isEmpty else { return append("[]") }
    bytes.append(UInt8(ascii: "["))
    depth += 1
    for (index, value) in values.enumerated() {
      separate(isFirst: index == 0)
      write(value)
    }
    depth -= 1
    close("]")
  }

  private mutating func writeObject(_ fields: JSON.Fields) {
    guard !fields.isEmpty else { return append("{}") }
    let members = order == .canonical ? Self.sorted(fields.members) : fields.members
    bytes.append(UInt8(ascii: "{"))
    depth += 1
    for (index, member) in members.enumerated() {
      separate(isFirst: index == 0)
      writeText(member.name)
      append(indent == nil ? ":" : ": ")
      write(member.value)
    }
    depth -= 1
    close("}")
  }

  private static func sorted(_ members: [JSON.Fields.Member]) -> [JSON.Fields.Member] {
    let isSorted = members.indices.dropFirst().allSatisfy { precedes(members[$0 - 1], members[$0]) }
    return isSorted ? members : members.sorted(by: precedes)
  }

  private static func precedes(_ one: JSON.Fields.Member, _ other: JSON.Fields.Member) -> Bool {
    one.name.utf8.lexicographicallyPrecedes(other.name.utf8)
  }

  private mutating func separate(isFirst: Bool) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    breakLine()
  }

  private mutating func close(_ bracket: String) {
    breakLine()
    append(bracket)
  }

  private mutating func breakLine() {
    guard let indent else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * depth))
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func writeText(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if Self.isPlain(text) {
      bytes.append(contentsOf: text.utf8)
    } else {
      for byte in text.utf8 { writeEscaped(byte) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether every byte stands for itself, as in nearly every text.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8.span
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x00..<0x20: return false
      default: continue
      }
    }
    return true
  }

  private mutating func writeEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case 0x08: append("\\b")
    case 0x09: append("\\t")
    case 0x0A: append("\\n")
    case 0x0C: append("\\f")
    case 0x0D: append("\\r")
    case 0x00..<0x20: append("\\u00" + Self.hex(byte))
    default: bytes.append(byte)
    }
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }
}
