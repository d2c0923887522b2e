package import Governance
import Plugins
package import Testing
package import Values

extension Given {
  /// An act at a moment, by the clock of the log and in a zone.
  package func when(
    _ act: String, _ fields: [String: String], at moment: String, in zone: Zone = .utc,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Outcome {
    let recorded = try #require(Instant(moment), sourceLocation: sourceLocation)
    let day = zone.day(of: recorded)
    return try when(
      act, fields, on: day.description, today: day.description, recorded: recorded, zone: zone,
      sourceLocation: sourceLocation)
  }

  /// Something that happened in the first procedure, P-1.
  package func proceeded(
    _ event: ProcedureEvent, on day: String = "2026-06-01",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Given {
    let id = try #require(ProcedureID("P-1"), sourceLocation: sourceLocation)
    return try happened(event, to: id, on: day, sourceLocation: sourceLocation)
  }

  /// P-1 was put to some members on Monday, 1 June 2026, at 10:00.
  package func opened(
    _ rule: String, to codes: String = "ES FR IT PT", kind: String = "silence",
    matter: String = "default", isUrgent: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Given {
    let opening: JSON = [
      "rule": .text(rule), "kind": .text(kind), "body": "plenary", "title": "Guide",
      "matter": .text(matter), "papers": [], "addressees": .texts(Self.words(codes)),
      "record_date": "2026-06-01", "at": "2026-06-01T10:00:00Z", "zone": "UTC",
      "urgent": .bool(isUrgent),
    ]
    return try proceeded(
      ProcedureEvent(type: "procedure.opened", data: opening), sourceLocation: sourceLocation)
  }

  /// Its time runs from the opening until Monday, 15 June 2026, at 10:00.
  package func running(
    _ rule: String, to codes: String = "ES FR IT PT", kind: String = "silence",
    matter: String = "default", until expires: String = "2026-06-15T10:00:00Z",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Given {
    let clock: JSON = [
      "rule": .text(rule), "urgent": false, "addressees": .texts(Self.words(codes)),
      "notified": .texts(Self.words(codes)), "from": "2026-06-01T10:00:00Z",
      "expires": .text(expires), "local": "2026-06-15 10:00", "zone": "UTC",
    ]
    return try opened(
      rule, to: codes, kind: kind, matter: matter, sourceLocation: sourceLocation
    )
    .proceeded(
      ProcedureEvent(type: "procedure.started", data: clock), sourceLocation: sourceLocation)
  }

  /// A member voted in P-1.
  package func answered(
    _ member: String, _ vote: String, at moment: String = "2026-06-05T09:00:00Z",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Given {
    let answer: JSON = ["member": .text(member), "vote": .text(vote), "at": .text(moment)]
    return try proceeded(
      ProcedureEvent(type: "procedure.answered", data: answer), on: "2026-06-05",
      sourceLocation: sourceLocation)
  }

  /// A member objected to P-1 in time.
  package func objected(
    _ member: String, _ means: String = "objection",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Given {
    let objection: JSON = [
      "member": .text(member), "means": .text(means), "at": "2026-06-05T09:00:00Z", "late": false,
    ]
    return try proceeded(
      ProcedureEvent(type: "procedure.objected", data: objection), on: "2026-06-05",
      sourceLocation: sourceLocation)
  }

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map { String($0) }
  }
}
