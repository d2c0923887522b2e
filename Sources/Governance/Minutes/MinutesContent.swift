import EventStore
package import Values

/// One version of minutes: the statements of its draft with the paragraphs between them.
package struct MinutesContent: Hashable, Sendable {
  /// One piece, in reading order.
  package enum Passage: Hashable, Sendable {
    case statement(Statement)
    /// A paragraph by its id, with the event that wrote it; the event is 0 before it is recorded.
    case paragraph(id: String, text: String, event: Int64)

    /// What a paragraph or a corrigendum names.
    package var place: String {
      switch self {
      case .statement(let statement): statement.place
      case .paragraph(let id, _, _): id
      }
    }

    package var events: [Int64] {
      switch self {
      case .statement(let statement): statement.events
      case .paragraph(_, _, let event): event == 0 ? [] : [event]
      }
    }
  }

  /// A paragraph before it is put into its place.
  struct Addition {
    let id: String
    let after: String
    let text: String
    let event: Int64
  }

  package let passages: [Passage]

  /// Puts each paragraph after the piece that it names; one whose piece is gone stands at the end.
  init(_ statements: [Statement], _ paragraphs: [Addition]) {
    var waiting: [String: [Addition]] = [:]
    for paragraph in paragraphs { waiting[paragraph.after, default: []].append(paragraph) }
    var passages: [Passage] = []
    func append(after place: String) {
      var next = (waiting.removeValue(forKey: place) ?? []).reversed() as [Addition]
      while let paragraph = next.popLast() {
        passages.append(
          .paragraph(id: paragraph.id, text: paragraph.text, event: paragraph.event))
        next += (waiting.removeValue(forKey: paragraph.id) ?? []).reversed()
      }
    }
    for statement in statements {
      passages.append(.statement(statement))
      append(after: statement.place)
    }
    for paragraph in paragraphs where waiting[paragraph.after] != nil {
      append(after: paragraph.after)
    }
    self.passages = passages
  }

  package var places: [String] { passages.map(\.place) }

  /// The version as it is digested; positions of paragraphs are not part of what it says.
  package var json: JSON {
    .list(
      passages.map { passage in
        switch passage {
        case .statement(let statement): statement.json
        case .paragraph(let id, let text, _): ["paragraph": .text(id), "text": .text(text)]
        }
      })
  }

  /// SHA-256 of the version in canonical JSON, in hexadecimal digits.
  package var digest: String { Digest.sha256(json.canonical).hex }
}

extension Minutes {
  /// A version; nil when there is none of that number.
  ///
  /// The number counts from 1; without one it is the newest.
  package func content(ofVersion number: Int? = nil) -> MinutesContent? {
    let number = number ?? version
    guard (1...max(1, version)).contains(number),
      let draft = draft(ofVersion: number)
    else { return nil }
    return MinutesContent(draft.facts.statements, additions(until: number))
  }

  /// The content of a version that is about to be recorded.
  func content(
    with statements: [Statement]? = nil, adding paragraph: MinutesContent.Addition? = nil
  ) -> MinutesContent {
    var additions = additions(until: version)
    if let paragraph {
      let former = additions.firstIndex { $0.id == paragraph.id }
      if let former { additions[former] = paragraph } else { additions.append(paragraph) }
    }
    return MinutesContent(
      statements ?? draft(ofVersion: version)?.facts.statements ?? [], additions)
  }

  /// Each paragraph as it was last written, in the order in which they were first written.
  private func additions(until version: Int) -> [MinutesContent.Addition] {
    var places: [String: Int] = [:]
    var additions: [MinutesContent.Addition] = []
    for written in paragraphs(ofVersion: version) {
      let facts = written.facts
      let addition = MinutesContent.Addition(
        id: facts.paragraph, after: facts.after, text: facts.text, event: written.position)
      if let place = places[facts.paragraph] {
        additions[place] = addition
      } else {
        places[facts.paragraph] = additions.count
        additions.append(addition)
      }
    }
    return additions
  }
}
