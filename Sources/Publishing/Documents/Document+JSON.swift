package import Values

extension Document {
  /// The document for programs: every part with its words and the events that it rests on.
  package var json: JSON {
    .object(compacting: [
      ("language", .text(language.tag)), ("title", .text(title)), ("subtitle", .text(subtitle)),
      ("blocks", .list(blocks.map(Self.json))),
      (
        "events",
        .list(events.map { ["position": .int($0), "note": .text(note($0))] })
      ),
      ("closing", .texts(closing)),
    ])
  }

  private static func json(_ block: Block) -> JSON {
    switch block {
    case .heading(let level, let span, let place):
      json("heading", span, place, [("level", .int(Int64(level)))])
    case .paragraph(let span, let place): json("paragraph", span, place)
    case .item(let depth, let number, let span, let place):
      json("item", span, place, [("depth", .int(Int64(depth))), ("number", .text(number))])
    case .quote(let lead, let lines, let place):
      json("quote", lead, place, [("quoted", .text(lines.joined(separator: "\n")))])
    case .marked(let number, let runs, let note, let place):
      json("marked", note, place, [("number", .text(number)), ("words", Self.words(runs))])
    case .facts(let facts):
      [
        "kind": "facts",
        "facts": .list(
          facts.map { fact in
            [
              "name": .text(fact.name), "text": .text(fact.value.text),
              "events": .list(fact.value.events.map { .int($0) }),
            ]
          }),
      ]
    }
  }

  private static func words(_ runs: [WordDifference.Run]) -> JSON {
    .list(runs.map { ["kind": .text($0.kind.rawValue), "text": .text($0.text)] })
  }

  private static func json(
    _ kind: String, _ span: Span, _ place: String?, _ more: [(String, JSON?)] = []
  ) -> JSON {
    .object(
      compacting: [
        ("kind", .text(kind)), ("place", place.map { .text($0) }), ("text", .text(span.text)),
        ("events", .list(span.events.map { .int($0) })),
      ] + more)
  }
}
