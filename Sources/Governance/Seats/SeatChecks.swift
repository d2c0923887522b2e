import Plugins
import Values

/// What the acts on seats ask of the rules and of the state alike.
enum SeatChecks {
  static func seat(_ id: SeatID, in ledger: Ledger) throws(Refusal) -> Seat {
    guard let seat = ledger[id], seat.created != nil else {
      throw Refusal(
        .seatUnknown, ["seat": .text(id.text)], ways: [Note("see-list", ["noun": .text("seat")])])
    }
    return seat
  }

  /// The appointment that an act would change; a refusal when nobody is in the seat.
  static func appointment(in seat: Seat, on day: Day) throws(Refusal) -> Appointment {
    guard let appointment = seat.appointment(on: day) else {
      throw Refusal(
        .seatVacant, ["seat": .text(seat.id.text), "day": .day(day)],
        ways: [Note("appoint-holder", ["seat": .text(seat.id.text)])])
    }
    return appointment
  }

  static func rule(of kind: String, under rules: Rules) throws(Refusal) -> SeatRule {
    guard let rule = rules.seat(kind) else {
      throw Refusal(
        .seatKindUnknown, ["kind": .text(kind)],
        ways: [Note("use-one-of", ["known": .list(rules.seats.map(\.kind))])])
    }
    return rule
  }

  /// The seats of a member in which somebody is on a day, in the order of their ids.
  static func heldSeats(of member: MemberID, on day: Day, in ledger: Ledger) -> [Seat] {
    ledger.all(Seat.self).filter { $0.member == member && $0.appointment(on: day) != nil }
  }

  /// The seats of a kind that a member has, in the order of their numbers.
  static func seats(of member: MemberID, kind: String, in ledger: Ledger) -> [Seat] {
    ledger.all(Seat.self).filter { $0.member == member && $0.kind == kind }
      .sorted { $0.number < $1.number }
  }

  /// A note for each other seat that the person has on the day.
  static func otherSeats(of person: PersonID, but seat: SeatID, on day: Day, in ledger: Ledger)
    -> [Note]
  {
    ledger.all(Seat.self)
      .filter { $0.id != seat && $0.appointment(on: day)?.person == person }
      .map { other in
        Note(
          "person-has-other-seat", ["person": .text(person.text), "seat": .text(other.id.text)])
      }
  }

  /// A note that an act of the body which appoints should be named, when none was.
  static func unnamedAct(_ act: String?, of rule: SeatRule, under rules: Rules) -> [Note] {
    guard act == nil, rules.body(rule.appointedBy) != nil else { return [] }
    return [Note("appointing-body", ["body": .text(rule.appointedBy)])]
  }

  /// Refuses an appointment that would end before it has begun.
  static func check(until: Day?, from day: Day) throws(Refusal) {
    guard let until, until <= day else { return }
    throw Refusal(
      .untilBeforeFrom, ["from": .day(day), "until": .day(until)],
      ways: [Note("give-day-after", ["day": .day(day)])])
  }

  /// What the rule says to an end that was given: the derivation, and an objection when it is too late.
  static func term(of rule: SeatRule, from day: Day, until: Day?) -> TermAnswer {
    guard let until, let term = rule.term,
      let derivation = rule.derivation(from: day, until: until)
    else { return TermAnswer() }
    return TermAnswer(derivation, clause: rule.clause, term: term, from: day, until: until)
  }
}

/// What a rule with a term says to the end of an appointment.
struct TermAnswer {
  var derivations: [Derivation] = []
  var objections: [Refusal] = []

  /// The answer of a rule that knows no term.
  init() {}

  /// The answer of a rule that may know a term, to an end that may not be known.
  init(_ term: Period?, clause: Clause, from day: Day, until: Day?) {
    guard let term, let until else {
      self.init()
      return
    }
    self.init(
      .term(clause, term, from: day, until: until), clause: clause, term: term, from: day,
      until: until)
  }

  init(_ derivation: Derivation, clause: Clause, term: Period, from day: Day, until: Day) {
    derivations = [derivation]
    guard !derivation.holds else { return }
    let latest = day + term
    objections = [
      Refusal(
        .termExceeded,
        ["until": .day(until), "latest": .day(latest), "term": .period(term)],
        clause: clause, derivation: derivation, ways: [Note("latest-end", ["day": .day(latest)])])
    ]
  }
}

extension RefusalCode {
  static let seatUnknown = RefusalCode("seat-unknown", exit: .notFound)
  static let seatKindUnknown = RefusalCode("seat-kind-unknown", exit: .notFound)
  static let seatVacant = RefusalCode("seat-vacant")
  static let seatNameTooLong = RefusalCode("seat-name-too-long", exit: .badData)
  static let seatNotForClass = RefusalCode("seat-not-for-class")
  static let seatMaximum = RefusalCode("seat-maximum")
  static let appointedAlready = RefusalCode("appointed-already")
  static let termExceeded = RefusalCode("term-exceeded")
  static let untilBeforeFrom = RefusalCode("until-before-from", exit: .badData)
}
