import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// Procedures through the log: their version of the rules, their states, and the register.
@Suite struct ProcedureInLogTests {
  private struct Stage {
    let network: SampleNetwork
    let zones: ZoneSource

    init(_ rules: JSON, zone: Zone = .utc) throws {
      network = try SampleNetwork(under: rules)
      zones = ZoneSource { _ in zone }
    }

    @discardableResult
    func ask(
      _ act: String, _ fields: [String: [String]], on day: String, at now: Instant? = nil
    ) throws -> Answer {
      let kind = try #require(ActCatalogue.command(named: act)).kind
      let now = now ?? SampleNetwork.now
      let request = ActRequest(
        id: .random(), input: try ActInput(kind, fields), actor: "secretariat",
        effective: try #require(PartialDay(day)), today: now.day)
      return try Registrar(network.log, zones: zones).record(request, now: now)
    }

    func admit(_ codes: [String]) throws {
      for code in codes {
        try ask("member admit", ["member": [code], "class": ["member"]], on: "2026-01-10")
      }
    }
  }

  private func adopt(_ rules: JSON, in stage: Stage, from day: String) throws {
    let digest = Digest.sha256(rules.canonical).hex
    try stage.ask(
      "procedure open",
      ["rule": ["plain"], "title": ["Rules"], "matter": ["rules"], "papers": [digest]],
      on: "2026-06-01")
    try stage.ask(
      "procedure answer",
      ["procedure": ["P-1"], "names": ["ES=for", "FR=for", "PT=for"]], on: "2026-06-02")
    try stage.ask("procedure close", ["procedure": ["P-1"]], on: "2026-06-03")
    let adopted = try stage.ask(
      "rules adopt", ["rules": [rules.canonicalText], "adopted-by": ["D-1"]], on: day)
    #expect(adopted.verdict == .accepted, "\(adopted.reasons.refusals)")
  }

  @Test func `Rules are adopted in writing, by the digest among the papers`() throws {
    let stage = try Stage(SampleRules.withProcedures())
    try stage.admit(["ES", "FR", "PT"])
    let other = try SampleRules.withProcedures([
      ("version: 1.0.0", "version: 1.1.0"), ("{days: 7", "{days: 2"),
    ])
    try adopt(other, in: stage, from: "2026-06-10")
  }

  @Test func `A procedure that was opened under one version ends under it`() throws {
    let stage = try Stage(SampleRules.withProcedures())
    try stage.admit(["ES", "FR", "PT"])
    let stricter = try SampleRules.withProcedures([
      ("version: 1.0.0", "version: 1.1.0"),
      (
        "broken: {by: [objection], who: any_member, count: 2",
        "broken: {by: [objection], who: any_member, count: 1"
      ),
    ])
    try adopt(stricter, in: stage, from: "2026-06-10")
    try stage.ask("procedure open", ["rule": ["asked"], "title": ["T"]], on: "2026-06-08")
    try stage.ask("procedure open", ["rule": ["asked"], "title": ["T"]], on: "2026-06-11")
    let old = try stage.ask(
      "procedure object", ["procedure": ["P-2"], "member": ["PT"]], on: "2026-06-12")
    #expect(old.events.map(\.type) == ["procedure.objected"])
    let new = try stage.ask(
      "procedure object", ["procedure": ["P-3"], "member": ["PT"]], on: "2026-06-12")
    #expect(new.events.map(\.type) == ["procedure.objected", "procedure.broken"])
  }

  @Test func `The time of a vote is that of the log, to the second`() throws {
    let stage = try Stage(
      SampleRules.withProcedures([("timezone: UTC", "timezone: Europe/Lisbon")]), zone: .lisbon)
    try stage.admit(["ES", "PT"])
    let opened = try #require(Instant("2026-12-01T09:30:00Z"))
    try stage.ask(
      "procedure open", ["rule": ["plain"], "title": ["T"]], on: "2026-12-01", at: opened)
    let last = try #require(Instant("2026-12-08T09:29:59Z"))
    let vote = ["procedure": ["P-1"], "names": ["PT=for"]]
    #expect(
      try stage.ask("procedure answer", vote, on: "2026-12-08", at: last).verdict == .accepted)
    let late = try #require(Instant("2026-12-08T09:30:00Z"))
    let refused = try stage.ask("procedure answer", vote, on: "2026-12-08", at: late)
    #expect(refused.reasons.refusals.map(\.code) == ["procedure-over"])
  }

