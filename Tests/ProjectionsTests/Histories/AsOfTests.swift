import EventStore
import Governance
import TestKit
import Testing
import Values

@testable import Projections

/// What a view says of a day follows from the events effective by that day, and from no later one.
@Suite struct AsOfTests {
  private static let days = stride(from: 16_950, to: 20_600, by: 173).map { Day(number: $0) }

  @Test(arguments: ["ejcn", "ciberred", "forum-cibercrime"])
  func `The rows of a day are those that the events until it give`(_ name: String) throws {
    let network = try ImportedNetwork(name)
    var compared = 0
    for stream in try streams(of: network.log) {
      let recorded = try network.log.events(of: stream).map { PastEvent($0) }
      let whole = try TableCatalogue.standard.render(recorded)
      for day in Self.days {
        let until = try TableCatalogue.standard.render(recorded.effective(by: day))
        for (index, intervals) in until.enumerated() {
          let known = whole[index].filter { $0.holds(on: day) }
          #expect(known.map(\.values) == intervals.filter { $0.holds(on: day) }.map(\.values))
          compared += known.count
        }
      }
    }
    #expect(compared > 100)
  }

  @Test(arguments: ["ejcn", "ciberred", "forum-cibercrime"])
  func `Intervals of one key follow one another and never overlap`(_ name: String) throws {
    let network = try ImportedNetwork(name)
    for stream in try streams(of: network.log) {
      let recorded = try network.log.events(of: stream).map { PastEvent($0) }
      let rendered = try TableCatalogue.standard.render(recorded)
      for (table, intervals) in zip(
        TableCatalogue.standard.tables(of: stream.category), rendered)
      {
        let keys = Dictionary(grouping: intervals) { interval in
          table.definition.keyIndexes.map { interval.values[$0] }
        }
        for (_, same) in keys {
          for (earlier, later) in zip(same, same.dropFirst()) {
            #expect(earlier.until.map { $0 <= later.from } == true, "\(stream) \(earlier)")
          }
        }
        #expect(intervals.allSatisfy { $0.holds(on: $0.from) })
      }
    }
  }

  @Test(arguments: ["ejcn", "ciberred", "forum-cibercrime"])
  func `Every row of every table is explained by an event of its log`(_ name: String) throws {
    let network = try ImportedNetwork(name)
    let views = try Views.open(for: network.log)
    let head = try network.log.head().position
    for table in TableCatalogue.standard.tables {
      let rows = try views.history(table.definition.name, until: Day(number: 30_000))
      for row in rows { #expect((1...head).contains(row.event ?? 0), "\(table.definition.name)") }
    }
  }

  private func streams(of log: Log) throws -> [StreamName] {
    try EntityCatalogue.kinds.flatMap { try log.streams(in: $0.category) }
  }
}

extension [PastEvent] {
  /// The events in force on a day; corrections are always known.
  fileprivate func effective(by day: Day) throws -> [PastEvent] {
    let inForce = Set(try EventsInForce(self).events.filter { $0.effective <= day }.map(\.position))
    return filter { inForce.contains($0.position) || $0.type == Correction.type }
  }
}
