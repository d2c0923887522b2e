package import Values

/// One value of a sheet, without its quotes, and where it begins.
package struct SheetCell: Hashable, Sendable {
  package let text: String
  package let place: Place

  package init(_ text: String, at place: Place) {
    self.text = text
    self.place = place
  }
}

extension Failure.Code {
  /// The file is no UTF-8: save it as "CSV UTF-8".
  package static let sheetEncoding = Failure.Code("sheet-encoding", exit: .badData)
  /// The file is larger than a sheet may be: divide it.
  package static let sheetTooLarge = Failure.Code("sheet-too-large", exit: .badData)
  /// The sheet has more rows than one import takes: divide it.
  package static let sheetTooMany = Failure.Code("sheet-too-many", exit: .badData)
  /// Nothing stands in the file: begin with a line of column names.
  package static let sheetEmpty = Failure.Code("sheet-empty", exit: .badData)
  /// A quote stands within a cell: put the whole cell in quotes and write each quote in it twice.
  package static let sheetQuote = Failure.Code("sheet-quote", exit: .badData)
  /// A quote was opened and never closed: close it.
  package static let sheetQuoteOpen = Failure.Code("sheet-quote-open", exit: .badData)
  /// A character that no page can show: take it out.
  package static let sheetControl = Failure.Code("sheet-control", exit: .badData)
  /// A row has more or fewer cells than the header: add or take out separators.
  package static let sheetCells = Failure.Code("sheet-cells", exit: .badData)
  /// The header has a column that this sheet does not know: use one of those named.
  package static let sheetColumnUnknown = Failure.Code("sheet-column-unknown", exit: .badData)
  /// The header lacks a column that the sheet needs: add it.
  package static let sheetColumnMissing = Failure.Code("sheet-column-missing", exit: .badData)
  /// The header names a column twice: take one out.
  package static let sheetColumnRepeated = Failure.Code("sheet-column-repeated", exit: .badData)
  /// A row stands in the sheet twice: take one out.
  package static let sheetRowRepeated = Failure.Code("sheet-row-repeated", exit: .badData)
  /// A row names its person by number and in words, or not at all: do one of the two.
  package static let sheetPerson = Failure.Code("sheet-person", exit: .badData)

  static let sheetCodes: [Failure.Code] = [
    sheetEncoding, sheetTooLarge, sheetTooMany, sheetEmpty, sheetQuote, sheetQuoteOpen,
    sheetControl, sheetCells, sheetColumnUnknown, sheetColumnMissing, sheetColumnRepeated,
    sheetRowRepeated, sheetPerson,
  ]
}
