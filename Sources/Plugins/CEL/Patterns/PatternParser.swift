internal import Values

/// Reads a regular expression.
struct PatternParser {
  struct Flags {
    var foldsCase = false
    /// `.` takes the end of a line too.
    var takesLines = false
    /// `^` and `$` stand at each line.
    var hasLines = false
  }

  static let maximumDepth = 100
  static let maximumRepetition = 1_000

  let scalars: [Unicode.Scalar]
  var place = 0
  var flags = Flags()
  private var depth = 0
  /// Where the last `:]` stands; a `[:` behind it names no class.
  let lastClassEnd: Int

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    let ends = scalars.indices.last { scalars[$0...].starts(with: [":", "]"]) }
    (self.scalars, lastClassEnd) = (scalars, ends ?? -1)
  }

  var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  mutating func parse() throws(CEL.Pattern.Unreadable) -> PatternTree {
    let tree = try choice()
    guard next == nil else { throw unreadable(place) }
    return tree
  }

  /// What stands from a place on, up to a few code points.
  func unreadable(_ start: Int) -> CEL.Pattern.Unreadable {
    let end = min(scalars.count, max(place + 1, start + 1), start + 12)
    return CEL.Pattern.Unreadable(
      code: .expressionPattern, position: start + 1, found: String(scalars[min(start, end)..<end]))
  }

  mutating func take(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard scalars[place...].starts(with: wanted) else { return false }
    place += wanted.count
    return true
  }

  private mutating func choice() throws(CEL.Pattern.Unreadable) -> PatternTree {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw unreadable(place) }
    let outer = flags
    defer { flags = outer }
    var choices = [try sequence()]
    while take("|") { choices.append(try sequence()) }
    return choices.count == 1 ? choices[0] : .choice(choices)
  }

  private mutating func sequence() throws(CEL.Pattern.Unreadable) -> PatternTree {
    var parts: [PatternTree] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      let start = place
      guard let part = try atom() else { continue }
      parts.append(try repeated(part, from: start))
    }
    return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
  }

  // MARK: - Repetitions

  private mutating func repeated(
    _ part: PatternTree, from start: Int
  ) throws(CEL.Pattern.Unreadable) -> PatternTree {
    let sign = place
    guard let counts = try takeCounts() else { return part }
    _ = take("?")
    let second = place
    if try takeCounts() != nil { throw unreadable(second) }
    guard counts.least <= Self.maximumRepetition, (counts.most ?? 0) <= Self.maximumRepetition,
      counts.most.map({ $0 >= counts.least }) ?? true
    else { throw unreadable(sign) }
    return .repetition(part, least: counts.least, most: counts.most)
  }

  /// `*`, `+`, `?`, `{n}`, `{n,}`, `{n,m}`; a brace that begins none of these is one of the text.
  private mutating func takeCounts() throws(CEL.Pattern.Unreadable) -> (least: Int, most: Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    let start = place
    guard take("{"), let least = takeNumber() else { return none(start) }
    if take("}") { return (least, least) }
    guard take(",") else { return none(start) }
    if take("}") { return (least, nil) }
    guard let most = takeNumber(), take("}") else { return none(start) }
    return (least, most)
  }

  private mutating func none(_ start: Int) -> (least: Int, most: Int?)? {
    place = start
    return nil
  }

  private mutating func takeNumber() -> Int? {
    let digits = scalars[place...].prefix { ("0"..."9").contains($0) }
    place += digits.count
    guard (1...9).contains(digits.count), digits.count == 1 || digits.first != "0" else {
      return nil
    }
    return Int(String(digits))
  }

  // MARK: - Atoms

  /// Nil for flags that change what follows.
  private mutating func atom() throws(CEL.Pattern.Unreadable) -> PatternTree? {
    let start = place
    guard let scalar = next else { return .empty }
    place += 1
    switch scalar {
    case "(": return try group(start)
    case "[": return .one(folded(try characterClass(start)))
    case "\\": return try escape(start)
    case ".": return .one(flags.takesLines ? .all : ScalarSet.lineEnd.negated)
    case "^": return .assertion(flags.hasLines ? .lineStart : .textStart)
    case "$": return .assertion(flags.hasLines ? .lineEnd : .textEnd)
    case "*", "+", "?": throw unreadable(start)
    case "{":
      place = start
      guard try takeCounts() == nil else { throw unreadable(start) }
      place = start + 1
      return .one(ScalarSet(scalar))
    default: return .one(folded(ScalarSet(scalar)))
    }
  }

  func folded(_ set: ScalarSet) -> ScalarSet {
    var set = set
    set.foldsCase = flags.foldsCase
    return set
  }

  /// `(...)`, `(?:...)`, `(?P<name>...)`, `(?i)` and `(?i:...)`; look-around is refused.
  private mutating func group(_ start: Int) throws(CEL.Pattern.Unreadable) -> PatternTree? {
    let outer = flags
    if take("?") {
      if take("P<") || (!take("<=") && !take("<!") && take("<")) {
        guard takeName() else { throw unreadable(start) }
      } else {
        guard let isOpen = takeFlags() else { throw unreadable(start) }
        guard isOpen else { return nil }
      }
    }
    let tree = try choice()
    guard take(")") else { throw unreadable(start) }
    flags = outer
    return tree
  }

  /// The name of a group, which nothing asks for.
  private mutating func takeName() -> Bool {
    let name = scalars[place...].prefix { ScalarSet.word.contains($0) }
    place += name.count
    return !name.isEmpty && take(">")
  }

  /// `i-s:` or `i)`: whether a group begins; nil for anything else, and for a hyphen before no flag.
  private mutating func takeFlags() -> Bool? {
    var (changed, isOn, isNamed) = (flags, true, true)
    while let scalar = next {
      place += 1
      switch scalar {
      case "i": (changed.foldsCase, isNamed) = (isOn, true)
      case "s": (changed.takesLines, isNamed) = (isOn, true)
      case "m": (changed.hasLines, isNamed) = (isOn, true)
      case "U": isNamed = true
      case "-" where isOn: (isOn, isNamed) = (false, false)
      case ":" where isNamed, ")" where isNamed:
        flags = changed
        return scalar == ":"
      default: return nil
      }
    }
    return nil
  }
}
