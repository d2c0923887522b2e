/// Text from outside made harmless for a terminal: what would act is shown instead.
///
/// A name with an escape sequence, or with a mark that turns the direction of writing, could paint
/// a false line on the screen of the person who decides.
///
/// Source: Unicode Technical Report 36, section 2.5; "Trojan Source", CVE-2021-42574.
package enum Visible {
  /// Control characters as their pictures (`␛`), direction marks and what has no width by number (`<U+202E>`).
  package static func text(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isActive) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(contentsOf: picture(of: scalar).unicodeScalars)
    }
    return String(result)
  }

  private static func picture(of scalar: Unicode.Scalar) -> String {
    guard isActive(scalar) else { return String(scalar) }
    switch scalar.value {
    case 0x00..<0x20: return Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? ""
    case 0x7F: return "\u{2421}"
    default: return "<U+" + hexadecimal(scalar.value) + ">"
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  private static func isActive(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00..<0x20, 0x7F..<0xA0: true
    case 0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    case 0x00AD, 0x180E, 0x200B, 0x2060...0x2064: true
    case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: false
    }
  }
}
