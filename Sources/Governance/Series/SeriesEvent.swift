package import Values

/// What happens to the counter of a series.
package enum SeriesEvent: EntityEvent {
  case assigned(NumberAssignment)

  package static let schemas = ["number.assigned": 1]

  package var type: String {
    switch self {
    case .assigned: "number.assigned"
    }
  }

  package var data: JSON {
    switch self {
    case .assigned(let assignment): assignment.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    switch type {
    case "number.assigned": self = .assigned(try NumberAssignment(FieldReader(data, of: type)))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}

/// A meeting takes a number of its series; nil when the number is not known.
package struct NumberAssignment: EventFacts {
  package let number: Int?
  package let meeting: MeetingID

  package init(number: Int?, meeting: MeetingID) {
    self.number = number
    self.meeting = meeting
  }

  package var data: JSON {
    .object(compacting: [
      ("number", number.map { .count($0) }), ("meeting", .text(meeting.text)),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    number = try reader.optional("number", FieldReader.int)
    meeting = try reader.id("meeting")
  }
}
