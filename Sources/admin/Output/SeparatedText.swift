internal import Values

/// Rows as CSV or TSV, with a header of field names.
///
/// Source: RFC 4180; OWASP, "CSV Injection", for the apostrophe.
struct SeparatedText {
  let separator: Unicode.Scalar
  /// CRLF in CSV as RFC 4180 asks; a line feed in TSV.
  let lineEnd: String

  static let csv = SeparatedText(separator: ",", lineEnd: "\r\n")
  static let tsv = SeparatedText(separator: "\t", lineEnd: "\n")

  func text(of listing: Listing) -> String {
    let header = listing.columns.map { cell(.text($0)) }
    let rows = listing.rows.map { row in listing.columns.map { cell(row[$0] ?? .null) } }
    return ([header] + rows).map { $0.joined(separator: String(separator)) + lineEnd }.joined()
  }

  private func cell(_ value: JSON) -> String {
    let text = Cell.text(of: value)
    if case .int = value { return text }
    return quoted(Self.harmless(text))
  }

  /// A spreadsheet takes a cell that begins so for a formula and runs it.
  private static func harmless(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) }
    return isFormula == true ? "'" + text : text
  }

  private func quoted(_ text: String) -> String {
    let special: Set<Unicode.Scalar> = ["\"", "\r", "\n", separator]
    guard text.unicodeScalars.contains(where: special.contains) else { return text }
    return "\"" + text.replacingScalar("\"", with: "\"\"") + "\""
  }
}
