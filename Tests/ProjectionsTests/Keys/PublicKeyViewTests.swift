import EventStore
import Governance
import Testing
import Values

@testable import Projections

@Suite struct PublicKeyViewTests {
  private func key(_ byte: UInt8) throws -> NoteKey {
    try #require(
      NoteKey(
        name: "nep.example/log", purpose: .checkpoint,
        publicKey: [UInt8](repeating: byte, count: 32)))
  }

  private func story(_ byte: UInt8 = 1, _ story: Story = Story()) throws -> Story {
    let key = try key(byte)
    let creation = KeyCreation(key: key, from: try #require(PartialDay("2026-02-01")))
    return try story.then(.created(creation), to: key.id, of: PublicKey.self, on: "2026-02-01")
  }

  private func rows(_ story: Story, on day: String, _ fields: String...) throws -> [[String]] {
    let workshop = try Workshop()
    let rows = try story.views(in: workshop).rows("key", on: try #require(Day(day)))
    return rows.map { row in fields.map { row.text($0) ?? "-" } }
  }

  @Test func `A key is listed from its day on, with its public half`() throws {
    let key = try key(1)
    #expect(try rows(story(), on: "2026-01-31", "key").isEmpty)
    #expect(
      try rows(story(), on: "2026-02-01", "key", "name", "purpose", "status", "public_key")
        == [[key.id, "nep.example/log", "checkpoint", "in-use", key.text]])
  }

  @Test func `A key that was replaced names the next one`() throws {
    let (old, new) = (try key(1), try key(2))
    let rotation = KeyRotation(
      successor: try #require(PublicKeyID(new.id)), from: try #require(PartialDay("2026-05-01")))
    let story = try story().then(
      .rotated(rotation), to: old.id, of: PublicKey.self, on: "2026-05-01")
    #expect(try rows(story, on: "2026-04-30", "status", "successor") == [["in-use", "-"]])
    #expect(
      try rows(story, on: "2026-05-01", "status", "successor", "until")
        == [["rotated", new.id, "2026-05-01"]])
  }

  @Test func `A key that ended says why and since when`() throws {
    let ending = KeyRetirement(from: try #require(PartialDay("2026-05-01")), reason: "moved")
    let story = try story().then(
      .retired(ending), to: key(1).id, of: PublicKey.self, on: "2026-05-01")
    #expect(
      try rows(story, on: "2026-06-01", "status", "reason", "until", "successor")
        == [["retired", "moved", "2026-05-01", "-"]])
  }
}
