package import EventStore
package import Values

/// The keys that a log names, as its events tell.
package enum KeysInLog {
  /// Every key in the order of its creation, with the leaf that ended its use.
  package static func known(in log: Log) throws -> [KnownKey] {
    var keys: [(position: Int64, known: KnownKey)] = []
    for stream in try log.streams(in: PublicKey.category) {
      let past = try log.events(of: stream).map { PastEvent($0) }
      let id: PublicKeyID = try EntityKey(category: stream.category, id: stream.id).identifier()
      let key = try History<PublicKey>(id, past).entity
      guard let creation = key.creation else { continue }
      let retiredAt = try key.endedBy.map { try log.ordinal(ofEventAt: $0) }
      keys.append((creation.position, KnownKey(creation.facts.key, retiredAt: retiredAt)))
    }
    return keys.sorted { $0.position < $1.position }.map(\.known)
  }

  /// The ids of keys that somebody asked for and that no second person will confirm any more.
  package static func givenUp(in log: Log, on day: Day) throws -> [String] {
    var shelf = Shelf(reading: log)
    try shelf.load([.all(category: Approval.category)])
    let over = shelf.ledger.all(Approval.self).filter {
      !$0.waits(on: day) && $0.confirmation == nil
    }
    return over.compactMap { approval in
      approval.asking?.facts.documents["public-key"]?.first.flatMap { NoteKey($0) }?.id
    }
  }

  /// The key of a purpose that is in use; nil when there is none.
  package static func inUse(_ purpose: NoteKey.Purpose, in log: Log) throws -> NoteKey? {
    try known(in: log).last { $0.retiredAt == nil && $0.key.purpose == purpose }?.key
  }
}
