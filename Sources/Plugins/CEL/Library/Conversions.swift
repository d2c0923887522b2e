internal import Values

extension CEL.Library {
  static let conversions: [Function] = [
    .one("int") { value, _ throws(CEL.EvaluationError) in try int(value) },
    .one("uint") { value, _ throws(CEL.EvaluationError) in try uint(value) },
    .one("double") { value, _ throws(CEL.EvaluationError) in try double(value) },
    .one("string") { value, _ throws(CEL.EvaluationError) in try string(value) },
    .one("bytes") { value, _ in bytes(value) },
    .one("bool") { value, _ throws(CEL.EvaluationError) in try bool(value) },
    .one("timestamp") { value, _ throws(CEL.EvaluationError) in try timestamp(value) },
    .one("duration") { value, _ throws(CEL.EvaluationError) in try duration(value) },
    .one("type") { value, _ in .type(value.typeName) },
    .one("dyn") { value, _ in value },
  ]

  /// What was found, where it can be told, is a value of the type that the message names.
  private static func held(
    _ made: CEL.Value?, _ from: CEL.Value, _ type: String
  ) throws(CEL.EvaluationError) -> CEL.Value {
    guard let made else {
      throw CEL.EvaluationError(
        .evaluationConversion, ["from": .text(from.typeName), "to": .text(type)])
    }
    return made
  }

  private static func int(_ value: CEL.Value) throws(CEL.EvaluationError) -> CEL.Value? {
    switch value {
    case .int: return value
    case .uint(let number): return try held(Int64(exactly: number).map { .int($0) }, value, "int")
    case .double(let number):
      // The least number is refused too, since a double that is as large may have been less.
      let isInside = number > -0x1p63 && number < 0x1p63
      return try held(isInside ? .int(Int64(number)) : nil, value, "int")
    case .string(let text): return try held(Int64(text).map { .int($0) }, value, "int")
    case .timestamp(let moment): return .int(moment.seconds)
    default: return nil
    }
  }

  private static func uint(_ value: CEL.Value) throws(CEL.EvaluationError) -> CEL.Value? {
    switch value {
    case .uint: return value
    case .int(let number): return try held(UInt64(exactly: number).map { .uint($0) }, value, "uint")
    case .double(let number):
      let isInside = number >= 0 && number < 0x1p64
      return try held(isInside ? .uint(UInt64(number)) : nil, value, "uint")
    case .string(let text): return try held(UInt64(text).map { .uint($0) }, value, "uint")
    default: return nil
    }
  }

  private static func double(_ value: CEL.Value) throws(CEL.EvaluationError) -> CEL.Value? {
    switch value {
    case .double: return value
    case .int(let number): return .double(Double(number))
    case .uint(let number): return .double(Double(number))
    case .string(let text):
      let hasDigit = text.utf8.contains { (48...57).contains($0) }
      let number = Double(text).flatMap { $0.isInfinite && hasDigit ? nil : $0 }
      return try held(number.map { .double($0) }, value, "double")
    default: return nil
    }
  }

  private static func string(_ value: CEL.Value) throws(CEL.EvaluationError) -> CEL.Value? {
    switch value {
    case .string: return value
    case .bool(let isTrue): return .string(isTrue ? "true" : "false")
    case .int(let number): return .string(String(number))
    case .uint(let number): return .string(String(number))
    case .double(let number): return .string(number.plain)
    case .bytes(let bytes):
      return try held(String(validating: bytes, as: UTF8.self).map { .string($0) }, value, "string")
    case .timestamp(let moment): return .string(moment.description)
    case .duration(let length): return .string(length.description)
    default: return nil
    }
  }

  private static func bytes(_ value: CEL.Value) -> CEL.Value? {
    switch value {
    case .bytes: value
    case .string(let text): .bytes(Array(text.utf8))
    default: nil
    }
  }

  private static func bool(_ value: CEL.Value) throws(CEL.EvaluationError) -> CEL.Value? {
    switch value {
    case .bool: return value
    case .string(let text):
      switch text {
      case "1", "t", "T", "true", "TRUE", "True": return .bool(true)
      case "0", "f", "F", "false", "FALSE", "False": return .bool(false)
      default: return try held(nil, value, "bool")
      }
    default: return nil
    }
  }

  private static func timestamp(_ value: CEL.Value) throws(CEL.EvaluationError) -> CEL.Value? {
    switch value {
    case .timestamp: return value
    case .string(let text):
      return try held(CEL.Timestamp(text).map { .timestamp($0) }, value, "timestamp")
    case .int(let seconds):
      guard let moment = CEL.Timestamp(seconds: seconds) else {
        throw CEL.EvaluationError(.evaluationTimeOutside)
      }
      return .timestamp(moment)
    default: return nil
    }
  }

  private static func duration(_ value: CEL.Value) throws(CEL.EvaluationError) -> CEL.Value? {
    switch value {
    case .duration: return value
    case .string(let text):
      return try held(CEL.Duration(text).map { .duration($0) }, value, "duration")
    case .int(let seconds):
      let (nanoseconds, hasOverflown) = seconds.multipliedReportingOverflow(
        by: CEL.Duration.second)
      guard !hasOverflown else { throw CEL.EvaluationError(.evaluationTimeOutside) }
      return .duration(CEL.Duration(nanoseconds: nanoseconds))
    default: return nil
    }
  }
}

extension Double {
  /// The shortest digits that read back as the same number, without `.0`.
  var plain: String {
    if isNaN { return "NaN" }
    if isInfinite { return self < 0 ? "-Infinity" : "Infinity" }
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
