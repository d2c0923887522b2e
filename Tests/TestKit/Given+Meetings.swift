package import Governance
package import Testing
import Values

extension Given {
  /// States that joined in a class before everything else.
  package func admitted(
    _ codes: String, as memberClass: String = "member",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Given {
    var given = self
    for code in codes.split(separator: " ") {
      let id = try #require(MemberID(code), sourceLocation: sourceLocation)
      let from = try #require(PartialDay("2026-01-10"), sourceLocation: sourceLocation)
      given = try given.happened(
        .admitted(memberClass: memberClass, from: from), to: id, sourceLocation: sourceLocation)
    }
    return given
  }

  /// A meeting of the plenary that was planned, with its number.
  package func planned(
    _ number: Int, from: String?, until: String? = nil, on day: String = "2026-01-10",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Given {
    let meeting = try #require(MeetingID("plenary-\(number)"), sourceLocation: sourceLocation)
    let series = try #require(SeriesID("plenary"), sourceLocation: sourceLocation)
    let plan = MeetingPlan(
      series: "plenary", number: number, from: from.flatMap { PartialDay($0) },
      until: until.flatMap { PartialDay($0) })
    return try happened(.planned(plan), to: meeting, on: day, sourceLocation: sourceLocation)
      .happened(
        .assigned(NumberAssignment(number: number, meeting: meeting)), to: series, on: day,
        sourceLocation: sourceLocation)
  }

  /// Something that happened to a meeting of the plenary.
  package func met(
    _ number: Int, _ event: MeetingEvent, on day: String = "2026-11-23",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Given {
    let meeting = try #require(MeetingID("plenary-\(number)"), sourceLocation: sourceLocation)
    return try happened(event, to: meeting, on: day, sourceLocation: sourceLocation)
  }

  /// The first plenary, convened on 2 November and open since 23 November with these delegations.
  package func open(
    present codes: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Given {
    let present = try codes.split(separator: " ").map { code in
      try #require(MemberID(code), sourceLocation: sourceLocation)
    }
    let convened = try #require(PartialDay("2026-11-02"), sourceLocation: sourceLocation)
    let opened = try #require(PartialDay("2026-11-23"), sourceLocation: sourceLocation)
    return try planned(
      1, from: "2026-11-23", until: "2026-11-24", sourceLocation: sourceLocation
    )
    .met(1, .convened(Convocation(on: convened, agenda: [], isUrgent: false)), on: "2026-11-02")
    .met(1, .opened(Opening(on: opened, present: present)), on: "2026-11-23")
  }
}
