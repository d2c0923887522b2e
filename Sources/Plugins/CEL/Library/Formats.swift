internal import Glibc
internal import Values

extension CEL.Library {
  static let formats: [Function] = [
    .two("format", isMember: true) { text, values, call throws(CEL.EvaluationError) in
      guard case (.string(let text), .list(let values)) = (text, values) else { return nil }
      var format = Format(Array(text.unicodeScalars), values, call)
      return .string(try format.filled())
    }
  ]
}

/// `"%s of %d".format([...])`: a text with the places of values.
private struct Format {
  private let text: [Unicode.Scalar]
  private let values: [CEL.Value]
  private let call: CEL.Call
  private var place = 0
  private var used = 0
  private var made = ""

  private static let defaultPrecision = 6
  private static let maximumPrecision = 100

  init(_ text: [Unicode.Scalar], _ values: [CEL.Value], _ call: CEL.Call) {
    (self.text, self.values, self.call) = (text, values, call)
  }

  mutating func filled() throws(CEL.EvaluationError) -> String {
    while place < text.count {
      let scalar = text[place]
      place += 1
      if scalar == "%" { try fill() } else { made.unicodeScalars.append(scalar) }
      try call.hold(made.utf8.count)
    }
    return made
  }

  /// What follows a percent sign.
  private mutating func fill() throws(CEL.EvaluationError) {
    if place < text.count, text[place] == "%" {
      place += 1
      made += "%"
      return
    }
    let precision = try takePrecision()
    guard place < text.count else { throw unfit("%") }
    let verb = text[place]
    place += 1
    guard used < values.count else {
      throw CEL.EvaluationError(
        .evaluationIndexOutside, ["index": .text("\(used)"), "size": .int(values.count)])
    }
    let value = values[used]
    used += 1
    made += try written(value, verb, precision ?? Self.defaultPrecision)
  }

  private mutating func takePrecision() throws(CEL.EvaluationError) -> Int? {
    guard place < text.count, text[place] == "." else { return nil }
    let digits = text[(place + 1)...].prefix { ("0"..."9").contains($0) }
    place += 1 + digits.count
    guard let number = Int(String(digits)), number <= Self.maximumPrecision else {
      throw unfit(".")
    }
    return number
  }

  private func unfit(_ verb: Unicode.Scalar, _ type: String = "") -> CEL.EvaluationError {
    CEL.EvaluationError(.evaluationFormat, ["verb": .text(String(verb)), "type": .text(type)])
  }

  private func written(
    _ value: CEL.Value, _ verb: Unicode.Scalar, _ precision: Int
  ) throws(CEL.EvaluationError) -> String {
    let found: String? =
      switch verb {
      case "s": try shown(value)
      case "d": decimal(value)
      case "b": binary(value)
      case "o": digits(value, 8)
      case "x": hexadecimal(value)
      case "X": hexadecimal(value).map { String(decoding: $0.utf8.map(upper), as: UTF8.self) }
      case "f": real(value, "%.*f", precision)
      case "e": real(value, "%.*e", precision)
      default: nil
      }
    guard let found else { throw unfit(verb, value.typeName) }
    return found
  }

  private func upper(_ byte: UInt8) -> UInt8 { (97...122).contains(byte) ? byte - 32 : byte }

  /// Any value as a text; entries of maps in the order of their keys as texts.
  private func shown(_ value: CEL.Value) throws(CEL.EvaluationError) -> String {
    switch value {
    case .null: return "null"
    case .bool(let isTrue): return isTrue ? "true" : "false"
    case .int, .uint, .double: return decimal(value) ?? ""
    case .string(let text): return text
    case .bytes(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .timestamp(let moment): return moment.description
    case .duration(let length): return length.description
    case .type(let name): return name
    case .list(let list):
      var parts: [String] = []
      for element in list { try add(shown(element), to: &parts) }
      return "[" + parts.joined(separator: ", ") + "]"
    case .map(let map):
      var entries: [(key: String, text: String)] = []
      for (key, value) in zip(map.keys, map.values) {
        entries.append((try shown(key), try shown(value)))
      }
      entries.sort { $0.key.comparison(to: $1.key) < 0 }
      return "{" + entries.map { "\($0.key): \($0.text)" }.joined(separator: ", ") + "}"
    case .optional, .record: throw unfit("s", value.typeName)
    }
  }

  private func add(_ text: String, to parts: inout [String]) throws(CEL.EvaluationError) {
    parts.append(text)
    try call.hold(made.utf8.count + parts.count + text.utf8.count)
  }

  private func decimal(_ value: CEL.Value) -> String? {
    switch value {
    case .double(let number): number.plain
    default: digits(value, 10)
    }
  }

  private func digits(_ value: CEL.Value, _ radix: Int) -> String? {
    switch value {
    case .int(let number): String(number, radix: radix)
    case .uint(let number): String(number, radix: radix)
    default: nil
    }
  }

  private func binary(_ value: CEL.Value) -> String? {
    guard case .bool(let isTrue) = value else { return digits(value, 2) }
    return isTrue ? "1" : "0"
  }

  private func hexadecimal(_ value: CEL.Value) -> String? {
    switch value {
    case .string(let text): text.utf8.map(pair).joined()
    case .bytes(let bytes): bytes.map(pair).joined()
    default: digits(value, 16)
    }
  }

  private func pair(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }

  /// Rounded to even, as C does; the program never sets another locale than C's.
  private func real(_ value: CEL.Value, _ form: String, _ precision: Int) -> String? {
    let number: Double
    switch value {
    case .double(let found): number = found
    case .int(let found): number = Double(found)
    case .uint(let found): number = Double(found)
    default: return nil
    }
    guard number.isFinite else { return number.plain }
    var buffer = [CChar](repeating: 0, count: 512)
    let written = unsafe withVaList([Int32(precision), number]) { arguments in
      unsafe vsnprintf(&buffer, buffer.count, form, arguments)
    }
    let bytes = buffer.prefix(max(0, Int(written))).map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
