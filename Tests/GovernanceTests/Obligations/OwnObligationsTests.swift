import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// What is owed by the obligations that a network wrote itself, told from its log alone.
@Suite struct OwnObligationsTests {
  /// 15 January 2026 is a Thursday; the day after it is free in the sample network.
  @Test func `An event brings about what its rules expect, due by the network's own calendar`()
    throws
  {
    let network = try SampleObligations.network()
    try network.appoint("H-1", for: "PT", on: "2026-01-15")
    #expect(try network.owed(on: "2026-01-14") == [])
    let line = "directory-updated:8 PT.contact_point.1 2026-01-15 2026-01-23 open"
    #expect(try network.owed(on: "2026-01-15") == [line])
    #expect(try network.owed(on: "2026-01-23") == [line])
    #expect(try network.owed(on: "2026-01-24") == [line + " late"])
  }

  @Test func `It says who owes it, what is to be told, when to remind and whom of a delay`() throws
  {
    let network = try SampleObligations.network()
    try network.appoint("H-1", for: "PT", on: "2026-01-15")
    let owed = try #require(try network.obligations(on: "2026-01-15").first)
    #expect(owed.rule.owedBy == "secretariat" && owed.rule.lateTo == "board")
    #expect(owed.rule.clause.id == "directory-updated")
    #expect(owed.values["person"] == .text("H-1"))
    #expect(owed.values["since"] == .day(try #require(Day("2026-01-15"))))
    #expect(owed.reminders.map(\.description) == ["2026-01-20", "2026-01-22"])
  }

