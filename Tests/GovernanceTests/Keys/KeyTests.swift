import EventStore
import Governance
import TestKit
import Testing
import Values

/// The keys of a network: one at a time for each purpose, and none comes back.
@Suite struct KeyTests {
  private static let name = "nep.example/log"

  private static func key(
    _ byte: UInt8, _ name: String = name, _ purpose: NoteKey.Purpose = .checkpoint
  ) throws -> NoteKey {
    try #require(
      NoteKey(name: name, purpose: purpose, publicKey: [UInt8](repeating: byte, count: 32)))
  }

  private static func id(_ key: NoteKey) throws -> PublicKeyID {
    try #require(PublicKeyID(key.id))
  }

  private static func created(_ keys: NoteKey...) throws -> Given {
    var given = Given(rules: .sample)
    for key in keys {
      let creation = KeyCreation(key: key, from: PartialDay(day("2026-02-01")))
      given = try given.happened(.created(creation), to: id(key))
    }
    return given
  }

  private static func rotate(_ old: NoteKey, to new: NoteKey) -> [String: String] {
    ["id": old.id, "public-key": new.text]
  }

  @Test(arguments: NoteKey.Purpose.allCases)
  func `A key comes into use with its name, purpose and public half`(_ purpose: NoteKey.Purpose)
    throws
  {
    let key = try Self.key(1, Self.name, purpose)
    let decision = try Given(rules: .sample).when("key add", ["public-key": key.text])
      .then(
        "key.created",
        [
          "name": .text(Self.name), "purpose": .text(purpose.word), "public_key": .text(key.text),
          "from": "2026-11-23",
        ])
    #expect(decision.events.first?.key.text == "key-\(key.id)")
  }

  @Test func `For a purpose one key is in use at a time, for two purposes two`() throws {
    let given = try Self.created(Self.key(1))
    let refusal = try given.when("key add", ["public-key": Self.key(2).text])
      .thenRefused("public-key-in-use")
    #expect(refusal.values["key"] == .text(try Self.key(1).id))
    #expect(refusal.ways == [Note("rotate-key", ["key": .text(try Self.key(1).id)])])
    try given.when("key add", ["public-key": Self.key(2, "nep.example/watch", .witness).text])
      .then("key.created")
  }

  @Test func `A key is replaced by another of its name and purpose`() throws {
    let (old, new) = (try Self.key(1), try Self.key(2))
    let decision = try Self.created(old).when("key rotate", Self.rotate(old, to: new))
      .then(["key.rotated", "key.created"], ["successor": .text(new.id), "from": "2026-11-23"])
    #expect(decision.events.map(\.key.text) == ["key-\(old.id)", "key-\(new.id)"])
  }

  @Test func `A key of another name or purpose takes nobody's place`() throws {
    let old = try Self.key(1)
    for other in [try Self.key(2, "other.example"), try Self.key(2, Self.name, .witness)] {
      let refusal = try Self.created(old).when("key rotate", Self.rotate(old, to: other))
        .thenRefused("public-key-of-other-name")
      #expect(refusal.ways == [Note("end-key", ["key": .text(old.id)])])
    }
  }

  @Test func `A key that ended is not used or replaced again, and does not come back`() throws {
    let (old, new) = (try Self.key(1), try Self.key(2))
    let ending = KeyRetirement(from: PartialDay(day("2026-03-01")), reason: nil)
    let rotation = KeyRotation(successor: try Self.id(new), from: PartialDay(day("2026-03-01")))
    let retired = try Self.created(old).happened(.retired(ending), to: Self.id(old))
    let rotated = try Self.created(old).happened(.rotated(rotation), to: Self.id(old))
    for given in [retired, rotated] {
      try given.when("key end", ["id": old.id]).thenRefused("public-key-ended-already")
      try given.when("key rotate", Self.rotate(old, to: new))
        .thenRefused("public-key-ended-already")
      try given.when("key add", ["public-key": old.text]).thenRefused("public-key-known-already")
      try given.when("key add", ["public-key": new.text]).then("key.created")
    }
  }

  @Test func `A key ends with a reason or without`() throws {
    let key = try Self.key(1)
    try Self.created(key).when("key end", ["id": key.id, "reason": "moved"])
      .then("key.retired", ["from": "2026-11-23", "reason": "moved"])
    let decision = try Self.created(key).when("key end", ["id": key.id]).then("key.retired")
    #expect(decision.events.first?.event.data["reason"] == nil)
  }

  @Test func `A key that nobody added is unknown`() throws {
    let (old, new) = (try Self.key(1), try Self.key(2))
    try Given(rules: .sample).when("key end", ["id": old.id]).thenRefused("public-key-unknown")
    try Given(rules: .sample).when("key rotate", Self.rotate(old, to: new))
      .thenRefused("public-key-unknown")
  }

  @Test(arguments: [
    "x", "a+b+c", "nep.example/log+64681f6c+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29d",
  ])
  func `A text that is no public key is refused with the form`(_ text: String) throws {
    let failure = #expect(throws: Failure.self) {
      try Given(rules: .sample).when("key add", ["public-key": text])
    }
    #expect(failure?.code == .fieldMalformed)
    #expect(failure?.values["form"] == .word("expected.public-key"))
  }

  @Test func `A key reads back from its state`() throws {
    let key = try Self.key(1)
    var entity = PublicKey(id: try Self.id(key))
    let from = PartialDay(day("2026-02-01"))
    #expect(!entity.isInUse && entity.endedBy == nil)
    entity.evolve(
      with: .created(KeyCreation(key: key, from: from)),
      at: Mark(position: 3, effective: day("2026-02-01")))
    #expect(entity.isInUse)
    entity.evolve(
      with: .retired(KeyRetirement(from: from, reason: "moved")),
      at: Mark(position: 9, effective: day("2026-02-01")))
    #expect(!entity.isInUse && entity.endedBy == 9)
    #expect(try PublicKey(id: entity.id, state: entity.state) == entity)
  }

  @Test(arguments: ["name", "purpose", "public_key"])
  func `An event whose words contradict its key is not read`(_ field: String) throws {
    var data = try #require(
      KeyCreation(key: Self.key(1), from: PartialDay(day("2026-02-01"))).data.fields)
    data[field] = "other"
    #expect(throws: Failure.self) {
      try KeyEvent(type: "key.created", data: .object(data))
    }
  }
}
