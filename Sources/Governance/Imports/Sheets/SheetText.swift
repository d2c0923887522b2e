import Plugins
import Values

/// The characters of a sheet, known to be UTF-8 and no more than a sheet may have.
///
/// A byte order mark, as spreadsheets write it, is passed over.
struct SheetText {
  /// In bytes.
  static let largestSize = 1 << 20
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  let characters: [Unicode.Scalar]
  /// A semicolon where the first line has one before any comma, else a comma.
  let separator: Unicode.Scalar

  /// - Throws: `sheet-too-large`; `sheet-encoding` with the place of the first byte that is no UTF-8.
  init(_ bytes: [UInt8], file: String) throws(Failure) {
    guard bytes.count <= Self.largestSize else {
      throw Failure(
        .sheetTooLarge, ["limit": .int(Self.largestSize)], at: Place(file: file, line: 1, column: 1)
      )
    }
    let isMarked = bytes.starts(with: Self.byteOrderMark)
    characters = try Self.decoded(isMarked ? bytes.dropFirst(3) : bytes[...], file)
    let head = characters.prefix { $0 != "\n" }
    separator = head.first { $0 == ";" || $0 == "," } ?? ","
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>, _ file: String) throws(Failure)
    -> [Unicode.Scalar]
  {
    var characters: [Unicode.Scalar] = []
    characters.reserveCapacity(bytes.count)
    var (decoder, rest) = (UTF8(), bytes.makeIterator())
    var (line, column) = (1, 1)
    while true {
      switch decoder.decode(&rest) {
      case .emptyInput: return characters
      case .error:
        throw Failure(.sheetEncoding, at: Place(file: file, line: line, column: column))
      case .scalarValue(let character):
        characters.append(character)
        (line, column) = character == "\n" ? (line + 1, 1) : (line, column + 1)
      }
    }
  }
}
