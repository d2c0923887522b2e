import TestKit
import Testing
import Values

@testable import Projections

/// Rows of what events bring, held to a fold that begins anew on each day.
@Suite struct EntryFoldTests {
  private static let columns = ["a", "b"]

  private func entry(
    _ key: JSON, _ values: [(String, JSON)], _ position: Int64, day: Int, from: Int? = nil,
    until: Int? = nil
  ) -> FoldedEntry {
    FoldedEntry(
      key: key, values: JSON.Fields(values), day: Day(number: day), position: position,
      from: Day(number: from ?? day), until: until.map { Day(number: $0) })
  }

  private func lines(_ entries: [FoldedEntry]) -> [String] {
    EntryFold.intervals(entries, columns: Self.columns).map { interval in
      let until = interval.until.map { "\($0.number)" } ?? "-"
      let values = interval.values.map(\.canonicalText).joined(separator: " ")
      return "\(values) \(interval.from.number)..\(until) #\(interval.event)"
    }
  }

  @Test func `A later event fills its columns and leaves the others`() {
    let entries = [
      entry("k", [("a", 1), ("b", "x")], 3, day: 10), entry("k", [("a", 2)], 4, day: 12),
    ]
    #expect(lines(entries) == ["\"k\" 1 \"x\" 10..12 #3", "\"k\" 2 \"x\" 12..- #4"])
    #expect(lines(entries.reversed()) == lines(entries))
  }

  @Test func `An event of an earlier day that was recorded later comes first`() {
    let entries = [entry("k", [("a", 1)], 3, day: 10), entry("k", [("a", 2)], 4, day: 8)]
    #expect(lines(entries) == ["\"k\" 2 null 8..10 #4", "\"k\" 1 null 10..- #3"])
  }

  @Test func `Of two events of a day the later one counts`() {
    let entries = [entry("k", [("a", 1)], 3, day: 10), entry("k", [("a", 2)], 4, day: 10)]
    #expect(lines(entries) == ["\"k\" 2 null 10..- #4"])
  }

  @Test func `A row that stays as it is keeps its first day and its event`() {
    let entries = [entry("k", [("a", 1)], 3, day: 10), entry("k", [("a", 1)], 4, day: 12)]
    #expect(lines(entries) == ["\"k\" 1 null 10..- #3"])
  }

  @Test func `Rules that read the events otherwise change the row on their first day`() {
    let entries = [
      entry("k", [("a", 1)], 3, day: 10, until: 20),
      entry("k", [("a", 9)], 3, day: 10, from: 20),
      entry("k", [("b", 2)], 4, day: 15, until: 20),
    ]
    #expect(
      lines(entries) == [
        "\"k\" 1 null 10..15 #3", "\"k\" 1 2 15..20 #4", "\"k\" 9 null 20..- #3",
      ])
  }

  @Test func `A row ends with the rules that have its view`() {
    #expect(lines([entry("k", [("a", 1)], 3, day: 10, until: 20)]) == ["\"k\" 1 null 10..20 #3"])
  }

  @Test func `Numbers stand before texts, and what has no key comes last, each by itself`() {
    let entries = [
      entry(.null, [("a", 1)], 3, day: 10), entry("b", [], 4, day: 10), entry(10, [], 5, day: 10),
      entry("a", [], 6, day: 10), entry(9, [], 7, day: 10), entry(.null, [("a", 2)], 8, day: 9),
    ]
    let keys = EntryFold.intervals(entries, columns: []).map { $0.values[0].canonicalText }
    #expect(keys == ["9", "10", "\"a\"", "\"b\"", "null", "null"])
  }

  @Test func `A column that the view does not have is left out`() {
    #expect(lines([entry("k", [("c", 1)], 3, day: 10)]) == ["\"k\" null null 10..- #3"])
  }

  // MARK: - By chance

  private func anyEntries(_ random: inout Seeded) -> [FoldedEntry] {
    let turn = Int.random(in: 3...12, using: &random)
    return (1...Int.random(in: 1...14, using: &random)).flatMap { number in
      let day = Int.random(in: 0...15, using: &random)
      let key: JSON = ["k", "l", .null].randomElement(using: &random) ?? .null
      var values: [(String, JSON)] = []
      for column in Self.columns where Bool.random(using: &random) {
        values.append((column, .int(Int64.random(in: 0...1, using: &random))))
      }
      let early = entry(key, values, Int64(number), day: day, until: turn)
      let late = entry(
        Bool.random(using: &random) ? key : "m", values, Int64(number), day: day,
        from: max(day, turn))
      let whole = entry(key, values, Int64(number), day: day)
      switch Int.random(in: 0...2, using: &random) {
      case 0: return [whole]
      case 1: return day < turn ? [early] : [late]
      default: return day < turn ? [early, late] : [late]
      }
    }
  }

  /// The rows of one day, folded from the beginning.
  private func naive(_ entries: [FoldedEntry], on day: Day) -> Set<[JSON]> {
    let there = entries.filter { $0.from <= day && $0.until.map { day < $0 } != false }
    let ordered = there.sorted { ($0.day, $0.position) < ($1.day, $1.position) }
    var rows: [[JSON]: [String: JSON]] = [:]
    for entry in ordered {
      let key = entry.key == .null ? [.null, .int(entry.position)] : [entry.key, .null]
      for column in Self.columns {
        rows[key, default: [:]][column] = entry.values[column] ?? rows[key]?[column] ?? .null
      }
    }
    return Set(rows.map { key, row in key + Self.columns.map { row[$0] ?? .null } })
  }

  @Test(arguments: 1...120)
  func `Each day has the rows that its events give from the beginning`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    let entries = anyEntries(&random)
    let intervals = EntryFold.intervals(entries, columns: Self.columns)
    for number in 0...17 {
      let day = Day(number: number)
      let rows = intervals.filter { $0.holds(on: day) }.map { interval in
        let marker: JSON = interval.values[0] == .null ? .int(interval.event) : .null
        return [interval.values[0], marker] + interval.values.dropFirst()
      }
      #expect(Set(rows) == naive(entries, on: day) && rows.count == Set(rows).count)
    }
  }
}
