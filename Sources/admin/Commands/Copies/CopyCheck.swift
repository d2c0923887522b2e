internal import EventStore
internal import Governance
internal import Publishing
internal import Values

/// Reads a copy again before anybody may rely on it.
enum CopyCheck {
  /// Verifies the log of a folder and says what a copy of it has to say of itself.
  ///
  /// - Throws: `copy-unfit` when the log is not whole.
  static func mark(_ folder: String, made: Instant, _ session: Session) throws -> CopyMark {
    let found = try verified(folder, session)
    let log = try Log.open(in: folder, for: .reading)
    return try CopyMark(
      of: log, found, names: KeysInLog.known(in: log).map(\.key.name), made: made)
  }

  /// Holds a folder to the mark of a copy: the whole log is read.
  ///
  /// - Throws: `copy-unfit` when the log is not the one that was copied.
  static func check(_ folder: String, is mark: CopyMark, _ session: Session) throws {
    let found = try verified(folder, session)
    let id = try Log.open(in: folder, for: .reading).id
    guard mark.fits(found, of: id) else {
      throw found.first?.failure ?? Failure(.copyUnfit, ["part": .word("copy.log")])
    }
  }

  private static func verified(_ folder: String, _ session: Session) throws -> Verification {
    let progress = Progress("verify", session)
    defer { progress.end() }
    return try Verifier.verify(
      directory: folder, checkState: FoldCheck.holds, keys: KeysInLog.known,
      watch: { done, all in progress.tell(Int(done), of: Int(all)) })
  }

  /// Makes a verified folder one that can go on: its mark, a log for many, and its keys where they were given.
  static func finish(_ folder: String, _ mark: CopyMark, keys: String?) throws {
    try mark.write(in: folder)
    if let keys { try Log.placeKeys(keys, of: mark.log, in: folder) }
    try Log.setGoing(in: folder)
  }
}

/// Tells what a copy holds.
struct CopyPage {
  private let session: Session

  init(_ session: Session) { self.session = session }

  /// For programs the numbers and what else is given, for people a sentence of the catalogue.
  func tell(_ mark: CopyMark, _ sentence: String, _ more: [(String, JSON)] = []) throws {
    let fields: [(String, JSON)] = [
      ("events", .int(mark.position)), ("leaves", .int(mark.leaves)),
      ("head", .text(mark.head.hex)),
    ]
    guard session.globals.format == .table else {
      return try session.show(.object(JSON.Fields(fields + more)))
    }
    session.terminal.write(
      session.catalogue.text(
        sentence, ["events": .text("\(mark.position)"), "head": .text(mark.head.hex)]) + "\n")
  }
}
