import Governance
package import Testing
package import Values

extension Given {
  /// Something that happened to the first motion, M-1.
  package func moved(
    _ type: String, _ data: JSON, on day: String = "2026-06-01",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Given {
    let id = try #require(MotionID("M-1"), sourceLocation: sourceLocation)
    return try happened(
      MotionEvent(type: type, data: data), to: id, on: day, sourceLocation: sourceLocation)
  }

  /// A member put M-1 to the plenary on 1 June 2026, in three paragraphs.
  package func put(
    by member: String? = "PT", body: String = "plenary", matter: String = "default",
    text: String = "First.\n\nSecond point.\n\nThird.", votable: Bool = false,
    on day: String = "2026-06-01", sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Given {
    var facts: [(String, JSON?)] = [
      ("on", .text(day)), ("body", .text(body)), ("title", "Guide"), ("matter", .text(matter)),
      ("text", .text(text)), ("digest", .text(MotionText(text).digest)),
      ("stage", Self.stage(votable ? "debated" : "tabled", votable: votable)),
    ]
    if let member { facts.append(("member", .text(member))) }
    return try moved(
      "motion.put", .object(compacting: facts), on: day, sourceLocation: sourceLocation)
  }

  /// A member stands behind M-1.
  package func supported(
    by member: String, on day: String = "2026-06-02",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Given {
    try moved(
      "motion.supported", ["on": .text(day), "member": .text(member)], on: day,
      sourceLocation: sourceLocation)
  }

  /// A stage as events keep it, of the sample cycle.
  package static func stage(_ state: String, votable: Bool = false, final: Bool = false) -> JSON {
    .object(compacting: [
      ("state", .text(state)), ("final", .bool(final)), ("amendable", .bool(!final)),
      ("adoption", votable ? ["transition": "adopt", "to": "adopted"] : nil),
      ("rejection", votable ? ["transition": "reject", "to": "rejected"] : nil),
    ])
  }
}

extension Given {
  /// A change to M-1 was proposed.
  package func amended(
    _ number: Int, _ change: String, _ first: Int, text: String? = nil, by member: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Given {
    try moved(
      "amendment.proposed",
      .object(compacting: [
        ("on", "2026-06-02"), ("number", .int(Int64(number))), ("change", .text(change)),
        ("first", .int(Int64(first))), ("text", text.map { .text($0) }),
        ("member", member.map { .text($0) }),
      ]), on: "2026-06-02", sourceLocation: sourceLocation)
  }

  /// A vote decided an amendment to M-1.
  package func voted(
    _ number: Int, _ outcome: String, by deliberation: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Given {
    try moved(
      "amendment.decided",
      [
        "on": "2026-11-23", "number": .int(Int64(number)), "deliberation": .text(deliberation),
        "outcome": .text(outcome),
      ], on: "2026-11-23", sourceLocation: sourceLocation)
  }
}
