import Plugins
import Values

/// Reads comma-separated values strictly: what could be read in two ways is a fault with its place.
///
/// Lines end in LF or CR LF; a cell in quotes may hold separators, line ends and quotes written twice; spaces
/// belong to the cell. Columns of places count characters from 1.
///
/// ```swift
/// try SeparatedReader.rows(of: Array("a;b\nPT;\"x;y\"\n".utf8), file: "s.csv", into: findings)
/// // [["a", "b"], ["PT", "x;y"]]
/// ```
///
/// Source: RFC 4180, section 2; the semicolon is what spreadsheets write where the comma parts decimals.
struct SeparatedReader {
  /// More rows are one fault: a network has some hundred members and persons.
  static let mostRows = 5_000

  private let characters: [Unicode.Scalar]
  private let separator: Unicode.Scalar
  private let file: String
  private let findings: Findings
  private var index = 0
  private var line = 1
  private var column = 1
  /// Whether a fault was found in the row being read.
  private var isFaulty = false

  private init(_ text: SheetText, file: String, into findings: Findings) {
    characters = text.characters
    separator = text.separator
    self.file = file
    self.findings = findings
  }

  /// The rows without fault, in the order of the file; one in which nothing stands is passed over.
  ///
  /// Where the first row has a fault there are none, since it names the columns of all others.
  ///
  /// - Throws: `sheet-too-large`, `sheet-encoding`, `sheet-too-many`; faults of a row are findings.
  static func rows(of bytes: [UInt8], file: String, into findings: Findings) throws(Failure)
    -> [[SheetCell]]
  {
    var reader = SeparatedReader(try SheetText(bytes, file: file), file: file, into: findings)
    var rows: [[SheetCell]] = []
    while reader.current != nil {
      let row = reader.row()
      if reader.isFaulty, rows.isEmpty { return [] }
      if !reader.isFaulty, row.contains(where: { !$0.text.isEmpty }) { rows.append(row) }
      guard rows.count <= mostRows + 1 else {
        throw Failure(.sheetTooMany, ["limit": .int(mostRows)], at: row.first?.place)
      }
    }
    return rows
  }

  private var current: Unicode.Scalar? { index < characters.count ? characters[index] : nil }

  private var place: Place { Place(file: file, line: line, column: column) }

  private var isAtLineEnd: Bool {
    switch current {
    case nil, "\n": true
    case "\r": index + 1 < characters.count && characters[index + 1] == "\n"
    default: false
    }
  }

  private mutating func advance() {
    (line, column) = current == "\n" ? (line + 1, 1) : (line, column + 1)
    index += 1
  }

  private mutating func row() -> [SheetCell] {
    isFaulty = false
    var cells = [cell()]
    while current == separator {
      advance()
      cells.append(cell())
    }
    while !isAtLineEnd { advance() }
    if current == "\r" { advance() }
    if current != nil { advance() }
    return cells
  }

  private mutating func cell() -> SheetCell {
    let start = place
    let text = current == "\"" ? quoted(from: start) : plain()
    return SheetCell(text, at: start)
  }

  /// Up to the next separator or the end of the line.
  private mutating func plain() -> String {
    var text = String.UnicodeScalarView()
    while !isAtLineEnd, let character = current, character != separator {
      if character == "\"" { fault(.sheetQuote, at: place) }
      take(character, into: &text)
    }
    return String(text)
  }

  private mutating func quoted(from start: Place) -> String {
    var text = String.UnicodeScalarView()
    advance()
    while let character = current {
      guard character == "\"" else {
        take(character, into: &text)
        continue
      }
      advance()
      guard current == "\"" else {
        if current != separator, !isAtLineEnd { fault(.sheetQuote, at: place) }
        return String(text) + plain()
      }
      take("\"", into: &text)
    }
    fault(.sheetQuoteOpen, at: start)
    return String(text)
  }

  /// Takes a character over; a line end within quotes becomes LF, and a character that cannot be shown a fault.
  private mutating func take(_ character: Unicode.Scalar, into text: inout String.UnicodeScalarView)
  {
    let isSpace = character == "\n" || character == "\t" || (character == "\r" && isAtLineEnd)
    if !isSpace, character.value < 0x20 || character.value == 0x7F {
      fault(.sheetControl, at: place)
    }
    if character != "\r" { text.append(character) }
    advance()
  }

  private mutating func fault(_ code: Failure.Code, at place: Place) {
    isFaulty = true
    findings.add(Failure(code, at: place))
  }
}
