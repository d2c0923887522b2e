extension Unicode.Scalar {
  /// The other forms of a letter, where capitals and small letters are the same.
  ///
  /// Forms of one code point only, so that `ß` and `ẞ` are the same and `ß` and `ss` are not; the Turkish dotless
  /// and dotted i have none.
  ///
  /// Source: Unicode, `CaseFolding.txt`, the statuses C and S.
  var otherCases: [Unicode.Scalar] {
    if isASCII { return asciiCases }
    guard self != "\u{131}" else { return [] }
    let small = smallForm
    let forms = [
      small, Self.one(small.properties.uppercaseMapping),
      Self.one(small.properties.titlecaseMapping),
    ]
    return forms.compactMap(\.self) + (Self.furtherForms[small] ?? [])
  }

  private var asciiCases: [Unicode.Scalar] {
    guard (65...90).contains(value) || (97...122).contains(value) else { return [] }
    let other = Unicode.Scalar(UInt8(value ^ 0x20))
    return [other] + (Self.furtherForms[Unicode.Scalar(UInt8(value | 0x20))] ?? [])
  }

  /// The small letter of a letter's capital, which all its forms have in common.
  private var smallForm: Unicode.Scalar {
    let capital = Self.one(properties.uppercaseMapping) ?? self
    return Self.one(capital.properties.lowercaseMapping) ?? capital
  }

  private static func one(_ text: String) -> Unicode.Scalar? {
    let scalars = text.unicodeScalars
    return scalars.count == 1 ? scalars.first : nil
  }

  /// Forms that a small letter has beside itself, its capital and its title form.
  private static let furtherForms: [Unicode.Scalar: [Unicode.Scalar]] = [
    "k": ["\u{212A}"], "s": ["\u{17F}"], "\u{DF}": ["\u{1E9E}"], "\u{E5}": ["\u{212B}"],
    "\u{3B2}": ["\u{3D0}"], "\u{3B5}": ["\u{3F5}"], "\u{3B8}": ["\u{3D1}", "\u{3F4}"],
    "\u{3B9}": ["\u{345}", "\u{1FBE}"], "\u{3BA}": ["\u{3F0}"], "\u{3BC}": ["\u{B5}"],
    "\u{3C0}": ["\u{3D6}"], "\u{3C1}": ["\u{3F1}"], "\u{3C3}": ["\u{3C2}"],
    "\u{3C6}": ["\u{3D5}"], "\u{3C9}": ["\u{2126}"], "\u{432}": ["\u{1C80}"],
    "\u{434}": ["\u{1C81}"], "\u{43E}": ["\u{1C82}"], "\u{441}": ["\u{1C83}"],
    "\u{442}": ["\u{1C84}", "\u{1C85}"], "\u{44A}": ["\u{1C86}"], "\u{463}": ["\u{1C87}"],
    "\u{1E61}": ["\u{1E9B}"], "\u{A64B}": ["\u{1C88}"],
  ]
}
