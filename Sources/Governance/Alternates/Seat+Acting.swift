package import Plugins
package import Values

extension Seat {
  /// Who acts for the seat on a day: the holder who is there, else the first of the alternates who is.
  ///
  /// Of the alternates only as many act as the rules of the day let a seat have.
  ///
  /// - Returns: Nil when nobody may act.
  package func acting(on day: Day, under rule: SeatRule?) -> PersonID? {
    if let holder = holder(on: day, under: rule), alternates.absence(of: holder, on: day) == nil {
      return holder
    }
    return alternates.alternates(on: day).first { alternate in
      alternate.naming.rank <= rule?.alternates ?? 0
        && alternates.absence(of: alternate.person, on: day) == nil
    }?.person
  }

  /// Whether a person is the holder or an alternate on a day, be it there or away.
  func seats(_ person: PersonID, on day: Day) -> Bool {
    appointment(on: day)?.person == person || alternates.alternate(person, on: day) != nil
  }
}

/// Who may act for a member in its seats on a day.
struct Seating {
  let ledger: Ledger
  let rules: Rules
  let day: Day

  /// Adds to a decision what the rules say to a person who acts for a member.
  ///
  /// - Throws: `not-seated` for a person who has no seat of the member, as holder or alternate.
  func decide(_ person: PersonID, for member: MemberID, into decision: inout Decision)
    throws(Refusal)
  {
    let seats = ledger.all(Seat.self).filter { $0.member == member && $0.seats(person, on: day) }
    guard
      let seat = seats.first(where: { acting(for: $0) == person }) ?? seats.first,
      let rule = rules.seat(seat.kind)
    else {
      throw Refusal(
        .notSeated, ["person": .text(person.text), "member": .text(member.text)],
        ways: [Note("see-list", ["noun": .text("seat")])])
    }
    let derivation = derivation(person, in: seat, rule)
    decision.derivations.append(derivation)
    guard !derivation.holds else { return }
    decision.objections.append(objection(person, to: seat, rule, derivation))
  }

  private func acting(for seat: Seat) -> PersonID? {
    seat.acting(on: day, under: rules.seat(seat.kind))
  }

  private func derivation(_ person: PersonID, in seat: Seat, _ rule: SeatRule) -> Derivation {
    let holder = seat.holder(on: day, under: rule)
    let acting = acting(for: seat)
    let all = [holder].compactMap(\.self) + seat.alternates.alternates(on: day).map(\.person)
    let absent = all.filter { seat.alternates.absence(of: $0, on: day) != nil }
    return Derivation(
      rule.clause, "acting",
      JSON.Fields([
        ("seat", .text(seat.id.text)), ("person", .text(person.text)),
        ("holder", .text(holder?.text ?? "–")),
        ("away", absent.isEmpty ? .text("–") : .texts(absent.map(\.text))),
        ("acting", .text(acting?.text ?? "–")),
      ]), holds: acting == person)
  }

  private func objection(
    _ person: PersonID, to seat: Seat, _ rule: SeatRule, _ derivation: Derivation
  ) -> Refusal {
    let isAway = seat.alternates.absence(of: person, on: day) != nil
    let values: [String: Failure.Value] = [
      "person": .text(person.text), "seat": .text(seat.id.text), "day": .day(day),
    ]
    let acting = acting(for: seat).map { other in
      Note("let-act", ["person": .text(other.text), "seat": .text(seat.id.text)])
    }
    let mend = Note(isAway ? "record-attending" : "record-absence", values)
    return Refusal(
      isAway ? .actorAway : .alternateNotCalled, values, clause: rule.clause,
      derivation: derivation, ways: [acting, mend].compactMap(\.self))
  }
}

extension RefusalCode {
  static let notSeated = RefusalCode("not-seated")
  static let actorAway = RefusalCode("actor-away")
  static let alternateNotCalled = RefusalCode("alternate-not-called")
}
