package import Values

/// What a network, one of its members or a subgroup did in a period, as it stood on its last day.
///
/// Nothing is asked of a clock, and nothing that counts from a later day is looked at, so that the same log tells the
/// same for ever.
package struct Activity: Hashable, Sendable {
  /// Whose activity is told.
  package enum Scope: Hashable, Sendable {
    case network
    /// A member, by its code.
    case member(String)
    /// A subgroup, by its id.
    case subgroup(String)
  }

  package let from: Day
  package let until: Day
  package let scope: Scope
  /// Those that have lines, in the order of their subjects.
  package let sections: [ActivitySection]
  /// How many actions are open at the end of the period, and how many of them are overdue.
  package let openActions: Int
  package let overdueActions: Int

  /// - Parameters:
  ///   - views: Those that are asked.
  ///   - from: The first day, included.
  ///   - until: The last day, included; not before the first one.
  ///   - scope: Whose activity.
  /// - Throws: Only what is wrong with the log.
  package init(_ views: Views, from: Day, until: Day, scope: Scope = .network) throws {
    self.from = from
    self.until = until
    self.scope = scope
    let rows = try ActivityRows(views, from: from, until: until, scope: scope)
    sections = try ActivitySection.Subject.allCases.compactMap { subject in
      let lines = try rows.lines(on: subject)
      return lines.isEmpty ? nil : ActivitySection(subject: subject, lines: lines)
    }
    let open = rows.actions.filter { $0.text("status") == "open" }
    openActions = open.count
    overdueActions = open.count { $0["overdue"] == .bool(true) }
  }
}
