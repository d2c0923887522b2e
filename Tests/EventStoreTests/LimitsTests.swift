import EventStore
import Testing
import Values

@Suite struct LimitsTests {
  let scratch: Scratch
  let log: Log
  let member: StreamName

  init() throws {
    scratch = try Scratch()
    log = try Log.create(in: scratch.path, now: nine)
    member = try stream("member-PT")
  }

  private func failure(of command: NewCommand, _ event: NewEvent) throws -> String? {
    let failure = code {
      try log.write(now: nine) { transaction in
        _ = try transaction.record(command, request: [:], events: [event])
      }
    }
    #expect(try log.head().position == 0 || failure == nil)
    return failure
  }

  @Test(arguments: ["", "a\nb", "a\u{0}b", "\u{7F}"])
  func `Names are printable and not empty`(_ name: String) throws {
    var command = act("a")
    command.actor = name
    #expect(try failure(of: command, event(member)) == "entry-unfit")
    #expect(try failure(of: act("a"), event(member, type: name)) == "entry-unfit")
    let field = SealedField(slot: name, subject: "H-1", text: "x")
    #expect(try failure(of: act("a"), event(member, sealed: [field])) == "entry-unfit")
  }

  @Test func `A name ends at its limit`() throws {
    let longest = String(repeating: "a", count: 100)
    #expect(try failure(of: act("a"), event(member, type: longest + "a")) == "entry-too-large")
    #expect(try failure(of: act("a"), event(member, type: longest)) == nil)
  }

  @Test(arguments: [0, -1, 65_536])
  func `A schema number is from 1 to 65,535`(_ schema: Int) throws {
    var event = event(member)
    event.schema = schema
    #expect(try failure(of: act("a"), event) == "entry-unfit")
  }

  @Test func `A slot stands once in an event`() throws {
    let field = SealedField(slot: "name", subject: "H-1", text: "x")
    #expect(try failure(of: act("a"), event(member, sealed: [field, field])) == "entry-unfit")
  }

  @Test func `Sealed words end at 64 KiB`() throws {
    let words = [UInt8](repeating: 65, count: 65_537)
    let long = SealedField(slot: "name", subject: "H-1", plaintext: words)
    #expect(try failure(of: act("a"), event(member, sealed: [long])) == "entry-too-large")
    let longest = SealedField(slot: "name", subject: "H-1", plaintext: Array(words.dropFirst()))
    #expect(try failure(of: act("a"), event(member, sealed: [longest])) == nil)
  }

  @Test func `Data ends at 16 MiB`() throws {
    let text = String(repeating: "x", count: 16 << 20)
    #expect(try failure(of: act("a"), event(member, ["t": .text(text)])) == "entry-too-large")
  }

  @Test func `An answer names field, size and limit`() throws {
    let long = String(repeating: "a", count: 101)
    do {
      try log.record("a", [event(member, type: long)])
      Issue.record("a type of 101 bytes was taken")
    } catch let failure as Failure {
      #expect(failure.values == ["field": .text("type"), "found": .int(101), "limit": .int(100)])
    }
  }

  @Test func `A page is never longer than asked, and pages join without gaps`() throws {
    for number in 1...25 { try log.record("\(number)", [event(member)]) }
    var positions: [Int64] = []
    while true {
      let page = try log.events(after: positions.last ?? 0, limit: 7)
      guard !page.isEmpty else { break }
      #expect(page.count <= 7)
      positions += page.map(\.position)
    }
    #expect(positions == Array(1...25))
    #expect(try log.events(after: 0, limit: 0).count == 1)
    #expect(try log.events(after: 25, limit: 7).isEmpty)
    #expect(try log.commands(after: 20, limit: 3).map(\.row) == [21, 22, 23])
  }

  @Test func `Events of a type are read in pages too`() throws {
    for number in 1...6 {
      let type = number.isMultiple(of: 2) ? "even" : "odd"
      try log.record("\(number)", [event(member, type: type)])
    }
    #expect(try log.events(ofType: "even", after: 2, limit: 5).map(\.position) == [4, 6])
    #expect(try log.events(ofType: "odd", after: 0, limit: 2).map(\.position) == [1, 3])
    #expect(try log.events(ofType: "none", after: 0, limit: 2).isEmpty)
  }

  @Test(arguments: [
    ("meeting-plenary-19", "meeting", "plenary-19"), ("a.b_1-x", "a.b_1", "x"),
  ])
  func `A stream name splits at its first hyphen`(
    _ text: String, _ category: String, _ id: String
  ) throws {
    let name = try #require(StreamName(text))
    #expect(name.category == category)
    #expect(name.id == id)
    #expect(name.text == text)
  }

  @Test(arguments: [
    "", "member", "-x", "member-", "Member-PT", "mem ber-PT", "member-a b", "member-é",
  ])
  func `What is no stream name is refused`(_ text: String) {
    #expect(StreamName(text) == nil)
  }

  @Test func `A stream name has at most 200 bytes`() {
    #expect(StreamName("m-" + String(repeating: "a", count: 198)) != nil)
    #expect(StreamName("m-" + String(repeating: "a", count: 199)) == nil)
  }

  @Test func `A command id takes a UUID as it is and hashes any other text`() {
    let uuid = "00112233-4455-6677-8899-aabbccddeeff"
    #expect(CommandID(uuid).description == uuid)
    #expect(CommandID("import:spring:12") == CommandID("import:spring:12"))
    #expect(CommandID("import:spring:12") != CommandID("import:spring:13"))
    #expect(CommandID.random() != CommandID.random())
  }

  @Test(arguments: ["", "00", "zz", String(repeating: "0", count: 63)])
  func `A digest is 64 hexadecimal digits`(_ text: String) {
    #expect(Digest(hex: text) == nil)
    let digest = Digest.sha256("abc".utf8)
    #expect(digest.hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(Digest(hex: digest.hex.uppercased()) == digest)
  }
}
