package import Values

/// What happens to a seat.
package enum SeatEvent: EntityEvent {
  /// A person put in the seat.
  package struct Making: Hashable, Sendable {
    package let person: PersonID
    package let from: PartialDay
    /// The first day after the term; nil when no term is known.
    package let until: Day?
    /// The instrument of the appointment, in the words of whoever appoints.
    package let act: String?

    package init(person: PersonID, from: PartialDay, until: Day? = nil, act: String? = nil) {
      self.person = person
      self.from = from
      self.until = until
      self.act = act
    }

    var json: JSON {
      .object(compacting: [
        ("person", .text(person.text)), ("from", .day(from)),
        ("until", until.map { .text($0.description) }), ("act", act.map { .text($0) }),
      ])
    }

    init(_ json: JSON) throws(Failure) {
      let reader = try FieldReader(json, of: "appointment.made")
      person = try reader.id("person")
      from = try reader.partialDay("from")
      until = try reader.optional("until", FieldReader.day)
      act = try reader.optional("act", FieldReader.text)
    }
  }

  /// The member's seat of a kind, with its number among them.
  case created(member: MemberID, kind: String, number: Int)
  case appointed(Making)
  /// From a day on the holder is no longer in the seat.
  case ended(until: PartialDay, reason: String)
  /// The holder was said to be still the one.
  case confirmed(on: PartialDay)
  /// Something about those who act for a holder who is away.
  case alternate(AlternateEvent)

  /// The reason of an end that comes with a successor.
  package static let replaced = "replaced"

  package static let schemas = [
    "seat.created": 1, "appointment.made": 1, "appointment.ended": 1, "appointment.confirmed": 1,
  ].merging(AlternateEvent.schemas) { first, _ in first }

  package var type: String {
    switch self {
    case .created: "seat.created"
    case .appointed: "appointment.made"
    case .ended: "appointment.ended"
    case .confirmed: "appointment.confirmed"
    case .alternate(let event): event.type
    }
  }

  package var data: JSON {
    switch self {
    case .created(let member, let kind, let number):
      ["member": .text(member.text), "kind": .text(kind), "number": .count(number)]
    case .appointed(let making): making.json
    case .ended(let until, let reason): ["until": .day(until), "reason": .text(reason)]
    case .confirmed(let day): ["on": .day(day)]
    case .alternate(let event): event.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    let reader = try FieldReader(data, of: type)
    switch type {
    case "seat.created":
      self = .created(
        member: try reader.id("member"), kind: try reader.text("kind"),
        number: try reader.int("number"))
    case "appointment.made": self = .appointed(try Making(data))
    case "appointment.ended":
      self = .ended(until: try reader.partialDay("until"), reason: try reader.text("reason"))
    case "appointment.confirmed": self = .confirmed(on: try reader.partialDay("on"))
    default:
      guard let event = try AlternateEvent(type: type, reader) else {
        throw Failure(.eventUnknown, ["type": .text(type)])
      }
      self = .alternate(event)
    }
  }
}
