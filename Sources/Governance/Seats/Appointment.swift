package import Plugins
package import Values

/// A person in a seat over an interval of days.
package struct Appointment: Hashable, Sendable {
  package let person: PersonID
  package let from: PartialDay
  /// The first day after the term, after which a holder may stay on; nil when no term is known.
  package let term: Day?
  package let act: String?
  /// The first day on which the person no longer holds the seat by an act; nil while no act ended it.
  package var until: PartialDay?
  /// Why it ended; nil while it has not, or when a later appointment took its place.
  package var reason: String?
  /// The position of the event that began it, and of the one that ended it.
  package let begunBy: Int64
  package var endedBy: Int64?

  package func holds(on day: Day) -> Bool {
    from.first <= day && until.map { day < $0.first } != false
  }

  /// Whether the term has run out by a day.
  package func hasLapsed(on day: Day) -> Bool { term.map { $0 <= day } == true }
}

/// Who is in a seat on a day.
package enum Standing: Hashable, Sendable {
  case held(Appointment)
  /// The term is over, and the holder stays until somebody is appointed.
  case heldOver(Appointment)
  /// Nobody, since a day; nil when nobody ever was.
  case vacant(since: Day?)
}

extension Seat {
  /// In the order of their first days; one that was undone on its first day is left out.
  package var appointments: [Appointment] {
    var appointments: [Appointment] = []
    for turn in turns {
      if let last = appointments.indices.last, appointments[last].until == nil {
        appointments[last].until = turn.from
        appointments[last].reason = turn.reason
        appointments[last].endedBy = turn.position
      }
      guard let made = turn.made else { continue }
      appointments.append(
        Appointment(
          person: made.person, from: made.from, term: made.until, act: made.act,
          begunBy: turn.position))
    }
    return appointments.filter { $0.holds(on: $0.from.first) }
  }

  /// The appointment that no act has ended by a day, be its term over or not.
  package func appointment(on day: Day) -> Appointment? {
    appointments.last { $0.holds(on: day) }
  }

  /// Whoever is in the seat on a day, by the rule for lapsed terms: no event is needed for a term to end.
  package func standing(on day: Day, under rule: SeatRule?) -> Standing {
    guard let appointment = appointment(on: day) else {
      return .vacant(since: appointments.last { $0.from.first <= day }?.until?.first)
    }
    guard appointment.hasLapsed(on: day) else { return .held(appointment) }
    return rule?.holdsOver == false ? .vacant(since: appointment.term) : .heldOver(appointment)
  }

  /// The holder on a day; nil when the seat is vacant by an act or by a lapsed term.
  package func holder(on day: Day, under rule: SeatRule?) -> PersonID? {
    switch standing(on: day, under: rule) {
    case .held(let appointment), .heldOver(let appointment): appointment.person
    case .vacant: nil
    }
  }

  /// The last day, up to a day, on which the present holder was confirmed, with its event.
  ///
  /// A confirmation speaks of whoever the record showed when it was given: one from before the appointment
  /// was recorded spoke of the predecessor, even where both count from the same day.
  package func confirmation(on day: Day) -> Mark? {
    guard let appointment = appointment(on: day) else { return nil }
    return confirmations.last {
      appointment.from.first <= $0.effective && $0.effective <= day
        && appointment.begunBy < $0.position
    }
  }
}
