import Testing
import Values

@testable import EventStore

/// Each bound of an entry at its edge, and one beyond.
@Suite struct LimitEdgeTests {
  let scratch: Scratch
  let log: Log
  let member: StreamName

  init() throws {
    scratch = try Scratch()
    log = try Log.create(in: scratch.path, now: nine)
    member = try stream("member-PT")
  }

  /// What an entry fails with; the log has grown exactly when there was no failure.
  private func failure(_ command: NewCommand, _ events: [NewEvent]) throws -> Failure? {
    let before = try log.head()
    do {
      _ = try log.write(now: nine) {
        try $0.record(command, request: [:], events: events)
      }
      #expect(try log.head().ordinal == before.ordinal + Int64(max(1, events.count)))
      return nil
    } catch let failure as Failure {
      #expect(try log.head() == before)
      return failure
    }
  }

  private func tooLarge(_ field: String, _ found: Int, _ limit: Int) -> Failure {
    Failure(
      .entryTooLarge, ["field": .text(field), "found": .int(found), "limit": .int(limit)])
  }

  /// A text of so many bytes, with letters of one, two, three and four bytes.
  private static func text(bytes: Int) -> String {
    let start = "aé日\u{1F1F5}"
    return start + String(repeating: "b", count: bytes - start.utf8.count)
  }

  @Test func `The name of a command has at most 100 bytes`() throws {
    var command = act("a")
    command.name = Self.text(bytes: 101)
    #expect(try failure(command, [event(member)]) == tooLarge("command", 101, 100))
    command.name = Self.text(bytes: 100)
    #expect(try failure(command, [event(member)]) == nil)
    #expect(try log.command(row: 1)?.name == command.name)
  }

  @Test func `Who asked has at most 200 bytes`() throws {
    var command = act("a")
    command.actor = Self.text(bytes: 201)
    #expect(try failure(command, [event(member)]) == tooLarge("actor", 201, 200))
    command.actor = Self.text(bytes: 200)
    #expect(try failure(command, [event(member)]) == nil)
    #expect(try log.command(row: 1)?.actor == command.actor)
  }

  @Test func `The type of an event has at most 100 bytes`() throws {
    let long = event(member, type: Self.text(bytes: 101))
    #expect(try failure(act("a"), [long]) == tooLarge("type", 101, 100))
    let type = Self.text(bytes: 100)
    #expect(try failure(act("a"), [event(member, type: type)]) == nil)
    #expect(try log.event(at: 1)?.type == type)
  }

  @Test func `A slot has at most 100 bytes, a subject 200, words 64 KiB`() throws {
    func failure(slot: Int, subject: Int, words: Int) throws -> Failure? {
      let field = SealedField(
        slot: Self.text(bytes: slot), subject: Self.text(bytes: subject),
        plaintext: [UInt8](repeating: 0x61, count: words))
      return try self.failure(act("\(slot) \(subject) \(words)"), [event(member, sealed: [field])])
    }
    #expect(try failure(slot: 101, subject: 200, words: 0) == tooLarge("slot", 101, 100))
    #expect(try failure(slot: 100, subject: 201, words: 0) == tooLarge("subject", 201, 200))
    #expect(
      try failure(slot: 100, subject: 200, words: 65_537)
        == tooLarge(Self.text(bytes: 100), 65_537, 65_536))
    #expect(try failure(slot: 100, subject: 200, words: 65_536) == nil)
    #expect(try failure(slot: 100, subject: 200, words: 0) == nil)
    let words = try log.unseal(try #require(try log.event(at: 1)))
    #expect(words[Self.text(bytes: 100)]??.utf8.count == 65_536)
    #expect(try log.unseal(try #require(try log.event(at: 2))) == [Self.text(bytes: 100): ""])
  }

