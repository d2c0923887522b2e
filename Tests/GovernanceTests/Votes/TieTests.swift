import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// Seven for and seven against: what a tie comes to under each rule.
@Suite struct TieTests {
  private static let states = "AT BE BG CZ DE DK EE ES FI FR GR HR HU IE"
  private let clause = "bodies.plenary.decides.default"

  private func sitting(_ tie: DecisionRule.Tie, _ base: DecisionRule.Base = .votesCast) throws
    -> Given
  {
    var rules = Rules.sample
    rules.bodies[0].decisions[0].tie = tie
    rules.bodies[0].decisions[0].base = base
    return try Given(rules: rules).admitted(Self.states).open(present: Self.states)
  }

  private func seven(_ more: [String: String] = [:]) -> [String: String] {
    ["meeting": "plenary-1", "title": "A matter", "for": "7", "against": "7"].merging(more) { $1 }
  }

  /// A seed whose lot about a deliberation is drawn for a side, found as anybody would check it.
  private func seed(_ side: String, about id: String) throws -> String {
    try #require(
      (1...200).map { "draw \($0)" }.first { seed in
        let tickets = ["for", "against"].map { word in
          Digest.sha256(Array("\(seed)\n\(id)\n\(word)".utf8)).hex
        }
        return (tickets[0] < tickets[1]) == (side == "for")
      })
  }

  // MARK: The four rules

  @Test func `A tie falls where the rule says so`() throws {
    try sitting(.rejected).when("deliberation record", seven()).then("deliberation.rejected")
  }

  @Test func `The chair decides it where the rule says so`() throws {
    let given = try sitting(.chairDecides)
    try given.when("deliberation record", seven(["chair-vote": "for"])).then("deliberation.adopted")
    try given.when("deliberation record", seven(["chair-vote": "against"]))
      .then("deliberation.rejected")
    try given.when("deliberation record", seven())
      .thenRefused("chair-vote-missing", clause: clause)
  }

  @Test func `It goes to a second round where the rule says so`() throws {
    let decision = try sitting(.secondRound).when("deliberation record", seven())
      .then(
        "deliberation.tied",
        ["votes": ["for": 7, "against": 7, "abstain": 0, "recused": 0, "represented": 0]])
    #expect(decision.derivations.last?.inputs["tie"] == "second_round")
    #expect(decision.derivations.last?.holds == false)
  }

  @Test(arguments: ["for", "against"])
  func `A lot with a published seed decides it where the rule says so`(_ side: String) throws {
    let seed = try seed(side, about: "D-1")
    let decision = try sitting(.lot).when("deliberation record", seven(["seed": seed]))
      .then(side == "for" ? "deliberation.adopted" : "deliberation.rejected")
    let lot = try #require(decision.events.first?.event.data["lot"])
    #expect(lot["seed"] == .text(seed) && lot["drawn"] == .text(side))
    #expect(lot["method"] == "sha256-lowest/1")
    for word in ["for", "against"] {
      let ticket = Digest.sha256(Array("\(seed)\nD-1\n\(word)".utf8)).hex
      #expect(lot[word] == .text(ticket))
    }
    #expect(decision.derivations.map(\.question) == ["quorum", "lot", "majority"])
    let drawn = decision.derivations[1]
    #expect(drawn.clause.id == clause && drawn.inputs["subject"] == "D-1")
    #expect(decision.derivations.last?.inputs["drawn"] == .text(side))
  }

  // MARK: Lots

  @Test func `The ticket is what sha256sum prints for the three lines`() {
    // printf '%s\n%s\n%s' 'abc' D-1 for | sha256sum
    let lot = Lot(seed: "abc", subject: "D-1")
    #expect(lot.ticket(of: "for").digest == Digest.sha256(Array("abc\nD-1\nfor".utf8)).hex)
    #expect(lot.ticket(of: "for").digest != lot.ticket(of: "against").digest)
    #expect(lot.ticket(of: "for") != Lot(seed: "abc", subject: "D-2").ticket(of: "for"))
  }

  @Test(arguments: UInt64(1)...6)
  func `A lot puts alternatives in one order, whatever the order in which they are given`(
    _ seed: UInt64
  ) {
    var random = Seeded(seed: seed)
    let names = ["AT", "BE", "BG", "CZ", "DE", "DK"]
    for round in 1...30 {
      let lot = Lot(seed: "\(seed).\(round)", subject: "E-1")
      let order = lot.order(names)
      #expect(lot.order(names.shuffled(using: &random)) == order)
      #expect(order.map(\.digest) == order.map(\.digest).sorted())
      #expect(Set(order.map(\.alternative)) == Set(names))
    }
  }

  @Test func `Over many seeds the lot favours no side`() {
    let drawn = (1...2_000).map { Resolution.Drawing(Lot(seed: "\($0)", subject: "D-1")).drawn }
    #expect((900...1_100).contains(drawn.count { $0 == .for }))
  }

  @Test func `A tie without a lot is refused by its clause, with the way out`() throws {
    let refusal = try sitting(.lot).when("deliberation record", seven())
      .thenRefused("lot-missing", clause: clause)
    #expect(refusal.ways == [Note("draw-lot")])
  }

  @Test func `A lot decides ties and nothing else, and only where the rule says so`() throws {
    try sitting(.lot)
      .when("deliberation record", seven(["against": "6", "seed": "abc"]))
      .thenRefused("lot-without-tie")
    for tie in [DecisionRule.Tie.rejected, .chairDecides, .secondRound] {
      try sitting(tie).when("deliberation record", seven(["seed": "abc"]))
        .thenRefused("lot-not-provided", clause: clause)
    }
    try sitting(.lot).when("deliberation record", seven(["chair-vote": "for"]))
      .thenRefused("chair-may-not-decide", clause: clause)
  }

  @Test func `A lot does not stand in for members that are not there`() throws {
    var rules = Rules.sample
    rules.bodies[0].decisions[0].tie = .lot
    let given = try Given(rules: rules).admitted(Self.states + " IT LT").open(present: Self.states)
    let decision = try given.when("deliberation record", seven()).then("deliberation.rejected")
    #expect(decision.derivations.last?.inputs["needed"] == 9)
  }

  @Test(arguments: ["two\nlines", String(repeating: "x", count: 201)])
  func `A seed is one line, and not a long one`(_ seed: String) throws {
    let given = try sitting(.lot)
    let error = #expect(throws: Failure.self) {
      try given.when("deliberation record", seven(["seed": seed]))
    }
    #expect(error?.code == .fieldMalformed)
  }

  @Test func `Where nobody votes there is nothing to draw a lot about`() throws {
    let given = try sitting(.lot)
    let error = #expect(throws: Failure.self) {
      try given.when(
        "deliberation record",
        ["meeting": "plenary-1", "title": "A matter", "consensus": "true", "seed": "abc"])
    }
    #expect(error?.code == .seedOnConsensus)
  }

  // MARK: Second rounds

  private func tied(_ id: String = "D-1") throws -> Given {
    let resolution = Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: "plenary", title: "A matter",
      method: .counts, tally: Tally(entitled: 14, present: 14, inFavour: 7, against: 7))
    return try sitting(.secondRound)
      .happened(.tied(resolution), to: #require(DeliberationID(id)))
  }

  @Test func `A second round names the first, and a second tie adopts nothing`() throws {
    let round = seven(["second-round-of": "D-1"])
    try tied().when("deliberation record", round)
      .then("deliberation.rejected", ["second_round_of": "D-1"])
    try tied().when("deliberation record", round.merging(["for": "8", "against": "6"]) { $1 })
      .then("deliberation.adopted", ["second_round_of": "D-1"])
  }

  @Test func `A tie has one second round, unless that was annulled`() throws {
    let resolution = Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: "plenary", title: "A matter",
      method: .consensus, conduct: .init(secondRoundOf: DeliberationID("D-1")))
    let held = try tied().happened(.rejected(resolution), to: #require(DeliberationID("D-2")))
    let refusal = try held.when("deliberation record", seven(["second-round-of": "D-1"]))
      .thenRefused("second-round-held")
    #expect(refusal.values["other"] == .text("D-2"))
    try held.happened(
      .annulled(Annulment(reason: "Miscounted")), to: #require(DeliberationID("D-2"))
    )
    .when("deliberation record", seven(["second-round-of": "D-1"])).then("deliberation.rejected")
  }

  @Test(arguments: [
    ("D-9", "default", "deliberation-unknown"), ("D-1", "rules", "second-round-elsewhere"),
    ("D-2", "default", "no-second-round"),
  ])
  func `A second round is of a tie, on the same matter`(
    _ first: String, _ matter: String, _ code: String
  ) throws {
    let consensus = Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: "plenary", title: "Other",
      method: .consensus)
    try tied().happened(.adopted(consensus), to: #require(DeliberationID("D-2")))
      .when("deliberation record", seven(["second-round-of": first, "matter": matter]))
      .thenRefused(code)
  }

  @Test func `Nothing rests on a tie`() throws {
    try tied().when(
      "deliberation repeal", ["deliberation": "D-1", "by": "D-1"]
    ).thenRefused("deliberation-not-adopted")
  }

  @Test func `A vote that is no tie, or holds all the same, needs no second round`() throws {
    try sitting(.secondRound).when("deliberation record", seven(["for": "6"]))
      .then("deliberation.rejected")
    var rules = Rules.sample
    rules.bodies[0].decisions[0].tie = .secondRound
    rules.bodies[0].decisions[0].threshold = Threshold(.atLeast, .half)
    try Given(rules: rules).admitted(Self.states).open(present: Self.states)
      .when("deliberation record", seven()).then("deliberation.adopted")
  }

  @Test func `A deliberation that was a tie has that state, and is read back`() throws {
    var deliberation = Deliberation(id: try #require(DeliberationID("D-1")))
    let resolution = Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: "plenary", title: "A matter",
      method: .counts, tally: Tally(entitled: 2, present: 2, inFavour: 1, against: 1),
      entitled: 2, present: 2,
      conduct: .init(drawing: .init(Lot(seed: "abc", subject: "D-1"))))
    deliberation.evolve(
      with: .tied(resolution), at: Mark(position: 3, effective: try #require(Day("2026-05-01"))))
    #expect(deliberation.outcome == .tied && deliberation.status == .tied)
    #expect(try Deliberation(id: deliberation.id, state: deliberation.state) == deliberation)
  }
}
