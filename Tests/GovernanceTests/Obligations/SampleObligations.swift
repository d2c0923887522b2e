import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// A network whose own rules expect something after an appointment.
enum SampleObligations {
  static let written = """
    calendar:
      holidays: {closure: {on: 2026-01-16}}
      source: practice
    obligations:
      - id: directory-updated
        on: appointment.made
        owed_by: secretariat
        due: addWorkingDays(now, 5)
        met_by: {event: person.revised, where: "event.id == trigger.payload.person"}
        message: {en: "Update the entry of {person} since {since}."}
        values: {person: trigger.payload.person, since: trigger.payload.from}
        remind: [P1D, P3D]
        late: {to: board}
        source: assumption

    """

  /// The sample rules with these obligations.
  static func rules() throws -> Rules {
    try PluginFile.load(resolved: SampleRules.document(adding: written))
  }

  /// Two persons who are known, and no appointment yet.
  static func network(_ written: String = written) throws -> SampleNetwork {
    let network = try SampleNetwork(adding: written)
    for member in ["PT", "ES"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    for name in ["Ana Example", "Bea Example"] {
      try network.record("person add", ["name": [name]], on: "2026-01-10")
    }
    return network
  }
}

extension SampleNetwork {
  @discardableResult
  func appoint(_ person: String, for member: String, on day: String) throws -> Answer {
    try record(
      "seat appoint", ["member": [member], "kind": ["contact_point"], "person": [person]], on: day)
  }

  @discardableResult
  func revise(_ person: String, on day: String) throws -> Answer {
    try record("person edit", ["person": [person], "specialities": ["cybercrime"]], on: day)
  }

  /// What the network's own rules expect on a day, as one line each.
  func owed(on day: String, until end: Int64? = nil) throws -> [String] {
    try obligations(on: day, until: end).map { owed in
      let met = owed.met.map { "met \($0.position) \($0.day)" } ?? "open"
      let late = owed.isLate(on: try #require(Day(day))) ? " late" : ""
      return
        "\(owed.id) \(owed.subject) \(owed.since) \(owed.due?.description ?? "-") \(met)\(late)"
    }
  }

  func obligations(on day: String, until end: Int64? = nil) throws -> [OwnObligation] {
    var inForce = RulesInForce()
    let obligations = OwnObligations(log, until: end, zones: .utc) { day in
      do { return try inForce.find(on: day, in: log).rules } catch let failure as Failure
        where failure.code.meansNoRules
      { return nil }
    }
    return try obligations.all(on: #require(Day(day)))
  }
}
