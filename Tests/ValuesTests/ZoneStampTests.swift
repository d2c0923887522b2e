import Testing
import Values

/// What clocks show, with how far they are from UTC.
@Suite struct ZoneStampTests {
  private func zone(_ rule: String) throws -> Zone {
    let known = try #require(ZoneRule(rule))
    return Zone(transitions: [], before: 0, rule: known)
  }

  @Test(arguments: [
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-12-14T08:00:00Z", "2026-12-14T09:00+01:00"),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-07-14T07:00:00Z", "2026-07-14T09:00+02:00"),
    ("IST-5:30", "2026-12-14T00:00:00Z", "2026-12-14T05:30+05:30"),
    ("<-0330>3:30", "2026-12-14T00:00:00Z", "2026-12-13T20:30-03:30"),
    ("<-00>0", "2026-12-14T23:59:59Z", "2026-12-14T23:59+00:00"),
    ("<+14>-14", "2026-12-31T10:00:00Z", "2027-01-01T00:00+14:00"),
  ])
  func `A stamp is the time of the clocks and their distance`(
    _ row: (rule: String, moment: String, text: String)
  ) throws {
    #expect(try zone(row.rule).stamp(of: #require(Instant(row.moment))) == row.text)
  }

  @Test(arguments: ["2026-03-29T00:59:00Z", "2026-03-29T01:00:00Z", "2026-10-25T00:30:00Z"])
  func `A stamp says which moment it is, whatever the clocks do`(_ moment: String) throws {
    let zone = try zone("CET-1CEST,M3.5.0,M10.5.0/3")
    let instant = try #require(Instant(moment))
    let text = zone.stamp(of: instant)
    let minutes = try #require(TimeOfDay(text.dropFirst(11).prefix(5))).minutes
    let east = try #require(TimeOfDay(text.suffix(5))).minutes
    let utc = try #require(TimeOfDay(moment.dropFirst(11).prefix(5))).minutes
    #expect((minutes - east + 1_440) % 1_440 == utc)
  }
}
