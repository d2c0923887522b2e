import Foundation
import Testing
import Values

@testable import EventStore

/// Logs of every layout that was released: files that no later release may fail to open.
///
/// A new layout comes with `Corpus/layout-N.db` and `.keys`, written by the release that had it, and a row below.
/// A file is never edited.
@Suite struct CorpusTests {
  /// A log as its release left it: founded, with members, persons, one of them erased, a meeting, a correction,
  /// and acts that were refused in the middle and at the end.
  struct Released: CustomTestStringConvertible, Sendable {
    let layout: Int
    let events: Int64
    let leaves: Int64
    let head: String
    var testDescription: String { "layout \(layout)" }
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")

  static let released = [
    Released(
      layout: 1, events: 12, leaves: 15,
      head: "17479e3cb70e4f3a7414d74bc4ca1935d3ed98c7d58bfe37ee9d5fec82c2cb58")
  ]

  private func scratch(_ released: Released) throws -> Scratch {
    let scratch = try Scratch()
    for (ending, name) in [("db", "log.db"), ("keys", "keys.db")] {
      let file = Self.folder.appending(path: "layout-\(released.layout).\(ending)")
      try scratch.write(Array(Data(contentsOf: file)), to: name)
    }
    return scratch
  }

  @Test func `There is a log of each layout up to this one, and no other file`() throws {
    #expect(Self.released.map { Int64($0.layout) } == Array(1...LogSchema.layout))
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let expected = Self.released.flatMap { ["layout-\($0.layout).db", "layout-\($0.layout).keys"] }
    #expect(Set(names) == Set(expected))
  }

  @Test(arguments: released)
  func `A log of every layout opens, verifies and has the head that it had`(_ released: Released)
    throws
  {
    let scratch = try scratch(released)
    let found = try Verifier.verify(directory: scratch.path)
    #expect(found.isWhole && found.head?.hex == released.head)
    #expect(found.events == released.events && found.leaves == released.leaves)
    let log = try Log.open(in: scratch.path, for: .reading)
    #expect(try log.head().hash.hex == released.head && !log.isNewer)
  }

  @Test(arguments: released)
  func `Its words can be read, but for those that were erased`(_ released: Released) throws {
    let scratch = try scratch(released)
    let log = try Log.open(in: scratch.path, for: .reading)
    let events = try log.events(ofType: "person.registered", after: 0, limit: 10)
    let words = try events.map { try log.unseal($0) }
    #expect(words.map { $0["name"] } == ["Ana Sousa", .some(nil)])
  }

  @Test(arguments: released)
  func `It takes another act`(_ released: Released) throws {
    let scratch = try scratch(released)
    let log = try Log.open(in: scratch.path, for: .writing)
    let last = try log.head().recorded
    try log.record("on", [event(try stream("member-PT"))], now: last)
    #expect(try log.head().position == released.events + 1)
    #expect(try Verifier.verify(directory: scratch.path).isWhole)
  }

  @Test(arguments: released)
  func `It comes through an export with the same head`(_ released: Released) throws {
    let (old, new) = (try scratch(released), try Scratch())
    try Exported.make(try Exported.texts(of: old.path), in: new.path)
    #expect(try Log.open(in: new.path, for: .reading).head().hash.hex == released.head)
  }

  @Test(arguments: released)
  func `A second implementation verifies it too`(_ released: Released) throws {
    let scratch = try scratch(released)
    guard let answer = try Python("verify_chain.py", [scratch.path + "/log.db"]) else { return }
    #expect(answer.status == 0 && answer.output.contains(released.head))
  }
}
