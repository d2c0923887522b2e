import EventStore
import Testing
import Values

@Suite struct AppendTests {
  let scratch: Scratch
  let log: Log
  let member: StreamName

  init() throws {
    scratch = try Scratch()
    log = try Log.create(in: scratch.path, now: nine)
    member = try stream("member-PT")
  }

  @Test func `A new log has no events and a head`() throws {
    let head = try log.head()
    #expect(head.position == 0)
    #expect(head.ordinal == 0)
    #expect(head.recorded == nine)
  }

  @Test func `Events get positions and versions without gaps`() throws {
    let other = try stream("member-ES")
    try log.record("a", [event(member), event(other), event(member)])
    try log.record("b", [event(other)])
    let events = try log.events(after: 0, limit: 10)
    #expect(events.map(\.position) == [1, 2, 3, 4])
    #expect(events.map(\.stream) == [member, other, member, other])
    #expect(events.map(\.version) == [1, 1, 2, 2])
    #expect(events.map(\.command) == [1, 1, 1, 2])
  }

  @Test func `An event is read as it was recorded`() throws {
    let data: JSON = ["state": "PT", "name": "Portugal", "since": 2016, "notes": ["a", .null]]
    let appended = try log.record("a", [event(member, data)])
    let read = try #require(try log.event(at: 1))
    #expect(read.data.canonical == data.canonical)
    #expect(read.type == "member.admitted")
    #expect(read.schema == 1)
    #expect(read.effective == today)
    #expect(read.recorded == nine)
    #expect(read.hash == appended.head.hash)
    #expect(try log.event(at: 2) == nil)
  }

  @Test func `An answer names positions, versions and the head`() throws {
    try log.record("a", [event(member)])
    let appended = try log.record("b", [event(member), event(member)])
    #expect(appended.command == 2)
    #expect(appended.positions == 2...3)
    #expect(appended.versions == [member: 3])
    #expect(appended.head == (try log.head()))
  }

  @Test func `A refused command is kept, and is a leaf of the chain`() throws {
    let before = try log.head()
    let appended = try log.record("no", [])
    #expect(appended.positions == nil)
    #expect(appended.head.position == 0)
    #expect(appended.head.ordinal == 1)
    #expect(appended.head.hash != before.hash)
    let kept = try #require(try log.command(CommandID("no")))
    #expect(kept.verdict == .refused)
    #expect(kept.answer["clause"]?.text == "membership.admission")
    #expect(kept.rules == .sha256("rules".utf8))
    #expect(kept.positions == nil)
  }

  @Test func `A refused command cannot bring events`() throws {
    let failure = code {
      try log.write(now: nine) { transaction in
        _ = try transaction.record(
          act("a", verdict: .refused), request: [:], events: [event(member)])
      }
    }
    #expect(failure == "entry-unfit")
  }

  @Test func `What a closure throws takes everything back`() throws {
    struct Stop: Error {}
    let before = try log.head()
    #expect(throws: Stop.self) {
      try log.write(now: nine) { transaction in
        _ = try transaction.record(act("a"), request: [:], events: [event(member)])
        throw Stop()
      }
    }
    #expect(try log.head() == before)
    #expect(try log.events(after: 0, limit: 10).isEmpty)
    #expect(try log.command(CommandID("a")) == nil)
    try log.record("b", [event(try stream("member-ES"))])
    #expect(try log.event(at: 1)?.stream.text == "member-ES")
  }

  @Test func `An act that failed by half cannot be committed`() throws {
    let failure = code {
      try log.write(now: nine) { transaction in
        let ghost = try stream("member-XX")
        _ = try? transaction.record(
          act("a"), request: [:], events: [event(member)], states: [ghost: (1, [:])])
      }
    }
    #expect(failure == "entry-unfit")
    #expect(try log.events(after: 0, limit: 10).isEmpty)
  }

  @Test func `A rehearsal gives the events of the act and writes nothing`() throws {
    let before = try log.head()
    let rehearsed = try log.rehearse(now: nine) { transaction in
      let appended = try transaction.record(
        act("a"), request: ["id": "a"], events: [event(member)])
      return (appended, try transaction.events(of: member))
    }
    #expect(try log.head() == before)
    let appended = try log.record("a", [event(member)])
    #expect(appended == rehearsed.0)
    #expect(try log.events(of: member) == rehearsed.1)
  }

  @Test func `A log of refusals alone goes on`() throws {
    for name in ["no", "never"] { try log.record(name, []) }
    try log.record("a", [event(member)])
    #expect(try log.head().position == 1)
    #expect(try log.head().ordinal == 3)
    #expect(try log.commands(after: 0, limit: 9).map(\.row) == [1, 2, 3])
  }

  @Test(arguments: [-719_162, 2_932_896])
  func `An event counts from any day that a calendar has`(_ number: Int) throws {
    var event = event(member)
    event.effective = Day(number: number)
    try log.record("a", [event])
    #expect(try log.event(at: 1)?.effective.number == number)
    #expect(try Verifier.verify(directory: scratch.path).isWhole)
  }

  @Test func `Several acts of one transaction are recorded together`() throws {
    try log.write(now: nine) { transaction in
      for number in 1...20 {
        _ = try transaction.record(
          act("c\(number)"), request: [:], events: [event(member, ["n": .int(Int64(number))])])
      }
    }
    #expect(try log.version(of: member) == 20)
    #expect(try log.commands(after: 0, limit: 100).count == 20)
  }

  @Test func `Recorded time never goes back`() throws {
    try log.record("a", [event(member)], now: Instant(microseconds: nine.microseconds + 5))
    try log.record("b", [event(member)], now: Instant(microseconds: 0))
    let times = try log.events(of: member).map(\.recorded.microseconds)
    #expect(times == [nine.microseconds + 5, nine.microseconds + 5])
  }

  @Test func `A log that is there is not founded again`() throws {
    let bytes = try scratch.bytes(of: "log.db")
    #expect(code { _ = try Log.create(in: scratch.path, now: nine) } == "log-exists")
    #expect(try scratch.bytes(of: "log.db") == bytes)
  }

  @Test func `A log opened for reading refuses to write`() throws {
    let reader = try Log.open(in: scratch.path, for: .reading)
    #expect(code { try reader.record("a", [event(member)]) } == "log-read-only")
  }
}
