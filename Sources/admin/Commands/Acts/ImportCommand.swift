internal import EventStore
internal import Governance
internal import Plugins
internal import Values

/// Records a file of acts, all or none.
enum ImportCommand {
  static let command = Command(
    noun: "import", verb: nil, group: .run, effect: .records,
    parameters: [.positional("file")],
    examples: ["admin import history.yaml --dry-run", "admin import history.yaml"]
  ) { invocation, session in
    let path = try invocation.required("file")
    let bytes = try YAMLFile.bytes(path)
    let entries = try entries(in: bytes, file: path)
    let log = try session.log(for: .writing)
    let circumstances = try Circumstances(session, zone: log.zoneName())
    let digest = try log.keyedDigest(of: bytes)
    let header = ImportHeader(actor: circumstances.actor, today: circumstances.today) { index in
      CommandID("import:\(digest):\(index)")
    }
    let isTrial = session.globals.isDryRun
    let progress = Progress("import", session)
    defer { progress.end() }
    let answers = try Registrar(log, zones: .machine).record(
      entries, under: header, now: circumstances.now, mode: isTrial ? .trial : .recording,
      watch: { done, all in progress.tell(done, of: all) })
    progress.end()
    if !isTrial { try Aftermath.settle(answers, in: log, today: circumstances.today) }
    let head = try answers.last?.head ?? log.head().position
    ImportPage(session, isTrial: isTrial, head: head).show(zip(entries, answers).map { ($0, $1) })
    return .done
  }

  private static func entries(in bytes: [UInt8], file: String) throws -> [ImportEntry] {
    let findings = Findings()
    let entries = ImportFile.read(bytes, file: file, into: findings)
    guard !findings.hasErrors else {
      throw FileRefused(findings: findings.sorted, isCut: findings.isCut)
    }
    return entries
  }
}

/// A file that holds errors: all of them, in the order of the file.
struct FileRefused: Error {
  let findings: [Finding]
  /// Whether there were more than are kept.
  let isCut: Bool
}
