/// The lines of a calendar file: words made harmless, and long lines folded.
///
/// Source: RFC 5545, sections 3.1 (lines and folding), 3.2 (parameters) and 3.3.11 (texts).
enum CalendarLine {
  /// The most octets of a line without its end.
  private static let most = 75

  /// A text as a value: what separates values is escaped, and nothing in it ends the line.
  static func text(_ text: String) -> String {
    var escaped = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 { escaped += "\\n" }
      for character in Visible.text(String(line)) {
        if "\\;,".contains(character) { escaped += "\\" }
        escaped.append(character)
      }
    }
    return escaped
  }

  /// A text as the value of a parameter, in quotes, which it cannot have itself.
  static func quoted(_ text: String) -> String {
    "\"" + Visible.text(text).map { $0 == "\"" ? "'" : String($0) }.joined() + "\""
  }

  /// A line with its end; one that is too long goes on in lines that begin with a space, cut between characters.
  static func folded(_ line: String) -> String {
    var (result, length) = ("", 0)
    for scalar in line.unicodeScalars {
      let size = String(scalar).utf8.count
      if length + size > most {
        result += "\r\n "
        length = 1
      }
      result.unicodeScalars.append(scalar)
      length += size
    }
    return result + "\r\n"
  }
}
