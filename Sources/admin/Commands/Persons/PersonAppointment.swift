internal import EventStore
internal import Governance
internal import Values

/// A seat that a person held, from when until when.
struct PersonAppointment {
  private let seat: Seat
  private let appointment: Appointment

  /// In the order of the seats, and of their days within a seat.
  static func all(of person: PersonID, in log: Log) throws -> [PersonAppointment] {
    try log.streams(in: Seat.category).flatMap { stream in
      let past = try log.events(of: stream).map { PastEvent($0) }
      let key = EntityKey(category: stream.category, id: stream.id)
      let seat = try History<Seat>(key.identifier(), past).entity
      return seat.appointments.filter { $0.person == person }
        .map { PersonAppointment(seat: seat, appointment: $0) }
    }
  }

  var json: JSON {
    .object(compacting: [
      ("seat", .text(seat.id.text)), ("member", seat.member.map { .text($0.text) }),
      ("kind", .text(seat.kind)), ("from", .text(appointment.from.description)),
      ("until", appointment.until.map { .text($0.description) }),
      ("term", appointment.term.map { .text($0.description) }),
      ("act", appointment.act.map { .text($0) }),
      ("reason", appointment.reason.map { .text($0) }), ("event", .int(appointment.begunBy)),
    ])
  }

  var cells: [String] {
    [
      seat.id.text, seat.member?.text ?? "", appointment.from.description,
      appointment.until?.description ?? "", appointment.act ?? "",
    ]
  }
}