  @Test func `A network whose zone is unknown to the machine is told so`() throws {
    let stage = try Stage(SampleRules.withProcedures())
    let request = ActRequest(
      id: .random(), input: try ActInput(OpenProcedure.kind, ["rule": ["plain"], "title": ["T"]]),
      actor: "s", effective: try #require(PartialDay("2026-06-01")), today: SampleNetwork.today)
    let nowhere = Registrar(stage.network.log, zones: ZoneSource { _ in nil })
    let failure = #expect(throws: Failure.self) {
      _ = try nowhere.record(request, now: SampleNetwork.now)
    }
    #expect(failure?.code.name == "zone-missing")
  }

  /// Acts by chance, many of them refused.
  private func act(_ random: inout Seeded) -> (String, [String: [String]], String) {
    func pick(_ words: [String]) -> [String] { [words.randomElement(using: &random) ?? ""] }
    let procedure = pick(["P-1", "P-2", "P-3"])
    let member = pick(["ES", "FR", "PT", "SE"])
    let day = pick(["2026-06-01", "2026-06-03", "2026-06-09", "2026-06-20", "2026-07-01"])[0]
    let forms: [(String, [String: [String]])] = [
      (
        "procedure open", ["rule": pick(["silence", "asked", "written", "plain"]), "title": ["T"]]
      ),
      ("procedure notify", ["procedure": procedure]),
      ("procedure notify", ["procedure": procedure, "members": member]),
      ("procedure consent", ["procedure": procedure, "agreed": ["ES", "FR"]]),
      ("procedure answer", ["procedure": procedure, "names": ["\(member[0])=for"]]),
      ("procedure object", ["procedure": procedure, "member": member]),
      ("procedure retract", ["procedure": procedure, "member": member]),
      (
        "procedure extend",
        ["procedure": procedure, "until": pick(["2026-06-30"]), "reason": ["r"]]
      ),
      ("procedure close", ["procedure": procedure]),
      ("procedure publish", ["procedure": procedure]),
      ("procedure withdraw", ["procedure": pick(["P-3"]), "reason": ["r"]]),
    ]
    let form = forms.randomElement(using: &random) ?? forms[0]
    return (form.0, form.1, day)
  }

  @Test(arguments: UInt64(1)...6)
  func `Whatever the acts, states equal a fresh fold and a replay gives the same bytes`(
    _ seed: UInt64
  ) throws {
    let rules = try SampleRules.withProcedures()
    let (first, second) = (try Stage(rules), try Stage(rules))
    try first.admit(["ES", "FR", "PT"])
    try second.admit(["ES", "FR", "PT"])
    var random = Seeded(seed: seed)
    var accepted = 0
    for _ in 0..<60 {
      let (name, fields, day) = act(&random)
      let verdicts = [first, second].map { stage in
        (try? stage.ask(name, fields, on: day))?.verdict
      }
      #expect(verdicts[0] == verdicts[1])
      if verdicts[0] == .accepted { accepted += 1 }
    }
    #expect(accepted > 5)
    for (stream, stored) in try first.network.log.states(in: Procedure.category) {
      #expect(try FoldCheck.holds(first.network.log, stream, stored))
    }
    let lines = try [first, second].map { stage in
      try stage.network.log.events(after: 0, limit: 10_000).map {
        "\($0.position) \($0.stream.text) \($0.type) \($0.effective) \($0.data.canonicalText)"
      }
    }
    #expect(lines[0] == lines[1])
  }
}
