import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// A deliberation that says what it decides is cited for that and for nothing else.
@Suite struct DecidesTests {
  /// The deliberation `D-1` of the plenary on a matter, which says what it decides.
  private func given(_ decides: [String], matter: String = "default") throws -> Given {
    let resolution = Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: "plenary", title: "Title",
      matter: matter, method: .consensus,
      circumstances: Resolution.Circumstances(decides: decides))
    return try Given(rules: .sample).admitted("PT ES FR")
      .happened(.adopted(resolution), to: try #require(DeliberationID("D-1")))
  }

  private static let coordinate = ["body": "lead", "member": "PT", "by": "D-1"]

  @Test(arguments: [
    ([], true), (["PT"], true), (["PT", "cloud"], true), (["lead"], true), (["ES"], false),
    (["bureau"], false), (["pt"], false),
  ])
  func `A coordinator is named by a deliberation on it, on its body, or one that does not say`(
    _ row: (decides: [String], isFit: Bool)
  ) throws {
    let outcome = try given(row.decides).when("board coordinate", Self.coordinate)
    guard !row.isFit else {
      try outcome.then("coordinator.named")
      return
    }
    let refusal = try outcome.thenRefused("deliberation-decides-other")
    #expect(refusal.values["decides"] == .list(row.decides))
    #expect(refusal.values["wanted"] == .list(["PT"]))
    #expect(refusal.ways == [Note("decide-this", ["wanted": .list(["PT"])])])
  }

  @Test func `An election decides on everybody who is seated`() throws {
    let fields = ["body": "bureau", "members": "PT,ES", "by": "D-1"]
    try given(["ES", "PT"]).when("board elect", fields).then("board.elected")
    try given(["bureau"]).when("board elect", fields).then("board.elected")
    let refusal = try given(["PT", "FR"]).when("board elect", fields)
      .thenRefused("deliberation-decides-other")
    #expect(refusal.values["wanted"] == .list(["ES"]))
  }

  @Test(arguments: ["cloud", "drones"])
  func `A subgroup is created by a deliberation on it`(_ decides: String) throws {
    let outcome = try given([decides]).when(
      "subgroup add", ["subgroup": "cloud", "title": "Cloud", "mandate": "Study", "by": "D-1"])
    if decides == "cloud" {
      try outcome.then("subgroup.created")
    } else {
      try outcome.thenRefused("deliberation-decides-other")
    }
  }

  @Test(arguments: ["programme-1", "programme-2"])
  func `A programme is adopted by a deliberation on it`(_ decides: String) throws {
    let draft = ProgrammeDraft(
      title: "Work", from: try #require(Day("2026-01-01")), until: try #require(Day("2027-12-31")),
      topics: [])
    let outcome = try given([decides], matter: "programme")
      .happened(.drafted(draft), to: try #require(ProgrammeID("programme-1")))
      .when("programme adopt", ["programme": "programme-1", "by": "D-1"])
    if decides == "programme-1" {
      try outcome.then("programme.adopted")
    } else {
      try outcome.thenRefused("deliberation-decides-other")
    }
  }

  // MARK: - What is recorded

  private func record(_ decides: [String]?) throws -> SampleNetwork {
    let network = try SampleNetwork()
    for member in ["PT", "ES"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try network.convene("plenary-1", for: "2026-03-20", on: "2026-02-02")
    try network.record(
      "meeting open", ["meeting": ["plenary-1"], "present": ["PT", "ES"]], on: "2026-03-20")
    let fields = ["meeting": ["plenary-1"], "title": ["Coordinator"], "consensus": ["true"]]
    try network.record(
      "deliberation record", fields.merging(decides.map { ["decides": $0] } ?? [:]) { $1 },
      on: "2026-03-20")
    return network
  }

  @Test func `What it decides stands in the event, the state and nowhere when it was not said`()
    throws
  {
    let rows: [([String]?, JSON?)] = [(["PT", "lead"], ["PT", "lead"]), (nil, nil)]
    for (decides, stored) in rows {
      let network = try record(decides)
      let event = try #require(
        try network.log.events(ofType: "deliberation.adopted", after: 0, limit: 1).first)
      #expect(event.data["decides"] == stored)
      let again = try DeliberationEvent(type: event.type, data: event.data).data
      #expect(again.canonicalText == event.data.canonicalText)
    }
  }

  @Test(arguments: [["PT", "PT"], ["P T"], [""]])
  func `What is decided is named by ids, each once`(_ decides: [String]) {
    #expect(throws: Failure.self) { try record(decides) }
  }

  @Test func `The way out of the first rehearsal's slip is open`() throws {
    let network = try record(["PT"])
    let refused = try network.record(
      "board coordinate", ["body": ["lead"], "member": ["ES"], "by": ["D-1"]], on: "2026-03-20")
    #expect(refused.verdict == .refused)
    #expect(refused.reasons.refusals.map(\.code) == ["deliberation-decides-other"])
    let named = try network.record(
      "board coordinate", ["body": ["lead"], "member": ["PT"], "by": ["D-1"]], on: "2026-03-20")
    #expect(named.verdict == .accepted)
  }
}
