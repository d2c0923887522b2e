import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// A late item with the consent of all those present: `late: consent`.
@Suite struct LateConsentTests {
  private static let clause = "series.plenary.agenda"
  private static let words = "documents: P7D, source: assumption}"
  private static let rule = [
    (words + "}", words + ", agenda: {freeze: P7D, late: consent, source: assumption}}")
  ]

  /// Four members, three of them in the plenary that is open.
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork(under: SampleRules.amended(Self.rule))
    try prepare(network)
    return network
  }

  private func prepare(_ network: SampleNetwork) throws {
    for member in ["ES", "FR", "MT", "PT"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try network.convene("plenary-1", for: "2026-03-20", until: "2026-03-21", on: "2026-02-02")
    try network.convene("plenary-2", for: "2026-03-20", until: "2026-03-21", on: "2026-02-02")
    for meeting in ["plenary-1", "plenary-2"] { try network.open(meeting, on: "2026-03-20") }
  }

  private func decide(
    _ network: SampleNetwork, _ vote: [String: [String]], in meeting: String = "plenary-1"
  ) throws {
    // Consensus under the default, a vote by more for than against.
    let matter = vote["consensus"] == nil ? "programme" : "default"
    let fields = ["meeting": [meeting], "title": ["A late item"], "matter": [matter]]
    let answer = try network.record(
      "deliberation record", fields.merging(vote) { $1 }, on: "2026-03-20")
    #expect(answer.verdict == .accepted)
  }

  private func add(
    _ network: SampleNetwork, by deliberation: String?, on day: String = "2026-03-20"
  ) throws -> Answer {
    var fields = ["item": ["x"], "meeting": ["plenary-1"], "title": ["X"], "reason": ["new"]]
    fields["by"] = deliberation.map { [$0] }
    return try network.record("agenda add", fields, on: day)
  }

  @Test(arguments: [
    ["consensus": ["true"]], ["for": ["3"], "against": ["0"]],
    ["names": ["ES=for", "MT=for", "PT=for"]],
    ["names": ["ES=for", "MT=for", "PT=recused"]],
  ])
  func `Where nobody present is against, the item is added, and the minutes tell it`(
    _ vote: [String: [String]]
  ) throws {
    let network = try network()
    try decide(network, vote)
    let answer = try add(network, by: "D-1")
    #expect(answer.verdict == .accepted)
    let event = try #require(answer.events.first)
    #expect(event.data["late"] == true && event.data["consent"] == true)
    #expect(event.data["deliberation"] == "D-1")
    let told = try SampleSitting.file(network).record.statements.first { $0.code == "late" }
    #expect(told?.values["admitted"] == .text("consent") && told?.values["by"] == .text("D-1"))
  }

  @Test(arguments: [
    (["for": ["2"], "against": ["1"]], "no", "yes", 2),
    (["for": ["2"], "abstain": ["1"]], "no", "yes", 2),
    (["names": ["ES=for", "MT=for"], "not-voting": ["1"]], "no", "yes", 2),
    (["consensus": ["true"], "aside": ["MT"]], "no", "no", 0),
  ])
  func `One who is against, abstains, does not answer or stands aside is enough against it`(
    _ row: (vote: [String: [String]], elsewhere: String, counted: String, inFavour: Int)
  ) throws {
    let network = try network()
    try decide(network, row.vote)
    let refusal = try #require(try add(network, by: "D-1").reasons.refusals.first)
    #expect(refusal.code == "late-without-consent" && refusal.rule == Self.clause)
    #expect(
      refusal.values == [
        "item": .text("x"), "meeting": .text("plenary-1"), "deliberation": .text("D-1"),
        "elsewhere": .text(row.elsewhere), "counted": .text(row.counted),
        "for": .int(row.inFavour), "present": .int(3),
      ])
    #expect(refusal.ways.map(\.code) == ["late-with-consent", "next-agenda"])
  }

  @Test func `A consensus of another meeting is none of those present here`() throws {
    let network = try network()
    try decide(network, ["consensus": ["true"]], in: "plenary-2")
    let refusal = try #require(try add(network, by: "D-1").reasons.refusals.first)
    #expect(refusal.code == "late-without-consent")
    #expect(refusal.values["elsewhere"] == .text("yes"))
  }

  @Test func `Before the meeting, and without a deliberation, nothing helps, and in time all do`()
    throws
  {
    let network = try network()
    for day in ["2026-03-14", "2026-03-20"] {
      let refusal = try #require(try add(network, by: nil, on: day).reasons.refusals.first)
      #expect(refusal.code == "item-late" && refusal.rule == Self.clause)
      #expect(refusal.ways.map(\.code) == ["late-with-consent", "next-agenda"])
    }
    let answer = try add(network, by: nil, on: "2026-03-13")
    #expect(answer.verdict == .accepted && answer.events.first?.data["consent"] == nil)
  }

  @Test func `In time nobody is asked, and a deliberation that is named is no consent`() throws {
    let network = try network()
    try decide(network, ["for": ["2"], "against": ["1"]])
    let answer = try add(network, by: "D-1", on: "2026-03-13")
    #expect(answer.verdict == .accepted && answer.events.first?.data["consent"] == nil)
  }

  @Test(arguments: ["never", "reason", "decision"])
  func `Under another rule consent says nothing`(_ late: String) throws {
    let network = try SampleNetwork(
      under: SampleRules.amended([
        (
          Self.words + "}",
          Self.words + ", agenda: {freeze: P7D, late: \(late), source: assumption}}"
        )
      ]))
    try prepare(network)
    try decide(network, ["consensus": ["true"]])
    let answer = try add(network, by: "D-1")
    #expect((answer.verdict == .accepted) == (late != "never"))
    #expect(answer.events.allSatisfy { $0.data["consent"] == nil })
  }

  @Test(arguments: UInt64(1)...4)
  func `The key and its guard give one verdict`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    var expanded = try ExpandedRules(Self.rule)
    try prepare(expanded.network)
    try decide(expanded.network, ["consensus": ["true"]])
    try decide(expanded.network, ["for": ["2"], "against": ["1"]])
    try decide(expanded.network, ["consensus": ["true"]], in: "plenary-2")
    for _ in 1...25 {
      var fields = ["item": ["x"], "meeting": ["plenary-1"], "title": ["X"]]
      if Bool.random(using: &random) { fields["reason"] = ["r"] }
      if Int.random(in: 0...3, using: &random) > 0 {
        fields["by"] = ["D-\(Int.random(in: 1...3, using: &random))"]
      }
      let day = Int.random(in: 11...20, using: &random)
      try expanded.compare("agenda add", fields, on: "2026-03-\(day)")
    }
    #expect(expanded.differences == [])
    #expect(expanded.held.contains(Self.clause) && expanded.refused.contains(Self.clause))
  }
}
