import Testing
import Values

@testable import EventStore

/// Readers beside a writer: each sees a log that was whole at some moment, and no later one.
@Suite struct SnapshotTests {
  let scratch: Scratch
  let writer: Log
  let member: StreamName

  init() throws {
    scratch = try Scratch()
    try scratch.foundSample()
    writer = try Log.open(in: scratch.path, for: .writing)
    member = try stream("member-PT")
  }

  @Test func `A reader that is at work sees the log as it was when it began`() throws {
    let reader = try Log.open(in: scratch.path, for: .reading)
    var positions: [Int64] = []
    try reader.connection.query("SELECT position FROM events ORDER BY position") { row in
      positions.append(try row.int(at: 0))
      if positions.count == 2 { try writer.record("late", [event(member)]) }
    }
    #expect(positions == [1, 2, 3, 4, 5, 6])
    #expect(try reader.head().position == 7)
  }

  @Test func `Each act of another connection is seen by the next question`() throws {
    let reader = try Log.open(in: scratch.path, for: .reading)
    for number in 1...20 {
      try writer.record("late \(number)", [event(member, ["n": .int(Int64(number))])])
      let last = try #require(try reader.event(at: Int64(6 + number)))
      #expect(last.data["n"]?.int == Int64(number))
      #expect(try reader.head().hash == last.hash)
      #expect(try reader.version(of: member) == Int64(2 + number))
    }
  }

  @Test func `Verifying while somebody writes finds nothing wrong`() throws {
    let path = scratch.path
    var seen: [Int64] = []
    for number in 1...10 {
      try writer.write(now: nine) { transaction in
        _ = try transaction.record(act("late \(number)"), request: [:], events: [event(member)])
        let verification = try Verifier.verify(directory: path)
        #expect(verification.findings == [])
        seen.append(verification.events)
      }
    }
    #expect(seen == Array(6...15))
  }

  @Test func `Two writers take turns on one chain`() throws {
    let other = try Log.open(in: scratch.path, for: .writing)
    for number in 1...20 {
      let log = number.isMultiple(of: 2) ? writer : other
      let appended = try log.record(
        "turn \(number)", number % 5 == 0 ? [] : [event(member)],
        now: Instant(microseconds: nine.microseconds + Int64(number % 3)))
      #expect(try writer.head() == appended.head)
      #expect(try other.head() == appended.head)
    }
    let times = try writer.events(after: 0, limit: 100).map(\.recorded)
    #expect(times == times.sorted())
    #expect(try Verifier.verify(directory: scratch.path).events == 22)
  }

  @Test func `What one writer planned is refused when the other was quicker`() throws {
    let other = try Log.open(in: scratch.path, for: .writing)
    let head = try writer.head().hash
    try other.record("quicker", [event(member)])
    #expect(code { try writer.write(now: nine, expecting: head) { _ in } } == "log-moved")
    #expect(code { try writer.rehearse(now: nine, expecting: head) { _ in } } == "log-moved")
    let believed = code {
      try writer.record("late", [event(member)], expecting: [member: .exactly(2)])
    }
    #expect(believed == "stream-moved")
    try writer.record("late", [event(member)], expecting: [member: .exactly(3)])
  }

  @Test func `A name that another writer began is known to this one`() throws {
    let other = try Log.open(in: scratch.path, for: .writing)
    let france = try stream("member-FR")
    _ = try writer.events(after: 0, limit: 10)
    try other.record("one", [event(france, type: "member.new")])
    try writer.record("two", [event(france, type: "member.new")])
    let events = try writer.events(of: france)
    #expect(events.map(\.version) == [1, 2])
    #expect(Set(events.map(\.type)) == ["member.new"])
    #expect(try writer.streams(in: "member").map(\.id) == ["PT", "ES", "FR"])
  }

  @Test func `A rehearsal beside another writer takes no number away`() throws {
    let other = try Log.open(in: scratch.path, for: .writing)
    let rehearsed = try writer.rehearse(now: nine) {
      try $0.record(act("x"), request: [:], events: [event(try stream("member-FR"))])
    }
    #expect(rehearsed.positions == 7...7)
    let recorded = try other.record("y", [event(try stream("member-IT"))])
    #expect(recorded.positions == 7...7)
    #expect(try writer.streams(in: "member").map(\.id) == ["PT", "ES", "IT"])
    #expect(try writer.event(at: 7)?.stream.text == "member-IT")
  }

  @Test func `A writer closed in the middle of its log leaves it to the next`() throws {
    try writer.record("late", [event(member)])
    let wal = try scratch.bytes(of: "log.db-wal")
    #expect(!wal.isEmpty)
    writer.close()
    #expect(try Log.open(in: scratch.path, for: .reading).head().position == 7)
    #expect(code { try writer.record("after", [event(member)]) } == "log-read-only")
  }
}
