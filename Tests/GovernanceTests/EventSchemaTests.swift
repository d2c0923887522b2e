import Foundation
import Governance
import Plugins
import Testing
import Values

/// What expressions know of the program's events is what the events are.
@Suite struct EventSchemaTests {
  private func golden(_ event: GoldenEventsTests.Registered) throws -> JSON {
    let file = GoldenEventsTests.folder.appending(path: event.file)
    return try JSON(parsing: String(contentsOf: file, encoding: .utf8))
  }

  @Test func `Every event has a schema, and every schema an event`() {
    let types = GoldenEventsTests.registered.filter { $0.schema == $0.newest }.map(\.type)
    #expect(BuiltInEvents.types == types.sorted())
  }

  /// So that hiding answers of open written votes hides all: elections and matters of meetings are recorded counted.
  @Test func `Only an answer in a written vote tells how somebody voted before the outcome`() {
    let telling = BuiltInEvents.schemas.filter { _, schema in
      !Set(["vote", "votes", "names", "results"]).isDisjoint(with: schema.fields.map(\.name))
    }.keys
    #expect(
      Set(telling) == [
        "deliberation.adopted", "deliberation.rejected", "deliberation.tied", "election.counted",
        "procedure.answered",
      ])
  }

  @Test(arguments: GoldenEventsTests.registered)
  func `A stored event is what its schema says`(_ event: GoldenEventsTests.Registered) throws {
    let schema = try #require(BuiltInEvents.schemas[event.type])
    let data = try golden(event)
    #expect(try schema.typed(data).canonical == data.canonical)
  }

  /// Whether an event can be read again.
  private func reads(_ data: JSON, as event: GoldenEventsTests.Registered) -> Bool {
    func read<E: Entity>(_ kind: E.Type) -> Bool {
      (try? E.Event(type: event.type, data: data)) != nil
    }
    guard let kind = event.kind else {
      return (try? Correction(type: event.type, data: data)) != nil
    }
    return read(kind)
  }

  @Test(arguments: GoldenEventsTests.registered)
  func `A field that a schema requires is one that the event cannot be without`(
    _ event: GoldenEventsTests.Registered
  ) throws {
    let schema = try #require(BuiltInEvents.schemas[event.type])
    let data = try #require(try golden(event).fields)
    for field in schema.fields where data[field.name] != nil {
      let rest = data.members.filter { $0.name != field.name }.map { ($0.name, $0.value) }
      let isReadable = reads(.object(JSON.Fields(rest)), as: event)
      let isLenient = ["rules", "changes"].contains(field.name)
      #expect(
        isReadable != field.isRequired || isLenient, "\(event.type).\(field.name)")
    }
  }

  @Test(arguments: GoldenEventsTests.registered)
  func `A field that no event has is no field of its schema`(
    _ event: GoldenEventsTests.Registered
  ) throws {
    let schema = try #require(BuiltInEvents.schemas[event.type])
    let data = try golden(event).fields?.members.map { ($0.name, $0.value) } ?? []
    #expect(throws: Failure.self) {
      try schema.typed(.object(JSON.Fields(data + [("frobnicate", "x")])))
    }
  }
}
