internal import EventStore
internal import Governance
internal import Plugins
internal import Projections
internal import Publishing
internal import Values

/// `admin verify`: whether a log is what was written, from the first bit to the last.
enum VerifyCommand {
  static let command = Command(
    noun: "verify", verb: nil, group: .run, effect: .reads,
    parameters: [Parameter.positional("file").optional, .option("key", .text)],
    examples: ["admin verify", "admin verify --json"]
  ) { invocation, session in
    let file = invocation.text("file")
    if let file, let kind = ProofFile.kind(of: file) {
      return try ProofFile.verify(file, as: kind, invocation, session)
    }
    let result = try verification(of: file, session)
    let isOwn = file == nil && result.isWhole
    let isDamaged = isOwn ? Views.isDamaged(for: try session.log(for: .reading)) : false
    let views = isOwn && !isDamaged ? try differentViews(session) : []
    let keys = isOwn ? try KeyFinding(session) : nil
    if session.globals.format.isForPrograms {
      session.terminal.write(json(of: result, views, isDamaged: isDamaged, keys).pretty + "\n")
    } else {
      tell(result, session)
    }
    if isDamaged { session.say("verify.views-damaged") }
    if !views.isEmpty { session.say("verify.views", ["views": .list(views)]) }
    keys?.tell(session)
    let isKept = keys.map { !$0.isFault } ?? true
    return result.isWhole && views.isEmpty && !isDamaged && isKept ? .done : .checkFailed
  }

  /// The network's own log, a folder's, or a single copy of one.
  private static func verification(of file: String?, _ session: Session) throws -> Verification {
    guard let file else { return try verification(in: session.foundedFolder(), session) }
    if Folder.isFolder(file) { return try verification(in: file, session) }
    try checkMayBeLog(file)
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    try scratch.link("log.db", to: file)
    let beside = try CopyBeside(file)
    defer { beside.tidy() }
    return try verification(in: scratch.path, session, isStill: beside.isStill)
  }

  /// Refuses what cannot be a log, before it is called a broken one.
  private static func checkMayBeLog(_ file: String) throws(Failure) {
    guard FileBytes.isFile(file) else { throw FileBytes.failure(file) }
    let path = ["path": Failure.Value.text(file)]
    if ArchiveReader.isArchive(file) { throw Failure(.archiveIsNoLog, path) }
    if Log.holdsKeys(file) { throw Failure(.keysAreNoLog, path) }
    if file.split(separator: "/").last == "views.db" { throw Failure(.viewsAreNoLog, path) }
  }

  private static func verification(
    in folder: String, _ session: Session, isStill: Bool = false
  ) throws -> Verification {
    let progress = Progress("verify", session)
    defer { progress.end() }
    return try Verifier.verify(
      directory: folder, isStill: isStill, checkState: FoldCheck.holds, keys: KeysInLog.known,
      erasures: ErasuresInLog.known,
      watch: { done, all in progress.tell(Int(done), of: Int(all)) })
  }

  /// The views of `views.db` that are not what the events give.
  private static func differentViews(_ session: Session) throws -> [String] {
    try Views.differences(from: session.log(for: .reading))
  }

  private static func tell(_ result: Verification, _ session: Session) {
    guard let first = result.first else {
      let values: [String: Failure.Value] = [
        "events": .text("\(result.events)"), "head": .text(result.head?.hex ?? ""),
      ]
      session.terminal.write(session.catalogue.text("verify.whole", values) + "\n")
      if let newest = result.checkpoints.last, !session.globals.isQuiet {
        let count = result.checkpoints.count
        session.say("verify.checkpoints", ["count": .int(count), "size": .text("\(newest)")])
      }
      return
    }
    for flaw in result.findings.dropFirst() {
      session.say("verify.also", ["reason": .word("verify.\(flaw.reason.rawValue)")])
    }
    let failures = [first.failure] + result.forks.map(\.failure)
    for failure in failures { session.terminal.write(session.catalogue.report(failure) + "\n") }
  }

  private static func json(
    of result: Verification, _ views: [String], isDamaged: Bool, _ keys: KeyFinding?
  ) -> JSON {
    [
      "whole": .bool(result.isWhole), "events": .int(result.events),
      "commands": .int(result.commands), "head": result.head.map { .text($0.hex) } ?? .null,
      "first_bad_position": result.first?.position.map { .int($0) } ?? .null,
      "leaves": .int(result.leaves), "root": result.root.map { .text($0.hex) } ?? .null,
      "checkpoints": .list(result.checkpoints.map { .int($0) }), "views": .texts(views),
      "views_damaged": .bool(isDamaged), "keys_damaged": .bool(keys?.isFault ?? false),
      "keys_missing": .bool(keys?.isMissing ?? false),
      "findings": .list(
        result.findings.map { flaw in
          [
            "reason": .text(flaw.reason.rawValue),
            "position": flaw.position.map { .int($0) } ?? .null,
          ]
        }),
    ]
  }
}
