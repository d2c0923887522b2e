import Testing
import Values

@testable import Plugins

/// A payload that is given in words, and patterns that a text is held to.
@Suite struct PayloadWordsTests {
  private static let schema = PayloadSchema([
    .init("name", .text(.init(pattern: "^[a-z]+$")), isRequired: true),
    .init("tags", .list(.text(.init()), most: 3), isRequired: false),
    .init(
      "issue", .record(PayloadSchema([.init("volume", .int(1...9), isRequired: true)])),
      isRequired: false),
  ])

  @Test func `Words stand under their fields, lists and records put together`() {
    let json = Self.schema.json(of: [
      ("tags", "a"), ("name", "x"), ("tags", "b"), ("issue.volume", "3"),
    ])
    let expected: JSON = ["name": "x", "tags": ["a", "b"], "issue": ["volume": "3"]]
    #expect(json.canonicalText == expected.canonicalText)
  }

  @Test func `What the schema does not have is kept for whoever checks it`() {
    let json = Self.schema.json(of: [("x", "1"), ("name.y", "2"), ("", "3")])
    let expected: JSON = ["x": "1", "name.y": "2", "": "3"]
    #expect(json.canonicalText == expected.canonicalText)
    #expect(throws: Failure.self) { try Self.schema.typed(json) }
  }

  @Test func `A field that comes twice and is no list is told as unfit`() {
    let json = Self.schema.json(of: [("name", "x"), ("name", "y")])
    let failure = #expect(throws: Failure.self) { try Self.schema.typed(json) }
    #expect(failure?.code.name == "payload-unfit")
  }

  @Test(arguments: [("abc", true), ("", false), ("aB", false), ("a1", false), ("ab\n", false)])
  func `A text is held to its pattern`(_ row: (text: String, fits: Bool)) {
    let found = try? Self.schema.typed(["name": .text(row.text)])
    #expect((found != nil) == row.fits)
  }

  @Test func `A pattern that a text does not match is named with it`() {
    let failure = #expect(throws: Failure.self) { try Self.schema.typed(["name": "A"]) }
    #expect(failure?.code.name == "payload-pattern")
    #expect(failure?.values["pattern"] == .text("^[a-z]+$"))
    #expect(failure?.values["field"] == .text("name"))
  }

  @Test func `A pattern that nobody can read matches nothing`() {
    let schema = PayloadSchema([.init("name", .text(.init(pattern: "(")), isRequired: true)])
    #expect(throws: Failure.self) { try schema.typed(["name": "a"]) }
  }

  @Test(arguments: ["(a", "(?=a)", "a\\\\1", "[z-a]"])
  func `A pattern outside the linear subset is refused when the plugin is loaded`(
    _ pattern: String
  ) throws {
    let text =
      SamplePlugin.text + """

        events:
          sample.thing.made:
            version: 1
            title: {en: Thing, pt: Coisa}
            payload: {type: object, properties: {name: {type: string, pattern: "\(pattern)"}}}
        """
    let refused = #expect(throws: PluginRefused.self) {
      try PluginFile.load(text: text, file: "s.yaml")
    }
    let failure = try #require(refused?.errors.first)
    #expect(failure.code.name == "expression-pattern")
    #expect(
      failure.place?.line == text.split(separator: "\n", omittingEmptySubsequences: false).count)
  }

  @Test func `The name of an own event is as long as an id at the most`() {
    let longest = "a." + String(repeating: "b", count: 40) + "." + String(repeating: "c", count: 21)
    #expect(longest.utf8.count == 64)
    #expect(Names.isEventType(longest) && !Names.isEventType(longest + "c"))
  }
}
