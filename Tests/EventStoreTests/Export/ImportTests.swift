import Foundation
import Testing
import Values

@testable import EventStore

/// A log is made again from its export, to the last bit.
@Suite struct ImportTests {
  private let scratch: Scratch
  private let target: Scratch

  init() throws {
    (scratch, target) = (try Scratch(), try Scratch())
    try scratch.foundSample()
  }

  @Test func `The log that is made has the same head, leaves and export`() throws {
    let texts = try Exported.texts(of: scratch.path)
    let result = try Exported.make(texts, in: target.path)
    let (old, new) = (
      try Log.open(in: scratch.path, for: .reading), try Log.open(in: target.path, for: .reading)
    )
    #expect(try result.head == old.head() && new.head() == old.head())
    #expect(try new.leaves() == old.leaves() && new.id == old.id && new.created == old.created)
    #expect(result.events == 6 && result.signed == nil)
    #expect(try Exported.texts(of: target.path) == texts)
    #expect(try Verifier.verify(directory: target.path).isWhole)
    #expect(!FileManager.default.fileExists(atPath: target.path + "/keys.db"))
  }

  @Test func `With the keys put beside it, every word is there again, and acts go on`() throws {
    try Exported.make(try Exported.texts(of: scratch.path), in: target.path)
    let log = try Log.open(in: target.path, for: .writing)
    try Log.placeKeys(scratch.path + "/keys.db", of: log.id, in: target.path)
    var (made, original) = (try Dump(of: target.path), try Dump(of: scratch.path))
    (made.states, original.states) = ([], [])
    #expect(made == original)
    // The act is known by its keyed hash, the next one follows.
    let known = try log.write(now: nine) { try $0.answer(to: CommandID("a"), request: ["id": "a"]) }
    #expect(known?.positions == 1...1)
    #expect(try log.record("on", [event(try stream("member-PT"))]).positions == 7...7)
    #expect(try Verifier.verify(directory: target.path).isWhole)
  }

  @Test func `Every stream has its state again`() throws {
    try Exported.make(try Exported.texts(of: scratch.path), in: target.path)
    let log = try Log.open(in: target.path, for: .reading)
    for name in ["member-PT", "member-ES", "person-H-1"] {
      let stream = try stream(name)
      let version = try log.version(of: stream)
      #expect(try log.state(of: stream)?.data == ["events": .int(version)])
      #expect(try log.state(of: stream)?.version == version)
    }
  }

  @Test(arguments: Array(1...8) as [UInt64])
  func `Any log comes through an export unchanged`(_ seed: UInt64) throws {
    let empty = try Scratch()
    var random = Seeded(seed: seed)
    let log = try Log.create(in: empty.path, now: nine)
    try log.record("first", [event(try stream("network-nep"))])
    for index in 0..<40 {
      let count = Int.random(in: 0..<4, using: &random)
      let events = try (0..<count).map { number in
        let name = "member-\(Int.random(in: 0..<5, using: &random))"
        let isPersonal = Bool.random(using: &random)
        let words =
          isPersonal ? [SealedField(slot: "name", subject: name, text: "Zé \(index)")] : []
        return event(
          try stream(name), ["n": .int(Int64(number)), "é\"\\": [.null, true, "\u{7}"]],
          type: "member.changed", sealed: words)
      }
      try log.record(
        "\(index)", events, now: Instant(microseconds: nine.microseconds + Int64(index)))
    }
    try log.write(now: nine) { _ = try $0.scrub(subject: "member-1") }
    let texts = try Exported.texts(of: empty.path)
    try Exported.make(texts, in: target.path)
    #expect(try Exported.texts(of: target.path) == texts)
    #expect(try Log.open(in: target.path, for: .reading).head() == log.head())
    #expect(try Verifier.verify(directory: target.path).isWhole)
  }

  @Test func `A line reads back as it was written, with all that it carries`() throws {
    let log = try Log.open(in: scratch.path, for: .writing)
    try log.record("last", [])
    let lines = try Exported.lines(of: log)
    for line in lines {
      #expect(ExportLine(Array(line.json.compact.utf8)) == line)
      #expect(line.holdsItsActs)
    }
    #expect(lines.count == 6 && lines[0].end?.leaves == 8)
    #expect(lines.dropFirst().allSatisfy { $0.end == nil && $0.created == nil })
    #expect(lines[3].before.count == 1 && lines[5].trailing.count == 1)
  }

  @Test func `Of refused acts that a line carries none is passed over because it cannot be read`()
    throws
  {
    let log = try Log.open(in: scratch.path, for: .reading)
    let line = try #require(try Exported.lines(of: log).first { !$0.before.isEmpty })
    var fields = try #require(line.json.fields)
    let text = try #require(fields["refusedacts"]?.text)
    #expect(ExportActs(.object(fields)) != nil)
    fields["refusedacts"] = .text(text.dropLast() + ",{}]")
    #expect(ExportActs(.object(fields)) == nil)
  }

  @Test func `An event that is gone stops an export at its position`() throws {
    try scratch.tamper("DELETE FROM events WHERE position = 6")
    let log = try Log.open(in: scratch.path, for: .reading)
    let failure = #expect(throws: Failure.self) { try Exported.lines(of: log) }
    #expect(failure?.values["position"] == .int(6))
  }

