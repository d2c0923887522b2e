import Foundation
import Testing
import Values

@testable import EventStore

/// A copy says what it holds, and which names may not sign where it stands.
@Suite struct CopyMarkTests {
  private let scratch: Scratch
  private let log: Log

  init() throws {
    scratch = try Scratch()
    try scratch.foundSample()
    log = try Log.open(in: scratch.path, for: .writing)
  }

  private func mark(_ names: [String] = [SampleKeys.origin]) throws -> CopyMark {
    try CopyMark(
      of: log, Verifier.verify(directory: scratch.path), names: names, made: nine)
  }

  @Test func `A mark tells the log's end and reads back as it was written`() throws {
    let mark = try mark(["b", "a", "b"])
    let head = try log.head()
    #expect(mark.position == head.position && mark.leaves == head.ordinal)
    #expect(mark.head == head.hash && mark.commands == 5 && mark.names == ["a", "b"])
    #expect(CopyMark(mark.text) == mark)
    try mark.write(in: scratch.path)
    #expect(try CopyMark.read(in: scratch.path) == mark)
  }

  @Test func `A network that is no copy has no mark`() throws {
    #expect(try CopyMark.read(in: scratch.path) == nil)
  }

  @Test func `A log that is not whole gets no mark`() throws {
    try scratch.tamper("UPDATE events SET data = '{}' WHERE position = 2")
    #expect(code { _ = try mark() } == "copy-unfit")
  }

  /// Each letter of a mark counts.
  @Test(arguments: [
    ("\"acta-copy/1\"", "\"acta-copy/2\""), ("\"position\": 6", "\"position\": \"6\""),
    ("\"position\": 6", "\"position\":  6"), ("\"names\": [", "\"names\": [7, "),
    ("\"form\"", "\"from\""), ("}", "}}"), ("\n}", ",\n  \"more\": 1\n}"),
  ])
  func `A mark in another spelling is not read, and nothing is signed`(
    _ row: (from: String, to: String)
  ) throws {
    let text = try mark().text
    let changed = text.replacingOccurrences(of: row.from, with: row.to)
    try #require(changed != text)
    #expect(CopyMark(changed) == nil)
    try scratch.write(Array(changed.utf8), to: CopyMark.file)
    #expect(code { _ = try CopyMark.read(in: scratch.path) } == "copy-unfit")
    let record = CheckpointRecord(of: log)
    #expect(code { _ = try record.sign(with: SampleKeys.key()) } == "copy-unfit")
  }

  @Test func `A mark fits the log that it was made of, and no other`() throws {
    let mark = try mark()
    #expect(mark.fits(try Verifier.verify(directory: scratch.path), of: log.id))
    #expect(
      !mark.fits(
        try Verifier.verify(directory: scratch.path), of: CommandID("other").identifier))
    try log.record("more", [])
    #expect(!mark.fits(try Verifier.verify(directory: scratch.path), of: log.id))
  }

  @Test func `Where a copy stands, no key signs under a name that the copy had`() throws {
    try mark().write(in: scratch.path)
    let record = CheckpointRecord(of: log)
    for _ in 0..<3 {
      let failure = #expect(throws: Failure.self) { try record.sign(with: SampleKeys.key()) }
      #expect(failure?.code == .originClosed)
      #expect(failure?.values["origin"] == .text(SampleKeys.origin))
      try log.record("\(Int.random(in: 0..<1_000_000_000))", [])
    }
    #expect(code { _ = try record.sign(with: SampleKeys.key(5)) } == "origin-closed")
    #expect(try record.all().isEmpty)
    let other = try SampleKeys.key(2, "nep.example/log/2")
    #expect(try record.sign(with: other)?.checkpoint.origin == "nep.example/log/2")
  }

  @Test func `A witness that stands on a copy cosigns nothing under its old name`() throws {
    let signed = try #require(try CheckpointRecord(of: log).sign(with: SampleKeys.key()))
    let request = try CheckpointRecord(of: log).request(signed, after: 0)
    let other = try Scratch()
    try other.foundSample()
    let witness = Witness(in: other.path)
    let key = try SampleKeys.key().key
    let own = try SampleKeys.witness()
    let name = own.key.name
    try CopyMark(
      of: Log.open(in: other.path, for: .reading), Verifier.verify(directory: other.path),
      names: [name], made: nine
    ).write(in: other.path)
    #expect(
      code { _ = try witness.cosign(request, of: key, with: own, now: nine) } == "origin-closed")
    let fresh = try SampleKeys.key(9, "watch.example/again", .witness)
    #expect(try witness.cosign(request, of: key, with: fresh, now: nine).name == fresh.key.name)
  }
}
