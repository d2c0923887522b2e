internal import EventStore
internal import Governance
internal import Projections
internal import Values

/// What follows from recorded acts outside of the log: views, letters to persons who were erased, and sealed
/// secrets that nobody may use any more.
///
/// Whatever stops it, the next act on the same things does it.
enum Aftermath {
  static func settle(_ answers: [Answer], in log: Log, today: Day) throws {
    let types = Set(answers.flatMap(\.events).map(\.type))
    if types.contains(PersonErasure.type) {
      try Views.rebuild(from: log)
    } else {
      Views.catchUp(with: log)
    }
    let erased = answers.flatMap(\.events).filter { $0.type == PersonErasure.type }
    try LetterOffice.forget(Set(erased.map(\.subject)), in: log)
    let isOfKeys = types.contains { $0.hasPrefix("key.") || $0.hasPrefix("approval.") }
    if isOfKeys { try forgetSecrets(in: log, today) }
  }

  /// Takes away the secrets of keys that ended, and of keys that nobody confirmed.
  ///
  /// A key that was given up never signs again, so that its secret can only be misused.
  private static func forgetSecrets(in log: Log, _ today: Day) throws {
    let folder = KeyFolder(in: log.directory)
    let known = try KeysInLog.known(in: log)
    for ended in known where ended.retiredAt != nil { try folder.forget(ended.key.id) }
    let created = Set(known.map(\.key.id))
    for id in try KeysInLog.givenUp(in: log, on: today) where !created.contains(id) {
      try folder.forget(id)
    }
  }
}
