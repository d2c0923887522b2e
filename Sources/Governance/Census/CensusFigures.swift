package import Plugins
package import Values

/// Which seats a census asks on a day, and which of them have answered.
///
/// A seat is asked while somebody is in it. It has answered when its holder was confirmed on a day from the
/// opening on, by an act recorded after it, or was appointed by such an act: then the record is new. To
/// recompute it: list the seats with their holders of the day, and the confirmations and appointments after the
/// event of the opening.
package struct CensusFigures: Hashable, Sendable {
  /// In the order of their ids, as the others are.
  package let confirmed: [SeatID]
  package let waiting: [SeatID]

  package var asked: Int { confirmed.count + waiting.count }

  package init(confirmed: [SeatID], waiting: [SeatID]) {
    (self.confirmed, self.waiting) = (confirmed, waiting)
  }

  /// - Parameters:
  ///   - opening: Of the census.
  ///   - seats: All that there are, in the order of their ids.
  ///   - rules: Those of the day; they say whether somebody stays after the term.
  ///   - day: The day that is asked about.
  package init(
    _ opening: Recorded<CensusOpening>, _ seats: [Seat], under rules: Rules, on day: Day
  ) {
    let asked = seats.filter { seat in
      (opening.facts.kind.map { $0 == seat.kind } ?? true)
        && seat.holder(on: day, under: rules.seat(seat.kind)) != nil
    }
    let answered = Set(asked.filter { $0.hasAnswered(opening, by: day) }.map(\.id))
    confirmed = asked.map(\.id).filter(answered.contains)
    waiting = asked.map(\.id).filter { !answered.contains($0) }
  }
}

extension Seat {
  /// Whether the record of the holder was renewed since a census was opened.
  fileprivate func hasAnswered(_ opening: Recorded<CensusOpening>, by day: Day) -> Bool {
    if let begun = appointment(on: day)?.begunBy, begun > opening.position { return true }
    guard let last = confirmation(on: day) else { return false }
    return last.position > opening.position && last.effective >= opening.facts.on.first
  }
}
