import Governance
import Plugins
import TestKit
import Testing
import Values

/// Whose delegation may chair a meeting, where the rules say so.
@Suite struct ChairClassTests {
  private static let rule: (String, String) = (
    "composition: plenary\n",
    "composition: plenary\n      chair: {classes: [member], source: charter}\n"
  )

  private func given(_ edits: [(String, String)] = [rule]) throws -> Given {
    let rules = edits.isEmpty ? try SampleRules.rules() : try SampleRules.amendedRules(edits)
    let notice = Convocation(
      on: PartialDay(try #require(Day("2026-11-02"))), agenda: [], isUrgent: false)
    return try Given(rules: rules).admitted("AT BE BG").admitted("NO", as: "observer")
      .planned(1, from: "2026-11-23").met(1, .convened(notice), on: "2026-11-02")
  }

  private func open(_ chair: String?, _ given: Given, takenOver: Bool = false) throws
    -> Given.Outcome
  {
    let fields = ["meeting": "plenary-1", "present": "AT,BE,BG,NO"]
    return try given.when(
      "meeting open", fields.merging(chair.map { ["chair": $0] } ?? [:]) { $1 },
      takenOver: takenOver)
  }

  @Test func `A delegation of a class that the rules name chairs, and the rule is cited`() throws {
    let decision = try open("AT", given()).then("meeting.opened", ["chair": "AT"])
    let derivation = try #require(decision.derivations.first { $0.question == "chair" })
    #expect(derivation.clause.id == "bodies.plenary.chair" && derivation.holds)
    let inputs: JSON = ["member": "AT", "class": "member", "classes": ["member"]]
    #expect(JSON.object(derivation.inputs) == inputs)
  }

  @Test func `An observer does not, and is told who may`() throws {
    let refusal = try open("NO", given())
      .thenRefused("may-not-chair", clause: "bodies.plenary.chair")
    #expect(refusal.ways == [Note("name-other-chair", ["classes": .list(["member"])])])
    #expect(refusal.derivation?.holds == false)
    #expect(refusal.values["body"] == .text("plenary"))
  }

  @Test(arguments: ["AT", "NO"])
  func `Where the rules do not say, any delegation chairs`(_ chair: String) throws {
    let decision = try open(chair, given([])).then("meeting.opened", ["chair": .text(chair)])
    #expect(!decision.derivations.contains { $0.question == "chair" })
  }

  @Test func `A meeting without a named chair is not asked`() throws {
    let decision = try open(nil, given()).then("meeting.opened")
    #expect(!decision.derivations.contains { $0.question == "chair" })
  }

  @Test func `A past keeps who chaired beside the objection`() throws {
    let decision = try open("NO", given(), takenOver: true).result.get()
    #expect(decision.events.map(\.event.type) == ["meeting.opened"])
    #expect(decision.objections.map(\.code.name) == ["may-not-chair"])
  }

  @Test func `The key and its guard give one verdict for every chair`() throws {
    var expanded = try ExpandedRules([Self.rule])
    for member in ["PT", "ES", "FR"] {
      try expanded.network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try expanded.network.record(
      "member admit", ["member": ["NO"], "class": ["observer"]], on: "2026-01-10")
    try expanded.network.convene("plenary-1", for: "2026-11-20", on: "2026-02-02")
    let present = ["PT", "ES", "FR", "NO"]
    for chair in present {
      try expanded.compare(
        "meeting open", ["meeting": ["plenary-1"], "present": present, "chair": [chair]],
        on: "2026-11-20")
    }
    #expect(expanded.differences == [])
    #expect(expanded.held.contains("bodies.plenary.chair"))
    #expect(expanded.refused.contains("bodies.plenary.chair"))
  }
}
