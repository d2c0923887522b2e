import Governance
import TestKit
import Testing
import Values

@testable import Projections

/// A meeting begins at one moment, and clocks show it differently.
@Suite struct MeetingClockTests {
  /// Zones by the rules that hold since 1996, without data of any machine.
  private static let zones = ZoneSource { name in
    let rules = [
      "Europe/Amsterdam": "CET-1CEST,M3.5.0,M10.5.0/3",
      "Europe/Athens": "EET-2EEST,M3.5.0/3,M10.5.0/4",
      "Europe/Lisbon": "WET0WEST,M3.5.0/1,M10.5.0", "Asia/Kolkata": "IST-5:30",
      "America/Sao_Paulo": "<-03>3", "UTC": "UTC0",
    ]
    return rules[name].flatMap { ZoneRule($0) }.map {
      Zone(transitions: [], before: 0, rule: $0)
    }
  }

  private func start(_ day: String, _ time: String, _ zone: String) throws -> PlannedStart {
    PlannedStart(
      day: try #require(Day(day)), time: try #require(TimeOfDay(time)), zone: zone)
  }

  @Test(arguments: [
    (nil, "2026-12-14T09:00+01:00"), ("Europe/Athens", "2026-12-14T10:00+02:00"),
    ("Europe/Lisbon", "2026-12-14T08:00+00:00"), ("Asia/Kolkata", "2026-12-14T13:30+05:30"),
    ("America/Sao_Paulo", "2026-12-14T05:00-03:00"), ("UTC", "2026-12-14T08:00+00:00"),
  ])
  func `Nine in The Hague is ten in Athens`(_ row: (zone: String?, text: String)) throws {
    let start = try start("2026-12-14", "09:00", "Europe/Amsterdam")
    #expect(try start.text(in: row.zone, Self.zones) == row.text)
  }

  /// Summer time begins on 29 March 2026 and ends on 25 October 2026.
  @Test(arguments: [
    ("2026-03-28", "2026-03-28T09:00+01:00", "2026-03-28T08:00+00:00"),
    ("2026-03-29", "2026-03-29T09:00+02:00", "2026-03-29T07:00+00:00"),
    ("2026-10-24", "2026-10-24T09:00+02:00", "2026-10-24T07:00+00:00"),
    ("2026-10-25", "2026-10-25T09:00+01:00", "2026-10-25T08:00+00:00"),
  ])
  func `The time on the invitation stays over a change of the clocks, and the moment moves`(
    _ row: (day: String, own: String, utc: String)
  ) throws {
    let start = try start(row.day, "09:00", "Europe/Amsterdam")
    #expect(try start.text(in: nil, Self.zones) == row.own)
    #expect(try start.text(in: "UTC", Self.zones) == row.utc)
  }

  @Test func `A reader without summer time sees another hour in summer`() throws {
    let summer = try start("2026-07-01", "09:00", "Europe/Amsterdam")
    #expect(try summer.text(in: "Asia/Kolkata", Self.zones) == "2026-07-01T12:30+05:30")
  }

  @Test
  func `A time that the clocks skip is as much later, and of one shown twice the first counts`()
    throws
  {
    let skipped = try start("2026-03-29", "02:30", "Europe/Amsterdam")
    #expect(try skipped.text(in: nil, Self.zones) == "2026-03-29T03:30+02:00")
    let twice = try start("2026-10-25", "02:30", "Europe/Amsterdam")
    #expect(try twice.text(in: nil, Self.zones) == "2026-10-25T02:30+02:00")
  }

  @Test func `Over midnight the reader's day is another one`() throws {
    let late = try start("2026-12-31", "23:30", "Europe/Lisbon")
    #expect(try late.text(in: "Europe/Athens", Self.zones) == "2027-01-01T01:30+02:00")
  }

  @Test func `A zone without data is a failure that names it`() throws {
    let start = try start("2026-12-14", "09:00", "Europe/Amsterdam")
    let failure = #expect(throws: Failure.self) {
      try start.text(in: "Mars/Olympus", Self.zones)
    }
    #expect(failure?.code == .zoneMissing && failure?.values["zone"] == .text("Mars/Olympus"))
  }

  // MARK: - Rows

  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    for fields in [
      ["from": "2026-12-14", "starts": "09:00", "zone": "Europe/Amsterdam"],
      ["from": "2026-12-20"], ["from": "2027-01", "starts": "10:00"],
    ] {
      try network.record(
        "meeting plan", fields.mapValues { [$0] }.merging(["series": ["plenary"]]) { $1 },
        on: "2026-11-23")
    }
    return network
  }

  private func rows() throws -> [Row] {
    let views = try Views.open(for: network().log)
    views.zones = Self.zones
    let view = try #require(ViewCatalogue.view("meeting"))
    return try view.rows(views, try #require(Day("2026-11-23")))
  }

  @Test func `A row has the moment where day, time and zone are known, and null elsewhere`() throws
  {
    let all = try rows()
    #expect(
      all.lines("meeting", "begins_at").sorted() == [
        "plenary-1 2026-12-14T09:00+01:00", "plenary-2 -", "plenary-3 -",
      ])
    let athens = try MeetingClock.rows(all, in: "Europe/Athens", Self.zones)
    #expect(
      athens.lines("meeting", "begins_at").contains("plenary-1 2026-12-14T10:00+02:00"))
    #expect(athens.map { $0["starts"] } == all.map { $0["starts"] })
    #expect(athens.map { $0["meeting"] } == all.map { $0["meeting"] })
  }

  @Test func `A zone is asked for where a row needs it, and no other row is held up`() throws {
    let others = try rows().filter { $0.text("meeting") != "plenary-1" }
    let none = ZoneSource { _ in nil }
    #expect(try MeetingClock.rows(others, none).count == 2)
    let failure = #expect(throws: Failure.self) { try MeetingClock.rows(rows(), none) }
    #expect(failure?.code == .zoneMissing)
  }
}
