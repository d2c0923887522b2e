package import Plugins
package import Values

/// Puts another person in the place of a seat's holder.
package struct ReplaceInSeat: ActCommand {
  package static let kind = ActKind(
    "seat", "replace",
    fields: [
      .subject("seat", .id("seat")), .required("person", .id("person")), .optional("act", .text),
    ])

  let seat: SeatID
  let person: PersonID
  let act: String?

  package init(_ input: ActInput) throws(Failure) {
    seat = try input.id("seat")
    person = try input.id("person")
    act = try input.optional("act", ActInput.text)
  }

  /// All members too, since the seat alone says whose it is.
  package func needs(under rules: Rules) -> [Need] {
    [
      .one(EntityKey(person)), .all(category: Seat.category), .all(category: Member.category),
    ]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try SeatChecks.seat(seat, in: ledger)
    let rule = try SeatChecks.rule(of: found.kind, under: rules)
    let former = try SeatChecks.appointment(in: found, on: occasion.day)
    if let member = found.member {
      _ = try MemberChecks.memberClass(of: member, on: occasion.day, in: ledger)
    }
    try PersonChecks.check(person, in: ledger)
    guard former.person != person else {
      throw Refusal(
        .appointedAlready, ["person": .text(person.text), "seat": .text(seat.text)],
        ways: [Note("confirm-holder", ["seat": .text(seat.text)])])
    }
    let until = end(after: former, rule, on: occasion.day)
    return Decision(
      events(until, on: occasion),
      derivations: SeatChecks.term(of: rule, from: occasion.day, until: until).derivations,
      notes: SeatChecks.otherSeats(of: person, but: seat, on: occasion.day, in: ledger)
        + SeatChecks.unnamedAct(act, of: rule, under: rules))
  }

  /// The rest of the former holder's term where the rule says so and some of it is left, else a whole term.
  private func end(after former: Appointment, _ rule: SeatRule, on day: Day) -> Day? {
    let whole = rule.end(ofTermFrom: day)
    guard rule.servesRemainder, let rest = former.term, rest > day else { return whole }
    return rest
  }

  private func events(_ until: Day?, on occasion: Occasion) -> [PlannedEvent] {
    let ended = SeatEvent.ended(until: occasion.effective, reason: SeatEvent.replaced)
    let made = SeatEvent.appointed(
      SeatEvent.Making(person: person, from: occasion.effective, until: until, act: act))
    return [ended, made].map { PlannedEvent($0, to: seat, effective: occasion.day) }
  }
}
