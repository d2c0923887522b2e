import Foundation
import TestKit
import Testing
import Values

@testable import Plugins

/// Declarative keys as guards: what each says, and that it can be loaded.
@Suite struct ExpandedGuardsTests {
  private static let policies = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "policies")

  private static func shipped(_ name: String) throws -> Rules {
    try PluginFile.load(path: policies.appending(path: "networks/\(name).yaml").path).rules
  }

  /// The sample rules with edits, and the guards of one rule: `on`, `when`, `require` in one line each.
  private func guards(
    of path: String, _ keys: [String]? = nil, _ edits: [(String, String)] = []
  ) throws -> [ExpandedGuard] {
    let rules = edits.isEmpty ? try SampleRules.rules() : try SampleRules.amendedRules(edits)
    return rules.expandedGuards.filter { $0.path == path && (keys == nil || $0.keys == keys) }
  }

  @Test(arguments: ["ejcn", "ciberred", "forum-cibercrime"])
  func `Every guard of a network's keys is true or false for each event that it names`(
    _ name: String
  ) throws {
    let rules = try Self.shipped(name)
    let environment = RuleEnvironment(rules)
    let guards = rules.expandedGuards
    #expect(guards.count >= 6)
    for item in guards {
      for type in item.on {
        for text in [item.when, item.require].compactMap(\.self) {
          #expect(
            try environment.checked(text, on: type).kind == .bool, "\(item.path): \(text.text)")
        }
      }
    }
  }

  @Test func `Guards can be loaded as the guards of a plugin and put to events`() throws {
    var rules = try SampleRules.rules()
    rules.guards = rules.expandedGuards.enumerated().map { index, item in
      GuardRule(
        id: "key.\(index)", on: item.on, when: item.when, require: item.require,
        severity: item.severity, message: LocalText(["en": "No."]), values: [], waiver: nil,
        isFinal: false, clause: item.clause)
    }
    var book = RuleBook(rules, zone: .utc)
    let types = Set(rules.guards.flatMap(\.on))
    #expect(types.isSuperset(of: ["meeting.convened", "deliberation.adopted", "seat.created"]))
    for type in types { #expect(try !book.guards(on: type).isEmpty) }
  }

  @Test func `A notice is counted from the convocation, and from a move again`() throws {
    let found = try guards(of: "series.plenary.notice")
    #expect(found.map(\.on) == [["meeting.convened"], ["meeting.moved"]])
    #expect(found.allSatisfy { $0.keys == ["period", "urgent"] })
    #expect(
      found.map(\.require.text) == [
        "meeting.from >= addPeriod(payload.on, payload.urgent ? 'P4D' : 'P14D')",
        "payload.from >= addPeriod(payload.on, payload.urgent ? 'P4D' : 'P14D')",
      ])
  }

  @Test func `Without an urgent notice nothing is urgent`() throws {
    let found = try guards(of: "series.plenary.notice", nil, [("urgent: P4D, ", "")])
    #expect(found.first?.keys == ["period"])
    #expect(
      found.first?.require.text
        == "!payload.urgent && meeting.from >= addPeriod(payload.on, 'P14D')")
  }

  @Test(arguments: [
    ("more_than: 1/2", "moreThan", "'1/2'"), ("at_least: 2/3", "atLeast", "'2/3'"),
  ])
  func `A quorum is counted when a meeting opens and at each decision`(
    _ row: (key: String, function: String, fraction: String)
  ) throws {
    let found = try guards(
      of: "bodies.plenary.quorum", nil,
      [("quorum: {more_than: 1/2", "quorum: {\(row.key)")])
    #expect(
      found.map(\.on) == [
        ["meeting.opened"], ["deliberation.adopted", "deliberation.rejected"],
      ])
    for (item, present) in zip(found, ["payload.present", "meeting.present"]) {
      #expect(
        item.require.text
          == "\(row.function)(size(members.filter(m, m.votes).map(m, m.id).filter(e, e in "
          + "\(present))), \(row.fraction), size(members.filter(m, m.votes).map(m, m.id)))")
    }
  }

  @Test(arguments: [
    ("all_members", "counted", "size(members.filter(m, m.votes).map(m, m.id))"),
    ("present", "counted", "payload.present"),
    ("votes_cast", "counted", "payload.votes.for + payload.votes.against + payload.votes.abstain"),
    ("votes_cast", "ignored", "payload.votes.for + payload.votes.against"),
  ])
  func `A majority names what its fraction is taken of`(
    _ row: (base: String, abstentions: String, text: String)
  ) throws {
    let found = try guards(
      of: "bodies.plenary.decides.rules", nil,
      [
        (
          "rules: {at_least: 2/3, of: all_members, abstentions: counted",
          "rules: {at_least: 2/3, of: \(row.base), abstentions: \(row.abstentions)"
        )
      ])
    #expect(found.map(\.keys) == [["first", "at_least", "of", "abstentions"], ["tie"]])
    #expect(
      found.first?.require.text
        == "(event.type == 'deliberation.adopted') == (payload.method != 'consensus' && "
        + "atLeast(payload.votes.for, '2/3', \(row.text)))")
    #expect(
      found.last?.require.text == "payload.method == 'consensus' || !has(payload.chair_vote)")
  }

  @Test func `The default majority serves for every matter that has none of its own`() throws {
    let found = try guards(of: "bodies.plenary.decides.default")
    let applies =
      "payload.body == 'plenary' && payload.method != 'silence' && "
      + "!(payload.matter in ['admission', 'programme', 'rules'])"
    #expect(found.compactMap { $0.when?.text } == [applies, applies])
    #expect(
      found.first?.require.text.contains("payload.method == 'consensus' || moreThan(") == true)
  }

  @Test func `A chair that decides ties has a second vote and must give it`() throws {
    let found = try guards(
      of: "bodies.plenary.decides.programme", nil,
      [
        (
          "programme: {more_than: 1/2, of: votes_cast, abstentions: ignored, tie: rejected",
          "programme: {more_than: 1/2, of: votes_cast, abstentions: ignored, tie: chair_decides"
        )
      ])
    #expect(found.first?.require.text.contains("payload.chair_vote == 'for'") == true)
    #expect(found.last?.require.text.contains("has(payload.chair_vote) || ") == true)
  }

  @Test(arguments: [
    ("bodies.plenary.decides.admission", ["only"], "payload.method == 'consensus'"),
    ("seats.contact_point", ["max"], "payload.number <= 2"),
    (
      "seats.contact_point", ["term"],
      "!has(payload.until) || payload.until <= addPeriod(payload.from, 'P4Y')"
    ),
    (
      "seats.contact_point", ["classes"],
      "members.exists(m, m.id == event.id.split('.')[0] && m.class in ['member'])"
    ),
    (
      "bodies.bureau.elected", ["min", "max"],
      "size(payload.members) >= 2 && size(payload.members) <= 3"
    ),
    (
      "bodies.bureau.elected", ["stand"],
      "cel.bind(eligible, members.filter(m, m.class in ['member']).map(m, m.id), "
        + "payload.members.all(e, e in eligible))"
    ),
    (
      "programme", ["length"],
      "addPeriod(payload.until, 'P1D') == addPeriod(payload.from, 'P2Y')"
    ),
    (
      "subgroups", ["longest"],
      "!has(payload.until) || addPeriod(payload.until, 'P1D') <= addPeriod(payload.from, 'P2Y')"
    ),
    (
      "membership.classes.observer", ["may"],
      "cel.bind(barred, members.filter(m, m.class == 'observer').map(m, m.id), "
        + "votes.all(v, !(v.member in barred)))"
    ),
  ])
  func `A key is written with the value that stands there`(
    _ row: (path: String, keys: [String], require: String)
  ) throws {
    #expect(try guards(of: row.path, row.keys).map(\.require.text) == [row.require])
  }

  @Test func `Terms of a board are staggered by those who leave`() throws {
    let edits = [("elected: {min: 2,", "elected: {leaving: 1, min: 2,")]
    #expect(try guards(of: "bodies.bureau.elected", ["leaving"]).isEmpty)
    #expect(
      try guards(of: "bodies.bureau.elected", ["leaving"], edits).map(\.require.text) == [
        "size(board.filter(b, b.body == 'bureau' && !(b.member in payload.members))) <= 1"
      ])
  }

  @Test func `A rule without a limit has no guard for it`() throws {
    let edits = [
      (", longest: P2Y", ""), ("max: 2, by", "by"), ("term: P4Y, ", ""), (", alternates: 2", ""),
    ]
    #expect(try guards(of: "subgroups", nil, edits).isEmpty)
    #expect(try guards(of: "seats.contact_point", nil, edits).map(\.keys) == [["classes"]])
  }

  @Test func `A right that a class has stands against nothing`() throws {
    #expect(try guards(of: "membership.classes.member").isEmpty)
    let guest = [("observer: {may: [attend, speak, receive]", "observer: {may: [receive]")]
    #expect(
      try guards(of: "membership.classes.observer", nil, guest).map(\.on) == [
        ["meeting.opened"], ["delegation.arrived"],
        ["deliberation.adopted", "deliberation.rejected"],
      ])
  }

  @Test
  func `A value that is a parameter is named, so that an act that changes it changes the guard`()
    throws
  {
    let parameters = """
      parameters:
        notice: {type: period, default: P14D, source: assumption}
        share: {type: fraction, default: 1/2, source: assumption}
        seats: {type: int, default: 2, source: assumption}
      """
    let text = SampleRules.text.replacing("period: P14D", with: "period: {param: notice}")
      .replacing("quorum: {more_than: 1/2", with: "quorum: {more_than: {param: share}")
      .replacing("max: 2, by", with: "max: {param: seats}, by")
    let rules = try PluginFile.load(text: text + "\n" + parameters, file: "p.yaml").rules
    let texts = rules.expandedGuards.map(\.require.text)
    #expect(texts.contains { $0.hasSuffix("payload.urgent ? 'P4D' : params.notice)") })
    #expect(texts.contains { $0.contains(", params.share, ") })
    #expect(texts.contains("payload.number <= params.seats"))
    let environment = RuleEnvironment(rules)
    for item in rules.expandedGuards {
      #expect(try environment.checked(item.require, on: item.on[0]).kind == .bool)
    }
  }

  @Test func `The members of a body by rotation are those of the calendar`() throws {
    let edits = [
      (
        "composition: rotation",
        "composition: rotation\n      quorum: {more_than: 1/2, of: members, source: assumption}"
      )
    ]
    let found = try guards(of: "bodies.board.quorum", nil, edits)
    #expect(found.map(\.on) == [["deliberation.adopted", "deliberation.rejected"]])
    #expect(
      found.first?.require.text.contains(
        "today >= 20260101 && today <= 20270630 ? ['PT', 'ES', 'MT'] : "
          + "board.filter(b, b.body == 'board').map(b, b.member)") == true)
  }

  @Test func `A guard is told as it would stand in a plugin`() throws {
    let found = try #require(try guards(of: "seats.contact_point", ["max"]).first)
    #expect(
      found.json == [
        "on": ["seat.created"], "when": "payload.kind == 'contact_point'",
        "require": "payload.number <= 2", "severity": "deny",
      ])
    #expect(found.clause.id == "seats.contact_point")
  }

  @Test func `Programmes that overlap are only warned of`() throws {
    let found = try guards(of: "programme", [])
    #expect(found.map(\.severity) == [.warn])
    #expect(found.first?.json["when"] == nil)
  }
}
