import Plugins
import TestKit
import Testing
import Values

/// Guards by themselves: over facts that a test writes down.
@Suite struct CompiledGuardTests {
  private func verdict(
    _ require: String, when: String? = nil, values: String = "{}", definitions: String = "",
    facts: JSON = ["payload": ["class": "member", "from": "2026-03-01"]]
  ) throws -> GuardVerdict {
    let text = """
      \(definitions)
      guards:
        - id: own.rule
          on: [member.admitted]
          source: assumption
          \(when.map { "when: \"\($0)\"" } ?? "")
          require: "\(require)"
          message: {en: "\(values == "{}" ? "No." : "No: {seen}.")"}
          values: \(values)
      """
    let rules = try PluginFile.load(resolved: SampleRules.document(adding: text))
    var book = RuleBook(rules, zone: .utc)
    let compiled = try #require(try book.guards(on: "member.admitted").first)
    var scope = try book.scope(on: "member.admitted", facts: facts.fields ?? JSON.Fields())
    return compiled.verdict(in: &scope)
  }

  private func parts(_ verdict: GuardVerdict) -> [String] {
    verdict.parts.map { "\($0.text) = \($0.value)" }
  }

  @Test func `Other types of events have no guards`() throws {
    let rules = try PluginFile.load(resolved: SampleRules.document)
    var book = RuleBook(rules, zone: .utc)
    #expect(try book.guards(on: "member.admitted").isEmpty)
  }

  @Test func `A guard is seen to hold, to fail and not to apply`() throws {
    guard case .holds = try verdict("payload.class == 'member'").answer else {
      Issue.record("it holds")
      return
    }
    guard case .fails = try verdict("payload.class == 'observer'").answer else {
      Issue.record("it fails")
      return
    }
    guard case .doesNotApply = try verdict("false", when: "payload.class == 'observer'").answer
    else {
      Issue.record("it does not apply")
      return
    }
  }

  @Test(arguments: [
    ("payload.class == 'observer'", ["payload.class = text(\"member\")"]),
    (
      "payload.class == 'member' && size(members) > 1",
      ["payload.class = text(\"member\")", "size(members) = int(1)"]
    ),
    ("!(size(members) < 5)", ["size(members) = int(1)"]),
    ("members.exists(m, m.votes)", ["members.exists(m, m.votes) = word(\"word.no\")"]),
  ])
  func `A verdict shows what each part of the condition came to`(
    _ row: (require: String, parts: [String])
  ) throws {
    let facts: JSON = [
      "payload": ["class": "member", "from": "2026-03-01"],
      "members": [["id": "PT", "votes": false]],
    ]
    #expect(try parts(verdict(row.require, facts: facts)) == row.parts)
  }

  @Test func `What is passed over by a connective is counted`() throws {
    let found = try verdict(
      "members[3].votes || payload.class == 'member'",
      facts: [
        "payload": ["class": "member", "from": "2026-03-01"], "members": [],
      ])
    guard case .holds = found.answer else {
      Issue.record("it holds, since the other side does")
      return
    }
    #expect(found.absorbed == 1)
  }

  @Test func `A definition is computed once and costs once`() throws {
    let definitions = """
      definitions:
        heavy: "members.filter(m, m.votes)"
      """
    let facts: JSON = [
      "payload": ["class": "member", "from": "2026-03-01"],
      "members": .list((0..<50).map { ["id": .text("M\($0)"), "votes": true] }),
    ]
    let once = try verdict("size(heavy) == 50", definitions: definitions, facts: facts)
    let twice = try verdict(
      "size(heavy) == 50 && size(heavy) == 50", definitions: definitions, facts: facts)
    #expect(twice.cost - once.cost < 20)
    #expect(once.cost > 100)
  }

  @Test func `A definition that cannot be answered stands for its error wherever it is used`()
    throws
  {
    let definitions = """
      definitions:
        first: "members[0].id"
      """
    let found = try verdict(
      "first == 'PT'", definitions: definitions,
      facts: ["payload": ["class": "member", "from": "2026-03-01"], "members": []])
    guard case .cannotTell(let error) = found.answer else {
      Issue.record("it cannot tell")
      return
    }
    #expect(error.code == .evaluationIndexOutside)
  }

  @Test func `A name that nobody gave a value is an error and no guess`() throws {
    let found = try verdict("size(members) == 0", facts: ["payload": ["class": "member"]])
    #expect(found.answer.isAgainst)
  }

  @Test(arguments: [
    ("2026-03-01", "2026-03-01T00:00:00Z"), ("2026-03", "2026-03-01T00:00:00Z"),
    ("2026", "2026-01-01T00:00:00Z"), ("2026-03-01T09:30:00Z", "2026-03-01T09:30:00Z"),
  ])
  func `A day is the moment at which it begins, a month its first day`(
    _ row: (day: String, moment: String)
  ) throws {
    let found = try verdict(
      "payload.from == timestamp('\(row.moment)')",
      facts: ["payload": ["class": "member", "from": .text(row.day)]])
    #expect(!found.answer.isAgainst)
  }

  @Test(arguments: [1, 7, 42] as [UInt64])
  func `The same facts give the same verdict at the same cost`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let members = (0..<Int.random(in: 0..<40, using: &random)).map { number -> JSON in
      ["id": .text("M\(number)"), "votes": .bool(Bool.random(using: &random))]
    }
    let facts: JSON = ["payload": ["class": "member"], "members": .list(members)]
    let require = "size(members.filter(m, m.votes)) * 2 > size(members)"
    let (first, second) = (try verdict(require, facts: facts), try verdict(require, facts: facts))
    #expect(first.cost == second.cost)
    #expect(first.answer.isAgainst == second.answer.isAgainst)
    let votes = members.filter { $0["votes"] == .bool(true) }.count
    #expect(first.answer.isAgainst == (votes * 2 <= members.count))
  }
}
