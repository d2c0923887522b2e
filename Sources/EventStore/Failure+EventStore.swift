package import Values

/// What the event store can refuse or fail at; the catalogues hold a text for each.
extension Failure.Code {
  /// Bytes of a database file are not what this program wrote.
  package static let databaseDamaged = Failure.Code("database-damaged", exit: .badData)
  package static let databaseBusy = Failure.Code("database-busy", exit: .tryAgain)
  package static let databaseFull = Failure.Code("database-full", exit: .inputOutput)
  package static let databaseFailed = Failure.Code("database-failed", exit: .inputOutput)
  package static let databaseNotPermitted = Failure.Code(
    "database-not-permitted", exit: .notPermitted)
  /// A constraint or a trigger of the database refused a change.
  package static let databaseConstraint = Failure.Code("database-constraint", exit: .internalError)
  /// The file is no database, or not one of this program.
  package static let databaseForeign = Failure.Code("database-foreign", exit: .badData)
  /// The file has an older layout and cannot be raised where it stands: copy it into a folder that can be written.
  package static let databaseOlder = Failure.Code("database-older", exit: .badData)
  package static let databaseNewer = Failure.Code("database-newer", exit: .badData)
  package static let fileFailed = Failure.Code("file-failed", exit: .inputOutput)
  /// A folder has the name of a file that the store keeps.
  package static let fileIsFolder = Failure.Code("file-is-folder", exit: .badData)
  package static let logMissing = Failure.Code("log-missing", exit: .notFound)
  package static let logExists = Failure.Code("log-exists", exit: .cannotCreate)
  package static let logBusy = Failure.Code("log-busy", exit: .tryAgain)
  package static let logMoved = Failure.Code("log-moved", exit: .tryAgain)
  package static let logReadOnly = Failure.Code("log-read-only", exit: .notPermitted)
  /// `verify` found that the log is not whole.
  package static let logBroken = Failure.Code("log-broken", exit: .checkFailed)
  package static let streamMoved = Failure.Code("stream-moved", exit: .tryAgain)
  package static let commandReused = Failure.Code("command-reused", exit: .badData)
  package static let entryTooLarge = Failure.Code("entry-too-large", exit: .badData)
  package static let entryUnfit = Failure.Code("entry-unfit", exit: .badData)
  package static let keysMissing = Failure.Code("keys-missing", exit: .notFound)
  /// Keys stand in a folder whose log is gone: a new log must not take their place.
  package static let keysWithoutLog = Failure.Code("keys-without-log", exit: .notFound)
  package static let keysForeign = Failure.Code("keys-foreign", exit: .badData)
  package static let subjectErased = Failure.Code("subject-erased", exit: .badData)
  /// An erasure is recorded and the key gone, and a reader keeps sealed bytes in the write-ahead log.
  package static let erasureHeld = Failure.Code("erasure-held", exit: .tryAgain)
  /// The machine keeps no memory for a secret, or not as much as the passphrase costs.
  package static let secretUnkept = Failure.Code("secret-unkept", exit: .unavailable)
  package static let passphraseWrong = Failure.Code("passphrase-wrong", exit: .notPermitted)
  /// A name, a purpose or an origin that does not go with the key.
  package static let keyUnfit = Failure.Code("key-unfit", exit: .badData)
  package static let keyFileMissing = Failure.Code("key-file-missing", exit: .notFound)
  package static let keyFileExposed = Failure.Code("key-file-exposed", exit: .configuration)
  package static let keyFileDamaged = Failure.Code("key-file-damaged", exit: .badData)
  package static let checkpointMissing = Failure.Code("checkpoint-missing", exit: .notFound)
  /// A file is no checkpoint, no request to a witness, or no extract.
  package static let proofUnreadable = Failure.Code("proof-unreadable", exit: .checkFailed)
  /// A part of a proof does not fit the others.
  package static let proofUnfit = Failure.Code("proof-unfit", exit: .checkFailed)
  /// Two checkpoints of one origin that cannot both be of one log.
  package static let checkpointFork = Failure.Code("checkpoint-fork", exit: .checkFailed)
  /// A witness saw another size last than the request begins with.
  package static let witnessElsewhere = Failure.Code("witness-elsewhere", exit: .tryAgain)

  /// A line of an export that does not follow from those before it.
  package static let exportUnfit = Failure.Code("export-unfit", exit: .badData)
  /// An export that ends before its end.
  package static let exportCut = Failure.Code("export-cut", exit: .badData)
  /// An export of events without the acts that brought them.
  package static let exportBare = Failure.Code("export-bare", exit: .badData)
  /// An export of another log.
  package static let exportForeign = Failure.Code("export-foreign", exit: .badData)
  /// What is shipped begins after the end of the copy.
  package static let followGap = Failure.Code("follow-gap", exit: .tryAgain)
  /// The copy holds something else at a position than what is shipped.
  package static let followFork = Failure.Code("follow-fork", exit: .checkFailed)
  /// A name that a copy is to be made under is taken.
  package static let targetExists = Failure.Code("target-exists", exit: .cannotCreate)
  /// Nothing can be made where a copy was to be made.
  package static let targetUnmade = Failure.Code("target-unmade", exit: .cannotCreate)
  /// A folder is no copy of a network.
  package static let copyMissing = Failure.Code("copy-missing", exit: .notFound)
  /// A copy is not what was copied.
  package static let copyUnfit = Failure.Code("copy-unfit", exit: .checkFailed)
  /// A key that may have signed more than the copy knows.
  package static let originClosed = Failure.Code("origin-closed", exit: .notPermitted)
  /// A file is no archive of a network, from a place on.
  package static let archiveUnfit = Failure.Code("archive-unfit", exit: .badData)

  /// All of them, so that a test can hold the catalogues to the list.
  package static let eventStoreCodes: [Failure.Code] = [
    databaseDamaged, databaseBusy, databaseFull, databaseFailed, databaseNotPermitted,
    databaseConstraint, databaseForeign, databaseNewer, databaseOlder, fileFailed, logMissing,
    fileIsFolder, logExists, logBusy,
    logMoved, logReadOnly, logBroken, streamMoved, commandReused, entryTooLarge, entryUnfit,
    keysMissing, keysWithoutLog, keysForeign, subjectErased, erasureHeld, secretUnkept,
    passphraseWrong, keyUnfit,
    keyFileMissing, keyFileExposed, keyFileDamaged, checkpointMissing, proofUnreadable, proofUnfit,
    checkpointFork, witnessElsewhere, exportUnfit, exportCut, exportBare, exportForeign, followGap,
    followFork, targetExists, targetUnmade, copyMissing, copyUnfit, originClosed, archiveUnfit,
  ]
}
