package import Plugins
package import Values

/// An obligation that appears, vanishes or falls due on another day under other rules.
package struct ObligationDifference: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case appears, vanishes, moves
  }

  package let kind: Kind
  /// The clause and what it is about, as `admin obligation list` names it.
  package let id: String
  /// The last day on which it can be kept, under the rules in force and under the others.
  ///
  /// Nil for what is owed at once, and on the side where nothing is.
  package let before: Day?
  package let after: Day?

  package var json: JSON {
    .object(compacting: [
      ("kind", .text(kind.rawValue)), ("obligation", .text(id)),
      ("before", before.map { .text($0.description) }),
      ("after", after.map { .text($0.description) }),
    ])
  }

  /// What is owed on a day by the rules in force, held to what would be owed by others.
  ///
  /// - Parameters:
  ///   - rules: The other rules.
  ///   - from: Their first day; nil when they had always been in force.
  ///   - views: The views of the network.
  ///   - day: The day that is looked at.
  /// - Returns: In the order of the ids.
  /// - Throws: Only what is wrong with the log.
  package static func all(under rules: Rules, from: Day?, in views: Views, on day: Day) throws
    -> [ObligationDifference]
  {
    let real = try owed(views, day)
    let find = views.findRules
    views.findRules = { day in
      guard let from, day < from else { return rules }
      return try find(day)
    }
    defer { views.findRules = find }
    let other = try owed(views, day)
    return Set(real.keys).union(other.keys).sorted().compactMap { id in
      difference(id, real[id], other[id])
    }
  }

  private static func difference(_ id: String, _ before: Due?, _ after: Due?)
    -> ObligationDifference?
  {
    guard before != after else { return nil }
    let kind: Kind = before == nil ? .appears : after == nil ? .vanishes : .moves
    return ObligationDifference(kind: kind, id: id, before: before?.day, after: after?.day)
  }

  /// The due day of something owed; nil for what is owed at once.
  private struct Due: Hashable { let day: Day? }

  private static func owed(_ views: Views, _ day: Day) throws -> [String: Due] {
    let rows = try ObligationList.rows(views, day).filter {
      $0.text("state") != Obligation.State.met.rawValue
    }
    let pairs = rows.map { row in
      (row.text("obligation") ?? "", Due(day: row.text("due").flatMap { Day($0) }))
    }
    return Dictionary(pairs) { first, _ in first }
  }
}
