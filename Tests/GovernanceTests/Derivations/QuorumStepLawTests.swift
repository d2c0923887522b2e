import Governance
import Plugins
import TestKit
import Testing
import Values

/// A quorum by steps: which step holds, whom it counts and when, and that its guard says the same.
@Suite struct QuorumStepLawTests {
  private static func edit(_ quorum: String) -> [(String, String)] {
    [("quorum: {more_than: 1/2, of: members", "quorum: {\(quorum)")]
  }

  private static let steps =
    "steps: [{up_to: 3, members: 2}, {up_to: 5, more_than: 1/2}, {members: 4}]"
  private static let clause = "bodies.plenary.quorum"

  /// A network under such rules, with members by their days and a plenary convened for 20 March.
  private func network(
    _ quorum: String, _ members: [(code: String, from: String)]
  ) throws -> SampleNetwork {
    let network = try SampleNetwork(under: SampleRules.amended(Self.edit(quorum)))
    for member in members {
      try network.record(
        "member admit", ["member": [member.code], "class": ["member"]], on: member.from)
    }
    try network.convene("plenary-1", for: "2026-03-20", on: "2026-02-02")
    return network
  }

  private func early(_ codes: String) -> [(code: String, from: String)] {
    codes.split(separator: " ").map { (String($0), "2026-01-10") }
  }

  private func refusal(
    _ network: SampleNetwork, _ present: [String]
  ) throws -> Refusal.Record {
    let answer = try network.open("plenary-1", on: "2026-03-20", present: present)
    return try #require(answer.reasons.refusals.first)
  }

