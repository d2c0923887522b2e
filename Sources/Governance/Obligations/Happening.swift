import Plugins
import Values

/// An event as obligations look at it: what expressions see of it, and when it counts.
struct Happening {
  let position: Int64
  let type: String
  let subject: String
  let effective: Day
  /// By the names of expressions; `event` and `payload` are always there.
  let facts: JSON.Fields

  /// The same event, as expressions see it which look back at it.
  var trigger: JSON {
    ["event": facts["event"] ?? .null, "payload": facts["payload"] ?? .null]
  }

  /// Whether it stands before another one: by its day, and of the same day as the log has it.
  func precedes(_ other: Happening) -> Bool {
    (effective, position) < (other.effective, other.position)
  }
}

/// What events brought about and met, one after the other in the order of their days.
///
/// A value without a clock or a log: the same events and rules give the same obligations for ever.
struct ObligationFold {
  private struct Open {
    let compiled: CompiledObligation
    let edition: Int
    let trigger: JSON
    /// Where the obligation stands in `all`.
    let index: Int
  }

  private(set) var all: [OwnObligation] = []
  private var open: [Open] = []
  private var editions: [(rules: Rules, book: RuleBook)] = []
  private let zones: ZoneSource

  init(zones: ZoneSource) { self.zones = zones }

  /// Takes the next event, with the rules of its day; it meets none that it brings about itself.
  ///
  /// - Throws: `zone-missing`.
  mutating func take(_ happening: Happening, under rules: Rules?) throws {
    try meet(happening)
    guard let rules, rules.obligations.contains(where: { $0.on == happening.type }) else { return }
    let edition = try edition(of: rules)
    for compiled in try editions[edition].book.obligations(on: happening.type) {
      try bring(compiled, about: happening, edition)
    }
  }

  private mutating func meet(_ happening: Happening) throws {
    var left: [Open] = []
    for debt in open {
      guard debt.compiled.rule.metBy == happening.type, try isMet(debt, by: happening) else {
        left.append(debt)
        continue
      }
      all[debt.index].met = OwnObligation.Met(
        position: happening.position, day: happening.effective)
    }
    open = left
  }

  private mutating func isMet(_ debt: Open, by happening: Happening) throws -> Bool {
    var facts = happening.facts
    facts["trigger"] = debt.trigger
    let rule = debt.compiled.rule
    var scope = try editions[debt.edition].book.scope(
      on: rule.metBy, trigger: rule.on, facts: facts)
    return debt.compiled.isMet(in: &scope)
  }

  private mutating func bring(
    _ compiled: CompiledObligation, about happening: Happening, _ edition: Int
  ) throws {
    var facts = happening.facts
    facts["trigger"] = happening.trigger
    let rule = compiled.rule
    var scope = try editions[edition].book.scope(on: rule.on, trigger: rule.on, facts: facts)
    guard let debt = compiled.debt(in: &scope) else { return }
    let zone = editions[edition].book.calendar.zone
    all.append(
      OwnObligation(
        rule: rule, trigger: happening.position, subject: happening.subject,
        since: happening.effective, due: debt.due.map { zone.day(of: $0) }, values: debt.values))
    open.append(
      Open(
        compiled: compiled, edition: edition, trigger: happening.trigger, index: all.count - 1))
  }

  /// The expressions of a version of the rules, made ready once.
  private mutating func edition(of rules: Rules) throws -> Int {
    if let known = editions.lastIndex(where: { $0.rules == rules }) { return known }
    editions.append((rules, RuleBook(rules, zone: try zones.zone(rules.zone))))
    return editions.count - 1
  }
}
