import Plugins
import Testing
import Values

/// The guards that the declarative keys stand for: each can be written as an expression over typed records.
@Suite struct RuleExpressionTests {
  private typealias Field = CEL.RecordKind.Field

  /// A network as a guard sees it, with one payload for all of them.
  private static let environment: CEL.Environment = {
    var environment = CEL.Environment()
    let records = [
      CEL.RecordKind(
        "member",
        [
          Field("id", .string), Field("class", .string), Field("status", .string),
          Field("state", .string),
        ]),
      CEL.RecordKind(
        "contact", [Field("person", .string), Field("state", .string), Field("until", .timestamp)]),
      CEL.RecordKind("actor", [Field("id", .string), Field("state", .string)]),
      CEL.RecordKind("vote", [Field("member", .string), Field("choice", .string)]),
      CEL.RecordKind("seat", [Field("person", .string), Field("state", .string)]),
      CEL.RecordKind("meeting", [Field("begins_at", .timestamp), Field("held", .bool)]),
      CEL.RecordKind("objection", [Field("member", .string), Field("withdrawn", .bool)]),
      CEL.RecordKind("proposal", [Field("kind", .string), Field("circulated_at", .timestamp)]),
      CEL.RecordKind("programme", [Field("from", .timestamp), Field("until", .timestamp)]),
      CEL.RecordKind(
        "params",
        [
          Field("contacts_per_state", .int), Field("plenary_notice", .string),
          Field("plenaries_per_year", .int), Field("silence_days", .int),
          Field("programme_length", .string),
        ]),
      CEL.RecordKind(
        "payload",
        [
          Field("member", .string), Field("state", .string), Field("person", .string),
          Field("begins_at", .timestamp), Field("attached", .list(.string)),
          Field("seats", .list(.record("seat"))), Field("from", .timestamp),
          Field("until", .timestamp), Field("deputy", .string, isOptional: true),
        ]),
    ]
    for record in records { environment.records[record.name] = record }
    environment.variables = [
      "members": .list(.record("member")), "contacts": .list(.record("contact")),
      "votes": .list(.record("vote")), "meetings": .list(.record("meeting")),
      "objections": .list(.record("objection")), "programmes": .list(.record("programme")),
      "proposal": .record("proposal"), "payload": .record("payload"), "actor": .record("actor"),
      "params": .record("params"), "now": .timestamp, "present": .list(.string),
    ]
    environment.functions["hasRole"] = [
      CEL.Overload("has_role_actor_string", "hasRole", [.record("actor"), .string], .bool)
    ]
    return environment
  }()

  struct Row: CustomTestStringConvertible, Sendable {
    let key: String
    let text: String

    init(_ key: String, _ text: String) { (self.key, self.text) = (key, text) }

    var testDescription: String { key }
  }

  static let guards = [
    Row(
      "membership.classes.*.may",
      "members.exists(m, m.id == payload.member && m.class == 'member' && m.status == 'active')"),
    Row("appointments.*.by", "hasRole(actor, 'competent_authority')"),
    Row("appointments.*.for", "actor.state == payload.state"),
    Row(
      "appointments.*.max",
      "size(contacts.filter(c, c.state == payload.state && c.until > now)) < params.contacts_per_state"
    ),
    Row("appointments.*.renewals", "size(contacts.filter(c, c.person == payload.person)) <= 1"),
    Row("bodies.*.notice.period", "payload.begins_at >= addPeriod(now, params.plenary_notice)"),
    Row("bodies.*.notice.with", "['agenda'].all(d, d in payload.attached)"),
    Row(
      "bodies.*.quorum",
      """
      moreThan(size(members.filter(m, m.class == 'member' && m.id in present)), '1/2', \
      size(members.filter(m, m.class == 'member')))
      """),
    Row(
      "bodies.*.decides.default",
      """
      moreThan(size(votes.filter(v, v.choice == 'for')), '1/2', \
      size(votes.filter(v, v.choice != 'abstain')))
      """),
    Row(
      "bodies.*.decides.rules_of_procedure",
      """
      atLeast(size(votes.filter(v, v.choice == 'for')), '3/4', \
      size(members.filter(m, m.class == 'member')))
      """),
    Row("bodies.board.size", "size(payload.seats) >= 3 && size(payload.seats) <= 7"),
    Row(
      "bodies.board.one_per",
      "payload.seats.all(b, size(payload.seats.filter(c, c.state == b.state)) == 1)"),
    Row(
      "bodies.*.meetings",
      """
      size(meetings.filter(m, m.held && m.begins_at.getFullYear('Europe/Amsterdam') \
      == now.getFullYear('Europe/Amsterdam'))) >= params.plenaries_per_year
      """),
    Row(
      "silence.period", "now >= addWorkingDays(proposal.circulated_at, params.silence_days)"),
    Row("silence.broken_by", "objections.all(o, o.withdrawn)"),
    Row("silence.not_for", "!(proposal.kind in ['rules_of_procedure', 'board_election'])"),
    Row(
      "work_programme.length", "payload.until == addPeriod(payload.from, params.programme_length)"),
    Row("work_programme", "programmes.all(p, payload.from >= p.until)"),
  ]

