package import Values

/// Makes a log again from the lines of a whole export, or lets a copy follow one.
///
/// Acts that the log holds already are compared and passed over, so that the same file may come twice; what
/// contradicts them is a fork, and what does not continue them leaves a gap. Nothing is kept of a file that does
/// not hold to its end.
package struct ExportIntake {
  /// Folds a stream as the log holds it now: the number of the fold, and the state.
  package typealias Fold = (Log, StreamName) throws -> (fold: Int, data: JSON)

  private let transaction: Transaction
  private let start: Head
  private var end: ExportActs.End?
  private var act: TakenAct?
  /// The row of the act before; nil before the first of the file.
  private var last: Int64?
  private var touched: Set<StreamName> = []
  private var newest: SignedCheckpoint?
  /// The leaves of what was refused after the last event.
  private var trailing: [Digest] = []
  private var log: Log { transaction.log }

  private init(_ transaction: Transaction) {
    self.transaction = transaction
    start = transaction.head
  }

  /// What came of a file.
  package struct Result: Equatable, Sendable {
    package let head: Head
    /// How many events were new.
    package let events: Int64
    /// A checkpoint that the file brought; the log bears it out.
    package let signed: SignedCheckpoint?
  }

  /// Takes all lines, or nothing.
  ///
  /// - Parameters:
  ///   - log: Open for writing.
  ///   - fold: Makes the states of the streams that grew.
  ///   - next: Gives the next line without its end; nil after the last. What it throws takes everything back.
  /// - Returns: What came of the file.
  /// - Throws: `export-unfit`, `export-cut`, `export-bare`, `export-foreign`, `follow-gap`, `follow-fork`,
  ///   `proof-unfit`, and what `fold` throws for a type of event that is not known.
  package static func take(
    into log: Log, fold: Fold, _ next: () throws -> [UInt8]?
  ) throws -> Result {
    // The time of each act is that of the file; only a log that is older may take it.
    try log.write(now: log.created) { transaction in
      var intake = ExportIntake(transaction)
      while let line = try next() { try intake.take(line) }
      return try intake.finish(fold)
    }
  }

  private mutating func take(_ bytes: [UInt8]) throws {
    guard newest == nil else { throw transaction.unfit(.unreadable) }
    if let last = ExportEnd(bytes) {
      guard last.log == log.id, end != nil else { throw foreign() }
      guard last.after == trailing else { throw transaction.unfit(.leaf) }
      newest = last.signed
      return
    }
    guard let line = ExportLine(bytes) else { throw transaction.unfit(.unreadable) }
    guard line.log == log.id else { throw foreign() }
    if end == nil { try begin(line) }
    try take(line)
  }

  private mutating func begin(_ first: ExportLine) throws {
    guard let end = first.whole?.end else { throw Failure(.exportBare) }
    guard first.created == log.created else { throw foreign() }
    self.end = end
  }

  private mutating func take(_ line: ExportLine) throws {
    let acts = line.whole ?? ExportActs()
    guard line.holdsItsActs else { throw transaction.unfit(.leaf) }
    trailing = line.trailing
    try takeRefused(acts.before)
    if let row = acts.act {
      guard act == nil else { throw transaction.unfit(.command) }
      act = TakenAct(row: row)
    }
    guard var whole = act else { throw transaction.unfit(.command) }
    whole.lines.append(line)
    act = whole.isComplete ? nil : whole
    if whole.isComplete { try take(whole) }
    try takeRefused(acts.after)
  }

  private mutating func takeRefused(_ rows: [CommandRow]) throws {
    guard rows.isEmpty || act == nil else { throw transaction.unfit(.command) }
    for row in rows {
      guard row.firstPosition == nil else { throw transaction.unfit(.command) }
      try take(TakenAct(row: row))
    }
  }

  private mutating func take(_ whole: TakenAct) throws {
    guard last.map({ whole.row.row == $0 + 1 }) ?? true else { throw transaction.unfit(.command) }
    last = whole.row.row
    guard let known = try CommandRow.row(whole.row.row, in: log.connection) else {
      return try append(whole)
    }
    guard known == whole.row else { throw fork(at: whole) }
    for line in whole.lines {
      let own = try log.event(at: line.event.position)
      guard own?.hash == line.hash else { throw fork(at: whole) }
    }
  }

  private mutating func append(_ whole: TakenAct) throws {
    let last = try log.connection.number("SELECT coalesce(max(id), 0) FROM commands")
    guard whole.row.row == last + 1 else {
      throw Failure(
        .followGap,
        ["position": .text("\(transaction.head.position)"), "log": .text(log.id.description)])
    }
    if let first = whole.lines.first, transaction.head.ordinal + 1 != first.event.ordinal {
      throw transaction.unfit(.event)
    }
    try transaction.take(whole)
    touched.formUnion(whole.lines.map(\.event.stream))
  }

  private func finish(_ fold: Fold) throws -> Result {
    guard let end else { throw Failure(.exportBare) }
    let head = transaction.head
    guard act == nil, head.ordinal >= end.leaves else {
      throw Failure(
        .exportCut, ["found": .text("\(head.ordinal)"), "expected": .text("\(end.leaves)")])
    }
    // A copy that is further than the file has seen all of it already.
    guard head.ordinal > end.leaves || head.hash == end.head else {
      throw transaction.unfit(.head)
    }
    for stream in touched.sorted() {
      try transaction.keep([stream: fold(log, stream)], [:])
    }
    if let newest { try check(newest.checkpoint) }
    return Result(head: head, events: head.position - start.position, signed: newest)
  }

  /// Holds the checkpoint to the leaves of the log; its signature is for those who know the keys.
  private func check(_ checkpoint: Checkpoint) throws {
    var walk = try LeafWalk(log)
    var tree = MerkleFrontier()
    while tree.size < checkpoint.size, let leaf = try walk.next() { tree.append(leaf) }
    guard tree.size == checkpoint.size, tree.root == checkpoint.root else {
      throw Fork(
        checkpoint,
        Checkpoint(origin: checkpoint.origin, size: tree.size, root: tree.root)
      ).failure
    }
  }

  private func foreign() -> Failure {
    Failure(.exportForeign, ["log": .text(log.id.description)])
  }

  private func fork(at act: TakenAct) -> Failure {
    let position = act.row.firstPosition ?? transaction.head.position
    return Failure(.followFork, ["position": .text("\(position)")])
  }
}
