internal import EventStore
internal import Governance
internal import Values

/// When and by whom an act is recorded.
struct Circumstances: Sendable {
  let globals: GlobalOptions
  let now: Instant
  /// The day in the zone of the rules in force.
  let today: Day
  /// `--as`, else `ADMIN_ACTOR`, else the secretariat.
  let actor: String

  /// What holds for a network whose zone is known; UTC before it is founded.
  init(_ session: Session, zone name: String?) throws(Failure) {
    globals = session.globals
    now = try Moment(environment: session.environment).now
    let zone = name.flatMap { Zone.named($0) }
    if let name, zone == nil, !globals.isQuiet {
      session.say("zone.unknown", ["zone": .text(name)])
    }
    today = try Self.day(of: now, in: zone ?? .utc)
    let named = session.environment["ADMIN_ACTOR"].flatMap { $0.isEmpty ? nil : $0 }
    actor = globals.actor ?? named ?? "secretariat"
  }

  /// The day of a moment on the clocks of a zone.
  ///
  /// - Throws: `clock-beyond` where clocks ahead of UTC show a day after the last one that can be written.
  static func day(of moment: Instant, in zone: Zone) throws(Failure) -> Day {
    let day = zone.day(of: moment)
    guard day.isInCalendar else {
      throw Failure(.clockBeyond, ["now": .text(moment.description)])
    }
    return day
  }
}

extension Log {
  /// The time zone of the rules that were adopted last; nil before the founding.
  func zoneName() throws -> String? {
    var name: String?
    var position: Int64 = 0
    while let event = try events(ofType: "rules.adopted", after: position, limit: 1).first {
      name = event.data["rules"]?["timezone"]?.text
      position = event.position
    }
    return name
  }
}