  @Test(arguments: [
    ("2026-01-20", "2026-01-20", "met 9 2026-01-20"),
    ("2026-01-23", "2026-02-01", "met 9 2026-01-23"),
    ("2026-01-24", "2026-02-01", "met 9 2026-01-24 late"), ("2026-01-24", "2026-01-23", "open"),
  ])
  func `The event that meets it is named, in time or late`(
    _ row: (met: String, asked: String, end: String)
  ) throws {
    let network = try SampleObligations.network()
    try network.appoint("H-1", for: "PT", on: "2026-01-15")
    try network.revise("H-1", on: row.met)
    let owed = try network.owed(on: row.asked)
    #expect(
      owed == ["directory-updated:8 PT.contact_point.1 2026-01-15 2026-01-23 \(row.end)"])
  }

  @Test func `Only an event that answers it meets it`() throws {
    let network = try SampleObligations.network()
    try network.revise("H-1", on: "2026-01-14")
    try network.appoint("H-1", for: "PT", on: "2026-01-15")
    try network.revise("H-2", on: "2026-01-16")
    #expect(try network.obligations(on: "2026-02-01").map(\.met) == [nil])
  }

  @Test func `Each event brings about its own, and one event may meet several`() throws {
    let network = try SampleObligations.network()
    try network.appoint("H-1", for: "PT", on: "2026-01-15")
    try network.appoint("H-1", for: "ES", on: "2026-01-19")
    try network.appoint("H-2", for: "ES", on: "2026-01-20")
    let met = try #require(try network.revise("H-1", on: "2026-01-21").events.first)
    let owed = try network.obligations(on: "2026-01-22")
    #expect(
      owed.map(\.subject) == ["PT.contact_point.1", "ES.contact_point.1", "ES.contact_point.2"])
    #expect(owed.map(\.met?.position) == [met.position, met.position, nil])
  }

  @Test func `What was recorded later counts from its own day`() throws {
    let network = try SampleObligations.network()
    try network.revise("H-1", on: "2026-01-20")
    try network.appoint("H-1", for: "PT", on: "2026-01-15")
    #expect(try network.obligations(on: "2026-02-01").map { $0.met?.day } == [Day("2026-01-20")])
  }

  @Test func `What was not known yet is not told`() throws {
    let network = try SampleObligations.network()
    try network.appoint("H-1", for: "PT", on: "2026-01-15")
    let known = try network.log.head().position
    try network.revise("H-1", on: "2026-01-20")
    #expect(try network.obligations(on: "2026-02-01", until: known).map { $0.met == nil } == [true])
    #expect(try network.obligations(on: "2026-02-01", until: known - 1).isEmpty)
  }

  @Test func `An event that was struck brings nothing about and meets nothing`() throws {
    let network = try SampleObligations.network()
    let made = try #require(try network.appoint("H-1", for: "PT", on: "2026-01-15").events.last)
    let revised = try #require(try network.revise("H-1", on: "2026-01-20").events.first)
    let strike = { (event: Answer.Event) in
      try network.record(
        "event correct",
        ["event": ["\(event.position)"], "strike": ["true"], "reason": ["Never happened"]])
    }
    _ = try strike(revised)
    #expect(try network.obligations(on: "2026-02-01").map { $0.met == nil } == [true])
    _ = try strike(made)
    #expect(try network.obligations(on: "2026-02-01").isEmpty)
  }

  @Test func `A corrected day moves what is due`() throws {
    let network = try SampleObligations.network()
    let made = try #require(try network.appoint("H-1", for: "PT", on: "2026-01-15").events.last)
    try network.record(
      "event correct",
      ["event": ["\(made.position)"], "counts-from": ["2026-02-02"], "reason": ["The letter"]])
    let owed = try network.obligations(on: "2026-03-01")
    #expect(owed.map(\.since) == [try #require(Day("2026-02-02"))])
    #expect(owed.map(\.due) == [Day("2026-02-09")])
  }

  @Test func `Rules without obligations expect nothing`() throws {
    let network = try SampleNetwork()
    #expect(try network.owed(on: "2026-02-01") == [])
    #expect(try network.owed(on: "2016-01-01") == [])
  }

  @Test func `An obligation never stands against an act`() throws {
    let network = try SampleObligations.network()
    try network.appoint("H-1", for: "PT", on: "2026-01-15")
    #expect(try network.appoint("H-2", for: "ES", on: "2026-06-01").verdict == .accepted)
  }

  private static func rule(
    _ on: String, when: String = "true", due: String = "addPeriod(now, 'P1M')",
    met: String = "{event: member.ended}"
  ) -> String {
    """
    obligations:
      - id: own.rule
        on: \(on)
        when: "\(when)"
        owed_by: plenary
        due: "\(due)"
        met_by: \(met)
        message: {en: "Do it."}
        source: practice

    """
  }

  @Test func `A condition sees the network as it was before the event`() throws {
    let rule = Self.rule("member.admitted", when: "size(members) == 1")
    let network = try SampleNetwork(adding: rule)
    for (member, day) in [("PT", "2026-01-10"), ("ES", "2026-01-11"), ("MT", "2026-01-12")] {
      try network.record("member admit", ["member": [member], "class": ["member"]], on: day)
    }
    #expect(try network.owed(on: "2026-01-12") == ["own.rule:4 ES 2026-01-11 2026-02-11 open"])
  }

  @Test func `Without a condition on the other event, the first of its type meets all`() throws {
    let network = try SampleNetwork(adding: Self.rule("member.admitted"))
    for member in ["PT", "ES"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try network.record("member end", ["member": ["PT"]], on: "2026-01-20")
    #expect(try network.obligations(on: "2026-02-01").map(\.met?.position) == [5, 5])
  }

  @Test func `An event does not meet what it brings about itself`() throws {
    let rule = Self.rule("member.admitted", met: "{event: member.admitted}")
    let network = try SampleNetwork(adding: rule)
    for (member, day) in [("PT", "2026-01-10"), ("ES", "2026-01-11")] {
      try network.record("member admit", ["member": [member], "class": ["member"]], on: day)
    }
    #expect(try network.obligations(on: "2026-02-01").map(\.met?.position) == [4, nil])
  }

  @Test func `What cannot be told is shown: owed, at once, unmet`() throws {
    let rule = Self.rule(
      "member.admitted", when: "members[9].votes", due: "members[9].since",
      met: "{event: member.ended, where: 'members[9].votes'}")
    let network = try SampleNetwork(adding: rule)
    try network.record("member admit", ["member": ["PT"], "class": ["member"]], on: "2026-01-10")
    try network.record("member end", ["member": ["PT"]], on: "2026-01-20")
    #expect(try network.owed(on: "2026-02-01") == ["own.rule:3 PT 2026-01-10 - open late"])
    #expect(try network.obligations(on: "2026-02-01").first?.reminders == [])
  }

  @Test func `It is owed by the rules of the day of its event, whatever rules come later`() throws {
    let network = try SampleNetwork.sitting()
    let amended = try SampleRules.amended([
      ("governance:\n", Self.rule("member.ended") + "governance:\n")
    ])
    try network.adopt(amended, from: "2026-03-21")
    try network.record("member end", ["member": ["MT"]], on: "2026-03-20")
    #expect(try network.owed(on: "2026-06-01") == [])
    try network.record("member end", ["member": ["ES"]], on: "2026-03-22")
    #expect(try network.obligations(on: "2026-06-01").map(\.subject) == ["ES"])
  }

  @Test func `An own type of event brings it about with its payload`() throws {
    let written = """
      events:
        sample.visit.paid:
          version: 1
          title: {en: Visit paid}
          payload: {type: object, required: [host], properties: {host: {type: string, ref: member}}}

      """
      + Self.rule(
        "sample.visit.paid", when: "payload.host == 'PT' && actor.id == 'secretariat'",
        met: "{event: sample.visit.paid, where: 'payload.host == trigger.payload.host'}")
    let network = try SampleNetwork(adding: written)
    for member in ["PT", "ES"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    for (host, day) in [("PT", "2026-02-01"), ("ES", "2026-02-02"), ("PT", "2026-02-03")] {
      try network.record(
        "event register", ["type": ["sample.visit.paid"], "set": ["host=\(host)"]], on: day)
    }
    #expect(
      try network.owed(on: "2026-02-10") == [
        "own.rule:5 sample.visit.paid 2026-02-01 2026-03-01 met 7 2026-02-03",
        "own.rule:7 sample.visit.paid 2026-02-03 2026-03-03 open",
      ])
  }
}
