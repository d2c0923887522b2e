import EventStore
import Testing
import Values

@Suite struct ConditionTests {
  let scratch: Scratch
  let log: Log
  let member: StreamName

  init() throws {
    scratch = try Scratch()
    log = try Log.create(in: scratch.path, now: nine)
    member = try stream("member-PT")
  }

  @Test func `No stream means that none may be there`() throws {
    try log.record("a", [event(member)], expecting: [member: .noStream])
    let failure = code { try log.record("b", [event(member)], expecting: [member: .noStream]) }
    #expect(failure == "stream-moved")
  }

  @Test(arguments: [0, 1, 3] as [Int64])
  func `A stream at another version is refused`(_ version: Int64) throws {
    try log.record("a", [event(member), event(member)])
    let failure = code {
      try log.record("b", [event(member)], expecting: [member: .exactly(version)])
    }
    #expect(failure == "stream-moved")
    #expect(try log.version(of: member) == 2)
  }

  @Test func `A stream at the expected version is extended`() throws {
    try log.record("a", [event(member), event(member)])
    try log.record("b", [event(member)], expecting: [member: .exactly(2)])
    #expect(try log.version(of: member) == 3)
  }

  @Test func `Exactly zero is not the same as no stream`() throws {
    #expect(
      code { try log.record("a", [event(member)], expecting: [member: .exactly(0)]) }
        == "stream-moved")
  }

  @Test func `A plan made on another head is refused`() throws {
    let head = try log.head().hash
    try log.record("a", [event(member)])
    let failure = code { try log.write(now: nine, expecting: head) { _ in } }
    #expect(failure == "log-moved")
    try log.write(now: nine, expecting: try log.head().hash) { _ in }
  }

  @Test func `A repeated request gets the first answer`() throws {
    let request: JSON = ["do": "member admit", "name": "Ana"]
    let answer = try log.write(now: nine) { transaction in
      #expect(try transaction.answer(to: CommandID("a"), request: request) == nil)
      _ = try transaction.record(act("a"), request: request, events: [event(member)])
      return try transaction.answer(to: CommandID("a"), request: request)
    }
    let again = try log.write(now: nine) {
      try $0.answer(to: CommandID("a"), request: ["name": "Ana", "do": "member admit"])
    }
    #expect(again == answer)
    #expect(again?.positions == 1...1)
  }

  @Test func `Another request under the same id is a conflict`() throws {
    try log.record("a", [event(member)])
    let failure = code {
      _ = try log.write(now: nine) { try $0.answer(to: CommandID("a"), request: ["id": "b"]) }
    }
    #expect(failure == "command-reused")
    #expect(code { try log.record("a", [event(member)]) } == "command-reused")
    #expect(try log.head().position == 1)
  }

  @Test func `States are kept beside their stream`() throws {
    try log.record("a", [event(member)], states: [member: (fold: 3, data: ["class": "member"])])
    let state = try #require(try log.state(of: member))
    #expect(state == StoredState(version: 1, fold: 3, data: ["class": "member"]))
    try log.record("b", [event(member)], states: [member: (fold: 4, data: ["class": "observer"])])
    #expect(try log.state(of: member)?.version == 2)
    #expect(try log.state(of: member)?.data["class"]?.text == "observer")
    #expect(try log.state(of: try stream("member-ES")) == nil)
  }

  @Test func `States of a category come in the order of their streams`() throws {
    let names = try ["member-PT", "member-AT", "body-board", "member-ES"].map { try stream($0) }
    for name in names {
      try log.record(name.text, [event(name)], states: [name: (1, ["name": .text(name.text)])])
    }
    #expect(try log.states(in: "member").map(\.0.id) == ["PT", "AT", "ES"])
    #expect(try log.streams(in: "body").map(\.text) == ["body-board"])
    #expect(try log.states(in: "nothing").isEmpty)
    #expect(try log.count(in: "member") == 3)
    #expect(try log.count(in: "nothing") == 0)
  }
}
