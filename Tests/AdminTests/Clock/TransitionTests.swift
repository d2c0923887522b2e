import Publishing
import Testing
import Values

@testable import admin

/// Known changes of the clocks, from published tables and not from another reader of the same file.
@Suite struct TransitionTests {
  private static func local(_ zone: String, _ moment: String) throws -> Int {
    try #require(Zone.named(zone)).offset(at: try #require(Instant(moment))) / 60
  }

  /// Source: Directive 2000/84/EC, articles 2 and 3: at 01:00 UTC on the last Sundays of March and October.
  @Test(arguments: [
    (2002, "03-31", "10-27"), (2016, "03-27", "10-30"), (2024, "03-31", "10-27"),
    (2026, "03-29", "10-25"), (2036, "03-30", "10-26"), (2037, "03-29", "10-25"),
    (2038, "03-28", "10-31"), (2100, "03-28", "10-31"),
  ])
  func `Summer time in the Union begins and ends at one o'clock UTC on the same days everywhere`(
    _ row: (year: Int, spring: String, autumn: String)
  ) throws {
    for (zone, winter) in [("Europe/Lisbon", 0), ("Europe/Amsterdam", 60), ("Europe/Athens", 120)] {
      let changes = [(row.spring, winter, winter + 60), (row.autumn, winter + 60, winter)]
      for (day, before, after) in changes {
        #expect(try Self.local(zone, "\(row.year)-\(day)T00:59:59Z") == before, "\(zone)")
        #expect(try Self.local(zone, "\(row.year)-\(day)T01:00:00Z") == after, "\(zone)")
      }
    }
  }

  /// Source: Decreto-Lei 17/96 (back to Western European Time in 1996); Decreto-Lei 124/92.
  @Test(arguments: [
    ("1992-09-27T00:59:59Z", 60), ("1992-09-27T01:00:00Z", 60), ("1993-01-15", 60),
    ("1993-07-15", 120), ("1995-12-31", 60), ("1996-03-31T01:00:00Z", 60), ("1996-12-01", 0),
  ])
  func `Lisbon kept the time of Central Europe from 1992 to 1996`(
    _ row: (moment: String, minutes: Int)
  ) throws {
    #expect(try Self.local("Europe/Lisbon", row.moment) == row.minutes)
  }

  @Test(arguments: [
    ("Europe/Lisbon", "1969-07-20T20:17:00Z", 60), ("Europe/Amsterdam", "1969-07-20", 60),
    ("Europe/Amsterdam", "1955-06-01", 60), ("UTC", "1900-01-01", 0),
    ("Europe/Lisbon", "1950-01-15", 0), ("Europe/Lisbon", "1950-07-15", 60),
  ])
  func `Before 1970 the clocks are known too`(_ row: (zone: String, moment: String, minutes: Int))
    throws
  {
    #expect(try Self.local(row.zone, row.moment) == row.minutes)
  }

  @Test func `A moment just before 1970 belongs to the second it began in`() throws {
    let zone = Zone(
      transitions: [
        Zone.Transition(seconds: -1, offset: 3_600), Zone.Transition(seconds: 0, offset: 0),
      ],
      before: 7_200, rule: nil)
    let offsets = [-1_000_001, -1_000_000, -1, 0].map {
      zone.offset(at: Instant(microseconds: $0))
    }
    #expect(offsets == [7_200, 3_600, 3_600, 0])
  }

  @Test func `A zone without changes has one offset for ever`() throws {
    for moment in ["0001-01-01", "1970-01-01", "2026-07-01", "9999-12-31"] {
      let instant = try #require(Instant(moment))
      #expect(Zone.utc.offset(at: instant) == 0)
      #expect(Zone(transitions: [], before: -3_600, rule: nil).offset(at: instant) == -3_600)
      #expect(Zone.utc.day(of: instant) == instant.day)
    }
  }

  @Test(arguments: [
    ("Europe/Lisbon", "2026-07-01T22:59:59Z", "2026-07-01"),
    ("Europe/Lisbon", "2026-07-01T23:00:00Z", "2026-07-02"),
    ("Europe/Lisbon", "2026-12-01T23:59:59Z", "2026-12-01"),
    ("Europe/Lisbon", "2026-12-02T00:00:00Z", "2026-12-02"),
    ("Europe/Amsterdam", "2026-07-01T21:59:59Z", "2026-07-01"),
    ("Europe/Amsterdam", "2026-07-01T22:00:00Z", "2026-07-02"),
    ("Europe/Amsterdam", "2026-12-31T23:00:00Z", "2027-01-01"),
    ("Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-29"),
    ("Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31"),
  ])
  func `Midnight is that of the zone, in summer and in winter`(
    _ row: (zone: String, moment: String, day: String)
  ) throws {
    let zone = try #require(Zone.named(row.zone))
    #expect(zone.day(of: try #require(Instant(row.moment))) == Day(row.day))
  }
}

