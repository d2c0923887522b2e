package import EventStore
package import Plugins
package import Values

/// What would follow if rules came into force on a day: made to be read before a body adopts them.
package struct RulesPlan: Sendable {
  package let inForce: RulesName
  package let planned: RulesName
  /// The planned rules, with all that they say.
  package let rules: Rules
  package let effective: Day
  package let changes: [RulesChange]
  package let affected: Affected
  package let open: [OpenMatter]
  /// How the past would have been decided under the planned rules, as `WhatIf` says.
  package let past: WhatIf.Report
  /// Which bodies can adopt them, and by which majority of the rules in force; none where no body can.
  package let needs: [NeededMajority]
  /// Where the log ended when the plan was made.
  package let head: Head
  /// The number of members entitled to vote today, by body, where the log gives it.
  package let electorates: [String: Int]

  /// Whether an open matter keeps the rules under which it began.
  package func keeps(_ matter: OpenMatter) -> Bool {
    guard rules.inProgress == .keep, let begun = matter.begun else { return false }
    return begun < effective
  }
}

extension RulesPlan {
  /// Plans rules on a log.
  ///
  /// - Parameters:
  ///   - rules: The planned rules.
  ///   - effective: Their first day.
  ///   - today: The day on which members are counted.
  ///   - log: The network's log.
  ///   - zones: Gives the zones in which guards count days.
  /// - Throws: `not-founded` for a day before the network has rules, and what is wrong with the log.
  package init(
    _ rules: Rules, from effective: Day, today: Day, on log: Log, zones: ZoneSource = .utc
  ) throws {
    head = try log.head()
    var finder = RulesInForce()
    let current = try finder.find(on: effective, in: log)
    var shelf = Shelf(reading: log)
    try shelf.load(
      [
        Member.category, Board.category, Meeting.category, Procedure.category, Programme.category,
        Election.category, Deliberation.category,
      ]
      .map { .all(category: $0) })
    self.rules = rules
    self.effective = effective
    inForce = RulesName(current.rules)
    planned = RulesName(rules)
    changes = RulesDifference.changes(from: current.rules, to: rules)
    open = shelf.ledger.openMatters(under: current.rules)
    electorates = shelf.ledger.electorates(under: current.rules, on: today)
    affected = Affected(
      by: changes, from: current.rules, to: rules, in: shelf.ledger, on: today)
    needs = NeededMajority.all(under: current.rules, electorates)
    past = try WhatIf(rules, zones: zones).report(on: log)
  }
}

extension Ledger {
  /// How many members may vote in each body on a day, where it can be said.
  package func electorates(under rules: Rules, on day: Day) -> [String: Int] {
    let counts = rules.bodies.compactMap { body in
      Electorate(of: body, on: day, in: self, under: rules).map { (body.id, $0.entitled.count) }
    }
    return Dictionary(counts) { first, _ in first }
  }
}

extension Ledger {
  /// The members and boards of a log, as they are recorded now.
  package static func members(in log: Log) throws -> Ledger {
    var shelf = Shelf(reading: log)
    try shelf.load([.all(category: Member.category), .all(category: Board.category)])
    return shelf.ledger
  }
}
