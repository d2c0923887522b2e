package import Values

/// An action of a programme as one version of it has it.
package struct PlannedAction: Hashable, Sendable {
  package let number: Int
  package private(set) var title: String
  package private(set) var owner: String?
  package private(set) var due: Day?
  package private(set) var objective: Int?
  /// The event that brought it.
  package let addition: Mark
  /// The deliberation that ordered it: that of the adoption, or of the amendment that brought it; nil for a draft.
  package let orderedBy: DeliberationID?
  /// The amendments that changed it, by position.
  package private(set) var changes: [Int64] = []

  init(_ addition: Recorded<ActionAddition>, orderedBy: DeliberationID?) {
    number = addition.facts.number
    title = addition.facts.title
    owner = addition.facts.owner
    due = addition.facts.due
    objective = addition.facts.objective
    self.addition = addition.mark
    self.orderedBy = orderedBy
  }

  mutating func take(_ change: ActionChange, at position: Int64) {
    title = change.title ?? title
    owner = change.owner ?? owner
    due = change.due ?? due
    objective = change.objective ?? objective
    changes.append(position)
  }
}

extension Programme {
  /// The version that counts: 1 from the adoption, one more with each amendment; 0 for a draft.
  package var version: Int { adoption == nil ? 0 : amendments.count + 1 }

  /// The actions that a version has, in the order of their numbers; each number once.
  ///
  /// A version holds what was recorded before the next amendment. What an amendment dropped is in no version
  /// from then on; an action that was done, or given up in a draft, stays in all.
  ///
  /// - Parameter version: From 1; nil for the newest, with what was dropped too, since its story goes on to be told.
  /// - Returns: None for a programme without actions.
  package func actions(inVersion version: Int? = nil) -> [PlannedAction] {
    let applied = version.map { Array(amendments.prefix(max(0, $0 - 1))) } ?? amendments
    let end = version.flatMap { $0 <= amendments.count ? amendments[max(0, $0 - 1)].position : nil }
    var actions: [Int: PlannedAction] = [:]
    for addition in additions where end.map({ addition.position < $0 }) ?? true {
      guard actions[addition.facts.number] == nil else { continue }
      actions[addition.facts.number] = PlannedAction(
        addition, orderedBy: order(behind: addition.position))
    }
    for amendment in applied {
      for change in amendment.facts.changed {
        actions[change.number]?.take(change, at: amendment.position)
      }
      for number in amendment.facts.dropped where version != nil { actions[number] = nil }
    }
    return actions.values.sorted { $0.number < $1.number }
  }

  /// The objectives that a version has, in the order of their numbers; each number once.
  ///
  /// - Parameter version: From 1 to the newest.
  /// - Returns: Those recorded before the amendment that made the next version.
  package func objectives(inVersion version: Int) -> [ObjectiveAddition] {
    let end = version <= amendments.count ? amendments[max(0, version - 1)].position : nil
    var seen: Set<Int> = []
    return objectives.filter { objective in end.map { objective.position < $0 } ?? true }
      .map(\.facts).filter { seen.insert($0.number).inserted }.sorted { $0.number < $1.number }
  }

  /// The deliberation behind an addition.
  private func order(behind position: Int64) -> DeliberationID? {
    amendments.first { $0.position == position }?.facts.deliberation
      ?? adoption?.facts.deliberation
  }

  /// The deliberations that made the programme what it is: the adoption, then each amendment.
  package var deliberations: [DeliberationID] {
    (adoption.map { [$0.facts.deliberation] } ?? []) + amendments.map(\.facts.deliberation)
  }
}
