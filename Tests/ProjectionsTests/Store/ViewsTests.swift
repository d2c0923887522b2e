import EventStore
import Foundation
import Governance
import TestKit
import Testing
import Values

@testable import Projections

@Suite struct ViewsTests {
  private let day = Day(number: 17_500)

  private func admitted(_ workshop: Workshop, _ members: [String] = ["PT"]) throws {
    for member in members {
      for event in try MemberStory(member).admitted("member", "2017-03-01").events {
        try workshop.append(event)
      }
    }
  }

  private func members(_ views: Views, on day: Day) throws -> [String?] {
    try views.rows("member", on: day).map { $0.text("member") }
  }

  @Test func `An empty log has empty views`() throws {
    let workshop = try Workshop()
    let views = try Views.open(for: workshop.log)
    #expect(try views.rows("member", on: day) == [])
  }

  @Test func `A row says its values, its days and the event behind it`() throws {
    let workshop = try Workshop()
    try admitted(workshop)
    let rows = try Views.open(for: workshop.log).rows("member", on: day)
    let json: JSON = [
      "member": "PT", "class": "member", "since": "2017-03-01", "valid_from": "2017-03-01",
      "valid_until": .null, "event": 1,
    ]
    #expect(rows.map(\.json.compact) == [json.compact])
  }

  @Test func `Members stand in the order of their codes, however they were recorded`() throws {
    let workshop = try Workshop()
    try admitted(workshop, ["PT", "AT", "ES"])
    #expect(try members(Views.open(for: workshop.log), on: day) == ["AT", "ES", "PT"])
  }

  @Test func `The day before the first has no rows`() throws {
    let workshop = try Workshop()
    try admitted(workshop)
    let views = try Views.open(for: workshop.log)
    let first = try #require(Day("2017-03-01"))
    #expect(try members(views, on: first - .days(1)) == [])
    #expect(try members(views, on: first) == ["PT"])
  }

  @Test func `A read makes the file that is missing, and the next finds it level`() throws {
    let workshop = try Workshop()
    try admitted(workshop)
    #expect(try !workshop.fileIsLevel())
    let views = try Views.open(for: workshop.log)
    #expect(views.shortfall == nil)
    #expect(try workshop.fileIsLevel())
  }

