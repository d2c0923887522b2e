import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// A subgroup meets and decides under the rules that it inherits and those that it set itself.
@Suite struct SubgroupMeetingTests {
  private func plan(
    _ network: SampleNetwork, from: String, on day: String = "2026-04-01"
  ) throws -> Answer {
    try network.record("meeting plan", ["series": ["cloud"], "from": [from]], on: day)
  }

  private func rule(_ answer: Answer, _ question: String) -> [String?] {
    answer.reasons.derivations.filter { $0.question == question }.map(\.rule)
  }

  private func codes(_ answer: Answer) -> [String] { answer.reasons.refusals.map(\.code) }

  @Test func `It meets in a series of its own, by the notice and the quorum of the plenary`() throws
  {
    let network = try SampleSubgroups.network()
    #expect(try plan(network, from: "2026-05-01").events.first?.stream == "meeting-cloud-1")
    let late = try network.record("meeting convene", ["meeting": ["cloud-1"]], on: "2026-04-20")
    #expect(codes(late) == ["notice-too-short"])
    #expect(rule(late, "notice") == ["series.plenary.notice"])
    try network.record("meeting convene", ["meeting": ["cloud-1"]], on: "2026-04-02")
    let few = try network.record(
      "meeting open", ["meeting": ["cloud-1"], "present": ["PT"]], on: "2026-05-01")
    #expect(codes(few) == ["quorum-missing"])
    let opened = try network.record(
      "meeting open", ["meeting": ["cloud-1"], "present": ["PT", "ES"]], on: "2026-05-01")
    let quorum = try #require(opened.reasons.derivations.first { $0.question == "quorum" })
    #expect(quorum.rule == "bodies.plenary.quorum")
    #expect(quorum.inputs["base"] == 3, "the members of the subgroup, not those of the network")
    let vote = try network.record(
      "deliberation record", ["meeting": ["cloud-1"], "title": ["Guide"], "for": ["2"]],
      on: "2026-05-01")
    #expect(vote.events.first?.type == "deliberation.adopted")
    #expect(vote.events.first?.data["body"] == "cloud")
    #expect(rule(vote, "majority") == ["bodies.plenary.decides.default"])
  }

  @Test func `What it set itself decides instead, and the answer says by which deliberation`()
    throws
  {
    let network = try SampleSubgroups.network([
      "quorum.members=1", "notice.period=P7D", "decides.at_least=1/1", "decides.of=all_members",
      "decides.abstentions=counted", "decides.tie=rejected",
    ])
    _ = try plan(network, from: "2026-05-01")
    let convened = try network.record(
      "meeting convene", ["meeting": ["cloud-1"]], on: "2026-04-20")
    #expect(convened.verdict == .accepted)
    #expect(rule(convened, "notice") == ["subgroups.cloud.notice"])
    let opened = try network.record(
      "meeting open", ["meeting": ["cloud-1"], "present": ["PT"]], on: "2026-05-01")
    let quorum = try #require(opened.reasons.derivations.first { $0.question == "quorum" })
    #expect(quorum.rule == "subgroups.cloud.quorum" && quorum.source == "D-1")
    let vote = try network.record(
      "deliberation record", ["meeting": ["cloud-1"], "title": ["Guide"], "for": ["1"]],
      on: "2026-05-01")
    #expect(vote.events.first?.type == "deliberation.rejected", "all three would be needed")
    #expect(rule(vote, "majority") == ["subgroups.cloud.decides"])
  }

  @Test func `A meeting that was convened keeps the rules of that day, a later one has the new`()
    throws
  {
    let network = try SampleSubgroups.network()
    _ = try plan(network, from: "2026-05-10")
    try network.record("meeting convene", ["meeting": ["cloud-1"]], on: "2026-04-02")
    let amended = try SampleSubgroups.amend(network, ["rules": ["quorum.members=3"]])
    #expect(amended.verdict == .accepted, "\(amended.reasons.refusals)")
    let opened = try network.record(
      "meeting open", ["meeting": ["cloud-1"], "present": ["PT", "ES"]], on: "2026-05-10")
    #expect(rule(opened, "quorum") == ["bodies.plenary.quorum"])
    _ = try plan(network, from: "2026-07-10", on: "2026-05-11")
    try network.record("meeting convene", ["meeting": ["cloud-2"]], on: "2026-05-12")
    let few = try network.record(
      "meeting open", ["meeting": ["cloud-2"], "present": ["PT", "ES"]], on: "2026-07-10")
    #expect(codes(few) == ["quorum-missing"])
    #expect(few.reasons.refusals.first?.rule == "subgroups.cloud.quorum")
    #expect(few.reasons.refusals.first?.source == "D-2")
  }

