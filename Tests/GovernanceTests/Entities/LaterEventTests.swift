import Foundation
import Governance
import Testing
import Values

/// What a later release wrote stops the reading with its name, and is never taken for something older.
@Suite struct LaterEventTests {
  typealias Registered = GoldenEventsTests.Registered

  private static let newest = GoldenEventsTests.registered.filter { $0.schema == $0.newest }

  private static func data(_ event: Registered) throws -> JSON {
    let file = GoldenEventsTests.folder.appending(path: event.file)
    return try JSON(parsing: String(contentsOf: file, encoding: .utf8))
  }

  private static func past(_ event: Registered, schema: Int) throws -> PastEvent {
    PastEvent(
      key: EntityKey(category: event.kind?.category ?? "member", id: "x"), position: 1,
      type: event.type, schema: schema, effective: day("2026-11-23"), data: try data(event))
  }

  private static func fold<E: Entity>(_ past: PastEvent, as kind: E.Type) throws {
    _ = try History<E>(try #require(Identifier<E>("x")), [past])
  }

  private static func failure(_ event: Registered, schema: Int) throws -> Failure? {
    let kind = try #require(event.kind)
    do {
      try fold(past(event, schema: schema), as: kind)
      return nil
    } catch let failure as Failure { return failure }
  }

  @Test(arguments: newest.filter { $0.kind != nil })
  func `An event of each type is folded in the form that is known`(_ event: Registered) throws {
    #expect(try Self.failure(event, schema: event.newest) == nil)
  }

  @Test(arguments: newest.filter { $0.kind != nil })
  func `A newer form of a type is told with both numbers`(_ event: Registered) throws {
    for schema in [event.newest + 1, 65_535] {
      let failure = try Self.failure(event, schema: schema)
      #expect(failure?.code.name == "event-newer")
      #expect(failure?.values["found"] == .int(schema))
      #expect(failure?.values["known"] == .int(event.newest))
      #expect(failure?.values["type"] == .text(event.type))
    }
    #expect(try Self.failure(event, schema: 0)?.code.name == "event-newer")
  }

  // MARK: Corrections, which are events of every kind of stream

  private static func correction(schema: Int) -> PastEvent {
    let correction = Correction(
      corrects: 1, changes: JSON.Fields([("class", "member")]), effective: nil, strikes: false,
      reason: "the page says otherwise")
    return PastEvent(
      key: EntityKey(category: "member", id: "PT"), position: 2, type: Correction.type,
      schema: schema, effective: day("2026-11-23"), data: correction.data)
  }

  private static func admission() throws -> PastEvent {
    let admitted = try #require(newest.first { $0.type == "member.admitted" })
    return PastEvent(
      key: EntityKey(category: "member", id: "PT"), position: 1, type: admitted.type,
      effective: day("2026-11-23"), data: try data(admitted))
  }

  @Test(arguments: newest.filter { $0.kind != nil })
  func `A correction of a newer form is told in the stream of every type`(_ event: Registered)
    throws
  {
    let kind = try #require(event.kind)
    let past = [try Self.past(event, schema: event.newest), Self.correction(schema: 2)]
    func fold<E: Entity>(as kind: E.Type) throws {
      _ = try History<E>(try #require(Identifier<E>("x")), past)
    }
    let failure = #expect(throws: Failure.self) { try fold(as: kind) }
    #expect(failure?.code.name == "event-newer")
    #expect(failure?.values["type"] == .text("event.corrected"))
    #expect(failure?.values["found"] == .int(2) && failure?.values["known"] == .int(1))
  }

  @Test(arguments: [0, 2, 3, 65_535])
  func `A correction of another form corrects nothing`(_ schema: Int) throws {
    let id = try #require(MemberID("PT"))
    let past = [try Self.admission(), Self.correction(schema: schema)]
    let failure = #expect(throws: Failure.self) { try History<Member>(id, past) }
    #expect(failure?.code.name == "event-newer")
    let known = try History<Member>(id, [Self.admission(), Self.correction(schema: 1)]).entity
    let bare = try History<Member>(id, [Self.admission()]).entity
    #expect(known != bare)
  }

  @Test(arguments: ["member.promoted", "galaxy.formed", "", "member.admitted.v2"])
  func `A type that nobody knows is told by its name`(_ type: String) throws {
    let past = PastEvent(
      key: EntityKey(category: "member", id: "x"), position: 1, type: type,
      effective: day("2026-11-23"), data: [:])
    let failure = #expect(throws: Failure.self) { try Self.fold(past, as: Member.self) }
    #expect(failure?.code.name == "event-unknown" && failure?.values["type"] == .text(type))
  }
}
