internal import EventStore
internal import Governance
internal import Values

/// `admin log extract`: one event or refused act with its proof, for a third person.
enum ExtractCommand {
  static let command = Command(
    noun: "log", verb: "extract", group: .out, effect: .reads,
    parameters: [.positional("target")],
    examples: ["admin log extract 1", "admin log extract 1 > extract.json"]
  ) { invocation, session in
    let log = try session.log(for: .reading)
    let target = try invocation.required("target")
    session.terminal.write(try extract(target, log).text)
    return .done
  }

  private static func extract(_ target: String, _ log: Log) throws -> Extract {
    try OpenVotes(in: log).check(target, in: log)
    let (signed, key) = try newest(log)
    let found =
      if let position = Int64(target) {
        try log.extract(eventAt: position, under: signed, by: key)
      } else {
        try log.extract(act: CommandID(target), under: signed, by: key)
      }
    guard let found else { throw Failure(.explainUnknown, ["found": .text(target)]) }
    return found
  }

  /// The newest checkpoint on record that a key of this log signed, and that key.
  private static func newest(_ log: Log) throws -> (SignedCheckpoint, NoteKey) {
    let keys = try KeysInLog.known(in: log).map(\.key)
    for signed in try CheckpointRecord(of: log).all().reversed() {
      let key = keys.last { $0.purpose == .checkpoint && signed.note.standing(of: $0) == .good }
      if let key { return (signed, key) }
    }
    throw Failure(.checkpointMissing, ["found": .text("")])
  }
}

extension OpenVotes {
  /// - Throws: `vote-open` for an event or an act that says how somebody votes as long as nobody is told.
  func check(_ target: String, in log: Log) throws {
    let isHidden =
      if let position = Int64(target) {
        try log.event(at: position).map(hides) ?? false
      } else if let id = EntryID(uuid: target) {
        try log.command(CommandID(id)).map(hides) ?? false
      } else {
        false
      }
    guard !isHidden else { throw Failure(.voteOpen, ["found": .text(target)]) }
  }
}
