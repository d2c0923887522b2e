import Governance
import Testing
import Values

@testable import Projections

@Suite struct IntervalBuilderTests {
  private let first = Day(number: 100)
  private let second = Day(number: 110)
  private let third = Day(number: 120)

  private func row(_ key: String, _ value: Int64, event: Int64? = nil) -> ViewRow {
    ViewRow([.text(key), .int(value)], event: event)
  }

  private func build(_ days: [(Day, [ViewRow])]) -> [ViewInterval] {
    var builder = IntervalBuilder(keyIndexes: [0])
    for (index, (day, rows)) in days.enumerated() {
      builder.observe(rows, on: day, cause: Int64(index + 1))
    }
    return builder.intervals
  }

  @Test func `A row that stays as it is is one interval without an end`() {
    let intervals = build([(first, [row("PT", 1)]), (second, [row("PT", 1)])])
    #expect(
      intervals == [ViewInterval(values: ["PT", 1], from: first, until: nil, event: 1)])
  }

  @Test func `A changed value ends one interval and begins the next on the same day`() {
    let intervals = build([(first, [row("PT", 1)]), (second, [row("PT", 2)])])
    #expect(
      intervals == [
        ViewInterval(values: ["PT", 1], from: first, until: second, event: 1),
        ViewInterval(values: ["PT", 2], from: second, until: nil, event: 2),
      ])
  }

  @Test func `A row that comes back is a second interval`() {
    let intervals = build([(first, [row("PT", 1)]), (second, []), (third, [row("PT", 1)])])
    #expect(
      intervals == [
        ViewInterval(values: ["PT", 1], from: first, until: second, event: 1),
        ViewInterval(values: ["PT", 1], from: third, until: nil, event: 3),
      ])
  }

  @Test func `The event that a row names explains it, whatever the last event of the day`() {
    let intervals = build([(first, [row("PT", 1, event: 7)])])
    #expect(intervals.map(\.event) == [7])
  }

  @Test func `Another event for the same facts begins no interval`() {
    let intervals = build([(first, [row("PT", 1, event: 1)]), (second, [row("PT", 1, event: 2)])])
    #expect(intervals.map(\.event) == [1])
  }

  @Test func `Rows of other keys go on untouched`() {
    let intervals = build([
      (first, [row("ES", 1), row("PT", 1)]), (second, [row("ES", 1), row("PT", 2)]),
    ])
    #expect(intervals.filter { $0.until == nil }.map(\.values) == [["ES", 1], ["PT", 2]])
    #expect(intervals.count == 3)
  }

  @Test func `An interval holds on its first day and not on its last`() {
    let interval = ViewInterval(values: [], from: first, until: second, event: 1)
    let days = [99, 100, 109, 110].map { interval.holds(on: Day(number: $0)) }
    #expect(days == [false, true, true, false])
  }
}