  @Test func `Decided again, every act of it comes to the same answer`() throws {
    let network = try SampleSubgroups.network(["quorum.members=2", "notice.period=P7D"])
    _ = try plan(network, from: "2026-05-01")
    try network.record("meeting convene", ["meeting": ["cloud-1"]], on: "2026-04-20")
    try network.record(
      "meeting open", ["meeting": ["cloud-1"], "present": ["PT", "ES"]], on: "2026-05-01")
    try network.record(
      "deliberation record", ["meeting": ["cloud-1"], "title": ["Guide"], "for": ["2"]],
      on: "2026-05-01")
    _ = try SampleSubgroups.amend(network, ["rules": ["quorum.members=3"]])
    let rows = Set(try network.log.commands(after: 0, limit: 100).map(\.row))
    let outcomes = try Recheck.outcomes(of: rows, in: network.log)
    #expect(outcomes.count > 10)
    #expect(Set(outcomes.values) == [.same])
    #expect(try network.keptStates() == network.foldedStates())
  }

  @Test func `Who takes part on the day is entitled, and nobody else`() throws {
    let network = try SampleSubgroups.network()
    try network.record(
      "subgroup leave", ["subgroup": ["cloud"], "member": ["MT"]], on: "2026-04-15")
    try network.record(
      "subgroup join", ["subgroup": ["cloud"], "member": ["FR"]], on: "2026-05-02")
    _ = try plan(network, from: "2026-05-01")
    try network.record("meeting convene", ["meeting": ["cloud-1"]], on: "2026-04-02")
    let opened = try network.record(
      "meeting open", ["meeting": ["cloud-1"], "present": ["PT", "ES", "FR"]], on: "2026-05-01")
    let quorum = try #require(opened.reasons.derivations.first { $0.question == "quorum" })
    #expect(quorum.inputs["entitled_members"] == ["ES", "PT"])
    #expect(quorum.inputs["found"] == 2)
  }

  @Test func `A subgroup in which nobody takes part decides nothing, and the way out says how`()
    throws
  {
    let network = try SampleSubgroups.network()
    for member in ["ES", "MT", "PT"] {
      try network.record(
        "subgroup leave", ["subgroup": ["cloud"], "member": [member]], on: "2026-04-01")
    }
    _ = try plan(network, from: "2026-05-01")
    try network.record("meeting convene", ["meeting": ["cloud-1"]], on: "2026-04-02")
    let opened = try network.record(
      "meeting open", ["meeting": ["cloud-1"], "present": ["PT"]], on: "2026-05-01")
    #expect(codes(opened) == ["electorate-unknown"])
    let way = opened.reasons.refusals.first?.ways.first
    #expect(way == Note("use-board-act", ["act": .text("subgroup join")]))
  }

  @Test func `After its last day it plans no meeting and hands nothing over until it is renewed`()
    throws
  {
    let network = try SampleSubgroups.network()
    _ = try SampleSubgroups.amend(network, ["until": ["2026-06-30"]])
    let late = try plan(network, from: "2026-07-01", on: "2026-05-02")
    #expect(codes(late) == ["mandate-over"])
    #expect(late.reasons.refusals.first?.rule == "subgroups")
    #expect(try plan(network, from: "2026-06-30", on: "2026-05-02").verdict == .accepted)
    let sent = try network.record(
      "referral add",
      ["referral": ["guide"], "title": ["Guide"], "from": ["cloud"], "to": ["plenary"]],
      on: "2026-07-01")
    #expect(codes(sent) == ["mandate-over"])
    let renewed = try SampleSubgroups.amend(
      network, ["until": ["2027-06-30"]], by: "D-3", on: "2026-07-02")
    #expect(renewed.verdict == .accepted)
    #expect(try plan(network, from: "2026-08-01", on: "2026-07-03").verdict == .accepted)
  }

