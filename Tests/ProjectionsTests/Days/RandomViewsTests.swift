import EventStore
import Governance
import TestKit
import Testing
import Values

@testable import Projections

/// What holds for the views of any history at all, on any day.
@Suite struct RandomViewsTests {
  private static let days = [
    "2022-01-01", "2023-05-01", "2025-06-01", "2025-12-31", "2026-01-01", "2026-01-10",
    "2026-07-01",
    "2026-11-23", "2026-12-10", "2027-01-11", "2031-01-01",
  ]

  /// Random acts, those accepted and those refused; the act that cannot be is passed over.
  private static func record(
    _ count: Int, _ acts: inout AnyAct.Generator, in network: SampleNetwork
  )
    throws
  {
    for _ in 0..<count {
      let act = acts.next()
      do {
        try network.record(act.name, act.fields, on: act.day)
      } catch is Refusal {
        continue
      }
    }
  }

  private static func network(_ seed: UInt64) throws -> SampleNetwork {
    let network = try SampleNetwork()
    var acts = AnyAct.Generator(seed: seed)
    try record(60, &acts, in: network)
    return network
  }

  private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  /// The rows of every table on every day, as one text.
  private static func answers(_ views: Views) throws -> String {
    var lines: [String] = []
    for table in TableCatalogue.standard.tables {
      for text in days {
        lines.append("\(table.definition.name) \(text)")
        lines += try views.rows(table.definition.name, on: day(text)).map(\.json.canonicalText)
      }
    }
    return lines.joined(separator: "\n")
  }

  @Test(arguments: UInt64(1)...4)
  func `The views made anew are the views that followed act by act`(_ seed: UInt64) throws {
    let network = try SampleNetwork()
    var acts = AnyAct.Generator(seed: seed)
    for _ in 1...6 {
      try Self.record(10, &acts, in: network)
      #expect(Views.catchUp(with: network.log) == nil)
      #expect(try Views.differences(from: network.log) == [])
    }
    let before = try Self.answers(Views.open(for: network.log))
    try Views.rebuild(from: network.log)
    #expect(try Self.answers(Views.open(for: network.log)) == before)
  }

  @Test(arguments: UInt64(11)...13)
  func `What was known at a position is what the views said then`(_ seed: UInt64) throws {
    let network = try SampleNetwork()
    var acts = AnyAct.Generator(seed: seed)
    var said: [(position: Int64, answers: String)] = []
    for _ in 1...5 {
      try Self.record(10, &acts, in: network)
      let position = try network.log.head().position
      said.append((position, try Self.answers(Views.open(for: network.log))))
    }
    for then in said {
      let known = try Views.open(for: network.log, knownAt: then.position)
      #expect(try Self.answers(known) == then.answers, "position \(then.position)")
    }
  }

  @Test(arguments: UInt64(21)...24)
  func `A row holds on its days, says the same on each of them, and names an event of the log`(
    _ seed: UInt64
  ) throws {
    let network = try Self.network(seed)
    let views = try Views.open(for: network.log)
    let head = try network.log.head().position
    for table in TableCatalogue.standard.tables.map(\.definition.name) {
      for text in Self.days {
        let day = try Self.day(text)
        for row in try views.rows(table, on: day) {
          #expect(row.validFrom <= day && row.validUntil.map { day < $0 } != false, "\(table)")
          #expect(row.event.map { (1...head).contains($0) } != false, "\(table)")
          #expect(try views.rows(table, on: row.validFrom).contains(row), "\(table) \(text)")
          guard let until = row.validUntil else { continue }
          let last = Day(number: until.number - 1)
          #expect(try views.rows(table, on: last).contains(row), "\(table) \(text)")
          #expect(try !views.rows(table, on: until).contains(row), "\(table) \(text)")
        }
      }
    }
  }

  @Test(arguments: UInt64(31)...34)
  func `Every list answers on every day, with its columns and no more`(_ seed: UInt64) throws {
    let network = try Self.network(seed)
    for view in ViewCatalogue.all {
      for text in Self.days { _ = try network.rows(view.noun, on: text) }
    }
  }

  @Test(arguments: UInt64(41)...44)
  func `Members, seats, coverage and directory of a day agree`(_ seed: UInt64) throws {
    let network = try Self.network(seed)
    for text in Self.days {
      let members = Set(try network.rows("member", on: text).compactMap { $0.text("member") })
      let seats = try network.rows("seat", on: text)
      let held = Set(seats.filter { !$0["person"].isNull }.compactMap { $0.text("seat") })
      for row in try network.rows("directory", on: text) {
        #expect(members.contains(row.text("member") ?? ""), "\(text)")
        #expect(held.contains(row.text("seat") ?? ""), "\(text)")
        #expect(row["name"] == "Ana Example", "\(text): nobody in the directory is without a name")
      }
      for row in try network.rows("coverage", on: text) {
        let member = row.text("member") ?? ""
        #expect(members.contains(member), "\(text)")
        let count = seats.count { $0.text("member") == member && !$0["person"].isNull }
        #expect(row.int("held") == count, "\(text) \(member)")
        let isMissing = (row.int("missing") ?? 0) > 0
        #expect(isMissing == !row["missing_since"].isNull, "\(text)")
      }
    }
  }

  @Test(arguments: UInt64(51)...54)
  func `A meeting has one row from its planning on, and its stage never goes back`(_ seed: UInt64)
    throws
  {
    let network = try Self.network(seed)
    let order = ["planned": 0, "convened": 1, "open": 2, "held": 2, "closed": 3, "cancelled": 4]
    var former: [String: Int] = [:]
    for number in stride(from: 20_300, to: 20_900, by: 7) {
      let rows = try network.rows("meeting", on: Day(number: number).description)
      #expect(Set(rows.map { $0.text("meeting") }).count == rows.count)
      for row in rows where row.text("stage") != nil {
        let (id, stage) = (row.text("meeting") ?? "", order[row.text("stage") ?? ""] ?? -1)
        #expect(stage >= former[id] ?? 0, "\(id) on \(Day(number: number))")
        former[id] = stage
      }
    }
  }
}
