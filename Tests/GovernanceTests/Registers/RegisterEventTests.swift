import Governance
import Plugins
import TestKit
import Testing
import Values

/// What may be recorded as an event that only the network has, and what its schema says against it.
@Suite struct RegisterEventTests {
  static let type = "sample.guideline.published"

  private func given() throws -> Given {
    Given(
      rules: try PluginFile.load(resolved: SampleRules.document(adding: SampleRules.guidelines)))
  }

  private func register(_ set: String) throws -> Given.Outcome {
    try given().when("event register", ["type": Self.type, "set": set])
  }

  @Test func `Words become a payload of its types, with the defaults filled in`() throws {
    let decision = try register(
      "number=S/2026,handling=clear,copies=12,sent=2026-03,tags=cloud,tags=crypto,issue.volume=3"
    ).then(Self.type)
    let payload = try #require(decision.events.first?.event.data)
    let expected: JSON = [
      "number": "S/2026", "handling": "clear", "names_case": .bool(false), "copies": 12,
      "sent": "2026-03", "tags": ["cloud", "crypto"], "issue": ["volume": 3],
    ]
    #expect(payload.canonicalText == expected.canonicalText)
    #expect(decision.events.first?.event.schema == 1)
    #expect(decision.events.first?.key == EntityKey(category: "register", id: Self.type))
  }

  @Test func `A value may have an equals sign, and a list one item`() throws {
    let decision = try register("number=S/2026,handling=clear,tags=a=b").then(Self.type)
    #expect(decision.events.first?.event.data["tags"] == ["a=b"])
  }

  @Test(arguments: [
    ("handling=clear", "payload-field-missing", "give-payload-field", "number"),
    ("number=S/2026,handling=red", "payload-choice", "use-one-of", "handling"),
    ("number=2026,handling=clear", "payload-pattern", "match-pattern", "number"),
    ("number=xS/2026,handling=clear", "payload-pattern", "match-pattern", "number"),
    ("number=S/2026,handling=clear,colour=x", "payload-field-unknown", "use-one-of", "colour"),
    ("number=S/2026,handling=clear,copies=501", "payload-outside", "keep-to-bounds", "copies"),
    ("number=S/2026,handling=clear,copies=0", "payload-outside", "keep-to-bounds", "copies"),
    ("number=S/2026,handling=clear,copies=few", "payload-unfit", "write-as-expected", "copies"),
    ("number=S/2026,handling=clear,sent=soon", "payload-unfit", "write-as-expected", "sent"),
    ("number=S/2026,number=S/2027,handling=clear", "payload-unfit", "write-as-expected", "number"),
    (
      "number=S/2026,handling=clear,tags=a,tags=b,tags=c,tags=d", "payload-outside",
      "keep-to-bounds", "tags"
    ),
    (
      "number=S/2026,handling=clear,issue.page=3", "payload-field-unknown", "use-one-of",
      "issue.page"
    ),
    ("number=S/2026,handling=clear,issue=3", "payload-unfit", "write-as-expected", "issue"),
    ("number=S/2026,handling=clear,copies.x=3", "payload-field-unknown", "use-one-of", "copies.x"),
  ])
  func `What does not fit the schema is refused with the field and the way that mends it`(
    _ row: (set: String, code: String, way: String, field: String)
  ) throws {
    let refusal = try register(row.set).thenRefused(row.code)
    #expect(refusal.code.exit == .badData)
    #expect(refusal.values["field"] == .text(row.field))
    #expect(refusal.ways.map(\.code) == [row.way])
  }

  @Test func `A choice and an unknown field tell what there is`() throws {
    let choice = try register("number=S/2026,handling=red").thenRefused("payload-choice")
    #expect(choice.ways.first?.values["known"] == .list(["clear", "green"]))
    let unknown = try register("number=S/2026,handling=clear,tag=x")
      .thenRefused("payload-field-unknown")
    #expect(unknown.values["nearest"] == .text("tags"))
  }

  @Test(arguments: ["number", "=x", ""])
  func `What is not name and value is refused before anything is asked`(_ text: String) throws {
    #expect(throws: Failure.self) { try register(text) }
  }

  @Test func `A type that the rules do not have is refused with those they have`() throws {
    let refusal = try given().when("event register", ["type": "sample.guideline.lost"])
      .thenRefused("event-type-unknown")
    #expect(refusal.code.exit == .notFound)
    #expect(refusal.ways == [Note("use-one-of", ["known": .list([Self.type])])])
    let none = try Given(rules: .sample).when("event register", ["type": Self.type])
      .thenRefused("event-type-unknown")
    #expect(none.ways == [Note("adopt-rules")])
  }

  @Test(arguments: ["member.admitted", "event.corrected"])
  func `An event of the program is no event of the network`(_ type: String) throws {
    try given().when("event register", ["type": type]).thenRefused("event-type-unknown")
    #expect(throws: Failure.self) { try RegisterEntry(type: type, data: [:]) }
  }

  @Test func `A stored event is read as it was written, and what is none is not`() throws {
    let entry = try RegisterEntry(type: Self.type, data: ["number": "S/2026"])
    #expect(entry.data == ["number": "S/2026"] && entry.type == Self.type)
    for type in ["", "guideline", "a b.c"] {
      #expect(throws: Failure.self) { try RegisterEntry(type: type, data: [:]) }
    }
    #expect(throws: Failure.self) { try RegisterEntry(type: Self.type, data: []) }
  }
}
