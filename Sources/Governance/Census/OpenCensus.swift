package import Plugins
package import Values

/// Asks every holder of a seat, by a day, whether the record is still right.
package struct OpenCensus: ActCommand {
  package static let kind = ActKind(
    "census", "open", fields: [.required("until", .day), .optional("kind", .id("seat-kind"))])

  let until: Day
  let seatKind: String?

  package init(_ input: ActInput) throws(Failure) {
    until = try input.day("until")
    seatKind = try input.optional("kind", ActInput.text)
  }

  package func needs(under rules: Rules) -> [Need] {
    [
      .count(category: Census.category), .all(category: Census.category),
      .all(category: Seat.category),
    ]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    if let seatKind { _ = try SeatChecks.rule(of: seatKind, under: rules) }
    guard until >= occasion.day else {
      throw Refusal(
        .censusEndPassed, ["from": .day(occasion.day), "until": .day(until)],
        ways: [Note("give-later-end", ["from": .day(occasion.day)])])
    }
    try checkAlone(in: ledger)
    let opening = CensusOpening(on: occasion.effective, until: until, kind: seatKind)
    return Decision(
      [
        PlannedEvent(
          CensusEvent.opened(opening), to: CensusID(next: ledger), effective: occasion.day)
      ],
      notes: notes(opening, ledger, rules, on: occasion.day))
  }

  /// Two that ask the same seats would ask everybody twice.
  private func checkAlone(in ledger: Ledger) throws(Refusal) {
    let open = ledger.all(Census.self).first { census in
      guard census.isOpen, let other = census.opening?.facts else { return false }
      return seatKind == nil || other.kind == nil || other.kind == seatKind
    }
    guard let open, let until = open.opening?.facts.until else { return }
    throw Refusal(
      .censusOpen, ["census": .text(open.id.text), "until": .day(until)],
      ways: [Note("close-census", ["census": .text(open.id.text)])])
  }

  /// How many are asked; the number that answers is told when it is closed.
  private func notes(
    _ opening: CensusOpening, _ ledger: Ledger, _ rules: Rules, on day: Day
  ) -> [Note] {
    // No confirmation can stand after an opening that is not recorded yet.
    let mark = Mark(position: .max, effective: day)
    let figures = CensusFigures(
      Recorded(opening, at: mark), ledger.all(Seat.self), under: rules, on: day)
    return [Note("census-asks", ["n": .int(figures.asked)])]
  }
}

/// Ends a census and keeps its figures; `admin tick` does so once its last day is over.
package struct CloseCensus: ActCommand {
  package static let kind = ActKind(
    "census", "close", fields: [.subject("census", .id("census"))])

  let census: CensusID

  package init(_ input: ActInput) throws(Failure) { census = try input.id("census") }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(census)), .all(category: Seat.category)]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    guard let found = ledger[census], let opening = found.opening else {
      throw Refusal(
        .censusUnknown, ["census": .text(census.text)],
        ways: [Note("see-list", ["noun": .text("census")])])
    }
    if let closing = found.closing {
      throw Refusal(
        .censusClosed, ["census": .text(census.text), "day": .day(closing.mark.effective)],
        ways: [Note("see-list", ["noun": .text("census")])])
    }
    let first = opening.facts.on.first
    guard first <= occasion.day else {
      throw Refusal(
        .censusNotBegun, ["census": .text(census.text), "day": .day(first)],
        ways: [Note("give-later-day", ["day": .day(first)])])
    }
    let figures = CensusFigures(
      opening, ledger.all(Seat.self), under: rules, on: min(occasion.day, opening.facts.until))
    let closing = CensusClosing(on: occasion.effective, figures: figures)
    return Decision(
      [PlannedEvent(CensusEvent.closed(closing), to: census, effective: occasion.day)],
      notes: [
        Note(
          "census-figures",
          ["confirmed": .int(figures.confirmed.count), "asked": .int(figures.asked)])
      ])
  }
}

extension RefusalCode {
  static let censusUnknown = RefusalCode("census-unknown", exit: .notFound)
  static let censusOpen = RefusalCode("census-open")
  static let censusClosed = RefusalCode("census-closed")
  static let censusNotBegun = RefusalCode("census-not-begun", exit: .badData)
  static let censusEndPassed = RefusalCode("census-end-passed", exit: .badData)
}
