import Foundation
import Testing
import Values

@testable import EventStore

/// The vectors of docs/log-format.md, computed by `verify_chain.py --vectors`; never edited.
@Suite struct FormatTests {
  let id = EntryID((0..<16).map { UInt8($0) })
  let request = (32..<64).map { UInt8($0) }

  private func accepted() throws -> CommandRow {
    CommandRow(
      row: 1, id: try #require(EntryID((16..<32).map { UInt8($0) })), requestHash: request,
      name: Array("member admit".utf8), actor: Array("secretariat".utf8),
      rules: .sha256("rules".utf8), verdict: Array("accepted".utf8), firstPosition: 1,
      lastPosition: 1, recorded: nine.microseconds, body: Array(#"{"do":"member admit"}"#.utf8),
      answer: Array(#"{"clause":"membership.admission"}"#.utf8))
  }

  private func refused() throws -> CommandRow {
    CommandRow(
      row: 2, id: try #require(EntryID((48..<64).map { UInt8($0) })), requestHash: request,
      name: Array("member admit".utf8), actor: Array("secretariat".utf8), correlation: id,
      causation: 1, verdict: Array("refused".utf8), recorded: nine.microseconds + 1,
      body: Array("{}".utf8), answer: Array(#"{"why":"já é membro"}"#.utf8))
  }

  private func leaf() throws -> LogFormat.EventLeaf {
    LogFormat.EventLeaf(
      ordinal: 1, position: 1, stream: Array("member-PT".utf8), version: 1,
      type: Array("member.admitted".utf8), schema: 1, recorded: nine.microseconds,
      effective: 1_795_392_000_000_000,
      id: try #require(EntryID([UInt8](repeating: 0, count: 16))),
      data: Array(#"{"state":"PT"}"#.utf8), command: try accepted().hash, sealed: [])
  }

  @Test func `The genesis is pinned`() throws {
    let genesis = LogFormat.genesis(log: try #require(id), created: nine)
    #expect(genesis.hex == "f6b443a7b5161de5b9c375c73d1408414032359c1c0ccf088e74bfc08c947df8")
  }

  @Test func `The hashes of command rows are pinned`() throws {
    #expect(
      try accepted().hash.hex == "942637f7cf48f69c2cdb0144143ee7d24e7b5238b40df334a211458877251565")
    #expect(
      try refused().hash.hex == "0d6f322be406ab539a89666f085ba3fb424279b1747d65c6549a5f28e4be1f8c")
  }

  @Test func `The leaf of an event is pinned`() throws {
    #expect(
      try leaf().hash.hex == "18b72e99850aa7ab5945742864f6419021cc25473cc28e4d624aee0ca2334153")
  }

  @Test func `The leaf of an event with sealed fields is pinned`() throws {
    var leaf = try leaf()
    leaf.stream = Array("person-H-1".utf8)
    leaf.type = Array("person.entered".utf8)
    leaf.schema = 2
    leaf.effective = -86_400_000_000
    leaf.data = Array(#"{"name":{"sealed":"name"}}"#.utf8)
    leaf.sealed = [
      .init(slot: Array("mail".utf8), subject: Array("H-1".utf8), digest: .sha256("one".utf8)),
      .init(slot: Array("name".utf8), subject: Array("H-1".utf8), digest: .sha256("two".utf8)),
    ]
    #expect(leaf.hash.hex == "2ad3fa92245e5329b1db6d4d2f654f68af353c51da1a2ea7ba05c50c2fc4addf")
  }

  @Test func `The leaf of a command without events, and the chain, are pinned`() throws {
    let genesis = LogFormat.genesis(log: try #require(id), created: nine)
    let command = LogFormat.commandLeaf(ordinal: 2, command: try refused().hash)
    #expect(command.hex == "ec1edf6bbad3a22cc06614e3d4c977e6b0c9ce5b149c544925c65da63e9f11c2")
    let first = LogFormat.chain(genesis, try leaf().hash)
    #expect(first.hex == "172260a28b941896d1dac986950c4e3a5d5770de528c88895df03b1527535428")
    #expect(
      LogFormat.chain(first, command).hex
        == "adb60993dce97b5534c9c047a9f61b38dc0e234e61f295041de48b9201a08c9f")
  }

  @Test func `A second implementation comes to the same head`() throws {
    let scratch = try Scratch()
    try scratch.foundSample()
    let verification = try Verifier.verify(directory: scratch.path)
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "verify_chain.py")
    let output = try Self.output(of: ["python3", script.path, scratch.path + "/log.db"])
    guard let output else { return }
    #expect(output == "6 \(try #require(verification.head).hex)\n")
  }

  /// What a program prints; nil where this machine has no such program.
  static func output(of words: [String]) throws -> String? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus != 127 else { return nil }
    return String(decoding: data, as: UTF8.self)
  }

  @Test func `Numbers are eight bytes, big-endian`() {
    var bytes = CanonicalBytes()
    bytes.append(-2 as Int64)
    bytes.append(258 as Int64)
    #expect(bytes.bytes.hex == "fffffffffffffffe0000000000000102")
  }

  @Test func `Texts carry their length, optional values a mark`() {
    var bytes = CanonicalBytes()
    bytes.append(text: Array("é".utf8))
    bytes.append(nil as Int64?)
    bytes.append(1 as Int64?)
    bytes.append(optionalFixed: nil)
    bytes.append(optionalFixed: [7])
    #expect(bytes.bytes.hex == "00000002c3a9" + "00" + "010000000000000001" + "00" + "0107")
  }

  /// Computed apart from the program, from the formula of docs/log-format.md.
  @Test func `The id of an event follows from log, command and place`() throws {
    let log = try #require(id)
    let command = CommandID(try #require(EntryID((16..<32).map { UInt8($0) })))
    let event = LogFormat.eventID(log: log, command: command, index: 1)
    #expect(event.bytes.hex == "5288507ac4c8f1f171ee4afdd298e587")
  }
}
