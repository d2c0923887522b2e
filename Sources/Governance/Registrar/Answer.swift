package import EventStore
package import Values

/// What the registrar answers: the verdict, the events, and how each rule came to its answer.
package struct Answer: Sendable {
  /// An event that was recorded, or would be.
  package struct Event: Hashable, Sendable {
    package let position: Int64
    package let stream: String
    package let type: String
    package let effective: Day
    package let data: JSON

    package var json: JSON {
      [
        "position": .int(position), "stream": .text(stream), "type": .text(type),
        "effective": .text(effective.description), "data": data,
      ]
    }
  }

  package let command: CommandID
  package let act: String
  package let verdict: Verdict
  package let events: [Event]
  package let reasons: Reasons
  /// The head of the log after the act.
  package let head: Int64
  /// Whether the same request had been answered before; nothing was recorded again.
  package let isRepeated: Bool
}

/// How an act was judged: kept in the log with the verdict, so that anybody can ask years later.
package struct Reasons: Hashable, Sendable {
  package var derivations: [Derivation.Record]
  package var notes: [Note]
  package var refusals: [Refusal.Record]

  package init(
    derivations: [Derivation.Record] = [], notes: [Note] = [], refusals: [Refusal.Record] = []
  ) {
    self.derivations = derivations
    self.notes = notes
    self.refusals = refusals
  }

  package var json: JSON {
    [
      "derivations": .list(derivations.map(\.json)), "notes": .list(notes.map(\.json)),
      "refusals": .list(refusals.map(\.json)),
    ]
  }

  package init(_ json: JSON) throws(Failure) {
    let reader = try FieldReader(json, of: "answer")
    self.init()
    for item in try reader.list("derivations") { derivations.append(try Derivation.Record(item)) }
    for item in try reader.list("notes") { notes.append(try Note(item)) }
    for item in try reader.list("refusals") { refusals.append(try Refusal.Record(item)) }
  }
}
