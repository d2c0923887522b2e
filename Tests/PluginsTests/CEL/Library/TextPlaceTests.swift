import Testing

/// Places in texts, where letters have one to four bytes.
@Suite struct TextPlaceTests {
  @Test(arguments: rows)
  func `Places are counted in code points`(_ row: Evaluating.Row) {
    #expect(Evaluating.shown(row.text) == row.shown)
  }

  @Test(arguments: rows.filter { $0.text.contains(".split(") })
  func `What is split and joined again is the same`(_ row: Evaluating.Row) {
    let parts = row.text.split(separator: ".split('")
    let separator = parts.count == 2 ? parts[1].dropLast(2) : ""
    #expect(Evaluating.shown("\(row.text).join('\(separator)') == \(parts[0])") == "true")
  }
}
