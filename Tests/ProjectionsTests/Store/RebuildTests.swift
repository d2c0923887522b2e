import EventStore
import Foundation
import Governance
import TestKit
import Testing
import Values

@testable import Projections

@Suite struct RebuildTests {
  /// Histories of three members, recorded in turns.
  private func events(seed: UInt64) throws -> [PastEvent] {
    var stories = try ["PT", "ES", "FR"].enumerated().map { index, key in
      try RandomMember(seed: seed &* 31 &+ UInt64(index), key: key).story(length: 8)
    }.map(\.events)
    var random = Seeded(seed: seed)
    var merged: [PastEvent] = []
    var places: [[Int64: Int64]] = [[:], [:], [:]]
    while let index = stories.indices.filter({ !stories[$0].isEmpty }).randomElement(using: &random)
    {
      let event = stories[index].removeFirst()
      let position = Int64(merged.count + 1)
      places[index][event.position] = position
      merged.append(event.moved(to: position, places[index]))
    }
    return merged
  }

  @Test(arguments: 1...12)
  func `Following every append gives the same answers as a rebuild from nothing`(_ seed: UInt64)
    throws
  {
    let workshop = try Workshop()
    for event in try events(seed: seed) {
      try workshop.append(event)
      #expect(Views.catchUp(with: workshop.log) == nil)
    }
    let followed = try workshop.answers(Views.open(for: workshop.log))
    try FileManager.default.removeItem(atPath: workshop.viewsPath)
    try Views.rebuild(from: workshop.log)
    #expect(try workshop.answers(Views.open(for: workshop.log)) == followed)
    #expect(followed.contains("\"member\""))
  }

  @Test(arguments: 1...6)
  func `Memory and file give the same answers`(_ seed: UInt64) throws {
    let workshop = try Workshop()
    for event in try events(seed: seed) { try workshop.append(event) }
    let memory = try Views.open(for: workshop.log, knownAt: workshop.log.head().position)
    let file = try Views.open(for: workshop.log)
    #expect(try workshop.answers(memory) == workshop.answers(file))
  }

  @Test func `A rebuild tells after each stream how far it is, and at the end that all is done`()
    throws
  {
    let workshop = try Workshop()
    let events = try events(seed: 3)
    for event in events { try workshop.append(event) }
    var told: [Int64] = []
    try Views.rebuild(from: workshop.log) { done, all in
      #expect(all == Int64(events.count))
      told.append(done)
    }
    #expect(told.count == Set(events.map(\.key)).count)
    #expect(told == told.sorted() && told.last == Int64(events.count))
  }

  @Test func `A rebuild of nothing tells nothing`() throws {
    let workshop = try Workshop()
    var isTold = false
    try Views.rebuild(from: workshop.log) { _, _ in isTold = true }
    #expect(!isTold)
  }

  @Test func `A rebuilt file has the same bytes each time`() throws {
    let workshop = try Workshop()
    for event in try events(seed: 7) { try workshop.append(event) }
    try Views.rebuild(from: workshop.log)
    let first = try Data(contentsOf: URL(fileURLWithPath: workshop.viewsPath))
    try Views.rebuild(from: workshop.log)
    #expect(try Data(contentsOf: URL(fileURLWithPath: workshop.viewsPath)) == first)
  }

  @Test func `A rebuild that was broken off leaves nothing in the way of the next`() throws {
    let workshop = try Workshop()
    for event in try events(seed: 3) { try workshop.append(event) }
    try "half".write(toFile: workshop.viewsPath + ".new", atomically: false, encoding: .utf8)
    try Views.rebuild(from: workshop.log)
    #expect(try workshop.fileIsLevel())
    let files = try FileManager.default.contentsOfDirectory(atPath: workshop.directory)
    #expect(!files.contains("views.db.new"))
  }

  @Test func `A rebuild that fails leaves the old file and nothing beside it`() throws {
    let workshop = try Workshop()
    for event in try events(seed: 3) { try workshop.append(event) }
    try Views.rebuild(from: workshop.log)
    let old = try Data(contentsOf: URL(fileURLWithPath: workshop.viewsPath))
    for event in try MemberStory("MT").then("member.knighted", "2017-03-01").events {
      try workshop.append(event)
    }
    #expect(throws: Failure.self) { try Views.rebuild(from: workshop.log) }
    let files = try FileManager.default.contentsOfDirectory(atPath: workshop.directory)
    #expect(files.filter { $0.hasPrefix("views.db") } == ["views.db"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: workshop.viewsPath)) == old)
  }

  @Test func `A reader that has the old file open goes on during a rebuild`() throws {
    let workshop = try Workshop()
    for event in try events(seed: 5) { try workshop.append(event) }
    let views = try Views.open(for: workshop.log)
    let before = try workshop.answers(views)
    try Views.rebuild(from: workshop.log)
    #expect(try workshop.answers(views) == before)
  }
}

extension PastEvent {
  /// The event at another place of the log; a correction names the new place of what it corrects.
  fileprivate func moved(to position: Int64, _ places: [Int64: Int64]) -> PastEvent {
    var data = self.data
    if type == Correction.type, var fields = data.fields, let old = fields["corrects"]?.int {
      fields["corrects"] = .int(places[old] ?? old)
      data = .object(fields)
    }
    return PastEvent(key: key, position: position, type: type, effective: effective, data: data)
  }
}
