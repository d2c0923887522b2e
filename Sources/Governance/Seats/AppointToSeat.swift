package import Plugins
package import Values

/// Puts a person in a seat of a member: a vacant one first, else a new one as far as the rules have room.
package struct AppointToSeat: ActCommand {
  package static let kind = ActKind(
    "seat", "appoint",
    fields: [
      .subject("member", .id("member")), .required("kind", .id("seat-kind")),
      .required("person", .id("person")), .optional("until", .day), .optional("act", .text),
    ])

  let member: MemberID
  let seatKind: String
  let person: PersonID
  let until: Day?
  let act: String?

  package init(_ input: ActInput) throws(Failure) {
    member = try input.id("member")
    seatKind = try input.text("kind")
    person = try input.id("person")
    until = try input.optional("until", ActInput.day)
    act = try input.optional("act", ActInput.text)
  }

  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(member)), .one(EntityKey(person)), .all(category: Seat.category)]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let rule = try SeatChecks.rule(of: seatKind, under: rules)
    let memberClass = try MemberChecks.memberClass(of: member, on: occasion.day, in: ledger)
    try PersonChecks.check(person, in: ledger)
    try SeatChecks.check(until: until, from: occasion.day)
    let seats = SeatChecks.seats(of: member, kind: seatKind, in: ledger)
    try checkNotHeld(seats, on: occasion.day)
    let place = try place(among: seats, rule, on: occasion.day)
    var decision = Decision(
      events(in: place, rule, on: occasion),
      notes: SeatChecks.otherSeats(of: person, but: place.seat, on: occasion.day, in: ledger)
        + SeatChecks.unnamedAct(act, of: rule, under: rules))
    ask(rule, of: memberClass, &decision)
    ask(rule, place, seats, on: occasion.day, &decision)
    let term = SeatChecks.term(
      of: rule, from: occasion.day, until: until ?? rule.end(ofTermFrom: occasion.day))
    decision.derivations += term.derivations
    decision.objections += term.objections
    return decision
  }

  private func checkNotHeld(_ seats: [Seat], on day: Day) throws(Refusal) {
    guard let held = seats.first(where: { $0.appointment(on: day)?.person == person }) else {
      return
    }
    throw Refusal(
      .appointedAlready, ["person": .text(person.text), "seat": .text(held.id.text)],
      ways: [Note("confirm-holder", ["seat": .text(held.id.text)])])
  }

  /// The seat that the person takes, and its number.
  private struct Place {
    let seat: SeatID
    let number: Int
    let isNew: Bool
    /// Whether the seat has so far been known from a later day only: it is created for the earlier day too.
    let isLater: Bool
  }

  /// A vacant seat, else one whose holder only stays on after the term, else a new one.
  private func place(among seats: [Seat], _ rule: SeatRule, on day: Day) throws(Refusal) -> Place {
    let vacant = seats.first { $0.appointment(on: day) == nil }
    let lapsed = seats.first { $0.appointment(on: day)?.hasLapsed(on: day) == true }
    if let seat = vacant ?? lapsed {
      let isLater = seat.created.map { day < $0.effective } == true
      return Place(seat: seat.id, number: seat.number, isNew: false, isLater: isLater)
    }
    let number = (seats.last?.number ?? 0) + 1
    guard let id = SeatID("\(member.text).\(seatKind).\(number)") else {
      throw Refusal(
        .seatNameTooLong, ["member": .text(member.text), "kind": .text(seatKind)])
    }
    return Place(seat: id, number: number, isNew: true, isLater: false)
  }

  private func events(in place: Place, _ rule: SeatRule, on occasion: Occasion) -> [PlannedEvent] {
    let day = occasion.day
    let created = SeatEvent.created(member: member, kind: seatKind, number: place.number)
    let made = SeatEvent.appointed(
      SeatEvent.Making(
        person: person, from: occasion.effective, until: until ?? rule.end(ofTermFrom: day),
        act: act))
    return (place.isNew || place.isLater ? [created, made] : [made]).map {
      PlannedEvent($0, to: place.seat, effective: day)
    }
  }

  private func ask(_ rule: SeatRule, of memberClass: String, _ decision: inout Decision) {
    let derivation = rule.derivation(class: memberClass)
    decision.derivations.append(derivation)
    guard !derivation.holds else { return }
    decision.objections.append(
      Refusal(
        .seatNotForClass,
        ["member": .text(member.text), "class": .text(memberClass), "kind": .text(seatKind)],
        clause: rule.clause, derivation: derivation,
        ways: [Note("change-class", ["member": .text(member.text)])]))
  }

  /// A seat more must be within the greatest number; one that was there already is.
  private func ask(
    _ rule: SeatRule, _ place: Place, _ seats: [Seat], on day: Day, _ decision: inout Decision
  ) {
    guard let derivation = rule.derivation(seatNumber: place.number, of: member) else { return }
    decision.derivations.append(derivation)
    guard !derivation.holds, place.isNew else { return }
    let held = seats.map(\.id.text)
    decision.objections.append(
      Refusal(
        .seatMaximum,
        [
          "member": .text(member.text), "kind": .text(seatKind), "maximum": .int(rule.maximum ?? 0),
          "seats": .list(held),
        ], clause: rule.clause, derivation: derivation,
        ways: [Note("replace-holder", ["seats": .list(held)])]))
  }
}
