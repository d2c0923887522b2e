import Foundation
import TestKit
import Testing
import Values

@testable import EventStore

/// A certified extract of one event or act, for people who trust nobody.
@Suite struct ExtractTests {
  /// The sample log and a checkpoint over it.
  private struct Stage {
    let scratch: Scratch
    let log: Log
    let signed: SignedCheckpoint
    let key: NoteKey

    init() throws {
      scratch = try Scratch()
      try scratch.foundSample()
      log = try Log.open(in: scratch.path, for: .writing)
      signed = try #require(try CheckpointRecord(of: log).sign(with: SampleKeys.key()))
      key = try SampleKeys.key().key
    }

    func event(_ position: Int64) throws -> Extract {
      try #require(try log.extract(eventAt: position, under: signed, by: key))
    }

    func act(_ id: String = "no") throws -> Extract {
      try #require(try log.extract(act: CommandID(id), under: signed, by: key))
    }
  }

  @Test func `Every event of the log has an extract that holds`() throws {
    let stage = try Stage()
    for position in 1...6 as ClosedRange<Int64> {
      let text = try stage.event(position).text
      let read = try Extract(text)
      try read.check(by: stage.key)
      #expect(read.event?.position == position && read.text == text)
    }
  }

  @Test func `A refused act has one too, and brings no event`() throws {
    let stage = try Stage()
    let read = try Extract(try stage.act().text)
    try read.check(by: stage.key)
    #expect(read.event == nil)
    #expect(try stage.log.extract(act: CommandID("a"), under: stage.signed, by: stage.key) == nil)
    #expect(try stage.log.extract(act: CommandID("?"), under: stage.signed, by: stage.key) == nil)
    #expect(try stage.log.extract(eventAt: 7, under: stage.signed, by: stage.key) == nil)
  }

  @Test func `An extract holds no personal words, only the hash of their ciphertext`() throws {
    let text = try Stage().event(4).text
    #expect(!text.contains("Maria") && !text.contains("mca@"))
    #expect(text.contains("\"slot\": \"name\"") && text.contains("\"subject\": \"H-1\""))
  }

  @Test(arguments: [1, 2, 3, 4, 6])
  func `Another program finds that an extract holds, and that a changed one does not`(
    _ position: Int64
  ) throws {
    let stage = try Stage()
    let text = try position == 1 ? stage.act().text : stage.event(position).text
    try stage.scratch.write(Array(text.utf8), to: "extract.json")
    let words = ["extract", stage.scratch.path + "/extract.json", stage.key.text]
    guard let answer = try Python("verify_note.py", words) else { return }
    #expect(answer.output == "holds\n" && answer.status == 0)
    let changed = text.split(separator: "secretariat").joined(separator: "secretarian")
    try stage.scratch.write(Array(changed.utf8), to: "extract.json")
    #expect(try Python("verify_note.py", words)?.status == 1)
  }

  /// What a forger would change, and the part that then does not fit.
  @Test(arguments: [
    ("\"member\": \"PT\"", "\"member\": \"ES\"", "leaf"),
    ("\"state\": \"PT\"", "\"state\": \"ES\"", "leaf"),
    ("secretariat", "secretarian", "leaf"), ("2026-11-23", "2026-11-24", "leaf"),
    ("\"accepted\"", "\"refused\"", "leaf"), ("\"version\": 1", "\"version\": 2", "leaf"),
    ("\"index\": 0", "\"index\": 1", "leaf"), ("\"row\": 1", "\"row\": 2", "leaf"),
    ("nep.example/log\\n7", "nep.example/log\\n8", "signature"),
    ("  \"index\"", "   \"index\"", "spelling"), ("\"schema\": 1", "\"schema\": 01", nil),
  ])
  func `A forged extract is refused, and told what does not fit`(
    _ row: (from: String, to: String, part: String?)
  ) throws {
    let stage = try Stage()
    let text = try stage.event(1).text
    let forged = text.components(separatedBy: row.from).joined(separator: row.to)
    guard forged != text else { return }
    let failure = #expect(throws: Failure.self) { try Extract(forged).check(by: stage.key) }
    #expect(failure?.code.exit == .checkFailed)
    #expect(failure?.values["part"] == row.part.map { .word("proof.\($0)") })
  }

  @Test func `Parts of two extracts do not make a third`() throws {
    let stage = try Stage()
    let (first, second) = (try stage.event(1), try stage.event(2))
    let mixed = Extract(
      event: first.event, command: first.command, index: first.index, leaf: first.leaf,
      path: second.path, signed: first.signed, key: first.key)
    #expect(code { try mixed.check(by: stage.key) } == "proof-unfit")
    let other = Extract(
      event: first.event, command: second.command, index: first.index, leaf: first.leaf,
      path: first.path, signed: first.signed, key: first.key)
    #expect(code { try other.check(by: stage.key) } == "proof-unfit")
  }

  @Test func `The key that counts is the one given, not the one in the file`() throws {
    let stage = try Stage()
    let stranger = try SampleKeys.key(7)
    let signed = try stranger.sign(stage.signed.checkpoint)
    let forged = try #require(
      try stage.log.extract(eventAt: 1, under: signed, by: stranger.key))
    try forged.check(by: stranger.key)
    let failure = #expect(throws: Failure.self) { try forged.check(by: stage.key) }
    #expect(failure?.values["part"] == .word("proof.key"))
  }

  @Test func `An event after the checkpoint is not covered by it`() throws {
    let stage = try Stage()
    try stage.log.record("more", [event(try stream("member-PT"))])
    let failed = code {
      _ = try stage.log.extract(eventAt: 7, under: stage.signed, by: stage.key)
    }
    #expect(failed == "checkpoint-missing")
    try stage.event(6).check(by: stage.key)
  }

  /// The property that the fault tests ask for: a flipped bit is refused, or the file reads the same.
  @Test(arguments: [1, 4, 0] as [Int64])
  func `A bit changed anywhere in an extract is refused`(_ position: Int64) throws {
    let stage = try Stage()
    let text = try position == 0 ? stage.act().text : stage.event(position).text
    let whole = Array(text.utf8)
    var generator = Seeded(seed: UInt64(position) + 5)
    for _ in 0..<1_500 {
      var bytes = whole
      let index = Int.random(in: bytes.indices, using: &generator)
      bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      guard let changed = String(validating: bytes, as: UTF8.self) else { continue }
      #expect(code { try Extract(changed).check(by: stage.key) } != nil, "byte \(index)")
    }
  }

  @Test(arguments: ["", "{}", "[]", "null", #"{"form":"acta-extract/2"}"#, "a"])
  func `Another file is no extract`(_ text: String) {
    #expect(code { _ = try Extract(text) } == "proof-unreadable")
  }
}
