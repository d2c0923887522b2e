import Values

/// What differs between two versions of a programme: its objectives, then its actions one by one.
///
/// An action is moved when it serves another objective, and changed when its title, owner or day is another.
/// Objectives only come: none is dropped or changed.
package struct ProgrammeComparison: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case added, dropped, moved, changed
  }

  /// What differs.
  package enum Subject: String, CaseIterable, Sendable {
    case objective, action
  }

  /// One thing that differs; `field` is nil for what is in one version only.
  package struct Change: Hashable, Sendable {
    package let subject: Subject
    /// Of the objective or of the action, within the programme.
    package let number: Int
    package let kind: Kind
    package let field: String?
    package let before: String?
    package let after: String?
  }

  /// Objectives by number; then actions by number, each in the order title, owner, due, objective.
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
    let ofActions = Set(before.keys).union(after.keys).sorted().flatMap { number in
      Self.changes(before[number], after[number])
    }
    changes = Self.changes(of: programme, from: old, to: new) + ofActions
    let (low, high) = (min(old, new), max(old, new))
    let between = programme.amendments.filter {
      low < $0.facts.version && $0.facts.version <= high
    }
    deliberations = between.map(\.facts.deliberation)
  }

  /// The objectives that only one of the two versions has.
  private static func changes(of programme: Programme, from old: Int, to new: Int) -> [Change] {
    let (before, after) = (
      programme.objectives(inVersion: old), programme.objectives(inVersion: new)
    )
    func missing(_ all: [ObjectiveAddition], in others: [ObjectiveAddition]) -> [ObjectiveAddition]
    {
      all.filter { objective in !others.contains { $0.number == objective.number } }
    }
    let added = missing(after, in: before).map { whole(.objective, $0.number, $0.title, .added) }
    let gone = missing(before, in: after).map { whole(.objective, $0.number, $0.title, .dropped) }
    return (added + gone).sorted { $0.number < $1.number }
  }

  private static func byNumber(_ actions: [PlannedAction]) -> [Int: PlannedAction] {
    Dictionary(actions.map { ($0.number, $0) }) { first, _ in first }
  }

  private static func changes(_ old: PlannedAction?, _ new: PlannedAction?) -> [Change] {
    guard let old else {
      return new.map { [whole(.action, $0.number, $0.title, .added)] } ?? []
    }
    guard let new else { return [whole(.action, old.number, old.title, .dropped)] }
    return [
      differing(old, new, .changed, "title", \.title),
      differing(old, new, .changed, "owner") { $0.owner },
      differing(old, new, .changed, "due") { $0.due?.description },
      differing(old, new, .moved, "objective") { $0.objective.map { "\($0)" } },
    ].compactMap(\.self)
  }

  private static func whole(
    _ subject: Subject, _ number: Int, _ title: String, _ kind: Kind
  ) -> Change {
    Change(
      subject: subject, number: number, kind: kind, field: nil,
      before: kind == .dropped ? title : nil, after: kind == .added ? title : nil)
  }

  private static func differing(
    _ old: PlannedAction, _ new: PlannedAction, _ kind: Kind, _ field: String,
    _ value: (PlannedAction) -> String?
  ) -> Change? {
    let (before, after) = (value(old), value(new))
    guard before != after else { return nil }
    return Change(
      subject: .action, number: new.number, kind: kind, field: field, before: before, after: after)
  }
}
