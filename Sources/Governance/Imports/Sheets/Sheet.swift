package import Plugins
import Values

/// Reads a sheet: a header that names columns, then one row for each act.
///
/// ```swift
/// let rows = Sheet.read(Array("member,class\nPT,member\n".utf8), of: .members, file: "s.csv", into: findings)
/// ```
package struct Sheet {
  private let kind: SheetKind
  /// In the order of the header.
  private let columns: [SheetColumn]

  /// The rows in the order of the file, with every fault collected.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 of at most 1 MiB, with at most 5,000 rows below the header.
  ///   - kind: What the rows are.
  ///   - file: The file's name as the user gave it, for places.
  ///   - findings: Where the faults go.
  /// - Returns: The rows without fault; none when the header has one.
  package static func read(
    _ bytes: [UInt8], of kind: SheetKind, file: String, into findings: Findings
  ) -> [SheetRow] {
    let rows = findings.collect { () throws(Failure) in
      try SeparatedReader.rows(of: bytes, file: file, into: findings)
    }
    guard let rows, let head = rows.first else {
      if !findings.hasErrors {
        findings.add(Failure(.sheetEmpty, at: Place(file: file, line: 1, column: 1)))
      }
      return []
    }
    guard let sheet = Sheet(kind, head: head, into: findings) else { return [] }
    return sheet.rows(rows.dropFirst(), into: findings)
  }

  /// Nil for a header with a fault, of which every one is found.
  private init?(_ kind: SheetKind, head: [SheetCell], into findings: Findings) {
    let known = kind.columns
    var columns: [SheetColumn] = []
    var isSound = true
    for (index, cell) in head.enumerated() {
      let column = findings.collect { () throws(Failure) in
        try Self.column(cell, index + 1, among: known, after: columns)
      }
      if let column { columns.append(column) } else { isSound = false }
    }
    for column in known where column.isRequired && !columns.contains(column) {
      isSound = false
      findings.add(
        Failure(.sheetColumnMissing, ["column": .text(column.name)], at: head.first?.place))
    }
    guard isSound else { return nil }
    self.kind = kind
    self.columns = columns
  }

  /// The column of a name; a name that is unknown is not quoted, since a row of persons may stand there.
  private static func column(
    _ cell: SheetCell, _ number: Int, among known: [SheetColumn], after columns: [SheetColumn]
  ) throws(Failure) -> SheetColumn {
    let names = known.map(\.name)
    guard let column = known.first(where: { $0.name == cell.text }) else {
      throw Failure(
        .sheetColumnUnknown,
        [
          "number": .int(number), "known": .list(names),
          "nearest": .text(Nearest.word(to: cell.text, among: names) ?? ""),
        ], at: cell.place)
    }
    guard !columns.contains(column) else {
      throw Failure(.sheetColumnRepeated, ["column": .text(column.name)], at: cell.place)
    }
    return column
  }

  private func rows(_ all: ArraySlice<[SheetCell]>, into findings: Findings) -> [SheetRow] {
    var lines: [[String]: Int] = [:]
    return all.compactMap { cells in
      findings.collect { () throws(Failure) in
        let row = try row(cells)
        let texts = cells.map(\.text)
        if let line = lines[texts] {
          throw Failure(.sheetRowRepeated, ["line": .int(line)], at: row.place)
        }
        lines[texts] = row.place.line
        return row
      }
    }
  }

  private func row(_ cells: [SheetCell]) throws(Failure) -> SheetRow {
    guard cells.count == columns.count, let place = cells.first?.place else {
      throw Failure(
        .sheetCells, ["found": .int(cells.count), "wanted": .int(columns.count)],
        at: cells.first?.place)
    }
    let given = Dictionary(
      uniqueKeysWithValues: zip(columns, cells).map { ($0.name, ($0, $1)) }
    ).filter { !$0.value.1.text.isEmpty }
    for column in columns where column.isRequired && given[column.name] == nil {
      let cell = zip(columns, cells).first { $0.0 == column }?.1
      throw Failure(
        .fieldMissing, ["act": .text(kind.act.name), "field": .text(column.name)],
        at: cell?.place ?? place)
    }
    return try SheetRow(given, of: kind, at: place)
  }
}

extension SheetRow {
  fileprivate init(
    _ given: [String: (SheetColumn, SheetCell)], of sheet: SheetKind, at place: Place
  ) throws(Failure) {
    let values = given.mapValues { column, cell in column.values(in: cell.text) }
    let places = given.mapValues { $0.1.place }
    let person = try Self.person(values, places, of: sheet, at: place)
    let own = Set(sheet.act.fields.map(\.name))
    self.init(
      place: place, effective: try Self.effective(given["from"]?.1),
      note: given["note"]?.1.text, person: person, kind: sheet.act,
      values: values.filter { own.contains($0.key) },
      places: places)
    try check()
  }

  /// The person that a row of seats tells of in words; nil where it gives a number.
  private static func person(
    _ values: [String: [String]], _ places: [String: Place], of sheet: SheetKind, at place: Place
  ) throws(Failure) -> ActInput? {
    guard sheet == .seats else { return nil }
    let names = Set(AddPerson.kind.fields.map(\.name))
    let words = values.filter { names.contains($0.key) }
    guard values["person"] == nil else {
      guard words.isEmpty else { throw Failure(.sheetPerson, at: place) }
      return nil
    }
    guard words["name"] != nil else { throw Failure(.sheetPerson, at: place) }
    return try ActInput(AddPerson.kind, words, places: places)
  }

  private static func effective(_ cell: SheetCell?) throws(Failure) -> PartialDay? {
    guard let cell else { return nil }
    guard let day = PartialDay(cell.text) else {
      throw Failure(
        .fieldMalformed,
        [
          "field": .text("from"), "found": .text(String(cell.text.prefix(80))),
          "form": .word("expected.partial-day"),
        ], at: cell.place)
    }
    return day
  }

  /// Reads the values as their acts will, so that a wrong form is found before anything is asked.
  private func check() throws(Failure) {
    if let person { _ = try AddPerson(person) }
    let act = try act(for: person.map { _ in "H-1" })
    guard let command = ActCatalogue.command(named: kind.name) else { return }
    _ = try command.init(act)
  }
}
