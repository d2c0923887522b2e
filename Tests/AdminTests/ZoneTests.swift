import Foundation
import Testing
import Values

@testable import admin

@Suite struct ZoneTests {
  @Test(arguments: [
    "Europe/Lisbon", "Europe/Amsterdam", "Atlantic/Azores", "America/Sao_Paulo", "Africa/Maputo",
    "Asia/Dili", "Asia/Macau", "Africa/Casablanca", "Australia/Lord_Howe", "Asia/Kathmandu",
    "America/St_Johns", "Pacific/Apia",
  ])
  func `A zone agrees with another reader of the same data`(_ name: String) throws {
    let zone = try #require(Zone.named(name))
    let other = try #require(TimeZone(identifier: name))
    for year in 1950..<2037 {
      let start = try #require(Day(year: year, month: 1, day: 1))
      for hour in stride(from: 0, to: 366 * 24, by: 7) {
        let seconds = Int64(start.number) * 86_400 + Int64(hour) * 3_600
        let expected = other.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
        let found = zone.offset(at: Instant(microseconds: seconds * 1_000_000 + 999_999))
        guard found == expected else {
          Issue.record("\(name) at \(seconds): \(found), not \(expected)")
          return
        }
      }
    }
  }

  @Test(arguments: [
    ("2026-03-29T00:59:59Z", 0), ("2026-03-29T01:00:00Z", 3_600), ("2099-07-01", 3_600),
    ("2099-12-01", 0), ("2099-03-29T01:00:00Z", 3_600), ("2099-03-29T00:59:59Z", 0),
    ("2099-10-25T00:59:59Z", 3_600), ("2099-10-25T01:00:00Z", 0),
  ])
  func `Summer time begins and ends on the last Sunday, in listed years and beyond`(
    _ row: (moment: String, offset: Int)
  ) throws {
    let zone = try #require(Zone.named("Europe/Lisbon"))
    #expect(zone.offset(at: try #require(Instant(row.moment))) == row.offset)
  }

  @Test(arguments: [
    ("UTC", "2026-11-23T23:59:59Z", "2026-11-23"),
    ("Europe/Amsterdam", "2026-11-23T22:59:59Z", "2026-11-23"),
    ("Europe/Amsterdam", "2026-11-23T23:00:00Z", "2026-11-24"),
    ("America/Sao_Paulo", "2026-11-23T02:00:00Z", "2026-11-22"),
  ])
  func `The day is that of the zone's clocks`(_ row: (zone: String, moment: String, day: String))
    throws
  {
    let zone = try #require(Zone.named(row.zone))
    #expect(zone.day(of: try #require(Instant(row.moment))).description == row.day)
  }

  @Test(arguments: ["", "Nowhere/Town", "../../../etc/passwd", "/etc/localtime", "Europe", "a b"])
  func `A name that the machine does not have is no zone`(_ name: String) {
    #expect(Zone.named(name) == nil)
  }

  @Test(arguments: [
    "WET0WEST,M3.5.0/1,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0/3", "<-03>3", "UTC0",
    "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "IST-1GMT0,M10.5.0,M3.5.0/1",
    "<-02>2<-01>,M3.5.0/-1,M10.5.0/0",
  ])
  func `A rule of summer time is read`(_ text: String) {
    #expect(ZoneRule(text) != nil)
  }

  @Test(arguments: [
    "", "X1", "CET", "CET-1CEST", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,J60,J300",
  ])
  func `A text that is no rule is none`(_ text: String) {
    #expect(ZoneRule(text) == nil)
  }

  @Test func `South of the equator summer spans the new year`() throws {
    let rule = try #require(ZoneRule("AEST-10AEDT,M10.1.0,M4.1.0/3"))
    for (day, hours) in [("2099-01-15", 11), ("2099-07-15", 10), ("2099-12-15", 11)] {
      let instant = try #require(Instant(day))
      #expect(rule.offset(at: instant.microseconds / 1_000_000) == hours * 3_600)
    }
  }

  @Test func `Damaged zone data give no zone and no trap`() throws {
    let bytes = try #require(FileBytes.read("/usr/share/zoneinfo/Europe/Lisbon", atMost: 1 << 18))
    for length in stride(from: 0, to: bytes.count, by: 13) {
      _ = Zone(tzif: Array(bytes.prefix(length)))
    }
    for index in 0..<min(bytes.count, 400) {
      var damaged = bytes
      damaged[index] = 0xFF
      let zone = Zone(tzif: damaged)
      _ = zone?.offset(at: Instant(microseconds: 0))
    }
    #expect(Zone(tzif: Array("TZif1".utf8)) == nil)
  }

  @Test func `The clock is the machine's unless a variable says otherwise`() throws {
    let fixed = try Moment(environment: ["ACTA_NOW": "2026-11-23T09:32:00Z"])
    #expect(fixed.now == Instant("2026-11-23T09:32:00Z"))
    #expect(try Moment(environment: ["ACTA_NOW": "2026-11-23"]).now == Instant("2026-11-23"))
    let live = try Moment(environment: ["ACTA_NOW": ""])
    #expect(abs(live.now.microseconds - Int64(Date().timeIntervalSince1970 * 1e6)) < 60_000_000)
    #expect(throws: Failure(.clockUnreadable, ["found": .text("noon")])) {
      try Moment(environment: ["ACTA_NOW": "noon"])
    }
  }
}
