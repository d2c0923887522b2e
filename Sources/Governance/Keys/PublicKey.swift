package import Values

/// A public key by which the network vouches for its checkpoints, or for those of others.
///
/// Only the open half stands in the log; the secret is a sealed file beside it.
package struct PublicKey: Entity {
  package typealias Event = KeyEvent

  package static let category = "key"
  package static let fold = 1

  package let id: PublicKeyID
  /// Nil only before the first event, or when the creation was struck by a correction.
  package private(set) var creation: Recorded<KeyCreation>?
  /// From when another key takes its place; nil when none does.
  package private(set) var rotation: Recorded<KeyRotation>?
  package private(set) var retirement: Recorded<KeyRetirement>?

  package init(id: PublicKeyID) { self.id = id }

  /// Whether it may sign: created, and neither replaced nor retired.
  package var isInUse: Bool { creation != nil && rotation == nil && retirement == nil }

  /// The event that ended its use; nil while it is in use.
  package var endedBy: Int64? {
    [rotation?.position, retirement?.position].compactMap(\.self).min()
  }

  package mutating func evolve(with event: KeyEvent, at mark: Mark) {
    switch event {
    case .created(let facts): creation = Recorded(facts, at: mark)
    case .rotated(let facts): rotation = Recorded(facts, at: mark)
    case .retired(let facts): retirement = Recorded(facts, at: mark)
    }
  }
}

extension PublicKey {
  package var state: JSON {
    .object(compacting: [
      ("creation", creation?.json), ("rotation", rotation?.json),
      ("retirement", retirement?.json),
    ])
  }

  package init(id: PublicKeyID, state: JSON) throws(Failure) {
    self.id = id
    let reader = try FieldReader(state, of: Self.category)
    creation = try reader.recorded("creation")
    rotation = try reader.recorded("rotation")
    retirement = try reader.recorded("retirement")
  }
}

package typealias PublicKeyID = Identifier<PublicKey>
