import Values

/// What differs between two versions of a programme, action by action.
///
/// An action is moved when it serves another objective, and changed when its title, owner or day is another.
package struct ProgrammeComparison: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case added, dropped, moved, changed
  }

  /// One thing that differs; `field` is nil for an action that is in one version only.
  package struct Change: Hashable, Sendable {
    package let number: Int
    package let kind: Kind
    package let field: String?
    package let before: String?
    package let after: String?
  }

  /// By number of the action, then in the order title, owner, due, objective.
  package let changes: [Change]
  /// The deliberations between the two versions, in order; of the way back when the later one comes first.
  package let deliberations: [DeliberationID]

  /// - Parameters:
  ///   - programme: An adopted one.
  ///   - old: A version from 1 to the newest.
  ///   - new: Another one, or the same, which differs in nothing.
  package init(of programme: Programme, from old: Int, to new: Int) {
    let before = Self.byNumber(programme.actions(inVersion: old))
    let after = Self.byNumber(programme.actions(inVersion: new))
    changes = Set(before.keys).union(after.keys).sorted().flatMap { number in
      Self.changes(before[number], after[number])
    }
    let (low, high) = (min(old, new), max(old, new))
    let between = programme.amendments.filter {
      low < $0.facts.version && $0.facts.version <= high
    }
    deliberations = between.map(\.facts.deliberation)
  }

  private static func byNumber(_ actions: [PlannedAction]) -> [Int: PlannedAction] {
    Dictionary(actions.map { ($0.number, $0) }) { first, _ in first }
  }

  private static func changes(_ old: PlannedAction?, _ new: PlannedAction?) -> [Change] {
    guard let old else { return new.map { [whole($0, .added)] } ?? [] }
    guard let new else { return [whole(old, .dropped)] }
    return [
      differing(old, new, .changed, "title", \.title),
      differing(old, new, .changed, "owner") { $0.owner },
      differing(old, new, .changed, "due") { $0.due?.description },
      differing(old, new, .moved, "objective") { $0.objective.map { "\($0)" } },
    ].compactMap(\.self)
  }

  private static func whole(_ action: PlannedAction, _ kind: Kind) -> Change {
    Change(
      number: action.number, kind: kind, field: nil,
      before: kind == .dropped ? action.title : nil, after: kind == .added ? action.title : nil)
  }

  private static func differing(
    _ old: PlannedAction, _ new: PlannedAction, _ kind: Kind, _ field: String,
    _ value: (PlannedAction) -> String?
  ) -> Change? {
    let (before, after) = (value(old), value(new))
    guard before != after else { return nil }
    return Change(number: new.number, kind: kind, field: field, before: before, after: after)
  }
}
