import Testing
import Values

@testable import Plugins

/// What an expression may name, on which events, and of what kind it is.
@Suite struct RuleEnvironmentTests {
  private let environment: RuleEnvironment

  init() throws {
    let rules = try PluginFile.load(text: SamplePlugin.written, file: "s.yaml").rules
    environment = RuleEnvironment(rules)
  }

  private func kind(_ text: String, on type: String?, trigger: String? = nil) throws -> CEL.Kind {
    try environment.checked(ExpressionText(text), on: type, trigger: trigger).kind
  }

  private func failure(
    _ text: String, on type: String?, trigger: String? = nil
  ) -> Failure? {
    do throws(Failure) {
      _ = try environment.checked(ExpressionText(text), on: type, trigger: trigger)
      return nil
    } catch {
      return error
    }
  }

  /// An expression, the event on which it is checked, and its kind.
  struct Row: CustomTestStringConvertible, Sendable {
    let text: String
    let type: String
    let kind: CEL.Kind

    init(_ text: String, _ type: String, _ kind: CEL.Kind) {
      (self.text, self.type, self.kind) = (text, type, kind)
    }

    var testDescription: String { "\(text) on \(type)" }
  }

  static let payloads = [
    Row("payload.from", "member.admitted", .timestamp),
    Row("payload.class", "member.admitted", .string),
    Row("payload.members", "board.elected", .list(.string)),
    Row("payload.until", "board.elected", .timestamp),
    Row("payload.urgent", "meeting.convened", .bool),
    Row("payload.agenda[0]", "meeting.convened", .string),
    Row("payload.number", "meeting.planned", .int),
    Row("has(payload.number)", "meeting.planned", .bool),
    Row("payload.quorum.needed", "meeting.opened", .int),
    Row("payload.votes.abstain", "deliberation.adopted", .int),
    Row("payload.names.map(n, n.member)", "deliberation.adopted", .list(.string)),
    Row("payload.dissent.exists(d, d.text != '')", "deliberation.rejected", .bool),
    Row("payload.topics.size()", "programme.drafted", .int),
    Row("payload.changes", "event.corrected", .dyn),
    Row("payload.corrects", "event.corrected", .int),
    Row("payload.languages", "person.revised", .list(.string)),
    Row("payload.handling", "sample.guideline.published", .string),
    Row("payload.copies + 1", "sample.guideline.published", .int),
    Row("payload.sent < payload.on", "sample.guideline.published", .bool),
    Row("payload.authors.map(a, a.state)", "sample.guideline.published", .list(.string)),
    Row("payload.tags", "sample.guideline.published", .list(.string)),
  ]

  static let kernel = [
    Row("now", "member.ended", .timestamp), Row("event.type", "member.ended", .string),
    Row("event.position", "member.ended", .int), Row("event.effective", "member.ended", .timestamp),
    Row("actor.roles", "member.ended", .list(.string)),
    Row("network.founded", "member.ended", .timestamp),
    Row("members", "member.ended", .list(.record("member"))),
    Row("members.filter(m, m.status == 'active').size()", "member.ended", .int),
    Row("contacts.exists(c, c.until > now)", "member.ended", .bool),
    Row("contacts.map(c, c.person)", "member.ended", .list(.string)),
    Row("meeting.noticed_at", "member.ended", .timestamp),
    Row("meeting.held", "member.ended", .bool),
    Row("meetings.map(m, m.number)", "member.ended", .list(.int)),
    Row("motion.kind", "member.ended", .string),
    Row("votes.filter(v, v.choice == 'for').size()", "member.ended", .int),
    Row("board.map(s, s.basis)", "member.ended", .list(.string)),
    Row("programmes.all(p, p.adopted)", "member.ended", .bool),
    Row("params.notice", "member.ended", .string), Row("params.contacts", "member.ended", .int),
    Row("voting", "member.ended", .list(.record("member"))),
    Row("electorate", "member.ended", .int),
    Row("late", "member.ended", .bool), Row("late", "member.admitted", .bool),
    Row("atLeast(electorate, '2/3', size(members))", "member.ended", .bool),
    Row("addPeriod(now, params.notice)", "member.ended", .timestamp),
    Row("addWorkingDays(now, params.contacts)", "member.ended", .timestamp),
    Row("year(now)", "member.ended", .int),
  ]

  @Test(arguments: payloads + kernel)
  func `What an expression names has the kind that its event gives it`(_ row: Row) throws {
    #expect(try kind(row.text, on: row.type) == row.kind)
  }

  static let unknown: [(text: String, type: String?, code: Failure.Code)] = [
    ("payload.form", "member.admitted", .expressionFieldUnknown),
    ("payload.urgent", "member.admitted", .expressionFieldUnknown),
    ("payload.quorum.need", "meeting.opened", .expressionFieldUnknown),
    ("payload.from", nil, .expressionNameUnknown),
    ("payload.from", "no.event", .expressionNameUnknown),
    ("trigger.payload", "member.admitted", .expressionNameUnknown),
    ("proposal.kind", "member.admitted", .expressionNameUnknown),
    ("params.notise", "member.ended", .expressionFieldUnknown),
    ("members[0].deputy", "member.ended", .expressionFieldUnknown),
    ("late", "meeting.closed", .definitionUnread), ("late", nil, .definitionUnread),
    ("atLeast(1, '2-3', 2)", "member.ended", .expressionFraction),
    ("addPeriod(now, '22d')", "member.ended", .expressionPeriod),
    ("size(members) * 1.5", "member.ended", .expressionCallUnfit),
    ("now + 14", "member.ended", .expressionCallUnfit), ("1 +", "member.ended", .expressionSyntax),
  ]

