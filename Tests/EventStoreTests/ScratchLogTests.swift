import EventStore
import Foundation
import Testing
import Values

@Suite struct ScratchLogTests {
  private func log() throws -> Log { try Log.scratch(now: nine) }

  @Test func `A scratch log records like any other and is read back`() throws {
    let log = try log()
    let member = try stream("member-PT")
    try log.record("first", [event(member, ["state": "PT"])])
    #expect(try log.head().position == 1)
    #expect(try log.events(of: member).map(\.data) == [["state": "PT"]])
    #expect(try log.event(at: 1)?.type == "member.admitted")
  }

  @Test func `A rehearsal on a scratch log is taken back`() throws {
    let log = try log()
    let member = try stream("member-PT")
    try log.record("first", [event(member)])
    let seen = try log.rehearse(now: nine) { transaction in
      _ = try transaction.record(
        act("second"), request: ["id": "second"], events: [event(member)], expecting: [:],
        states: [:])
      return try transaction.version(of: member)
    }
    #expect(seen == 2)
    #expect(try log.version(of: member) == 1)
    #expect(try log.head().position == 1)
  }

  @Test func `A rehearsal that fails leaves the log ready for the next`() throws {
    let log = try log()
    struct Stop: Error {}
    #expect(throws: Stop.self) { try log.rehearse(now: nine) { _ in throw Stop() } }
    try log.record("first", [event(try stream("member-PT"))])
    #expect(try log.head().position == 1)
  }

  @Test func `A sealed field is sealed with a key in memory and read back`() throws {
    let log = try log()
    let person = try stream("person-H-1")
    let name = SealedField(slot: "name", subject: "H-1", text: "Ana Example")
    try log.record("first", [event(person, [:], type: "person.registered", sealed: [name])])
    let stored = try #require(try log.event(at: 1))
    #expect(stored.data == [:])
    #expect(try log.unseal(stored) == ["name": "Ana Example"])
  }

  @Test func `Keys of a rehearsal are forgotten with it`() throws {
    let log = try log()
    let person = try stream("person-H-1")
    let name = SealedField(slot: "name", subject: "H-1", text: "Ana Example")
    for _ in 0..<2 {
      try log.rehearse(now: nine) { transaction in
        _ = try transaction.record(
          act("first"), request: ["id": "first"],
          events: [event(person, [:], type: "person.registered", sealed: [name])],
          expecting: [:], states: [:])
      }
    }
    #expect(try log.head().position == 0)
  }

  @Test func `A request that came before is known in a scratch log too`() throws {
    let log = try log()
    try log.record("first", [event(try stream("member-PT"))])
    let answer = try log.rehearse(now: nine) { transaction in
      try transaction.answer(to: CommandID("first"), request: ["id": "first"])
    }
    #expect(answer?.verdict == .accepted)
  }

  @Test func `Two scratch logs have nothing in common`() throws {
    let (one, other) = (try log(), try log())
    try one.record("first", [event(try stream("member-PT"))])
    #expect(one.id != other.id)
    #expect(try other.head().position == 0)
  }

  @Test func `A scratch log makes no file where the program was started`() throws {
    let folder = FileManager.default.currentDirectoryPath
    let before = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let log = try log()
    try log.record("first", [event(try stream("member-PT"))])
    log.close()
    let after = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(after.allSatisfy { !$0.hasPrefix(":memory:") })
    #expect(after.filter { $0.hasSuffix(".db") } == before.filter { $0.hasSuffix(".db") })
  }

  @Test func `The time of a scratch log never goes back`() throws {
    let log = try log()
    let later = Instant(microseconds: nine.microseconds + 1_000_000)
    try log.record("first", [event(try stream("member-PT"))], now: later)
    try log.record("second", [event(try stream("member-ES"))], now: nine)
    #expect(try log.head().recorded == later)
  }
}
