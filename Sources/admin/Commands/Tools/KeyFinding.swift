internal import EventStore
internal import Values

/// What `verify` found of the keys beside a network's own log.
struct KeyFinding {
  private let flaw: Log.KeyFlaw
  /// Whether the network stands on a copy: a backup has no keys, they have copies of their own.
  private let isCopy: Bool

  /// Nil when nothing is wrong with them.
  init?(_ session: Session) throws {
    let log = try session.log(for: .reading)
    guard let flaw = try log.keyFlaw() else { return nil }
    self.flaw = flaw
    isCopy = try CopyMark.read(in: log.directory) != nil
  }

  var isMissing: Bool {
    if case .missing = flaw { true } else { false }
  }

  /// Whether it is a fault of the network; keys that a copy was made without are told and are none.
  var isFault: Bool { !(isCopy && isMissing) }

  func tell(_ session: Session) {
    switch flaw {
    case .unreadable: session.say("verify.keys-unreadable")
    case .shut(let position): session.say("verify.keys-shut", ["position": .int(Int(position))])
    case .missing(let position):
      session.say(
        isCopy ? "verify.keys-elsewhere" : "verify.keys-missing",
        ["position": .int(Int(position))])
    }
  }
}
