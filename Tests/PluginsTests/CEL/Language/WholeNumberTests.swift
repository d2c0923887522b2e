import Testing

/// Arithmetic at the ends of 64 bits.
@Suite struct WholeNumberTests {
  @Test(arguments: rows)
  func `A whole number is exact or an error`(_ row: Evaluating.Row) {
    #expect(Evaluating.shown(row.text) == row.shown)
  }

  @Test(arguments: rows.filter { !$0.shown.hasPrefix("!") && $0.text.contains(" / ") })
  func `Quotient and remainder put the number together again`(_ row: Evaluating.Row) {
    let parts = row.text.split(separator: " / ")
    let text = "\(row.text) * \(parts[1]) + \(parts[0]) % \(parts[1]) == \(parts[0])"
    #expect(Evaluating.shown(text) == "true")
  }
}
