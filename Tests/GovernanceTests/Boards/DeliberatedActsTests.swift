import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

extension Given {
  /// The deliberation `D-1` of a body, with its outcome.
  fileprivate func decided(
    by body: String, matter: String = "default", isAdopted: Bool = true, digest: String? = nil
  ) throws -> Given {
    let id = try #require(DeliberationID("D-1"))
    let resolution = Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: body, title: "Title", matter: matter,
      method: .consensus, digest: digest)
    return try happened(isAdopted ? .adopted(resolution) : .rejected(resolution), to: id)
  }
}

@Suite struct CoordinateBoardTests {
  private let fields = ["body": "lead", "member": "PT", "holder": "Cybercrime Office", "by": "D-1"]

  @Test func `A coordinating member is named with its office`() throws {
    try Given(rules: .sample).admitted("PT").decided(by: "plenary")
      .when("board coordinate", fields, on: "2026-10")
      .then(
        "coordinator.named",
        [
          "members": ["PT"], "holder": "Cybercrime Office", "from": "2026-10",
          "deliberation": "D-1",
        ]
      )
  }

  @Test func `Where a body names the coordinator its deliberation is needed`() throws {
    let silent = fields.filter { $0.key != "by" }
    let given = try Given(rules: .sample).admitted("PT")
    try given.when("board coordinate", silent)
      .thenRefused("deliberation-missing", clause: "bodies.lead.coordinator")
    let past = try given.when("board coordinate", silent, takenOver: true).result.get()
    #expect(past.events.map(\.event.type) == ["coordinator.named"])
  }

  @Test func `A deliberation of another body does not name the coordinator`() throws {
    try Given(rules: .sample).admitted("PT").decided(by: "board")
      .when("board coordinate", fields)
      .thenRefused("deliberation-of-other-body", clause: "bodies.lead.coordinator")
  }

  @Test func `What was rejected or never recorded names nobody`() throws {
    let given = try Given(rules: .sample).admitted("PT")
    try given.when("board coordinate", fields).thenRefused("deliberation-unknown")
    try given.decided(by: "plenary", isAdopted: false).when("board coordinate", fields)
      .thenRefused("deliberation-not-adopted")
  }

  @Test func `Only a member coordinates, and only a body with a coordinator`() throws {
    let given = try Given(rules: .sample).decided(by: "plenary")
    try given.when("board coordinate", fields).thenRefused("member-unknown")
    try given.when("board coordinate", fields.merging(["body": "board"]) { $1 })
      .thenRefused("board-filled-otherwise", clause: "bodies.board.rotation")
  }
}

@Suite struct ElectBoardTests {
  private let fields = ["body": "bureau", "members": "PT,ES", "by": "D-1"]

  private func given() throws -> Given {
    try Given(rules: .sample).admitted("PT ES MT FR").decided(by: "plenary", matter: "election")
  }

  @Test func `Those elected sit for the term of the rules`() throws {
    let decision = try given().when("board elect", fields, on: "2026-11-23")
      .then(
        "board.elected",
        ["members": ["PT", "ES"], "until": "2028-11-23", "deliberation": "D-1"])
    #expect(decision.derivations.map(\.question) == ["board-size", "term"])
  }

  @Test(arguments: [("PT", false), ("PT,ES", true), ("PT,ES,MT", true), ("PT,ES,MT,FR", false)])
  func `As many are elected as the rules allow`(_ members: String, _ isAccepted: Bool) throws {
    let outcome = try given().when("board elect", fields.merging(["members": members]) { $1 })
    if isAccepted {
      try outcome.then("board.elected")
    } else {
      try outcome.thenRefused("board-size", clause: "bodies.bureau.elected")
    }
  }

  @Test func `A member without the right to stand is not elected`() throws {
    try Given(rules: .sample).admitted("PT").admitted("ES", as: "observer")
      .decided(by: "plenary", matter: "election").when("board elect", fields).thenRefused(
        "may-not-stand", clause: "bodies.bureau.elected")
  }

  @Test func `Another body's deliberation elects nobody`() throws {
    try Given(rules: .sample).admitted("PT ES").decided(by: "board").when("board elect", fields)
      .thenRefused("deliberation-of-other-body", clause: "bodies.bureau.elected")
  }

  @Test func `An end after the term is refused`() throws {
    for day in ["2026-11-22", "2026-11-23"] {
      try given().when("board elect", fields.merging(["until": day]) { $1 }, on: "2026-11-23")
        .thenRefused("until-before-from")
    }
    try given().when("board elect", fields.merging(["until": "2028-11-24"]) { $1 })
      .thenRefused("term-exceeded", clause: "bodies.bureau.elected")
  }
}

@Suite struct AdoptRulesTests {
  private let document = SampleRules.document
  private var digest: String { Digest.sha256(document.canonical).hex }
  private var fields: [String: String] {
    ["rules": document.canonicalText, "adopted-by": "D-1"]
  }

  @Test func `Rules that a deliberation named by their digest come into force`() throws {
    let decision = try Given(rules: .sample)
      .decided(by: "plenary", matter: "rules", digest: digest)
      .when("rules adopt", fields, on: "2026-11-23")
      .then(
        "rules.adopted", ["from": "2026-11-23", "deliberation": "D-1", "digest": .text(digest)])
    #expect(decision.events.first?.event.data["rules"]?.canonical == document.canonical)
  }

  @Test func `A deliberation on other rules adopts nothing`() throws {
    try Given(rules: .sample).decided(by: "plenary", matter: "rules")
      .when("rules adopt", fields).thenRefused("rules-not-those")
  }

  /// Rules of the sample's network that a deliberation put in force before.
  private func adoption(by deliberation: JSON) throws -> NetworkEvent {
    try NetworkEvent(
      type: "rules.adopted",
      data: [
        "version": "2.0.0", "digest": .text(digest), "from": "2026-05-01",
        "deliberation": deliberation, "rules": [:],
      ])
  }

  @Test func `A deliberation puts rules in force once, and does not bring them back`() throws {
    let network = try #require(Identifier<Network>(Rules.sample.id))
    let given = try Given(rules: .sample)
      .decided(by: "plenary", matter: "rules", digest: digest)
    let refusal = try given.happened(adoption(by: "D-1"), to: network)
      .when("rules adopt", fields).thenRefused("rules-adopted-already")
    #expect(
      refusal.values == [
        "deliberation": .text("D-1"), "version": .text("2.0.0"),
        "day": .day(try #require(Day("2026-05-01"))),
      ])
    try given.happened(adoption(by: "D-2"), to: network)
      .when("rules adopt", fields, on: "2026-11-23").then("rules.adopted")
  }

  @Test func `An amendment is decided on as one`() throws {
    try Given(rules: .sample).decided(by: "plenary", digest: digest).when("rules adopt", fields)
      .thenRefused("deliberation-unfit", clause: "bodies.plenary.decides.rules")
  }

  @Test func `The rules of another network are refused`() throws {
    var rules = Rules.sample
    rules.id = "other"
    try Given(rules: rules).decided(by: "plenary", matter: "rules", digest: digest)
      .when("rules adopt", fields).thenRefused("rules-of-other-network")
  }
}
