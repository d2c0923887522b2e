package import Values

/// What may be asked of a node; each throws a `Failure` that says what was expected, and where.
extension Node {
  /// Whether nothing stands here: an empty place, `~` or `null`.
  package var isNull: Bool { if case .scalar(let scalar) = kind { scalar.isNull } else { false } }

  /// The text exactly as written: `NO`, `007` and `2026-12-07` are texts too.
  package func string() throws(Failure) -> String { try text(for: "text") }

  /// A whole number in decimal digits, with a sign when negative and no zeros before it.
  package func integer(in range: ClosedRange<Int>) throws(Failure) -> Int {
    let text = try text(for: "number")
    guard let value = Int(text), String(value) == text else { throw unreadable("number") }
    guard range.contains(value) else {
      let bounds: [String: Failure.Value] = [
        "found": .int(value), "least": .int(range.lowerBound), "most": .int(range.upperBound),
      ]
      throw Failure(.valueOutOfRange, bounds, at: place)
    }
    return value
  }

  /// `true` or `false`; `yes`, `on` and `True` are texts.
  package func boolean() throws(Failure) -> Bool {
    switch try text(for: "boolean") {
    case "true": true
    case "false": false
    default: throw unreadable("boolean")
    }
  }

  package func day() throws(Failure) -> Day { try read("day") { Day($0) } }

  package func partialDay() throws(Failure) -> PartialDay {
    try read("partial-day") { PartialDay($0) }
  }

  package func period() throws(Failure) -> Period { try read("period") { Period($0) } }

  package func fraction() throws(Failure) -> Fraction { try read("fraction") { Fraction($0) } }

  package func sequence() throws(Failure) -> [Node] {
    guard case .sequence(let nodes) = kind else { throw unreadable("list") }
    return nodes
  }

  package func mapping() throws(Failure) -> [Entry] {
    guard case .mapping(let entries) = kind else { throw unreadable("mapping") }
    return entries
  }

  /// One of a closed list of words.
  ///
  /// - Throws: `choice-misspelt` with the nearest word, else `choice-unknown` with all of them.
  package func choice(of choices: [String]) throws(Failure) -> String {
    let text = try text(for: "text")
    guard !choices.contains(text) else { return text }
    guard let nearest = Nearest.word(to: text, among: choices) else {
      throw Failure(.choiceUnknown, ["found": found, "choices": .list(choices)], at: place)
    }
    throw Failure(.choiceMisspelt, ["found": found, "nearest": .text(nearest)], at: place)
  }

  /// One of the cases of an enumeration, by the raw values that plugins write.
  package func choice<Choice>(of type: Choice.Type = Choice.self) throws(Failure) -> Choice
  where Choice: CaseIterable & RawRepresentable<String> {
    let text = try choice(of: type.allCases.map(\.rawValue))
    guard let choice = Choice(rawValue: text) else { throw unreadable("text") }
    return choice
  }

  private func read<Value>(
    _ expected: String, _ reading: (String) -> Value?
  ) throws(Failure) -> Value {
    guard let value = reading(try text(for: expected)) else { throw unreadable(expected) }
    return value
  }

  private func text(for expected: String) throws(Failure) -> String {
    guard case .scalar(let scalar) = kind, !scalar.isNull else { throw unreadable(expected) }
    return scalar.text
  }

  /// The failure of a value that is not what stands here must be.
  ///
  /// - Parameter expected: The rest of the catalogue key `expected.WORD`.
  /// - Returns: The failure with the place of the node.
  package func unreadable(_ expected: String) -> Failure {
    Failure(
      .valueUnreadable, ["expected": .word("expected.\(expected)"), "found": found], at: place)
  }

  /// What stands here, as a message quotes it: at most 40 characters of a text, else its kind.
  private var found: Failure.Value {
    switch kind {
    case .mapping: return .word("found.mapping")
    case .sequence: return .word("found.list")
    case .scalar(let scalar):
      guard !scalar.isNull else { return .word("found.nothing") }
      guard !scalar.text.isEmpty else { return .word("found.empty") }
      let start = scalar.text.prefix { !$0.isNewline }.prefix(40)
      return .text(start.count < scalar.text.count ? start + "…" : scalar.text)
    }
  }
}
