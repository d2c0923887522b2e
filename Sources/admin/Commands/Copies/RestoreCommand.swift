internal import EventStore
internal import Governance
internal import Plugins
internal import Values

/// `admin restore`: a network again from a backup or an archive, in a folder of its own.
enum RestoreCommand {
  static let command = Command(
    noun: "restore", verb: nil, group: .run, effect: .reads,
    parameters: [.positional("copy"), .positional("folder"), .option("keys", .text)],
    examples: [
      "admin restore copies/nep-2026-11-23 again",
      "admin restore nep.tar again --keys safe/nep-keys.db",
    ]
  ) { invocation, session in
    let copy = try invocation.required("copy")
    let keys = invocation.text("keys")
    guard FileBytes.exists(copy) else { throw Failure(.fileMissing, ["path": .text(copy)]) }
    let mark = try Staged.folder(invocation.required("folder")) { stage in
      let mark =
        if Folder.isFolder(copy) { try unpack(folder: copy, in: stage) } else {
          try unpack(archive: copy, in: stage)
        }
      try CopyCheck.check(stage, is: mark, session)
      try CopyCheck.finish(stage, mark, keys: keys)
      return mark
    }
    try CopyPage(session).tell(mark, "copy.restored")
    if !session.globals.isQuiet {
      if keys == nil { session.say("copy.no-keys") }
      if !mark.names.isEmpty { session.say("copy.closed", ["names": .list(mark.names)]) }
    }
    return .done
  }

  private static func unpack(folder: String, in stage: String) throws -> CopyMark {
    guard let mark = try CopyMark.read(in: folder) else {
      throw Failure(.copyMissing, ["folder": .text(folder)])
    }
    try Log.placeCopy(of: folder, in: stage)
    return mark
  }

  private static func unpack(archive: String, in stage: String) throws -> CopyMark {
    guard ArchiveReader.isArchive(archive) else {
      throw Failure(.copyMissing, ["folder": .text(archive)])
    }
    return try ArchiveReader.open(archive, in: stage, fold: FoldCheck.state)
  }
}

/// `admin archive`: the whole network in one file, the same bytes whenever the network is the same.
enum ArchiveCommand {
  static let command = Command(
    noun: "archive", verb: nil, group: .run, effect: .reads, parameters: [.positional("target")],
    examples: ["admin archive nep.tar", "admin archive nep-again.tar --json"]
  ) { invocation, session in
    let log = try session.log(for: .writing)
    // Nothing of the hour may be in it: the copy is as old as the last act.
    let head = try log.head()
    let mark = try CopyCheck.mark(log.directory, made: head.recorded, session)
    guard mark.head == head.hash else { throw Failure(.logMoved) }
    try ArchiveWriter.write(log, mark, to: invocation.required("target"))
    try CopyPage(session).tell(mark, "copy.archived")
    return .done
  }
}

/// `admin follow`: a copy takes what was shipped since.
enum FollowCommand {
  static let command = Command(
    noun: "follow", verb: nil, group: .run, effect: .reads,
    parameters: [.positional("file"), .positional("folder")],
    examples: [
      "admin follow shipped.jsonl copies/nep-2026-11-23",
      "admin follow shipped.jsonl copies/nep-2026-11-23 --json",
    ]
  ) { invocation, session in
    let folder = try invocation.required("folder")
    guard let old = try CopyMark.read(in: folder) else {
      throw Failure(.copyMissing, ["folder": .text(folder)])
    }
    let log = try Log.open(in: folder, for: .writing)
    let result = try WholeExport.placed(invocation.required("file")) { lines in
      try ExportIntake.take(into: log, fold: FoldCheck.state) { try lines.next() }
    }
    log.close()
    try WholeExport.keep(result, in: folder)
    let mark = try CopyCheck.mark(folder, made: old.made, session)
    try mark.write(in: folder)
    try CopyPage(session).tell(mark, "copy.followed", [("new", .int(result.events))])
    return .done
  }
}
