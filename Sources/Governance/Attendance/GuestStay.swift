package import Values

/// One stay of a guest at a meeting.
package struct GuestStay: Hashable, Sendable {
  package let arrival: Recorded<GuestArrival>
  /// Nil while it stays.
  package private(set) var departure: Recorded<GuestDeparture>?

  package init(_ arrival: Recorded<GuestArrival>) { self.arrival = arrival }

  package var guest: Guest { arrival.facts.guest }
  package var number: Int { arrival.facts.number }

  mutating func end(_ departure: Recorded<GuestDeparture>) {
    guard self.departure == nil else { return }
    self.departure = departure
  }

  /// Whether it is there after the event at a position of the log.
  package func holds(at position: Int64) -> Bool {
    arrival.position <= position && departure.map { position < $0.position } != false
  }

  /// When it came, and when it left, as far as days and times are known.
  var came: LocalMoment { LocalMoment(arrival.mark.effective, arrival.facts.time) }
  var left: LocalMoment? {
    departure.map { LocalMoment($0.mark.effective, $0.facts.time) }
  }

  package var json: JSON {
    .object(compacting: [("arrival", arrival.json), ("departure", departure?.json)])
  }

  package init(_ json: JSON) throws(Failure) {
    let reader = try FieldReader(json, of: Meeting.category)
    arrival = try Recorded(reader.fields["arrival"] ?? .null, of: Meeting.category)
    departure = try reader.recorded("departure")
  }
}
