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

  /// For whom it is told.
  package enum Audience: String, CaseIterable, Sendable {
    /// Those who hear every session: all of it.
    case restricted
    /// Nothing of closed items, of restricted ones the numbers of decisions, and no words of single members.
    case everybody = "public"
  }

  package let from: Day
  package let until: Day
  package let scope: Scope
  package let audience: Audience
  /// What the subgroup is called whose activity it is; nil for another scope.
  package let subgroupTitle: String?
  /// Those that have lines, in the order of their subjects.
  package let sections: [ActivitySection]
  /// How many actions of those that the audience is told of are open at the end of the period, and how many of
  /// them are overdue.
  package let openActions: Int
  package let overdueActions: Int

  /// - Parameters:
  ///   - views: Those that are asked.
  ///   - from: The first day, included.
  ///   - until: The last day, included; not before the first one.
  ///   - scope: Whose activity.
  ///   - audience: For whom.
  /// - Throws: Only what is wrong with the log.
  package init(
    _ views: Views, from: Day, until: Day, scope: Scope = .network, for audience: Audience
  ) throws {
    self.from = from
    self.until = until
    self.scope = scope
    self.audience = audience
    let rows = try ActivityRows(views, from: from, until: until, scope: scope, for: audience)
    subgroupTitle = rows.subgroupTitle
    sections = try ActivitySection.Subject.allCases.compactMap { subject in
      let lines = try rows.lines(on: subject)
      return lines.isEmpty ? nil : ActivitySection(subject: subject, lines: lines)
    }
    let open = rows.actions.filter { $0.text("status") == "open" }
    openActions = open.count
    overdueActions = open.count { $0["overdue"] == .bool(true) }
  }
}
