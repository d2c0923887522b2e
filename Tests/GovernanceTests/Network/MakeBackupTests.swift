import EventStore
import Governance
import TestKit
import Testing
import Values

/// That a copy was made is an event, from which an erasure learns which copies there are.
@Suite struct MakeBackupTests {
  private static let head = Digest.sha256("head".utf8).hex

  private static func facts(
    name: String = "autumn", position: Int = 40, leaves: Int = 41, head: String = head,
    keys: Bool = false
  ) -> BackupFacts {
    BackupFacts(name: name, position: position, leaves: leaves, head: head, keys: keys)
  }

  private static func make(_ facts: BackupFacts) throws -> Decision {
    try Given(rules: .sample).when("backup make", ["copy": facts.data.canonicalText])
      .then("backup.made", facts.data)
  }

  @Test(arguments: [true, false])
  func `A copy is recorded with what it holds, on the stream of the network`(_ keys: Bool) throws {
    let decision = try Self.make(Self.facts(keys: keys))
    #expect(decision.events.first?.key.category == "network")
    #expect(decision.events.count == 1 && decision.objections.isEmpty)
  }

  @Test(arguments: [
    ("no object", "[]"), ("nothing", "{}"), ("a text", "autumn"),
    ("no name", facts(name: "").data.canonicalText),
    ("a long name", facts(name: String(repeating: "x", count: 201)).data.canonicalText),
    ("a short head", facts(head: "00").data.canonicalText),
    ("fewer entries than events", facts(leaves: 39).data.canonicalText),
    ("a place before the beginning", facts(position: -1, leaves: -1).data.canonicalText),
    (
      "more than there is to say",
      #"{"head":"x","keys":false,"leaves":1,"more":1,"name":"a","position":1}"#
    ),
  ])
  func `What does not describe a copy is refused by its form`(_ row: (name: String, text: String))
    throws
  {
    let failure = #expect(throws: Failure.self, "\(row.name)") {
      try Given(rules: .sample).when("backup make", ["copy": row.text])
    }
    #expect(failure?.code.name == "field-malformed" || failure?.code.name == "field-missing")
  }

  @Test func `Nothing is decided by it: the rules in force stay those of before`() throws {
    let network = try SampleNetwork()
    let before = try network.keptStates()
    try network.record("backup make", ["copy": [Self.facts().data.canonicalText]], on: "2026-11-23")
    let after = try network.keptStates()
    #expect(before == after)
  }

  @Test func `The description stands in the event and not in the act`() throws {
    let network = try SampleNetwork()
    try network.record("backup make", ["copy": [Self.facts().data.canonicalText]], on: "2026-11-23")
    let event = try #require(
      try network.log.events(ofType: "backup.made", after: 0, limit: 10).last)
    let command = try #require(try network.log.command(ofEventAt: event.position))
    #expect(event.data == Self.facts().data.canonicalOrder)
    #expect(!command.body.canonicalText.contains("autumn"))
  }
}