  @Test func `No meeting is moved past the last day, which counts as it was renewed last`() throws {
    let network = try SampleSubgroups.network()
    _ = try SampleSubgroups.amend(network, ["until": ["2026-06-30"]])
    _ = try plan(network, from: "2026-06-20", on: "2026-05-02")
    try network.record("meeting convene", ["meeting": ["cloud-1"]], on: "2026-05-03")
    func move(to day: String) throws -> Answer {
      try network.record(
        "meeting move", ["meeting": ["cloud-1"], "from": [day], "reason": ["Strike"]],
        on: "2026-05-05")
    }
    #expect(codes(try move(to: "2026-07-01")) == ["mandate-over"])
    #expect(try move(to: "2026-06-30").verdict == .accepted)
    let renewed = try SampleSubgroups.amend(
      network, ["until": ["2026-12-31"]], by: "D-3", on: "2026-05-05")
    #expect(renewed.verdict == .accepted)
    #expect(try move(to: "2026-07-01").verdict == .accepted)
  }

  @Test func `Once it has ended it plans no meeting, and closes the one that it had begun`() throws
  {
    let network = try SampleSubgroups.network()
    _ = try plan(network, from: "2026-05-10")
    try network.record("meeting convene", ["meeting": ["cloud-1"]], on: "2026-04-02")
    try network.record(
      "meeting open", ["meeting": ["cloud-1"], "present": ["PT", "ES"]], on: "2026-05-10")
    try network.record("subgroup end", ["subgroup": ["cloud"]], on: "2026-05-10")
    let late = try plan(network, from: "2026-06-10", on: "2026-05-11")
    #expect(codes(late) == ["subgroup-ended-already"])
    #expect(late.reasons.refusals.first?.rule == "subgroups")
    #expect(late.reasons.refusals.first?.ways.map(\.code) == ["new-mandate", "see-list"])
    let closed = try network.record("meeting close", ["meeting": ["cloud-1"]], on: "2026-05-11")
    #expect(closed.verdict == .accepted)
  }

  @Test func `What comes back stands on the next agenda of the subgroup by itself`() throws {
    let network = try SampleSubgroups.network()
    _ = try plan(network, from: "2026-09-01")
    try network.record(
      "referral add",
      ["referral": ["guide"], "title": ["Guide"], "from": ["cloud"], "to": ["board"]],
      on: "2026-04-02")
    let back = try network.record(
      "referral return", ["referral": ["guide"], "reason": ["No costs"]], on: "2026-04-03")
    #expect(
      back.events.map(\.type) == ["referral.returned", "item.added", "referral.scheduled"])
    #expect(back.events[1].stream == "agenda-cloud-1")
    #expect(back.events[1].data["sender"] == "board")
  }

  @Test func `A rule that the network locks later counts no more, from that day on`() throws {
    let network = try SampleSubgroups.network(["quorum.members=1"])
    let locked = try SampleSubgroups.rules("{may_set: [notice], source: charter}").resolved
    try network.convene("plenary-2", for: "2026-06-01", on: "2026-05-02")
    try network.open("plenary-2", on: "2026-06-01")
    try network.adopt(locked, in: "plenary-2", decidedOn: "2026-06-01", from: "2026-06-10")
    var inForce = RulesInForce()
    let before = try inForce.find(on: try #require(Day("2026-06-09")), in: network.log).rules
    let after = try inForce.find(on: try #require(Day("2026-06-10")), in: network.log).rules
    #expect(before.body("cloud")?.quorum?.measure == .number(1))
    #expect(after.body("cloud")?.quorum == after.body("plenary")?.quorum)
  }

  @Test func `The rules of the network know no subgroup before its first day`() throws {
    let network = try SampleSubgroups.network()
    var inForce = RulesInForce()
    let before = try inForce.find(on: try #require(Day("2026-03-19")), in: network.log)
    let after = try inForce.find(on: try #require(Day("2026-03-20")), in: network.log)
    #expect(before.rules.body("cloud") == nil && after.rules.body("cloud")?.isSubgroup == true)
    #expect(before.digest == after.digest)
  }
}
