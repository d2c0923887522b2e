import EventStore
import Plugins
import TestKit
import Testing
import Values

@testable import Governance

/// An answer of the log can be found again from the rules that gave it and the state that it met.
@Suite struct RecheckTests {
  @Test func `Every act of a year is decided again as it was`() throws {
    let network = try SampleNetwork()
    for act in SampleHistory.acts { try network.record(act.name, act.fields, on: act.day) }
    let outcomes = try Recheck.outcomes(of: nil, in: network.log)
    #expect(outcomes.count == SampleHistory.acts.count + 1)
    #expect(outcomes.filter { $0.value != .same }.keys.sorted() == [])
  }

  @Test func `So is every act under three versions of the rules, kept and taken over`() throws {
    let network = try SampleNetwork.sitting()
    try network.vote(2, against: 1, on: "2026-03-20")
    try network.adopt(try SampleRules.amended(SampleRules.strict), from: "2026-03-21")
    try network.vote(2, against: 1, on: "2026-03-22")
    try network.adopt(
      try SampleRules.amended(SampleRules.strict + SampleRules.adopting, version: "1.2.0"),
      decidedOn: "2026-03-22", from: "2026-03-23")
    try network.vote(2, against: 1, on: "2026-03-24")
    let outcomes = try Recheck.outcomes(of: nil, in: network.log)
    #expect(outcomes.values.allSatisfy { $0 == .same })
    #expect(outcomes.count == 14)
  }

  @Test(arguments: UInt64(1)...6)
  func `So is any history of acts, refused ones too`(_ seed: UInt64) throws {
    let network = try SampleNetwork.sitting()
    var random = Seeded(seed: seed)
    for _ in 0..<40 {
      let act = Self.act(&random)
      do {
        try network.record(act.name, act.fields, on: act.day)
      } catch is Refusal {
        continue
      }
    }
    let outcomes = try Recheck.outcomes(of: nil, in: network.log)
    let different = outcomes.filter { $0.value == .different }.keys.sorted()
    #expect(different == [], "seed \(seed)")
    #expect(outcomes.count > 20)
  }

  private static func act(_ random: inout Seeded) -> (
    name: String, fields: [String: [String]], day: String
  ) {
    func pick(_ values: [String]) -> [String] {
      [values[Int.random(in: 0..<values.count, using: &random)]]
    }
    let member = pick(["PT", "ES", "FR"])
    let meeting = pick(["plenary-1", "plenary-2"])
    let event = pick((3...20).map(String.init))
    let votes = pick(["0", "1", "2", "3"])
    let acts: [(String, [String: [String]])] = [
      ("member admit", ["member": member, "class": pick(["member", "observer"])]),
      ("member end", ["member": member]), ("person add", ["name": ["Ana Example"]]),
      ("person edit", ["person": ["H-1"], "email": ["a@example.org"]]),
      ("seat appoint", ["member": member, "kind": ["contact_point"], "person": ["H-1"]]),
      ("seat end", ["seat": ["PT.contact_point.1"], "reason": ["Left"]]),
      ("meeting plan", ["series": ["plenary"], "from": pick(["2026-04-02", "2026-06-01"])]),
      ("meeting convene", ["meeting": meeting]),
      ("meeting open", ["meeting": meeting, "present": member]),
      ("meeting close", ["meeting": meeting]),
      ("attendance leave", ["meeting": meeting, "member": member]),
      ("attendance arrive", ["meeting": meeting, "member": member]),
      (
        "deliberation record", ["meeting": meeting, "title": ["M"], "for": votes, "against": ["1"]]
      ),
      ("event correct", ["event": event, "strike": ["true"], "reason": ["No"]]),
      ("event correct", ["event": event, "counts-from": ["2026-02-01"], "reason": ["Late"]]),
    ]
    let act = acts[Int.random(in: 0..<acts.count, using: &random)]
    return (act.0, act.1, pick(["2024-05-01", "2026-03-20", "2026-03-21", "2026-06-01"])[0])
  }

  @Test func `Only the acts that are asked for are answered`() throws {
    let network = try SampleNetwork.sitting()
    let vote = try network.vote(2, against: 1, on: "2026-03-20")
    let row = try #require(try network.log.command(vote.command)?.row)
    #expect(try Recheck.outcomes(of: [row], in: network.log) == [row: .same])
    #expect(try Recheck.outcomes(of: [], in: network.log) == [:])
    #expect(try Recheck.outcomes(of: [row + 100], in: network.log) == [:])
  }

  /// An answer put into the log by hand: what was asked is lawful, what is answered is not what follows.
  private static func forged(_ change: (inout NewCommand, inout NewEvent) -> Void) throws -> Recheck
    .Outcome?
  {
    let network = try SampleNetwork()
    let stream = try #require(StreamName("member-PT"))
    let day = try #require(Day("2026-01-10"))
    let rules = try #require(try network.log.command(row: 1)?.rules)
    var event = NewEvent(
      stream: stream, type: "member.admitted", effective: day,
      data: ["class": "member", "from": "2026-01-10"])
    var command = NewCommand(
      id: CommandID("forged"), name: "member admit", actor: "secretariat",
      body: ["fields": ["member": "PT", "class": "member"], "effective": "2026-01-10"],
      verdict: .accepted, answer: Reasons().json, rules: rules)
    change(&command, &event)
    let appended = try network.log.write(now: SampleNetwork.now) { transaction in
      try transaction.record(command, request: "forged", events: [event])
    }
    return try Recheck.outcomes(of: [appended.command], in: network.log)[appended.command]
  }

  @Test func `A log that was written as the rules say is the same`() throws {
    #expect(try Self.forged { _, _ in } == .same)
  }

  @Test(arguments: ["class", "day", "type", "verdict", "answer"])
  func `An answer that does not follow from the rules is found`(_ part: String) throws {
    let outcome = try Self.forged { command, event in
      switch part {
      case "class": event.data = ["class": "observer", "from": "2026-01-10"]
      case "day": event.effective = Day(number: event.effective.number + 1)
      case "type": event.type = "member.reclassified"
      case "verdict": command.verdict = .takenOver
      default: command.answer = Reasons(notes: [Note("meeting-not-opened")]).json
      }
    }
    #expect(outcome == .different, "\(part)")
  }

  @Test func `An adoption that was refused is not decided again`() throws {
    let network = try SampleNetwork.sitting()
    try network.vote(3, against: 0, on: "2026-03-20")
    let refused = try network.record(
      "rules adopt",
      ["rules": [try SampleRules.amended([]).canonicalText], "adopted-by": ["D-1"]])
    let row = try #require(try network.log.command(refused.command)?.row)
    #expect(try Recheck.outcomes(of: [row], in: network.log) == [row: .unread])
  }
}

/// A version of the rules is named so that nobody can mean another one.
@Suite struct RulesNameTests {
  @Test func `A name has id, version and the beginning of the digest`() throws {
    let rules = try SampleRules.rules()
    let name = RulesName(rules)
    #expect(name.digest == Digest.sha256(rules.resolved.canonical))
    #expect(name.text == "sample@1.0.0#" + name.digest.hex.prefix(12))
    #expect(name.json["digest"]?.text == name.digest.hex)
  }

  @Test func `Rules that differ in one word have another name under the same version`() throws {
    let (one, other) = (
      RulesName(try SampleRules.rules()),
      RulesName(try SampleRules.amendedRules([("P14D", "P15D")], version: "1.0.0"))
    )
    #expect(one.version == other.version && one.text != other.text)
  }
}
