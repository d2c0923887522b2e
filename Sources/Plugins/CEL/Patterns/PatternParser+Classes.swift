internal import Values

extension PatternParser {
  /// What follows a backslash outside brackets.
  mutating func escape(_ start: Int) throws(CEL.Pattern.Unreadable) -> PatternTree {
    guard let scalar = next else { throw unreadable(start) }
    switch scalar {
    case "b": return taken(.assertion(.wordEdge))
    case "B": return taken(.assertion(.noWordEdge))
    case "A": return taken(.assertion(.textStart))
    case "z": return taken(.assertion(.textEnd))
    default: return .one(folded(try escapedSet(start)))
    }
  }

  private mutating func taken(_ tree: PatternTree) -> PatternTree {
    place += 1
    return tree
  }

  /// A class such as `\d` or `\p{Lu}`, or one code point.
  private mutating func escapedSet(_ start: Int) throws(CEL.Pattern.Unreadable) -> ScalarSet {
    guard let scalar = next else { throw unreadable(start) }
    place += 1
    switch scalar {
    case "d": return .digit
    case "D": return ScalarSet.digit.negated
    case "w": return .word
    case "W": return ScalarSet.word.negated
    case "s": return .space
    case "S": return ScalarSet.space.negated
    case "p", "P":
      guard let set = takeCategory() else { throw unreadable(start) }
      return scalar == "P" ? set.negated : set
    default: return ScalarSet(try escapedScalar(scalar, start))
    }
  }

  private mutating func takeCategory() -> ScalarSet? {
    guard take("{") else {
      guard let letter = next else { return nil }
      place += 1
      return ScalarSet.category(String(letter))
    }
    let isNegated = take("^")
    let name = scalars[place...].prefix { ScalarSet.word.contains($0) }
    place += name.count
    guard take("}"), let set = ScalarSet.category(String(name)) else { return nil }
    return isNegated ? set.negated : set
  }

  private mutating func escapedScalar(
    _ scalar: Unicode.Scalar, _ start: Int
  ) throws(CEL.Pattern.Unreadable) -> Unicode.Scalar {
    switch scalar {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "f": return "\u{0C}"
    case "v": return "\u{0B}"
    case "a": return "\u{07}"
    case "x":
      guard let found = takeHexadecimal() else { throw unreadable(start) }
      return found
    case "0"..."7":
      guard let found = takeOctal(after: scalar) else { throw unreadable(start) }
      return found
    default:
      // Letters and digits without a meaning are refused, digits since they would be back references.
      let isWord = ScalarSet.word.contains(scalar) && scalar != "_"
      guard !isWord, scalar.isASCII else { throw unreadable(start) }
      return scalar
    }
  }

  /// `\0`, `\07` or `\123`; one digit alone, other than 0, would be a back reference.
  private mutating func takeOctal(after first: Unicode.Scalar) -> Unicode.Scalar? {
    let others = scalars[place...].prefix(2).prefix { ("0"..."7").contains($0) }
    guard first == "0" || !others.isEmpty else { return nil }
    place += others.count
    return UInt32(String(([first] + others)[...]), radix: 8).flatMap { Unicode.Scalar($0) }
  }

  /// `7F` or `{10FFFF}`.
  private mutating func takeHexadecimal() -> Unicode.Scalar? {
    let isLong = take("{")
    let digits = scalars[place...].prefix(isLong ? 6 : 2).prefix { $0.properties.isASCIIHexDigit }
    place += digits.count
    guard isLong ? take("}") : digits.count == 2 else { return nil }
    return UInt32(String(digits), radix: 16).flatMap { Unicode.Scalar($0) }
  }

  // MARK: - Brackets

  mutating func characterClass(_ start: Int) throws(CEL.Pattern.Unreadable) -> ScalarSet {
    let isNegated = take("^")
    var items: [ScalarSet.Item] = []
    var isFirst = true
    while isFirst || next != "]" {
      guard next != nil else { throw unreadable(start) }
      items += try classItem(start)
      isFirst = false
    }
    place += 1
    let set = ScalarSet(items)
    return isNegated ? set.negated : set
  }

  /// One code point, a range, or a class within brackets.
  private mutating func classItem(
    _ start: Int
  ) throws(CEL.Pattern.Unreadable) -> [ScalarSet.Item] {
    if place + 1 < lastClassEnd, take("[:") { return try posixClass(start) }
    let place = place
    let set = try classMember(start)
    guard case .range(let first)? = set.items.first, set.items.count == 1, !set.isNegated,
      first.count == 1
    else { return set.isNegated ? [.not(set.negated)] : set.items }
    guard next == "-", self.place + 1 < scalars.count, scalars[self.place + 1] != "]" else {
      return set.items
    }
    self.place += 1
    let last = try classMember(start)
    guard case .range(let end)? = last.items.first, !last.isNegated, end.count == 1,
      first.lowerBound <= end.lowerBound
    else { throw unreadable(place) }
    return [.range(first.lowerBound...end.lowerBound)]
  }

  private mutating func classMember(_ start: Int) throws(CEL.Pattern.Unreadable) -> ScalarSet {
    guard let scalar = next else { throw unreadable(start) }
    let place = place
    self.place += 1
    return scalar == "\\" ? try escapedSet(place) : ScalarSet(scalar)
  }

  private mutating func posixClass(
    _ start: Int
  ) throws(CEL.Pattern.Unreadable) -> [ScalarSet.Item] {
    let isNegated = take("^")
    let name = scalars[place...].prefix { ScalarSet.word.contains($0) }
    place += name.count
    guard take(":]"), let set = ScalarSet.posix(String(name)) else { throw unreadable(start) }
    return isNegated ? [.not(set)] : set.items
  }
}
