import Plugins
import Testing
import Values

/// Fractions and periods that are written in a rule are held to their form when it is loaded.
@Suite struct LiteralArgumentTests {
  @Test(arguments: ["atLeast", "moreThan"])
  func `A share is an exact fraction from nothing to all`(_ function: String) {
    for text in ["0/1", "1/2", "2/3", "999/1000", "1/1"] {
      #expect(CEL.Environment.sample.fault("\(function)(n, '\(text)', 3)") == nil)
    }
    for text in ["", "1", "0.5", "50%", "2/0", "3/2", "-1/2", " 1/2", "1/1001", "01/2", "1/2/3"] {
      let fault = CEL.Environment.sample.fault("\(function)(n, '\(text)', 3)")
      #expect(fault?.code == .expressionFraction, "\(text)")
      #expect(fault?.values == ["found": .text(text)])
      #expect(fault?.offset == function.count + 4)
    }
  }

  @Test func `A period is counted in years, months, weeks and days`() {
    for text in ["P21D", "P1M", "P2Y", "P1Y6M", "P2W"] {
      #expect(CEL.Environment.sample.fault("addPeriod(now, '\(text)')") == nil)
    }
    for text in ["", "22d", "P", "PT1H", "P1.5M", "-P1D", "P1D6M", "21"] {
      let fault = CEL.Environment.sample.fault("addPeriod(now, '\(text)')")
      #expect(fault?.code == .expressionPeriod, "\(text)")
      #expect(fault?.values == ["found": .text(text)])
      #expect(fault?.offset == 15)
    }
  }

  @Test(arguments: [
    ("atLeast(n, 0.66, 3)", "atLeast", 11), ("moreThan(n, 1.0 / 2.0, 3)", "moreThan", 16),
    ("moreThan(n, double(n), 3)", "moreThan", 12),
  ])
  func `A decimal is no fraction`(_ row: (text: String, function: String, offset: Int)) {
    let fault = CEL.Environment.sample.fault(row.text)
    #expect(fault?.code == .expressionDecimal)
    #expect(fault?.values == ["function": .text(row.function)])
    #expect(fault?.offset == row.offset)
  }

  @Test(arguments: [
    "atLeast(n, name, 3)", "moreThan(n, '1/' + '2', 3)", "addPeriod(now, name)",
    "addPeriod(now, n > 0 ? 'P1M' : 'P2M')", "atLeast(n, d, 3)", "addPeriod(d, d)",
  ])
  func `What is known only while it runs is looked at then`(_ text: String) {
    #expect(CEL.Environment.sample.fault(text) == nil)
  }

  @Test func `A literal of another function may be any text`() {
    #expect(CEL.Environment.sample.fault("name.replace('22d', 'x') + name.substring(1)") == nil)
  }
}