  /// A document whose canonical form has so many bytes.
  private static func document(bytes: Int) -> JSON {
    ["t": .text(String(repeating: "x", count: bytes - #"{"t":""}"#.utf8.count))]
  }

  @Test(arguments: ["body", "answer", "data"])
  func `A document has at most 16 MiB as canonical bytes`(_ field: String) throws {
    func failure(_ bytes: Int) throws -> Failure? {
      var (command, event) = (act("\(bytes)"), event(member))
      switch field {
      case "body": command.body = Self.document(bytes: bytes)
      case "answer": command.answer = Self.document(bytes: bytes)
      default: event.data = Self.document(bytes: bytes)
      }
      return try self.failure(command, [event])
    }
    let most = 16 << 20
    #expect(try failure(most + 1) == tooLarge(field, most + 1, most))
    #expect(try failure(most) == nil)
  }

  @Test func `A command brings at most 10,000 events`() throws {
    let events = [NewEvent](repeating: event(member, [:]), count: 10_001)
    #expect(try failure(act("a"), events) == tooLarge("events", 10_001, 10_000))
    #expect(try failure(act("a"), Array(events.dropLast())) == nil)
    #expect(try log.version(of: member) == 10_000)
    #expect(try log.command(row: 1)?.positions == 1...10_000)
    #expect(try log.events(after: 0, limit: 5_001).count == 5_000)
    #expect(try log.events(after: 0, limit: .max).count == 5_000)
    #expect(try log.events(after: 5_001, limit: 5_000).count == 4_999)
    #expect(try log.events(ofType: "member.admitted", after: 0, limit: 6_000).count == 5_000)
    #expect(try log.events(of: member).count == 10_000)
  }

  @Test(arguments: [1, 2, 65_535])
  func `A schema number within its bounds is kept`(_ schema: Int) throws {
    var event = event(member)
    event.schema = schema
    #expect(try failure(act("a"), [event]) == nil)
    #expect(try log.event(at: 1)?.schema == schema)
  }

  @Test(arguments: [Int.min, -1, 0, 65_536, Int.max])
  func `A schema number beyond its bounds is named`(_ schema: Int) throws {
    var event = event(member)
    event.schema = schema
    #expect(
      try failure(act("a"), [event])
        == Failure(.entryUnfit, ["field": .text("schema"), "value": .text("\(schema)")]))
  }

  @Test(arguments: [0, -1, Int.min, 1])
  func `A page has at least one row`(_ limit: Int) throws {
    for name in ["a", "b", "c"] { try log.record(name, [event(member)]) }
    #expect(try log.events(after: 0, limit: limit).map(\.position) == [1])
    #expect(try log.commands(after: 0, limit: limit).map(\.row) == [1])
    #expect(try log.events(after: -5, limit: limit).map(\.position) == [1])
    #expect(try log.events(after: .min, limit: limit).map(\.position) == [1])
    #expect(try log.events(after: .max, limit: limit).isEmpty)
  }

  @Test func `A fault in the last of many events keeps all of them out`() throws {
    let events = [NewEvent](repeating: event(member), count: 50) + [event(member, type: "")]
    #expect(try failure(act("a"), events)?.code == .entryUnfit)
    #expect(try log.version(of: member) == 0)
    #expect(try log.streams(in: "member").isEmpty)
    #expect(try failure(act("a"), Array(events.dropLast())) == nil)
  }

  @Test(
    arguments: [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0x61, 0x80]] as [[UInt8]])
  func `Sealed words that are no text are refused, since they would never be read again`(
    _ words: [UInt8]
  ) throws {
    let field = SealedField(slot: "name", subject: "H-1", plaintext: words)
    #expect(
      try failure(act("a"), [event(member, sealed: [field])])
        == Failure(.entryUnfit, ["field": .text("name"), "value": .text("\u{FFFD}")]))
  }

  @Test(arguments: [
    "", "\u{0}", "a\u{0}b", "e\u{301}", "é", "\u{FEFF}x", "\u{1F1F5}\u{1F1F9}", "\r\n",
  ])
  func `Sealed words come back byte for byte`(_ words: String) throws {
    let field = SealedField(slot: "name", subject: "H-1", text: words)
    #expect(try failure(act("a"), [event(member, sealed: [field])]) == nil)
    let back = try log.unseal(try #require(try log.event(at: 1)))["name"] ?? nil
    #expect(back?.utf8.elementsEqual(words.utf8) == true)
  }
}
