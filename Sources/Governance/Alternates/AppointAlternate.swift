package import Plugins
package import Values

/// Names somebody to act for a seat when its holder is away or missing, at the next place of the order or a given one.
package struct AppointAlternate: ActCommand {
  package static let kind = ActKind(
    "alternate", "appoint",
    fields: [
      .subject("seat", .id("seat")), .required("person", .id("person")), .optional("rank", .int),
      .optional("until", .day), .optional("act", .text),
    ])

  let seat: SeatID
  let person: PersonID
  let rank: Int?
  let until: Day?
  let act: String?

  package init(_ input: ActInput) throws(Failure) {
    seat = try input.id("seat")
    person = try input.id("person")
    rank = try input.optional("rank", ActInput.rank)
    until = try input.optional("until", ActInput.day)
    act = try input.optional("act", ActInput.text)
  }

  /// All members too, since the seat alone says whose it is.
  package func needs(under rules: Rules) -> [Need] {
    [.one(EntityKey(seat)), .one(EntityKey(person)), .all(category: Member.category)]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let found = try SeatChecks.seat(seat, in: ledger)
    let rule = try SeatChecks.rule(of: found.kind, under: rules)
    if let member = found.member {
      _ = try MemberChecks.memberClass(of: member, on: occasion.day, in: ledger)
    }
    try PersonChecks.check(person, in: ledger)
    try SeatChecks.check(until: until, from: occasion.day)
    try AlternateChecks.checkFree(person, in: found, on: occasion.day)
    let rank = try place(in: found, on: occasion.day)
    let derivation = rule.derivation(alternate: rank)
    let naming = AlternateNaming(
      person: person, rank: rank, from: occasion.effective, until: until, act: act)
    return Decision(
      [PlannedEvent(SeatEvent.alternate(.named(naming)), to: seat, effective: occasion.day)],
      derivations: [derivation],
      objections: derivation.holds ? [] : [tooMany(rank, rule, derivation)],
      notes: SeatChecks.unnamedAct(act, of: rule, under: rules))
  }

  /// The place that was asked for, else the first that is free.
  private func place(in found: Seat, on day: Day) throws(Refusal) -> Int {
    let taken = found.alternates.alternates(on: day)
    guard let rank else {
      let ranks = Set(taken.map(\.naming.rank))
      return (1...).first { !ranks.contains($0) } ?? taken.count + 1
    }
    if let other = taken.first(where: { $0.naming.rank == rank }) {
      throw Refusal(
        .rankTaken,
        ["rank": .int(rank), "seat": .text(seat.text), "person": .text(other.person.text)],
        ways: [Note("end-alternate", ["seat": .text(seat.text)])])
    }
    return rank
  }

  private func tooMany(_ rank: Int, _ rule: SeatRule, _ derivation: Derivation) -> Refusal {
    Refusal(
      .alternatesExceeded,
      ["seat": .text(seat.text), "rank": .int(rank), "most": .int(rule.alternates)],
      clause: rule.clause, derivation: derivation,
      ways: [
        Note(
          rule.alternates == 0 ? "rules-have-alternates" : "end-alternate",
          ["seat": .text(seat.text)])
      ])
  }
}

extension SeatRule {
  /// Whether a seat may have an alternate of a place in the order.
  func derivation(alternate rank: Int) -> Derivation {
    Derivation(
      clause, "alternates",
      JSON.Fields([
        ("kind", .text(kind)), ("rank", .count(rank)), ("most", .count(alternates)),
      ]), holds: rank <= alternates)
  }
}

extension ActInput {
  /// A place in an order, from 1 to 99.
  fileprivate func rank(_ name: String) throws(Failure) -> Int {
    let number = try int(name)
    guard (1...99).contains(number) else { throw malformed(name, String(number), "form.rank") }
    return number
  }
}

extension RefusalCode {
  static let rankTaken = RefusalCode("rank-taken")
  static let alternatesExceeded = RefusalCode("alternates-exceeded")
}
