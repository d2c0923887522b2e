internal import EventStore
internal import Governance
internal import Projections
internal import Publishing
internal import Values

/// What an erasure cannot reach: copies made before, and words that stand in clear.
struct ErasureReach {
  private let copies: [RecordedEvent]
  private let positions: [Int64]
  private let files: [String]

  /// - Parameters:
  ///   - person: Who was erased.
  ///   - words: What could be opened before.
  ///   - log: Read after the act.
  /// - Throws: What is wrong with the log.
  init(of person: PersonID, _ words: Set<String>, in log: Log) throws {
    copies = try CopiesInLog.since(person, in: log)
    positions = try PersonTrace(of: person, in: log, words: words).positionsInClear
    files = FolderSearch.files(in: log.directory, holding: words)
  }

  func addition(_ catalogue: Catalogue) -> AnswerPage.Addition {
    var lines = copies.map { copy in
      catalogue.text(
        "erasure.copy",
        [
          "position": .int(Int(copy.position)), "type": .text(copy.type),
          "day": .day(copy.recorded.day),
        ])
    }
    if copies.isEmpty { lines.append(catalogue.text("erasure.no-copies")) }
    if !positions.isEmpty {
      let all = positions.map { String($0) }
      lines.append(catalogue.text("erasure.in-clear", ["positions": .list(all)]))
    }
    if !files.isEmpty {
      lines.append(catalogue.text("erasure.in-files", ["files": .list(files)]))
    }
    return AnswerPage.Addition(fields: fields, lines: lines)
  }

  private var fields: [(String, JSON)] {
    let copies = copies.map { copy -> JSON in
      [
        "position": .int(copy.position), "type": .text(copy.type),
        "recorded": .text(copy.recorded.description),
      ]
    }
    return [
      ("copies", .list(copies)), ("in_clear", .list(positions.map { .int($0) })),
      ("files", .texts(files)),
    ]
  }
}