  @Test func `Only the owner may read the file`() throws {
    let workshop = try Workshop()
    try admitted(workshop)
    _ = try Views.open(for: workshop.log)
    let attributes = try FileManager.default.attributesOfItem(atPath: workshop.viewsPath)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func `A read catches up with what was recorded since`() throws {
    let workshop = try Workshop()
    try admitted(workshop)
    _ = try Views.open(for: workshop.log)
    try admitted(workshop, ["ES"])
    #expect(try !workshop.fileIsLevel())
    #expect(try members(Views.open(for: workshop.log), on: day) == ["ES", "PT"])
  }

  @Test func `After catching up the file is level and needs no read to become so`() throws {
    let workshop = try Workshop()
    try admitted(workshop)
    #expect(Views.catchUp(with: workshop.log) == nil)
    #expect(try workshop.fileIsLevel())
  }

  @Test func `A refusal leaves the file level`() throws {
    let workshop = try Workshop()
    try admitted(workshop)
    Views.catchUp(with: workshop.log)
    try workshop.refuse()
    #expect(try workshop.fileIsLevel())
  }

  @Test(arguments: ["", "no database", String(repeating: "x", count: 8_192)])
  func `A file of other bytes is replaced without a word`(_ content: String) throws {
    let workshop = try Workshop()
    try admitted(workshop)
    try content.write(toFile: workshop.viewsPath, atomically: false, encoding: .utf8)
    let views = try Views.open(for: workshop.log)
    #expect(try members(views, on: day) == ["PT"])
    #expect(views.shortfall == nil)
    #expect(try workshop.fileIsLevel())
  }

  @Test(arguments: 1...25) func `Random damage to the file never makes a read fail`(_ seed: UInt64)
    throws
  {
    let workshop = try Workshop()
    try admitted(workshop, ["PT", "ES", "FR", "IT"])
    Views.catchUp(with: workshop.log)
    var random = Seeded(seed: seed)
    let url = URL(fileURLWithPath: workshop.viewsPath)
    var bytes = try Data(contentsOf: url)
    // The first page and the tree of the schema: what SQLite can see is damaged.
    for _ in 0..<200 {
      let place = Int.random(in: 0..<min(bytes.count, 4_096), using: &random)
      bytes[place] = UInt8.random(in: 0...255, using: &random)
    }
    try bytes.write(to: url)
    #expect(try members(Views.open(for: workshop.log), on: day) == ["ES", "FR", "IT", "PT"])
  }

  @Test func `A file cut in the middle is mended while it is read`() throws {
    let workshop = try Workshop()
    try admitted(workshop, (0..<300).map { "M\($0)" })
    Views.catchUp(with: workshop.log)
    let handle = try #require(FileHandle(forWritingAtPath: workshop.viewsPath))
    try handle.truncate(atOffset: 12_288)
    try handle.close()
    #expect(try members(Views.open(for: workshop.log), on: day).count == 300)
    #expect(try members(Views.open(for: workshop.log), on: day).count == 300)
    #expect(try workshop.fileIsLevel())
  }

  @Test func `A file made by other definitions is replaced`() throws {
    let workshop = try Workshop()
    try admitted(workshop)
    let older = TableCatalogue([])
    try ViewsFile(in: workshop.directory, older).catchUp(with: workshop.log, patience: 0)
    #expect(try !workshop.fileIsLevel())
    #expect(try members(Views.open(for: workshop.log), on: day) == ["PT"])
    #expect(try workshop.fileIsLevel())
  }

  @Test func `The file of another network is replaced`() throws {
    let (one, other) = (try Workshop(), try Workshop())
    try admitted(one, ["PT"])
    try admitted(other, ["ES"])
    Views.catchUp(with: other.log)
    try FileManager.default.copyItem(atPath: other.viewsPath, toPath: one.viewsPath)
    #expect(try members(Views.open(for: one.log), on: day) == ["PT"])
  }

  @Test func `While somebody else holds the lock a read renders for itself`() throws {
    let workshop = try Workshop()
    try admitted(workshop)
    let lock = try LockFile(in: workshop.directory)
    try lock.lock()
    defer { lock.unlock() }
    let views = try Views.open(for: workshop.log)
    #expect(try members(views, on: day) == ["PT"])
    #expect(views.shortfall?.code == .logBusy)
    #expect(try !workshop.fileIsLevel())
  }

  @Test func `What cannot be replaced is read from the log`() throws {
    let workshop = try Workshop()
    try admitted(workshop)
    // A folder in the place of the file: not readable, and not to be removed as a file.
    try FileManager.default.createDirectory(
      atPath: workshop.viewsPath, withIntermediateDirectories: false)
    let views = try Views.open(for: workshop.log)
    #expect(try members(views, on: day) == ["PT"])
    #expect(views.shortfall != nil)
    #expect(Views.catchUp(with: workshop.log) != nil)
  }

  @Test func `The views as known at a position hold nothing that was recorded later`() throws {
    let workshop = try Workshop()
    try admitted(workshop, ["PT", "ES", "FR"])
    #expect(try members(Views.open(for: workshop.log, knownAt: 2), on: day) == ["ES", "PT"])
    #expect(try members(Views.open(for: workshop.log, knownAt: 0), on: day) == [])
    #expect(try members(Views.open(for: workshop.log, knownAt: 9), on: day).count == 3)
  }

  @Test func `An event that this program does not know stops the read with a failure`() throws {
    let workshop = try Workshop()
    for event in try MemberStory().then("member.knighted", "2017-03-01").events {
      try workshop.append(event)
    }
    #expect(throws: Failure(.eventUnknown, ["type": .text("member.knighted")])) {
      try Views.open(for: workshop.log)
    }
  }

  @Test func `A stream of a kind that this program does not know is not skipped in silence`() throws
  {
    let workshop = try Workshop()
    try workshop.append(
      PastEvent(
        key: EntityKey(category: "galaxy", id: "1"), position: 1, type: "galaxy.formed",
        effective: day, data: [:]))
    #expect(throws: Failure.self) { try Views.open(for: workshop.log) }
  }
}
