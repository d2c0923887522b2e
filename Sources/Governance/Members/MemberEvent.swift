package import Values

/// What happens to a member.
package enum MemberEvent: EntityEvent {
  case admitted(memberClass: String, from: PartialDay)
  case reclassified(memberClass: String, from: PartialDay)
  /// From a day on it no longer belongs to the network; the reason as given.
  case ended(from: PartialDay, reason: String?)

  package static let schemas = ["member.admitted": 1, "member.reclassified": 1, "member.ended": 1]

  package var type: String {
    switch self {
    case .admitted: "member.admitted"
    case .reclassified: "member.reclassified"
    case .ended: "member.ended"
    }
  }

  package var data: JSON {
    switch self {
    case .admitted(let memberClass, let from), .reclassified(let memberClass, let from):
      ["class": .text(memberClass), "from": .text(from.description)]
    case .ended(let from, let reason):
      .object(compacting: [
        ("from", .text(from.description)), ("reason", reason.map { .text($0) }),
      ])
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    let reader = try FieldReader(data, of: type)
    switch type {
    case "member.admitted":
      self = .admitted(memberClass: try reader.text("class"), from: try reader.partialDay("from"))
    case "member.reclassified":
      self = .reclassified(
        memberClass: try reader.text("class"), from: try reader.partialDay("from"))
    case "member.ended":
      self = .ended(
        from: try reader.partialDay("from"),
        reason: try reader.optional("reason", FieldReader.text))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}

extension Failure.Code {
  /// The log holds an event that this program does not know: use the release that wrote it, or a newer one.
  package static let eventUnknown = Failure.Code("event-unknown", exit: .configuration)
  /// The log holds an event in a form that this program does not know yet.
  package static let eventNewer = Failure.Code("event-newer", exit: .configuration)
}