/// What the clock of a call does to what is recorded and told.
@Suite struct ClockOfACallTests {
  @Test(arguments: [
    ("2026-11-23T22:59:59Z", "2026-11-23"), ("2026-11-23T23:00:00Z", "2026-11-24"),
    ("2026-07-01T22:00:00Z", "2026-07-02"), ("2026-11-24", "2026-11-24"),
  ])
  func `An act without a day counts from today in the network's zone`(
    _ row: (now: String, day: String)
  ) throws {
    try SampleNetwork.with { founded in
      var network = founded
      network.now = row.now
      // The log never goes back in time: the founding was recorded at nine on 23 November.
      let line = "member admit PT --class member --dry-run"
      let events = try network.json(line)["events"]?.list
      #expect(events?.first?["effective"] == .text(row.day))
    }
  }

  @Test func `Status tells the day in the network's zone`() throws {
    try SampleNetwork.with { founded in
      var network = founded
      network.now = "2026-12-31T23:30:00Z"
      let status = try network.json("status")
      #expect(status["day"] == "2027-01-01")
    }
  }

  @Test(arguments: ["noon", "2026-02-30", "2026-13-01T00:00:00Z", "23-11-2026", "0", " "])
  func `A clock that cannot be read records nothing`(_ text: String) throws {
    try SampleNetwork.with { founded in
      var network = founded
      network.now = text
      #expect(network.run("member admit PT --class member").status == .configuration, "\(text)")
      #expect(founded.eventCount == 2)
    }
  }

  @Test(arguments: [
    ("Mars/Olympus_Mons", [:], true), ("Mars/Olympus_Mons", ["quiet": Argument.present], false),
    ("Europe/Lisbon", [:], false), (nil, [:], false),
  ])
  func `A zone that the machine does not have is told, and UTC is taken`(
    _ row: (zone: String?, globals: [String: Argument], isTold: Bool)
  ) throws {
    let terminal = ScriptedTerminal()
    let session = Session(
      tree: .all, catalogue: Catalogue(.english), globals: GlobalOptions(row.globals),
      environment: ["ACTA_NOW": "2026-07-01T23:30:00Z"], terminal: terminal)
    let circumstances = try Circumstances(session, zone: row.zone)
    #expect(terminal.talk.contains("Mars/Olympus_Mons") == row.isTold)
    #expect(circumstances.today == Day(row.zone == "Europe/Lisbon" ? "2026-07-02" : "2026-07-01"))
  }

  @Test(arguments: [
    ([:], [:], "secretariat"), ([:], ["ADMIN_ACTOR": "deputy"], "deputy"),
    ([:], ["ADMIN_ACTOR": ""], "secretariat"),
    (["as": Argument.text("chair")], ["ADMIN_ACTOR": "deputy"], "chair"),
  ])
  func `Who acts is named by the line, else by the account, else the secretariat`(
    _ row: (globals: [String: Argument], environment: [String: String], actor: String)
  ) throws {
    let session = Session(
      tree: .all, catalogue: Catalogue(.english), globals: GlobalOptions(row.globals),
      environment: row.environment, terminal: ScriptedTerminal())
    #expect(try Circumstances(session, zone: nil).actor == row.actor)
  }

  @Test func `The clock stands still during a call`() throws {
    try SampleNetwork.with { network in
      _ = network.run("member admit PT --class member")
      let events = try network.json("log list").list ?? []
      #expect(Set(events.map { $0["recorded"]?.text }) == ["2026-11-23T09:00:00.000000Z"])
    }
  }

  @Test(arguments: [
    ("2026-11-22", 0), ("2026-11-23", 1), ("2026-11-23T08:59:59Z", 0), ("2026-11-23T09:00:00Z", 1),
    ("2", 0), ("3", 1), ("99", 1),
  ])
  func `What was known is told by a day, a moment or a position`(
    _ row: (known: String, members: Int)
  ) throws {
    try SampleNetwork.with { network in
      _ = network.run("member admit PT --class member --effective 2016-11-24")
      let line = "member list --as-of 2026-11-23 --known-at \(row.known)"
      let rows = try network.json(line).list
      #expect(rows?.count == row.members)
    }
  }
}
