import Plugins
import TestKit
import Testing
import Values

/// What one event brings to the views of the rules.
@Suite struct CompiledViewTests {
  private func entries(
    _ type: String, _ payload: JSON, views: String = SampleRules.views
  ) throws -> [ViewEntry] {
    let rules = try PluginFile.load(resolved: SampleRules.document(adding: views))
    var book = RuleBook(rules, zone: .utc)
    let facts = JSON.Fields([
      ("payload", payload), ("now", "2026-03-01"),
      ("event", ["type": .text(type), "id": "PT", "position": 7, "effective": "2026-03-01"]),
    ])
    var scope = try book.scope(on: type, facts: facts)
    return try book.views(on: type).map { $0.entry(in: &scope) }
  }

  @Test func `A type that no view takes brings nothing`() throws {
    #expect(try entries("meeting.closed", ["on": "2026-03-01"]).isEmpty)
  }

  @Test func `An event brings its key and the columns of its type to each view that takes it`()
    throws
  {
    let found = try entries(
      "sample.guideline.published", ["number": "S1", "handling": "green", "copies": 3])
    #expect(found.map(\.view) == ["copies", "guidelines"])
    #expect(found.map(\.key) == [3, "S1"])
    #expect(found[0].values == JSON.Fields([("number", "S1")]))
    #expect(found[1].values.names == ["copies", "handling", "label", "sent", "since", "tags"])
  }

  @Test func `A definition and a parameter are seen`() throws {
    let found = try entries("sample.guideline.published", ["number": "S1", "copies": 3])
    #expect(found.last?.values["label"] == "No S1")
  }

  @Test(arguments: [
    ("2026-03-01T00:00:00Z", "2026-03-01"),
    ("2026-03-01T10:30:00Z", "2026-03-01T10:30:00.000000Z"),
  ])
  func `A moment that begins a day is that day, another one an instant`(
    _ row: (sent: String, shown: String)
  ) throws {
    let found = try entries(
      "sample.guideline.published", ["number": "S1", "copies": 1, "sent": .text(row.sent)])
    #expect(found.last?.values["sent"] == .text(row.shown))
    #expect(found.last?.values["since"] == "2026-03-01")
  }

  @Test func `A value that the event does not tell is null`() throws {
    let found = try entries("sample.guideline.published", ["number": "S1"])
    #expect(found.map(\.key) == [.null, "S1"])
    #expect(found[1].values["handling"] == .null && found[1].values["copies"] == .null)
  }

  @Test(arguments: [
    ("payload.copies > 1", JSON.bool(true)), ("payload.copies + 1", .int(4)),
    ("uint(payload.copies)", 3),
    ("'x' + payload.number", "xS1"), ("[payload.number, 'y']", JSON.list(["S1", "y"])),
    ("payload.?handling", .null), ("payload.?number", "S1"), ("payload.copies / 0", .null),
  ])
  func `Truths, numbers, texts, lists and optionals are shown as they are`(
    _ row: (expression: String, shown: JSON)
  ) throws {
    let views = SampleRules.views.replacing(
      "number: payload.number}", "number: \"\(row.expression)\"}")
    let found = try entries(
      "sample.guideline.published", ["number": "S1", "copies": 3], views: views)
    #expect(found[0].values["number"] == row.shown)
  }

  @Test func `Events of the program are taken as those of the network's own`() throws {
    let found = try entries("member.admitted", ["class": "member", "from": "2026-02-01"])
    #expect(found.map(\.view) == ["members"] && found.first?.key == "PT")
    #expect(
      found.first?.values
        == JSON.Fields([("class", "member"), ("position", 7), ("since", "2026-02-01")]))
  }
}

extension String {
  fileprivate func replacing(_ old: String, _ new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}