  @Test(arguments: [
    ("ES FR MT", 2, "1–3", "step_number"), ("ES FR MT PT", 3, "4–5", "step_share"),
    ("ES FR IT MT PT", 3, "4–5", "step_share"), ("CY ES FR IT MT PT", 4, "≥ 6", "step_number"),
    ("AT CY ES FR IT MT PT", 4, "≥ 6", "step_number"),
  ])
  func `The number of those entitled finds the step, and the answer names it`(
    _ row: (members: String, needed: Int, step: String, measure: String)
  ) throws {
    let network = try network(Self.steps, early(row.members))
    let all = row.members.split(separator: " ").map { String($0) }
    let short = try refusal(network, Array(all.prefix(row.needed - 1)))
    #expect(short.code == "quorum-missing" && short.rule == Self.clause)
    #expect(
      short.values == [
        "meeting": .text("plenary-1"), "found": .int(row.needed - 1), "needed": .int(row.needed),
        "base": .int(all.count), "measure": .text("steps"), "step": .text(row.step),
      ])
    #expect(short.ways == [Note("more-delegations", ["count": .int(1)])])
    let opened = try network.open(
      "plenary-1", on: "2026-03-20", present: Array(all.prefix(row.needed)))
    let derivation = try #require(opened.reasons.derivations.first { $0.question == "quorum" })
    #expect(derivation.inputs["measure"] == .text(row.measure))
    #expect(derivation.inputs["step"] == .text(row.step))
    #expect(derivation.inputs["threshold"] == (row.measure == "step_share" ? "1/2" : nil))
    #expect(derivation.inputs["counted_on"] == nil)
  }

  /// Three members on the first of March, three more before the meeting.
  private static let growing = [
    ("ES", "2026-01-10"), ("FR", "2026-02-10"), ("MT", "2026-03-01"), ("IT", "2026-03-02"),
    ("PT", "2026-03-10"), ("SE", "2026-03-15"),
  ].map { (code: $0.0, from: $0.1) }

  @Test(arguments: [
    ("", 6, 4, nil), (", counted: month", 3, 2, "2026-03-01"),
    (", counted: year", 6, 4, nil),
  ])
  func `Those entitled are counted on the day of the rule, and those in the room on the day`(
    _ row: (counted: String, base: Int, needed: Int, day: String?)
  ) throws {
    let network = try network(Self.steps + row.counted, Self.growing)
    let late = ["IT", "PT", "SE", "MT"]
    let short = try refusal(network, Array(late.prefix(row.needed - 1)))
    #expect(short.values["base"] == .int(row.base) && short.values["needed"] == .int(row.needed))
    #expect(short.values["counted_on"] == row.day.flatMap { Day($0) }.map { .day($0) })
    // Who came after the day of the count is in the room as everybody else.
    let opened = try network.open(
      "plenary-1", on: "2026-03-20", present: Array(late.prefix(row.needed)))
    let derivation = try #require(opened.reasons.derivations.first { $0.question == "quorum" })
    #expect(derivation.holds)
    #expect(derivation.inputs["counted_on"] == row.day.map { .text($0) })
    #expect(
      derivation.inputs["counted_members"] == (row.day == nil ? nil : ["ES", "FR", "MT"]))
    let stored = try SampleSitting.file(network).record.statements.first { $0.code == "quorum" }
    #expect(stored?.values["base"] == .int(row.base))
    #expect(stored?.values["counted_on"] == row.day.flatMap { Day($0) }.map { .day($0) })
  }

  @Test func `A decision is counted as the opening was, and minutes tell when the quorum was lost`()
    throws
  {
    let network = try network(Self.steps + ", counted: month", Self.growing)
    try network.open("plenary-1", on: "2026-03-20", present: ["IT", "PT", "SE"])
    try network.record(
      "attendance leave", ["meeting": ["plenary-1"], "member": ["SE"]], on: "2026-03-20")
    let answer = try network.record(
      "deliberation record",
      ["meeting": ["plenary-1"], "title": ["A matter"], "consensus": ["true"]], on: "2026-03-20",
      mode: .trial)
    let derivation = try #require(answer.reasons.derivations.first { $0.question == "quorum" })
    #expect(derivation.inputs["needed"] == 2 && derivation.inputs["found"] == 2)
    try network.record(
      "attendance leave", ["meeting": ["plenary-1"], "member": ["PT"]], on: "2026-03-20")
    let told = try SampleSitting.file(network).record.statements
      .filter { $0.code.hasPrefix("quorum-") }
    #expect(told.map(\.code) == ["quorum-lost"])
    #expect(told.first?.values["base"] == .int(3) && told.first?.values["found"] == .int(1))
  }

  @Test func `A second call counts on the same day`() throws {
    let call = "second_call: {after: P14D, at_least: 2/3, source: assumption}"
    let network = try network("\(Self.steps), counted: month, \(call)", Self.growing)
    #expect(try refusal(network, ["SE"]).code == "quorum-missing")
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-04-20"]], on: "2026-03-20")
    try network.record(
      "meeting convene", ["meeting": ["plenary-2"], "second-call-of": ["plenary-1"]],
      on: "2026-03-20")
    try network.record("member admit", ["member": ["AT"], "class": ["member"]], on: "2026-04-10")
    let opened = try network.open(
      "plenary-2", on: "2026-04-20", present: ["ES", "FR", "MT", "AT"])
    let derivation = try #require(opened.reasons.derivations.first { $0.question == "quorum" })
    #expect(derivation.rule == Self.clause + ".second_call")
    #expect(derivation.inputs["base"] == 6 && derivation.inputs["needed"] == 4)
    #expect(derivation.inputs["counted_on"] == "2026-04-01")
  }

  @Test func `What a quorum counted is kept with its day`() throws {
    let count = QuorumCount(needed: 2, found: 3, base: 3, countedOn: Day("2026-03-01"))
    #expect(
      count.data == ["needed": 2, "found": 3, "base": 3, "counted_on": "2026-03-01"])
    #expect(QuorumCount(needed: 2, found: 3, base: 3).data["counted_on"] == nil)
  }

  @Test(arguments: UInt64(1)...6)
  func `The steps and their guard give one verdict, whoever is there`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let members = ["CY", "ES", "FR", "IT", "MT", "PT"].prefix(Int.random(in: 2...6, using: &random))
    let (first, second) = (
      Int.random(in: 2...3, using: &random), Int.random(in: 4...5, using: &random)
    )
    let steps =
      "steps: [{up_to: \(first), members: 2}, {up_to: \(second), at_least: 2/3}, {members: 4}]"
    var expanded = try ExpandedRules(Self.edit(steps))
    for member in members {
      try expanded.network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try expanded.network.convene("plenary-1", for: "2026-11-20", on: "2026-02-02")
    for chosen in 0..<(1 << members.count) {
      let present = members.enumerated().filter { chosen >> $0.offset & 1 == 1 }.map(\.element)
      try expanded.compare(
        "meeting open", ["meeting": ["plenary-1"], "present": present], on: "2026-11-20")
    }
    #expect(expanded.differences == [])
    #expect(expanded.refused.contains(Self.clause))
    #expect(expanded.held.contains(Self.clause))
  }
}
