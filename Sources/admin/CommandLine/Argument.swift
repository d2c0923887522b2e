internal import Values

/// One value, read as its parameter asks.
enum Argument: Equatable, Sendable {
  case text(String)
  case number(Int)
  case day(Day)
  case partialDay(PartialDay)
  case list([String])
  case present

  /// Reads the words of a person.
  ///
  /// - Throws: A failure of code `option-unreadable` or `option-choice` that names the parameter.
  init(_ text: String, for parameter: Parameter) throws(Failure) {
    switch parameter.kind {
    case .text: self = .text(text)
    case .number: self = .number(try Self.read(Int(text), text, parameter, "expected.number"))
    case .day: self = .day(try Self.read(Day(text), text, parameter, "expected.day"))
    case .partialDay:
      self = .partialDay(try Self.read(PartialDay(text), text, parameter, "expected.partial-day"))
    case .choice(let choices): self = .text(try Self.choice(text, among: choices, parameter))
    case .list: self = .list(try Self.items(text, parameter))
    case .flag: self = .present
    }
  }

  private static func read<Value>(
    _ value: Value?, _ text: String, _ parameter: Parameter, _ expected: String
  ) throws(Failure) -> Value {
    guard let value else {
      throw Failure(
        .optionUnreadable,
        [
          "found": .text(text), "option": .text(parameter.spelling), "expected": .word(expected),
        ])
    }
    return value
  }

  private static func choice(
    _ text: String, among choices: [String], _ parameter: Parameter
  ) throws(Failure) -> String {
    if choices.contains(text) { return text }
    throw Failure(
      .optionChoice,
      [
        "found": .text(text), "option": .text(parameter.spelling), "choices": .list(choices),
        "nearest": .text(Suggestion.word(to: text, among: choices) ?? ""),
      ])
  }

  private static func items(_ text: String, _ parameter: Parameter) throws(Failure) -> [String] {
    let items = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { String($0.trimmingSpaces) }
    let areThere = items.allSatisfy { !$0.isEmpty }
    return try read(areThere ? items : nil, text, parameter, "expected.words")
  }

  /// The value as a person would write it.
  var text: String {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    case .day(let day): day.description
    case .partialDay(let day): day.description
    case .list(let items): items.joined(separator: ",")
    case .present: ""
    }
  }

  var items: [String] { if case .list(let items) = self { items } else { [text] } }
  var number: Int? { if case .number(let number) = self { number } else { nil } }
  var day: Day? { if case .day(let day) = self { day } else { nil } }

  var partialDay: PartialDay? {
    switch self {
    case .partialDay(let day): day
    case .day(let day): PartialDay(day)
    case .text, .number, .list, .present: nil
    }
  }
}

extension StringProtocol {
  /// The text without spaces and tabs at its ends.
  var trimmingSpaces: SubSequence {
    let start = drop { $0 == " " || $0 == "\t" }
    let end = start.lastIndex { $0 != " " && $0 != "\t" }
    return end.map { start[...$0] } ?? start.prefix(0)
  }
}
