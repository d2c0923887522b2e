import EventStore
import Foundation
import Governance
import TestKit
import Testing
import Values

@testable import admin

/// Letters as files: exactly once, whole, for their owner alone, gone with the person.
@Suite struct OutboxFileTests {
  @Test func `A tick writes the letter that is due, and the term lapses without anybody`() throws {
    try OutboxNetwork.with { stage throws in
      #expect(stage.run("tick", at: "2026-12-30").status == .done && stage.files().isEmpty)
      let told = stage.run("tick", at: "2026-12-31")
      #expect(told.status == .done, "\(told.talk)")
      #expect(
        told.output.contains(
          "Letter of 31 December 2026 to H-1: the end of a term, PT.contact_point.1"))
      #expect(stage.files().count == 1 && stage.staged.isEmpty)
      let text = try stage.text(stage.files()[0])
      #expect(text.hasPrefix("Date: Thu, 31 Dec 2026 00:00:00 +0100\r\n"))
      #expect(text.contains("\r\n <ana@example.org>\r\n"))
      #expect(text.contains("Content-Language: pt\r\n"))
      let seat = try stage.json("seat show PT.contact_point.1", at: "2027-03-01")
      #expect(["vacant", "held_over"].contains(seat["state"]?.text))
    }
  }

  /// The clock is moved past the end at once, as a machine does that was off.
  @Test func `After the end the outbox holds one letter, dated 60 days earlier`() throws {
    try OutboxNetwork.with { stage throws in
      stage.run("tick", at: "2027-03-10")
      #expect(
        stage.files().filter { $0.contains("-terms-") }.map { $0.prefix(10) } == ["2026-12-31"])
      stage.run("tick", at: "2027-03-11")
      #expect(stage.files().filter { $0.contains("-terms-") }.count == 1)
    }
  }

  @Test func `Another tick writes nothing again, not even what was taken out of the folder`() throws
  {
    try OutboxNetwork.with { stage throws in
      stage.run("tick", at: "2026-12-31")
      let name = try #require(stage.files().first)
      let events = stage.eventCount
      let bytes = try stage.bytes(name)
      #expect(stage.run("tick", at: "2026-12-31").output.hasPrefix("Nothing is due"))
      #expect(try stage.bytes(name) == bytes)
      try FileManager.default.removeItem(atPath: stage.folder + "/" + name)
      #expect(stage.run("tick", at: "2027-01-02").output.hasPrefix("Nothing is due"))
      #expect(stage.files().isEmpty && stage.eventCount == events)
    }
  }

  @Test func `Files and folders are for their owner alone`() throws {
    try OutboxNetwork.with { stage throws in
      stage.run("tick", at: "2026-12-31")
      #expect(try stage.mode(stage.folder) == 0o700)
      #expect(try stage.mode(stage.folder + "/.staged") == 0o700)
      #expect(try stage.mode(stage.folder + "/" + stage.files()[0]) == 0o600)
    }
  }

  @Test func `A folder that somebody had opened to all is closed again`() throws {
    try OutboxNetwork.with { stage throws in
      try FileManager.default.createDirectory(
        atPath: stage.folder, withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o755])
      stage.run("tick", at: "2026-12-31")
      #expect(try stage.mode(stage.folder) == 0o700)
    }
  }

  @Test func `No log and no view holds the address or the name`() throws {
    try OutboxNetwork.with { stage throws in
      stage.run("tick", at: "2026-12-31")
      stage.run("outbox list", at: "2026-12-31")
      for name in ["log.db", "log.db-wal", "views.db"] {
        let bytes = FileManager.default.contents(atPath: stage.network.folder + "/" + name)
        for word in ["ana@example.org", "Concei"] {
          #expect(bytes?.range(of: Data(word.utf8)) == nil, "\(name)")
        }
      }
      let log = stage.run("log list --type letter.written --json", at: "2026-12-31").output
      #expect(log.contains("\"H-1\"") && !log.contains("example.org"))
    }
  }

  @Test
  func
    `A letter that was on record and not handed over goes out with the next tick, the same bytes`()
    throws
  {
    try OutboxNetwork.with { stage throws in
      stage.run("tick", at: "2026-12-31")
      let name = try #require(stage.files().first)
      let bytes = try stage.bytes(name)
      // As if the program had been killed between the event and the last step.
      try FileManager.default.moveItem(
        atPath: stage.folder + "/" + name, toPath: stage.folder + "/.staged/" + name)
      #expect(stage.run("tick", at: "2027-01-05").output.hasPrefix("Nothing is due"))
      #expect(stage.files() == [name] && stage.staged.isEmpty)
      #expect(try stage.bytes(name) == bytes)
    }
  }

  @Test
  func `A letter that was put away and never recorded is taken away, and written by its own tick`()
    throws
  {
    try OutboxNetwork.with { stage throws in
      try FileManager.default.createDirectory(
        atPath: stage.folder + "/.staged", withIntermediateDirectories: true)
      let stray = "2026-12-31-terms-0123456789abcdef0123.eml"
      for name in [stray, "half.eml", "x"] {
        try Data("To: nobody\r\n".utf8).write(
          to: URL(filePath: stage.folder + "/.staged/" + name))
      }
      stage.run("tick", at: "2026-12-30")
      let left = try FileManager.default.contentsOfDirectory(atPath: stage.folder + "/.staged")
      #expect(left.isEmpty && stage.files().isEmpty)
      stage.run("tick", at: "2026-12-31")
      #expect(stage.files().count == 1 && !stage.files().contains(stray))
    }
  }

  @Test func `A letter that cannot be put away is not recorded either`() throws {
    try OutboxNetwork.with { stage throws in
      // A file stands where the folder should be.
      try Data().write(to: URL(filePath: stage.folder))
      let events = stage.eventCount
      let told = stage.run("tick", at: "2026-12-31")
      #expect(told.status == .cannotCreate, "\(told.status)")
      #expect(told.talk.contains("outbox") && stage.eventCount == events)
      try FileManager.default.removeItem(atPath: stage.folder)
      stage.run("tick", at: "2026-12-31")
      #expect(stage.files().count == 1)
    }
  }

  @Test func `It can be written again from its event, the same bytes`() throws {
    try OutboxNetwork.with { stage throws in
      stage.run("tick", at: "2026-12-31")
      let name = try #require(stage.files().first)
      let bytes = try stage.bytes(name)
      stage.run("person edit H-1 --email new@example.org --name 'Ana Nova' -q", at: "2027-01-04")
      let events = stage.eventCount
      try FileManager.default.removeItem(atPath: stage.folder + "/" + name)
      let letter = try #require(OutboxFolder.letter(of: name)).text
      let told = stage.run("outbox write \(letter)", at: "2027-01-05")
      #expect(told.status == .done && told.output.contains(name), "\(told.talk)")
      #expect(try stage.bytes(name) == bytes)
      #expect(stage.eventCount == events)
    }
  }

  @Test(arguments: ["0123456789abcdef0123", "x", "''"])
  func `A letter that nobody wrote is not written again`(_ id: String) throws {
    try OutboxNetwork.with { stage throws in
      let told = stage.run("outbox write \(id)")
      #expect(told.status != .done && !told.talk.isEmpty && stage.files().isEmpty)
    }
  }

  // MARK: - Copies and erasure

  @Test func `A copied folder writes nothing again`() throws {
    try OutboxNetwork.with { stage throws in
      stage.run("tick", at: "2026-12-31")
      let copy = stage.network.folder + "-copy"
      defer { try? FileManager.default.removeItem(atPath: copy) }
      try FileManager.default.copyItem(atPath: stage.network.folder, toPath: copy)
      try FileManager.default.removeItem(atPath: copy + "/outbox")
      var other = SampleNetwork(folder: copy)
      other.now = "2027-01-10T09:00:00Z"
      #expect(other.run("tick").output.hasPrefix("Nothing is due"))
      #expect(!FileManager.default.fileExists(atPath: copy + "/outbox/.staged"))
    }
  }

  @Test func `Neither a backup nor an archive holds a letter`() throws {
    try OutboxNetwork.with { stage throws in
      stage.run("tick", at: "2026-12-31")
      let beside = stage.network.folder + "-beside"
      defer { try? FileManager.default.removeItem(atPath: beside) }
      try FileManager.default.createDirectory(atPath: beside, withIntermediateDirectories: true)
      #expect(stage.run("archive \(beside)/a.tar", at: "2026-12-31").status == .done)
      #expect(stage.run("backup \(beside)/b", at: "2026-12-31").status == .done)
      let archive = try #require(FileManager.default.contents(atPath: beside + "/a.tar"))
      #expect(archive.range(of: Data("outbox/".utf8)) == nil)
      #expect(archive.range(of: Data("ana@example.org".utf8)) == nil)
      #expect(!FileManager.default.fileExists(atPath: beside + "/b/outbox"))
    }
  }

  @Test func `Erasing a person takes its letters away, sent or not, and no other's`() throws {
    try OutboxNetwork.with { stage throws in
      stage.run("person edit H-2 --email bea@example.org -q")
      stage.run("tick", at: "2026-12-31")
      let names = stage.files()
      #expect(names.count == 2)
      let own = try names.first { try stage.text($0).contains("<ana@example.org>") }
      let mine = try #require(own)
      try FileManager.default.copyItem(
        atPath: stage.folder + "/" + mine, toPath: stage.folder + "/.staged/" + mine)
      let told = stage.run("person erase H-1 --basis 'GDPR art. 17(1)(a)'", at: "2027-01-02")
      #expect(told.status == .done, "\(told.talk)")
      #expect(stage.files() == names.filter { $0 != mine } && stage.staged.isEmpty)
      #expect(!told.output.contains("outbox/"))
      let letter = try #require(OutboxFolder.letter(of: mine)).text
      let again = stage.run("outbox write \(letter)", at: "2027-01-03")
      #expect(again.status == .notFound && stage.files().count == 1)
    }
  }

  @Test func `A letter to somebody who was erased since is not handed over any more`() throws {
    try OutboxNetwork.with { stage throws in
      stage.run("tick", at: "2026-12-31")
      let name = try #require(stage.files().first)
      let bytes = try stage.bytes(name)
      stage.run("person erase H-1 --basis 'GDPR art. 17(1)(a)' -q", at: "2027-01-02")
      // As if the tick had been killed before the erasure, and the file had escaped it.
      try bytes.write(to: URL(filePath: stage.folder + "/.staged/" + name))
      stage.run("tick", at: "2027-01-03")
      #expect(stage.files().isEmpty && stage.staged.isEmpty)
    }
  }

  @Test(arguments: [
    ("2026-12-31-terms-0123456789abcdef0123.eml", "0123456789abcdef0123" as String?),
    ("a-b.eml", "b"), ("letter.eml", nil), ("2026-12-31-terms-01.eml.new", nil), ("-.eml", nil),
    ("", nil), ("x-../y.eml", nil),
  ])
  func `A file tells its letter by its name`(_ row: (name: String, letter: String?)) {
    #expect(OutboxFolder.letter(of: row.name)?.text == row.letter)
  }
}
