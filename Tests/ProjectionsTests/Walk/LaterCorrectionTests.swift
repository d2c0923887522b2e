import Governance
import Testing
import Values

@testable import Projections

/// A correction that a later release wrote is told, and no row is made as if it were an old one.
@Suite struct LaterCorrectionTests {
  private func events(correction schema: Int) throws -> [PastEvent] {
    let admitted = try MemberStory("PT").admitted("member", "2017-03-01").events
    let correction = Correction(
      corrects: admitted[0].position, changes: JSON.Fields([("class", "observer")]), effective: nil,
      strikes: false, reason: "the page says otherwise")
    return admitted + [
      PastEvent(
        key: admitted[0].key, position: 2, type: Correction.type, schema: schema,
        effective: admitted[0].effective, data: correction.data)
    ]
  }

  @Test func `The form that is known changes the event`() throws {
    let inForce = try EventsInForce(events(correction: 1))
    #expect(inForce.events.map { $0.data["class"] } == ["observer"])
    #expect(inForce.correctedBy == [1: 2])
  }

  @Test(arguments: [0, 2, 9])
  func `Any other form is told with both numbers`(_ schema: Int) throws {
    let events = try events(correction: schema)
    let failure = #expect(throws: Failure.self) { try EventsInForce(events) }
    #expect(failure?.code.name == "event-newer")
    #expect(failure?.values["found"] == .int(schema) && failure?.values["known"] == .int(1))
  }
}
