internal import EventStore
internal import Governance
internal import Publishing
internal import Values

/// What came into a log since a position, as a file for those who hold a copy.
struct Shipment {
  private let session: Session

  init(_ session: Session) { self.session = session }

  /// Writes the acts after a position, with the newest checkpoint on record.
  ///
  /// - Parameters:
  ///   - target: A path that nobody has.
  ///   - since: A position, a copy, or a file that was shipped before.
  /// - Returns: `done`; everything else is thrown.
  /// - Throws: `option-unreadable` for anything else, `position-missing` beyond the end.
  func write(to target: String, since: String) throws -> ExitStatus {
    let start = try position(since)
    let log = try session.log(for: .reading)
    let last = try log.head().position
    guard start <= last else {
      throw Failure(.positionMissing, ["found": .int(Int(start)), "last": .int(Int(last))])
    }
    guard !session.globals.isDryRun else { return .done }
    let signed = try CheckpointRecord(of: log).all().last
    try Staged.file(target) { sink in
      let after = try log.forEachLine(from: start) { line in
        try sink.write((line.json.compact + "\n").utf8)
      }
      if let signed {
        let end = ExportEnd(log: log.id, signed: signed, after: after)
        try sink.write((end.json.compact + "\n").utf8)
      }
    }
    try tell(start, last)
    return .done
  }

  private func position(_ since: String) throws -> Int64 {
    if let position = Int64(since), position >= 0 { return position }
    if Folder.isFolder(since) {
      guard let mark = try CopyMark.read(in: since) else {
        throw Failure(.copyMissing, ["folder": .text(since)])
      }
      return mark.position
    }
    guard FileBytes.exists(since) else { throw unreadable(since) }
    return try WholeExport.placed(since) { lines in
      var position: Int64 = 0
      while let line = try lines.next() {
        if let read = ExportLine(line) { position = read.event.position }
      }
      guard position > 0 else { throw unreadable(since) }
      return position
    }
  }

  private func tell(_ start: Int64, _ last: Int64) throws {
    guard session.globals.format == .table else {
      return try session.show(["since": .int(start), "events": .int(last - start)])
    }
    session.terminal.write(
      session.catalogue.text(
        "copy.shipped", ["events": .text("\(last - start)"), "since": .text("\(start)")]) + "\n")
  }

  private func unreadable(_ found: String) -> Failure {
    Failure(
      .optionUnreadable,
      [
        "found": .text(String(found.prefix(200))), "option": .text("--since"),
        "expected": .word("expected.since"),
      ])
  }
}
