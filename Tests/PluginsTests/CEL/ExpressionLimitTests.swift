import Plugins
import Testing
import Values

/// Texts that are too long or too deep are refused before they can do harm.
@Suite struct ExpressionLimitTests {
  @Test func `A text of more than 64 KiB is refused with both numbers`() throws {
    let most = CEL.Parser.maximumBytes
    #expect(most == 65_536)
    let text = String(repeating: " ", count: most - 1) + "a"
    #expect(try CEL.Parser.parse(text).shown == "a")
    let fault = #expect(throws: CEL.Fault.self) { try CEL.Parser.parse(" " + text) }
    #expect(fault?.code == .expressionTooLong)
    #expect(fault?.values == ["found": .int(most + 1), "most": .int(most)])
  }

  @Test func `Length is counted in bytes`() {
    let text = "'" + String(repeating: "é", count: 40_000) + "'"
    let fault = #expect(throws: CEL.Fault.self) { try CEL.Parser.parse(text) }
    #expect(fault?.values["found"] == .int(80_002))
  }

  @Test(arguments: [
    ("(", "a", ")"), ("[", "a", "]"), ("{1: ", "a", "}"), ("f(", "a", ")"), ("!", "a", ""),
    ("-", "a", ""), ("a[", "a", "]"), ("", "a", " + a"), ("", "a", ".b"), ("", "a", "[0]"),
    ("", "a", ".f()"), ("", "a", " && a"), ("a ? b : ", "a", ""), ("", "a", " in a"),
    ("[1].all(x, ", "a", ")"), ("cel.bind(x, 1, ", "a", ")"), ("", "a", ".?b"),
    ("a{b: ", "a", "}"), ("[?", "a", "]"),
  ])
  func `Hundreds of levels are refused, dozens are read`(
    _ row: (before: String, middle: String, after: String)
  ) throws {
    func text(_ levels: Int) -> String {
      String(repeating: row.before, count: levels) + row.middle
        + String(repeating: row.after, count: levels)
    }
    _ = try CEL.Parser.parse(text(100))
    for levels in [251, 3_000] {
      let fault = #expect(throws: CEL.Fault.self) { try CEL.Parser.parse(text(levels)) }
      #expect(fault?.code == .expressionTooDeep)
      #expect(fault?.values == ["most": .int(250)])
    }
  }

  @Test(arguments: ["[", "(", "{", "!", "-", "f(", "a?", "'"])
  func `A megabyte of open brackets is refused before it is read`(_ opening: String) {
    let text = String(repeating: opening, count: (1 << 20) / opening.utf8.count)
    let fault = #expect(throws: CEL.Fault.self) { try CEL.Parser.parse(text) }
    #expect(fault?.code == .expressionTooLong)
    #expect(fault?.offset == 0)
  }

  @Test(arguments: ["[", "(", "!", "f("])
  func `Brackets that never close are refused at the level that is too deep`(_ opening: String) {
    let text = String(repeating: opening, count: 60_000 / opening.utf8.count)
    let fault = #expect(throws: CEL.Fault.self) { try CEL.Parser.parse(text) }
    #expect(fault?.code == .expressionTooDeep)
    #expect(abs((fault?.offset ?? 0) - 250 * opening.utf8.count) <= opening.utf8.count)
  }

  @Test func `A tree of the greatest depth is resolved, checked, priced and printed`() throws {
    var environment = CEL.Environment()
    environment.variables["a"] = .int
    let text = String(repeating: "a + ", count: 249) + "a"
    let checked = try environment.checked(text)
    #expect(checked.kind == .int)
    #expect(checked.expression.text == text)
    #expect(CEL.CostEstimate.units(of: checked) == 499)
  }
}
