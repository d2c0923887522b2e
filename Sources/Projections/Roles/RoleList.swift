import Governance
import Plugins
import Values

/// Who is in which role on a day, by what, and what the role may record.
///
/// An office, of which nobody knows who works there, and a role that nobody is in have one row without a person.
enum RoleList {
  static let columns: [Column] = [
    .text("role"), .text("person"), .text("member"), .text("way"), .text("through"),
    .day("since"), .day("until"), .list("grants"), .text("scope"), .text("source"),
  ]

  static func rows(_ views: Views, _ day: Day) throws -> [Row] {
    guard let rules = try views.rules(on: day), !rules.roles.isEmpty,
      let version = try views.rows("network", on: day).first
    else { return [] }
    let roster = RoleRoster(rules, try facts(views, rules, day))
    return rules.roles.flatMap { role -> [Row] in
      let holders = roster.holders(of: role)
      guard !holders.isEmpty else { return [row(of: role, version)] }
      return holders.map { row(of: role, $0, day) }
    }
  }

  private static func row(of role: RoleRule, _ version: Row) -> Row {
    version.replacing(
      columns,
      [.text(role.name), .null, .null, .text(role.who == nil ? "office" : "nobody")]
        + [.null, .null, .null] + rule(role))
  }

  private static func row(of role: RoleRule, _ holder: RoleHolder, _ day: Day) -> Row {
    Row(
      columns: columns,
      values: [
        .text(role.name), .orNull(holder.person), .orNull(holder.member),
        .text(holder.way.rawValue), .text(holder.through), .orNull(holder.since),
        .orNull(holder.until),
      ] + rule(role), validFrom: holder.since ?? day, validUntil: holder.until,
      event: holder.event)
  }

  private static func rule(_ role: RoleRule) -> [JSON] {
    [.texts(role.grants), .text(role.scope.rawValue), .text(role.clause.source.key)]
  }

  /// The same facts that the registrar finds in its ledger, out of the tables.
  static func facts(_ views: Views, _ rules: Rules, _ day: Day) throws -> RoleFacts {
    var facts = RoleFacts()
    facts.memberships = try views.rows("member", on: day).compactMap { row in
      guard let member = row.text("member"), let held = row.text("class") else { return nil }
      return RoleFacts.Membership(
        member: member, memberClass: held, since: row.partialDay("since")?.first,
        event: row.event)
    }
    facts.holdings = try views.rows("seat", on: day).compactMap { holding($0, rules, day) }
    facts.sittings = try BoardList.rows(views, day).compactMap { row in
      guard let body = row.text("body"), let member = row.text("member") else { return nil }
      return RoleFacts.Sitting(
        body: body, member: member, isChair: row["chair"] == .bool(true),
        since: row.partialDay("since")?.first, until: row.day("until"), event: row.event)
    }
    facts.namings = try views.rows("role_assignment", on: day).compactMap { row in
      guard let role = row.text("role"), let person = row.text("person") else { return nil }
      return RoleFacts.Naming(
        role: role, person: person, member: row.text("member"),
        since: row.partialDay("since")?.first, until: row.day("until"), event: row.event)
    }
    return facts
  }

  private static func holding(_ row: Row, _ rules: Rules, _ day: Day) -> RoleFacts.Holding? {
    let holding = SeatHolding(row)
    guard let seat = row.text("seat"), let person = holding.person,
      holding.state(on: day, under: rules.seat(holding.kind)) != .vacant
    else { return nil }
    return RoleFacts.Holding(
      seat: seat, kind: holding.kind, member: holding.member, person: person,
      since: row.partialDay("since")?.first, until: holding.term, event: row.event)
  }
}
