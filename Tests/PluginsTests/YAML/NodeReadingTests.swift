import Plugins
import Testing
import Values

@Suite struct NodeReadingTests {
  private func node(_ text: String) throws -> Node {
    try #require(try YAML.parse("a: \(text)").mapping().first).value
  }

  private func expectFailure<Value>(
    _ code: Failure.Code, _ values: [String: Failure.Value],
    sourceLocation: SourceLocation = #_sourceLocation, _ reading: () throws -> Value
  ) {
    let failure = #expect(throws: Failure.self, sourceLocation: sourceLocation) {
      _ = try reading()
    }
    #expect(failure == Failure(code, values, at: failure?.place), sourceLocation: sourceLocation)
    #expect(failure?.place?.line == 1, sourceLocation: sourceLocation)
  }

  @Test(arguments: ["NO", "3166", "007", "true", "2026-12-07", "1:30"])
  func `Text is what is written`(_ text: String) throws {
    #expect(try node(text).string() == text)
  }

  @Test(arguments: [("0", 0), ("14", 14), ("-3", -3), ("\"14\"", 14)])
  func `A number is read where one is asked for`(_ row: (String, Int)) throws {
    #expect(try node(row.0).integer(in: -10...20) == row.1)
  }

  @Test(arguments: ["014", "+1", "1.0", "1e3", "0x1F", "ten", "99999999999999999999", "1_000"])
  func `What is no plain number is refused`(_ text: String) throws {
    let node = try node(text)
    expectFailure(
      .valueUnreadable, ["expected": .word("expected.number"), "found": .text(text)]
    ) { try node.integer(in: 0...10) }
  }

  @Test(arguments: ["\"\"", "''", "|\n", "&x ''"])
  func `An empty text is called one, and is not left out of the sentence`(_ text: String) throws {
    let node = try node(text)
    expectFailure(
      .valueUnreadable, ["expected": .word("expected.number"), "found": .word("found.empty")]
    ) { try node.integer(in: 0...10) }
    #expect(try node.string() == "")
  }

  @Test func `A number outside its bounds names them`() throws {
    let node = try node("11")
    expectFailure(.valueOutOfRange, ["found": .int(11), "least": .int(0), "most": .int(10)]) {
      try node.integer(in: 0...10)
    }
  }

  @Test func `True and false are the only truths`() throws {
    #expect(try node("true").boolean())
    #expect(try !node("false").boolean())
    for text in ["yes", "True", "on", "1"] {
      let node = try node(text)
      expectFailure(
        .valueUnreadable, ["expected": .word("expected.boolean"), "found": .text(text)]
      ) { try node.boolean() }
    }
  }

  @Test func `Days, periods and fractions are read`() throws {
    #expect(try node("2026-12-07").day() == Day("2026-12-07"))
    #expect(try node("2016-10").partialDay() == PartialDay("2016-10"))
    #expect(try node("P14D").period() == Period.days(14))
    #expect(try node("2/3").fraction() == Fraction(2, 3))
  }

  @Test func `A wrong value says what was expected and what was found`() throws {
    let adjective = try node("bi-annual")
    expectFailure(
      .valueUnreadable, ["expected": .word("expected.period"), "found": .text("bi-annual")]
    ) { try adjective.period() }
    expectFailure(
      .valueUnreadable, ["expected": .word("expected.day"), "found": .text("bi-annual")]
    ) { try adjective.day() }
    expectFailure(
      .valueUnreadable, ["expected": .word("expected.partial-day"), "found": .text("bi-annual")]
    ) { try adjective.partialDay() }
    expectFailure(
      .valueUnreadable, ["expected": .word("expected.fraction"), "found": .text("bi-annual")]
    ) { try adjective.fraction() }
  }

  @Test(arguments: ["", "~", "null"])
  func `Nothing is no text`(_ text: String) throws {
    let node = try node(text)
    #expect(node.isNull)
    expectFailure(
      .valueUnreadable, ["expected": .word("expected.text"), "found": .word("found.nothing")]
    ) { try node.string() }
  }

  @Test(arguments: ["''", "'null'", "NULL", "[]", "{}"])
  func `What is written is not nothing`(_ text: String) throws {
    #expect(try !node(text).isNull)
  }

  @Test func `A list and a mapping are not taken for each other`() throws {
    let list = try node("[x]")
    expectFailure(
      .valueUnreadable, ["expected": .word("expected.mapping"), "found": .word("found.list")]
    ) { try list.mapping() }
    let mapping = try node("{x: y}")
    expectFailure(
      .valueUnreadable, ["expected": .word("expected.list"), "found": .word("found.mapping")]
    ) { try mapping.sequence() }
  }

  @Test func `A long text is quoted by its beginning`() throws {
    let node = try node(String(repeating: "x", count: 50))
    let beginning = String(repeating: "x", count: 40) + "…"
    expectFailure(
      .valueUnreadable, ["expected": .word("expected.day"), "found": .text(beginning)]
    ) { try node.day() }
  }

  enum Colour: String, CaseIterable { case red, green }

  @Test func `A choice is one of its words`() throws {
    #expect(try node("green").choice(of: Colour.self) == .green)
    let misspelt = try node("gren")
    expectFailure(.choiceMisspelt, ["found": .text("gren"), "nearest": .text("green")]) {
      try misspelt.choice(of: Colour.self)
    }
    let unknown = try node("blue")
    expectFailure(.choiceUnknown, ["found": .text("blue"), "choices": .list(["red", "green"])]) {
      try unknown.choice(of: ["red", "green"])
    }
  }

  @Test func `Values of the log are read by the same questions`() throws {
    let node = Node(["n": 14, "t": true, "x": .null, "l": ["2/3"]])
    var reader = try MappingReader(node)
    #expect(try reader.required("n").integer(in: 0...20) == 14)
    #expect(try reader.required("t").boolean())
    #expect(try reader.required("x").isNull)
    #expect(try reader.required("l").sequence().map { try $0.fraction() } == [Fraction(2, 3)])
    try reader.finish()
  }
}
