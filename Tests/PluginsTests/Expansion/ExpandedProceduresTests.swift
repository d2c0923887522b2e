import TestKit
import Testing
import Values

@testable import Plugins

/// The keys of procedures as guards.
@Suite struct ExpandedProceduresTests {
  private func guards(
    of path: String, _ edits: [(String, String)] = []
  ) throws -> [ExpandedGuard] {
    try SampleRules.procedureRules(edits).expandedGuards.filter { $0.path == "procedures.\(path)" }
  }

  @Test(arguments: [
    (
      "silence", ["not_for"], ["procedure.opened"], "!(payload.matter in ['rules'])"
    ),
    (
      "silence.period", ["working_days", "urgent"], ["procedure.started"],
      "payload.expires == addWorkingDays(payload.from, payload.urgent ? 3 : 10)"
    ),
    (
      "silence.period", ["starts"], ["procedure.started"],
      "payload.addressees.all(a, a in payload.notified)"
    ),
    (
      "asked.period", ["urgent"], ["procedure.opened"], "!payload.urgent"
    ),
    (
      "asked.period", ["days", "at"], ["procedure.started"],
      "cel.bind(last, addPeriod(payload.from, 'P3D'), year(payload.expires) == year(last) && "
        + "month(payload.expires) == month(last) && day(payload.expires) == day(last)) && "
        + "payload.expires.getHours('UTC') == 17 && payload.expires.getMinutes('UTC') == 0"
    ),
    (
      "plain.period", ["days"], ["procedure.started"],
      "payload.expires == addPeriod(payload.from, 'P7D')"
    ),
    (
      "asked.consent", ["unless"], ["procedure.consented"], "size(payload.against) == 0"
    ),
    (
      "written.consent", ["at_least"], ["procedure.consented"],
      "atLeast(size(payload.agreed), '1/2', size(payload.addressees))"
    ),
    (
      "written.answers", ["at_least"], ["procedure.expired", "procedure.closed"],
      "(payload.outcome in ['adopted', 'rejected']) == "
        + "(atLeast(size(payload.answered), '1/2', size(payload.addressees)))"
    ),
  ])
  func `A key is written with the value that stands there`(
    _ row: (path: String, keys: [String], on: [String], require: String)
  ) throws {
    let found = try guards(of: row.path).filter { $0.keys == row.keys }
    #expect(found.map(\.require.text) == [row.require])
    #expect(found.map(\.on) == [row.on])
    #expect(
      found.first?.when?.text == "payload.rule == '\(row.path.split(separator: ".")[0])'")
  }

  @Test func `What breaks silence must be there when it is broken, and not when it ends`() throws {
    let found = try guards(of: "silence.broken")
    let enough =
      "size(payload.objections.filter(o, o.means in "
      + "['objection', 'amendment', 'meeting_request'])) >= 1"
    #expect(found.map(\.require.text) == [enough, "!(\(enough))"])
    #expect(found.map(\.on) == [["procedure.broken"], ["procedure.expired", "procedure.closed"]])
    #expect(
      try guards(of: "written.broken").map(\.keys) == [["by", "more_than"], ["by", "more_than"]])
  }

  @Test func `A number that is a parameter is named`() throws {
    let parameters = """
      parameters:
        silence: {type: int, default: 10, source: assumption}
        letters: {type: int, default: 7, source: assumption}
      governance:

      """
    let edits = [
      ("governance:\n", parameters), ("working_days: 10", "working_days: {param: silence}"),
      ("days: 7", "days: {param: letters}"),
    ]
    #expect(
      try guards(of: "silence.period", edits).first?.require.text
        == "payload.expires == addWorkingDays(payload.from, payload.urgent ? 3 : params.silence)")
    #expect(
      try guards(of: "plain.period", edits).first?.require.text
        == "payload.expires == addPeriod(payload.from, 'P' + string(params.letters) + 'D')")
    let environment = RuleEnvironment(try SampleRules.procedureRules(edits))
    for item in try guards(of: "plain.period", edits) {
      #expect(try environment.checked(item.require, on: item.on[0]).kind == .bool)
    }
  }

  @Test func `Every guard of a procedure is true or false for each event that it names`() throws {
    let rules = try SampleRules.procedureRules()
    let environment = RuleEnvironment(rules)
    let found = rules.expandedGuards.filter { $0.path.hasPrefix("procedures.") }
    #expect(found.count >= 12)
    for item in found {
      for type in item.on {
        for text in [item.when, item.require].compactMap(\.self) {
          #expect(try environment.checked(text, on: type).kind == .bool, "\(text.text)")
        }
      }
    }
  }

  @Test func `A quorum is asked of what was decided in a meeting only`() throws {
    let found = try SampleRules.procedureRules().expandedGuards.filter {
      $0.path == "bodies.plenary.quorum" && $0.on.contains("deliberation.adopted")
    }
    #expect(found.map { $0.when?.text } == ["payload.body == 'plenary' && has(payload.meeting)"])
  }
}
