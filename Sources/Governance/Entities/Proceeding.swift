/// An entity that is decided by one version of the rules from its beginning to its end.
///
/// Source: design, section 5, "A procedure begun under rules v1 ends under v1, unless the amendment says
/// otherwise"; decision 0015.
package protocol Proceeding: Entity {
  /// The event that began it; nil as long as it is only intended.
  var beginning: Mark? { get }
  /// Whether something is still to be decided in it.
  var isOpen: Bool { get }
}

extension Meeting: Proceeding {
  /// The convocation, on which the members rely; in a past that was taken over perhaps only the opening.
  package var beginning: Mark? { convocation?.mark ?? opening?.mark }

  package var isOpen: Bool { stage == .planned || stage == .convened || stage == .open }
}

extension Procedure: Proceeding {
  /// The opening.
  package var beginning: Mark? { opening?.mark }

  package var isOpen: Bool { stage.isOngoing }
}

extension Programme: Proceeding {
  /// The draft.
  package var beginning: Mark? { draft?.mark }

  package var isOpen: Bool { draft != nil && adoption == nil && withdrawal == nil }
}
