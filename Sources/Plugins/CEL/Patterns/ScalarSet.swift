/// A set of code points, as classes of regular expressions name them.
struct ScalarSet: Sendable {
  enum Item: Sendable {
    case range(ClosedRange<UInt32>)
    case categories(Set<Unicode.GeneralCategory>)
    indirect case not(ScalarSet)
  }

  var items: [Item]
  var isNegated = false
  /// Whether capitals and small letters are the same.
  var foldsCase = false

  init(_ items: [Item]) { self.items = items }

  init(_ scalar: Unicode.Scalar) { items = [.range(scalar.value...scalar.value)] }

  /// Ranges of ASCII, such as `azAZ`.
  private init(ascii ends: String) {
    let bytes = Array(ends.utf8).map(UInt32.init)
    items = stride(from: 0, to: bytes.count - 1, by: 2).map { .range(bytes[$0]...bytes[$0 + 1]) }
  }

  static let all = ScalarSet([.range(0...0x10_FFFF)])
  static let lineEnd = ScalarSet("\n")
  static let digit = ScalarSet(ascii: "09")
  static let word = ScalarSet(ascii: "09AZ__az")
  static let space = ScalarSet(ascii: "\t\n\u{0C}\r  ")

  var negated: ScalarSet {
    var other = self
    other.isNegated.toggle()
    return other
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    var isIn = holds(scalar)
    if !isIn, foldsCase { isIn = scalar.otherCases.contains { holds($0) } }
    return isIn != isNegated
  }

  private func holds(_ scalar: Unicode.Scalar) -> Bool {
    items.contains { item in
      switch item {
      case .range(let range): range.contains(scalar.value)
      case .categories(let categories):
        categories.contains(scalar.properties.generalCategory)
      case .not(let other): !other.contains(scalar)
      }
    }
  }

  /// A class in `[[:name:]]`; nil for a name that there is not.
  static func posix(_ name: String) -> ScalarSet? {
    posixRanges[name].map { ScalarSet(ascii: $0) }
  }

  private static let posixRanges = [
    "alnum": "09AZaz", "alpha": "AZaz", "ascii": "\u{0}\u{7F}", "blank": "\t\t  ",
    "cntrl": "\u{0}\u{1F}\u{7F}\u{7F}", "digit": "09", "graph": "!~", "lower": "az",
    "print": " ~", "punct": "!/:@[`{~", "space": "\t\r  ", "upper": "AZ", "word": "09AZ__az",
    "xdigit": "09AFaf",
  ]

  /// A general category of Unicode, such as `L` or `Lu`; nil for a name that there is not.
  static func category(_ name: String) -> ScalarSet? {
    let found = categories.filter { name.count == 1 ? $0.key.hasPrefix(name) : $0.key == name }
    return found.isEmpty ? nil : ScalarSet([.categories(Set(found.values))])
  }

  private static let categories: [String: Unicode.GeneralCategory] = [
    "Lu": .uppercaseLetter, "Ll": .lowercaseLetter, "Lt": .titlecaseLetter, "Lm": .modifierLetter,
    "Lo": .otherLetter, "Mn": .nonspacingMark, "Mc": .spacingMark, "Me": .enclosingMark,
    "Nd": .decimalNumber, "Nl": .letterNumber, "No": .otherNumber, "Pc": .connectorPunctuation,
    "Pd": .dashPunctuation, "Ps": .openPunctuation, "Pe": .closePunctuation,
    "Pi": .initialPunctuation, "Pf": .finalPunctuation, "Po": .otherPunctuation,
    "Sm": .mathSymbol, "Sc": .currencySymbol, "Sk": .modifierSymbol, "So": .otherSymbol,
    "Zs": .spaceSeparator, "Zl": .lineSeparator, "Zp": .paragraphSeparator, "Cc": .control,
    "Cf": .format, "Co": .privateUse,
  ]
}
