package import Values

/// A row and the days on which it holds.
package struct ViewInterval: Hashable, Sendable {
  package let values: [JSON]
  package let from: Day
  /// The first day on which it no longer holds; nil when no known event or day ends it.
  package var until: Day?
  /// The position of the event that explains the row.
  package let event: Int64

  package init(values: [JSON], from: Day, until: Day?, event: Int64) {
    self.values = values
    self.from = from
    self.until = until
    self.event = event
  }

  package func holds(on day: Day) -> Bool { from <= day && until.map { day < $0 } != false }
}

/// Turns the rows of one day after another into intervals.
struct IntervalBuilder {
  private let keyIndexes: [Int]
  private(set) var intervals: [ViewInterval] = []
  /// Where the intervals that still hold stand, by the key of their row.
  private var open: [[JSON]: Int] = [:]

  init(keyIndexes: [Int]) { self.keyIndexes = keyIndexes }

  /// What holds from a day on: rows that are as before go on, others end and begin.
  ///
  /// - Parameters:
  ///   - rows: All that hold on the day.
  ///   - day: Later than the day of the last call.
  ///   - cause: The event that explains rows that name none.
  mutating func observe(_ rows: [ViewRow], on day: Day, cause: Int64) {
    var stillOpen: [[JSON]: Int] = [:]
    for row in rows {
      let key = keyIndexes.map { row.values[$0] }
      if let index = open[key], intervals[index].values == row.values {
        stillOpen[key] = index
      } else {
        stillOpen[key] = intervals.count
        intervals.append(
          ViewInterval(values: row.values, from: day, until: nil, event: row.event ?? cause))
      }
    }
    for (key, index) in open where stillOpen[key] != index { intervals[index].until = day }
    open = stillOpen
  }
}
