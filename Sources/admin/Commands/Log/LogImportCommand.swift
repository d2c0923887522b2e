internal import EventStore
internal import Governance
internal import Plugins
internal import Values

/// `admin log import`: a network's log, made again from its export in a folder of its own.
enum LogImportCommand {
  static let command = Command(
    noun: "log", verb: "import", group: .out, effect: .reads,
    parameters: [.positional("file"), .positional("folder"), .option("keys", .text)],
    examples: [
      "admin log import network.jsonl moved",
      "admin log import network.jsonl moved-again --keys keys.db",
    ]
  ) { invocation, session in
    let path = try invocation.required("file")
    let made = try Moment(environment: session.environment).now
    let mark = try Staged.folder(invocation.required("folder")) { stage in
      let progress = Progress("log import", session)
      try WholeExport.placed(path) { lines in
        let result = try Log.make(in: stage, fold: FoldCheck.state) {
          progress.tell(lines.count, of: nil)
          return try lines.next()
        }
        try WholeExport.keep(result, in: stage)
      }
      progress.end()
      let mark = try CopyCheck.mark(stage, made: made, session)
      try CopyCheck.finish(stage, mark, keys: invocation.text("keys"))
      return mark
    }
    try CopyPage(session).tell(mark, "copy.imported")
    return .done
  }
}

/// Reads the lines of a whole export.
enum WholeExport {
  /// Runs a closure over the lines of a file; a failure gets the line at which it came.
  static func placed<T>(_ path: String, _ body: (LineSource) throws -> T) throws -> T {
    guard let lines = LineSource(path) else { throw FileBytes.failure(path) }
    do { return try body(lines) } catch let failure as Failure {
      guard [.exportUnfit, .exportForeign, .entryTooLarge, .entryUnfit].contains(failure.code)
      else { throw failure }
      let line = failure.place?.line ?? max(1, lines.count)
      throw Failure(
        failure.code, failure.values, at: Place(file: path, line: line, column: 1))
    }
  }

  /// Keeps the checkpoint that an export brought, once a key of the log vouches for it.
  static func keep(_ result: ExportIntake.Result, in folder: String) throws {
    guard let signed = result.signed else { return }
    let log = try Log.open(in: folder, for: .reading)
    let keys = try KeysInLog.known(in: log).map(\.key)
    guard
      keys.contains(where: { $0.purpose == .checkpoint && signed.note.standing(of: $0) == .good })
    else { throw Failure(.proofUnfit, ["part": .word("proof.signature")]) }
    try CheckpointFolder(in: folder).keep(signed)
  }
}
