import Governance
import Testing
import Values

/// What is read from stored bytes is checked, and whatever does not fit is a failure that names its place.
@Suite struct FieldReaderTests {
  private enum Colour: String { case red, green }

  private static let fields: JSON = [
    "text": "x", "int": 3, "bool": true, "day": "2026-11-23", "partial": "2026-11",
    "time": "09:30", "period": "P14D", "id": "PT", "texts": ["a", "b"], "ids": ["PT", "ES"],
    "null": .null, "colour": "red", "list": [1, "x"],
  ]

  private func reader() throws -> FieldReader { try FieldReader(Self.fields, of: "sample.done") }

  @Test func `Each value is read as what it is`() throws {
    let reader = try reader()
    #expect(try reader.text("text") == "x" && reader.int("int") == 3)
    #expect(try reader.position("int") == 3 && reader.bool("bool"))
    #expect(try reader.day("day").description == "2026-11-23")
    #expect(try reader.partialDay("partial").description == "2026-11")
    #expect(try reader.partialDay("day").precision == .day)
    #expect(try reader.time("time").minutes == 570)
    #expect(try reader.period("period") == .days(14))
    #expect(try reader.id("id", of: Member.self).text == "PT")
    #expect(try reader.texts("texts") == ["a", "b"])
    #expect(try reader.ids("ids", of: Member.self).map(\.text) == ["PT", "ES"])
    #expect(try reader.list("list") == [1, "x"])
    #expect(try reader.choice("colour", of: Colour.self) == .red)
  }

  /// Each way of reading, by name, with the only keys of the sample that it reads.
  private static let ways: [(String, @Sendable (FieldReader, String) throws -> Void, Set<String>)] =
    [
      (
        "text", { _ = try $0.text($1) },
        ["text", "day", "partial", "time", "period", "id", "colour"]
      ),
      ("int", { _ = try $0.int($1) }, ["int"]), ("position", { _ = try $0.position($1) }, ["int"]),
      ("bool", { _ = try $0.bool($1) }, ["bool"]), ("day", { _ = try $0.day($1) }, ["day"]),
      ("partial day", { _ = try $0.partialDay($1) }, ["day", "partial"]),
      ("time", { _ = try $0.time($1) }, ["time"]),
      ("period", { _ = try $0.period($1) }, ["period"]),
      (
        "id", { _ = try $0.id($1, of: Member.self) },
        ["text", "day", "partial", "period", "id", "colour"]
      ),
      ("texts", { _ = try $0.texts($1) }, ["texts", "ids"]),
      ("ids", { _ = try $0.ids($1, of: Member.self) }, ["texts", "ids"]),
      ("list", { _ = try $0.list($1) }, ["texts", "ids", "list"]),
      ("choice", { _ = try $0.choice($1, of: Colour.self) }, ["colour"]),
    ]

  @Test func `Nothing else is taken for it, and the failure names the subject and the key`() throws
  {
    let reader = try reader()
    let keys = (Self.fields.fields?.names ?? []) + ["missing"]
    for (name, read, right) in Self.ways {
      for key in keys {
        do {
          try read(reader, key)
          #expect(right.contains(key), "\(name) read \(key)")
        } catch let failure as Failure {
          #expect(!right.contains(key), "\(name) did not read \(key)")
          #expect(failure.code == .eventUnreadable)
          #expect(failure.values == ["subject": .text("sample.done"), "field": .text(key)])
        }
      }
    }
  }

  @Test func `What may be absent is nil when it is missing or null, and checked when it is there`()
    throws
  {
    let reader = try reader()
    #expect(try reader.optional("missing", FieldReader.text) == nil)
    #expect(try reader.optional("null", FieldReader.int) == nil)
    #expect(try reader.optional("int", FieldReader.int) == 3)
    #expect(throws: Failure.self) { try reader.optional("int", FieldReader.text) }
    #expect(reader.has("text") && !reader.has("missing") && !reader.has("null"))
  }

  @Test func `Only an object has fields`() {
    for json: JSON in [[], "x", 1, .null, .bool(false)] {
      let failure = #expect(throws: Failure.self) { try FieldReader(json, of: "sample.done") }
      #expect(failure?.values == ["subject": .text("sample.done"), "field": .text("")])
    }
  }
}