  @Test func `Every line is a cloud event by its required attributes`() throws {
    for text in try Exported.texts(of: scratch.path) {
      let json = try JSON(parsing: text)
      for name in ["specversion", "id", "source", "type", "subject", "time", "data"] {
        #expect(json[name] != nil)
      }
      for member in json.fields?.members ?? [] where member.name != "data" {
        #expect(member.name.utf8.allSatisfy { (0x61...0x7A).contains($0) }, "\(member.name)")
        #expect(member.value.text != nil || member.value.int != nil, "\(member.name) is simple")
      }
    }
  }

  // MARK: What is not taken

  private func failure(_ texts: [String]) throws -> Failure? {
    let folder = try Scratch()
    do {
      try Exported.make(texts, in: folder.path)
      return nil
    } catch let failure as Failure {
      if FileManager.default.fileExists(atPath: folder.path + "/log.db") {
        #expect(try Log.open(in: folder.path, for: .reading).head().ordinal == 0)
      }
      return failure
    }
  }

  @Test func `A file that was cut off at the end of a line is told by its first line`() throws {
    let texts = try Exported.texts(of: scratch.path)
    for count in 1..<texts.count {
      let failure = try failure(Array(texts.prefix(count)))
      #expect(failure?.code == .exportCut, "\(count) lines")
      #expect(failure?.values["expected"] == .text("7"))
    }
    #expect(try failure([])?.code == .exportBare)
  }

  @Test(arguments: Array(0..<6))
  func `A line that is left out, stands twice or changed places is refused`(_ index: Int) throws {
    let texts = try Exported.texts(of: scratch.path)
    var (without, twice, moved) = (texts, texts, texts)
    without.remove(at: index)
    twice.insert(texts[index], at: index)
    moved.swapAt(index, (index + 1) % 6)
    for changed in [without, moved] { #expect(try failure(changed) != nil) }
    #expect(try failure(twice) != nil)
  }

  @Test func `An export of events alone makes no log`() throws {
    let log = try Log.open(in: scratch.path, for: .reading)
    var texts: [String] = []
    _ = try log.forEachProved { event, before, hash in
      let line = ExportLine(
        event: event, log: log.id, created: event.position == 1 ? log.created : nil,
        before: before, leaf: event.leaf, hash: hash)
      texts.append(line.json.compact)
    }
    #expect(try failure(texts)?.code == .exportBare)
  }

  /// One letter changed anywhere in the file: refused, with nothing made, or the very same log.
  @Test(arguments: Array(1...6) as [UInt64])
  func `A changed letter is refused wherever it stands`(_ seed: UInt64) throws {
    let texts = try Exported.texts(of: scratch.path)
    var random = Seeded(seed: seed)
    for _ in 0..<25 {
      var changed = texts
      let line = Int.random(in: 0..<texts.count, using: &random)
      var bytes = Array(texts[line].utf8)
      let place = Int.random(in: 0..<bytes.count, using: &random)
      bytes[place] = UInt8.random(in: 0x20...0x7E, using: &random)
      changed[line] = String(decoding: bytes, as: UTF8.self)
      guard changed != texts else { continue }
      #expect(try failure(changed) != nil, "line \(line), byte \(place): \(changed[line])")
    }
  }

  @Test(arguments: ["", "{}", "x", "{\"type\":\"checkpoint.signed\"}", "null"])
  func `A first line of something else is told as unreadable`(_ text: String) throws {
    let failure = try failure([text])
    #expect(failure?.code == .exportUnfit)
    #expect(failure?.values["reason"] == .word("verify.unreadable"))
  }

  @Test func `Sealed words of another event are not put in the place of these`() throws {
    let log = try Log.open(in: scratch.path, for: .writing)
    let more = SealedField(slot: "name", subject: "H-2", text: "Rui")
    try log.record("e", [event(try stream("person-H-2"), sealed: [more])])
    let texts = try Exported.texts(of: scratch.path)
    let words = try texts.compactMap { try JSON(parsing: $0)["sealedwords"]?.text }
    try #require(words.count == 2)
    let name = try #require(words[0].split(separator: " ").last.map { String($0) })
    let swapped = texts.map { $0.replacingOccurrences(of: words[1], with: name) }
    let failure = try failure(swapped)
    #expect(failure?.values["reason"] == .word("verify.leaf"))
  }

  @Test(arguments: [0, 23, 24, 40, 41])
  func `Words that are not those of the digest are no row, whatever their length`(_ byte: Int)
    throws
  {
    var words = [UInt8](repeating: 5, count: Sodium.nonceCount + 18)
    let field = ProvedEvent.Field(slot: "name", subject: "H-2", digest: .sha256(words))
    let row = try #require(SealedRow(field, words))
    #expect(row.nonce == Array(words.prefix(Sodium.nonceCount)) && row.ciphertext?.count == 18)
    words[byte] ^= 1
    #expect(SealedRow(field, words) == nil)
    let short = Array(words.prefix(byte))
    let ofShort = ProvedEvent.Field(slot: "name", subject: "H-2", digest: .sha256(short))
    #expect((SealedRow(ofShort, short) == nil) == (byte <= Sodium.nonceCount))
  }

  @Test func `Words may be missing where they were scrubbed, and only whole`() throws {
    let texts = try Exported.texts(of: scratch.path)
    let words = try #require(
      try texts.compactMap { try JSON(parsing: $0)["sealedwords"]?.text }.first)
    let scrubbed = texts.map { $0.replacingOccurrences(of: words, with: "- -") }
    try Exported.make(scrubbed, in: target.path)
    #expect(try Verifier.verify(directory: target.path).isWhole)
    #expect(try failure(texts.map { $0.replacingOccurrences(of: words, with: "-") }) != nil)
  }
}