  @Test(arguments: unknown)
  func `What is not there is refused before it runs`(
    _ row: (text: String, type: String?, code: Failure.Code)
  ) {
    #expect(failure(row.text, on: row.type)?.code == row.code)
  }

  @Test func `An obligation sees the event that brought it about beside the one that meets it`()
    throws
  {
    let both = "payload.languages.size() > 0 && trigger.payload.person != ''"
    #expect(try kind(both, on: "person.revised", trigger: "appointment.made") == .bool)
    #expect(
      try kind("trigger.event.recorded", on: "person.revised", trigger: "appointment.made")
        == .timestamp)
    let wrong = failure("trigger.payload.class", on: "person.revised", trigger: "appointment.made")
    #expect(wrong?.code == .expressionFieldUnknown)
  }

  @Test func `A fault of a text that no file holds has no place`() {
    #expect(failure("payload.form", on: "member.admitted")?.place == nil)
  }

  @Test func `Only definitions that are used become variables`() throws {
    let none = try environment.environment(for: ["members"], on: "member.ended")
    #expect(none.variables["voting"] == nil && none.variables["members"] != nil)
    let used = try environment.environment(for: ["electorate"], on: "member.ended")
    #expect(used.variables["electorate"] == .int && used.variables["voting"] != nil)
  }

  // MARK: - Free names

  @Test(arguments: [
    ("1 + 2", [String]()), ("a + b.c.d", ["a", "b"]),
    ("a.f(b, [c, {d: e}])", ["a", "b", "c", "d", "e"]),
    ("has(a.b)", ["a"]), ("a ? b : c", ["a", "b", "c"]), (".a", ["a"]), ("a[b]", ["a", "b"]),
    ("x.all(y, y.z == w)", ["x", "w"]), ("x.map(y, y in x)", ["x"]),
    ("y.all(y, y > 0)", ["y"]), ("x.exists(y, x.all(z, z == y && z == u))", ["x", "u"]),
    ("cel.bind(v, a, v + b)", ["a", "b"]), ("cel.bind(v, v, 1)", ["v"]),
    ("a.?b.orValue(c)", ["a", "c"]),
  ])
  func `The names that an expression takes from outside are those that nothing in it binds`(
    _ row: (text: String, names: [String])
  ) throws {
    #expect(try CEL.Parser.parse(row.text).freeNames == Set(row.names))
  }

  // MARK: - The order of definitions

  private func definitions(_ texts: [(String, String)]) -> Definitions {
    Definitions(texts.map { NamedExpression($0, ExpressionText($1)) })
  }

  @Test func `A definition comes after those that it uses`() {
    let order = definitions([("a", "b + c"), ("b", "c + 1"), ("c", "2"), ("d", "a")])
    #expect(order.ordered.map(\.name) == ["c", "b", "a", "d"])
    #expect(order.cycle.isEmpty)
  }

  @Test(arguments: [
    ([("a", "a + 1")], ["a", "a"]), ([("a", "b"), ("b", "a")], ["a", "b", "a"]),
    ([("a", "b"), ("b", "c"), ("c", "b")], ["b", "c", "b"]),
  ])
  func `A cycle is the way from a definition back to itself`(
    _ row: (texts: [(String, String)], cycle: [String])
  ) {
    #expect(definitions(row.texts).cycle == row.cycle)
  }

  @Test func `Two hundred definitions in a row are one order`() {
    let texts = (0..<200).map { ("d\($0)", $0 == 199 ? "1" : "d\($0 + 1) + 1") }
    #expect(definitions(texts).ordered.first?.name == "d199")
    #expect(definitions(texts).ordered.count == 200)
  }

  @Test func `A definition that is no expression is left out`() {
    #expect(definitions([("a", "1 +"), ("b", "a")]).ordered.map(\.name) == ["b"])
  }

  // MARK: - Small parts

  @Test(arguments: [
    ("contact.is-magistrate", true), ("a", true), ("a1_b.c-d", true), ("", false), ("1a", false),
    ("A", false), ("a..b", false), ("a.", false), (".a", false), ("a-", false), ("a b", false),
    ("á", false), (String(repeating: "a", count: 80), true),
    (String(repeating: "a", count: 81), false),
  ])
  func `The id of a guard is small words with points, hyphens or underscores`(
    _ row: (text: String, isRight: Bool)
  ) {
    #expect(Names.isRuleID(row.text) == row.isRight)
  }

  @Test(arguments: [
    ("member.admitted", true), ("ejcn.guideline.published", true), ("contact_point.made", true),
    ("member", false), ("", false), (".a", false), ("a.", false), ("a..b", false), ("A.b", false),
    ("a.b-c", false), ("1.a", false), ("a.1", false),
  ])
  func `A type of event is two or more names with points`(_ row: (text: String, isRight: Bool)) {
    #expect(Names.isEventType(row.text) == row.isRight)
  }
}
