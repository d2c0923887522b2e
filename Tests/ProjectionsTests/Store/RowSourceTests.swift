import EventStore
import Foundation
import Governance
import TestKit
import Testing
import Values

@testable import Projections

/// What was known at a position is rendered table by table, when somebody asks for it.
@Suite struct RowSourceTests {
  private static let standard = TableCatalogue.standard
  private static let lastDay = Views.lastDay

  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    for member in ["PT", "ES", "FR"] { try network.admit(member) }
    return network
  }

  private func rows(_ views: Views) throws -> [String: [Row]] {
    try Dictionary(
      uniqueKeysWithValues: Self.standard.tables.map {
        ($0.definition.name, try views.history($0.definition.name, until: Self.lastDay))
      })
  }

  @Test func `Tables asked for one by one hold what a rebuilt file holds`() throws {
    let network = try network()
    try Views.rebuild(from: network.log)
    let whole = try rows(Views.open(for: network.log))
    let end = try network.log.head().position
    #expect(try rows(Views.open(for: network.log, knownAt: end)) == whole)
    #expect(whole["member"]?.count == 3)
    for table in Self.standard.tables.reversed() {
      let name = table.definition.name
      let alone = try Views.open(for: network.log, knownAt: end)
      #expect(try alone.history(name, until: Self.lastDay) == whole[name])
    }
  }

  @Test func `A table asked for again is not filled twice`() throws {
    let network = try network()
    let views = try Views.open(for: network.log, knownAt: network.log.head().position)
    let first = try views.history("member", until: Self.lastDay)
    let timeline = try views.history("timeline", until: Self.lastDay)
    #expect(try views.history("member", until: Self.lastDay) == first && first.count == 3)
    #expect(try views.history("timeline", until: Self.lastDay) == timeline && timeline.count > 3)
  }

  @Test func `What comes later does not change what was known`() throws {
    let network = try network()
    let views = try Views.open(for: network.log, knownAt: network.log.head().position)
    try network.admit("IT")
    #expect(try views.history("member", until: Self.lastDay).count == 3)
  }

  @Test func `A kind of stream fills its own tables, and the timeline is filled by all`() throws {
    let kinds = EntityCatalogue.kinds.map { $0.category }
    func kindsOf(_ name: String) throws -> [String] {
      Self.standard.categories(of: try #require(Self.standard.table(name)))
    }
    #expect(try kindsOf("member") == ["member"])
    #expect(try kindsOf("timeline") == kinds)
    #expect(try kindsOf(OwnViewTables.entries.name) == kinds)
    for table in Self.standard.tables {
      #expect(!Self.standard.categories(of: table).isEmpty, "\(table.definition.name)")
    }
  }

  @Test func `A stream of a kind that nobody knows stops the answer, once it is known`() throws {
    let workshop = try Workshop()
    for event in try MemberStory("PT").admitted("member", "2017-03-01").events {
      try workshop.append(event)
    }
    let before = try workshop.log.head().position
    try workshop.append(
      PastEvent(
        key: EntityKey(category: "galaxy", id: "M31"), position: before + 1, type: "galaxy.formed",
        effective: Day(number: 17_500), data: [:]))
    let failure = #expect(throws: Failure.self) {
      try Views.open(for: workshop.log, knownAt: before + 1)
    }
    #expect(failure?.code.name == "event-unknown" && failure?.values["type"] == .text("galaxy"))
    let views = try Views.open(for: workshop.log, knownAt: before)
    #expect(try views.history("member", until: Self.lastDay).count == 1)
  }

  // MARK: Walking through a table

  private func tables(_ log: Log) throws -> ViewTables {
    let tables = ViewTables(try Connection(path: "", for: .creating), Self.standard)
    try tables.create()
    try tables.draw(from: log, until: log.head().position)
    return tables
  }

  @Test func `A walk gives every row of a table in the order of a history`() throws {
    let network = try network()
    defer { withExtendedLifetime(network) {} }
    let tables = try tables(network.log)
    for table in Self.standard.tables {
      let walk = try tables.walk(table)
      var rows: [Row] = []
      while let row = try walk.next() { rows.append(row) }
      #expect(try rows == tables.history(of: table, until: Self.lastDay))
    }
  }

  @Test func `Two walks differ where a row differs, is missing or comes too much`() throws {
    let (one, other) = (try network(), try network())
    let member = try #require(Self.standard.table("member"))
    let (left, right) = (try tables(one.log), try tables(other.log))
    #expect(try left.walk(member).gives(theSameAs: right.walk(member)))
    try other.admit("IT")
    let longer = try tables(other.log)
    #expect(try !left.walk(member).gives(theSameAs: longer.walk(member)))
    #expect(try !longer.walk(member).gives(theSameAs: left.walk(member)))
  }
}