  @Test(arguments: guards)
  func `A declarative key can be written as an expression that loads`(_ row: Row) throws {
    let checked = try Self.environment.checked(row.text)
    #expect(checked.kind == .bool)
    try CEL.CostEstimate.require(checked)
    #expect(try Self.environment.checked(checked.expression.text).kind == .bool)
  }

  @Test(arguments: guards)
  func `Of a guard over typed records each node is typed`(_ row: Row) throws {
    let checked = try Self.environment.checked(row.text)
    let unknown = checked.expression.nodes.filter { checked.kinds[$0.id] == .dyn }
    #expect(unknown.map(\.text) == [])
    #expect(checked.overloads.values.allSatisfy { $0.count == 1 })
  }

  @Test(arguments: [
    ("m.status", "m.statsu"), ("payload.member", "payload.membre"), ("c.until", "c.untill"),
    ("params.plenary_notice", "params.plenary_notise"), ("v.choice", "v.choise"),
    ("o.withdrawn", "o.widthdrawn"), ("proposal.kind", "proposal.knd"),
    ("m.begins_at", "m.beginsat"), ("b.state", "b.sate"),
  ])
  func `A misspelt field is told when the rule is loaded, with the right one`(
    _ row: (right: String, wrong: String)
  ) throws {
    let guards = Self.guards.filter { $0.text.contains(row.right) }
    #expect(!guards.isEmpty)
    let field = try #require(row.right.split(separator: ".").last)
    for text in guards.map(\.text) {
      let misspelt = text.split(separator: " ", omittingEmptySubsequences: false)
        .map { Self.replaced(String($0), row.right, by: row.wrong) }.joined(separator: " ")
      let fault = Self.environment.fault(misspelt)
      #expect(fault?.code == .expressionFieldUnknown, "\(misspelt)")
      #expect(fault?.values["nearest"] == .text(String(field)))
    }
  }

  /// A word with one part of it written otherwise.
  private static func replaced(_ word: String, _ part: String, by other: String) -> String {
    guard word.contains(part) else { return word }
    var (before, rest) = ("", Substring(word))
    while !rest.hasPrefix(part), let first = rest.first {
      before.append(first)
      rest = rest.dropFirst()
    }
    return before + other + rest.dropFirst(part.count)
  }

  @Test(arguments: [
    ("payload.deputy != ''", "bool"), ("has(payload.deputy) && payload.deputy != ''", "bool"),
    ("payload.?deputy.orValue('') != ''", "bool"), ("payload.?deputy", "optional_type(string)"),
    ("payload.?deputy.optMap(d, d.size())", "optional_type(int)"),
    ("workingDaysBetween(now, payload.from) + year(now) * month(now) - day(now)", "int"),
    ("members.map(m, m.state)", "list(string)"),
    ("members.transformMap(i, m, m.id)", "map(int, string)"),
    ("payload", "payload"), ("type(payload)", "type(payload)"), ("[actor, null]", "list(actor)"),
  ])
  func `A record is a value like others`(_ row: (text: String, kind: String)) throws {
    #expect(try Self.environment.checked(row.text).kind.description == row.kind)
  }

  @Test(arguments: [
    ("size(votes) * 1.5 > 3.0", Failure.Code.expressionCallUnfit),
    ("atLeast(size(votes), 2 / 3, size(members))", .expressionCallUnfit),
    ("atLeast(size(votes), 0.66, size(members))", .expressionDecimal),
    ("moreThan(size(votes), '50%', size(members))", .expressionFraction),
    ("now >= addPeriod(now, '22d')", .expressionPeriod),
    ("now >= now + duration('240h') && membres.size() > 0", .expressionNameUnknown),
    ("actor == payload", .expressionCallUnfit), ("payload.state == actor", .expressionCallUnfit),
    ("hasRole(payload, 'x')", .expressionCallUnfit), ("hasRole(actor)", .expressionCallUnfit),
    ("members.all(m, m.state)", .expressionType), ("payload{}", .expressionMessage),
    ("meetings.all(a, meetings.all(b, a.held == b.held))", .expressionCost),
  ])
  func `A rule that could surprise does not load`(_ row: (text: String, code: Failure.Code)) {
    let fault = #expect(throws: CEL.Fault.self) {
      try CEL.CostEstimate.require(try Self.environment.checked(row.text))
    }
    #expect(fault?.code == row.code)
  }
}
