import Governance
import Plugins
import TestKit
import Testing
import Values

/// Votes on the line between adopted and rejected, rooms of which little is known, and a past without rules.
@Suite struct DeliberationEdgeTests {
  /// The 25 member states of the European Judicial Cybercrime Network.
  private static let states =
    "AT BE BG HR CZ DE DK EE ES FI FR GR HU IE IT LT LU LV NL PL PT RO SE SI SK"
  private let given: Given
  private let decides = "bodies.plenary.decides"

  init() throws {
    given = try Given(rules: .sample).admitted(Self.states).admitted("NO", as: "observer")
      .open(present: Self.states)
  }

  private func fields(_ more: [String: String]) -> [String: String] {
    ["meeting": "plenary-1", "title": "On e-evidence"].merging(more) { $1 }
  }

  private func small(present: String = "AT BE BG CZ DE") throws -> Given {
    try Given(rules: .sample).admitted("AT BE BG CZ DE").admitted("NO", as: "observer")
      .open(present: present)
  }

  @Test(arguments: [("0", "0", "rejected"), ("1", "1", "rejected"), ("1", "0", "adopted")])
  func `A past without a rule is adopted by more votes for than against`(
    _ inFavour: String, _ against: String, _ outcome: String
  ) throws {
    var rules = Rules.sample
    rules.bodies[0].decisions = []
    let decision = try Given(rules: rules).admitted("AT BE BG").open(present: "AT BE BG")
      .when(
        "deliberation record", fields(["for": inFavour, "against": against]), takenOver: true
      ).result.get()
    #expect(decision.events.map(\.event.type) == ["deliberation.\(outcome)"])
    #expect(decision.objections.map(\.code.name) == ["body-decides-nothing"])
  }

  @Test(arguments: [("0", "0", "rejected"), ("1", "0", "adopted"), ("2", "1", "rejected")])
  func `A past vote where consensus is needed adopts with nobody against and somebody for`(
    _ inFavour: String, _ against: String, _ outcome: String
  ) throws {
    let decision =
      try given
      .when(
        "deliberation record",
        fields(["for": inFavour, "against": against, "matter": "admission"]), takenOver: true
      ).result.get()
    #expect(decision.events.map(\.event.type) == ["deliberation.\(outcome)"])
  }

  @Test func `A past that says who was there is counted like today`() throws {
    let decision = try small(present: "AT BE")
      .when("deliberation record", fields(["consensus": "true"]), takenOver: true).result.get()
    #expect(decision.events.first?.event.data["present"] == 2)
    #expect(decision.objections.map(\.code.name) == ["quorum-missing"])
    #expect(decision.notes == [])
  }

  @Test func `Today a room of which nothing is said is empty`() throws {
    try Given(rules: .sample).admitted("AT BE BG").open(present: "")
      .when("deliberation record", fields(["consensus": "true"]))
      .thenRefused("quorum-missing", clause: "bodies.plenary.quorum")
  }

  @Test func `Votes by names that nobody cast count as none`() throws {
    try small().when("deliberation record", fields(["names": "AT=for,BE=for,BG=for"]))
      .then(
        "deliberation.adopted",
        ["votes": ["for": 3, "against": 0, "abstain": 0, "recused": 0, "represented": 0]])
    try small().when("deliberation record", fields(["names": "AT=abstain,BE=recused"]))
      .then(
        "deliberation.rejected",
        ["votes": ["for": 0, "against": 0, "abstain": 1, "recused": 1, "represented": 0]])
  }

  @Test func `As many votes as delegations in the room are not too many`() throws {
    try small(present: "AT BE BG").when("deliberation record", fields(["for": "3"]))
      .then("deliberation.adopted")
  }

  @Test func `Whoever dissents belongs to the network`() throws {
    try given.when("deliberation record", fields(["for": "25", "dissent": "US=We object."]))
      .thenRefused("delegation-unknown")
    try given.when("deliberation record", fields(["for": "24", "dissent": "PT=We object."]))
      .then("deliberation.adopted", ["dissent": [["member": "PT", "text": "We object."]]])
  }

  @Test func `A tie of one vote each is for the chair to decide`() throws {
    try given.when(
      "deliberation record", fields(["for": "1", "against": "1", "matter": "election"])
    )
    .thenRefused("chair-vote-missing", clause: "\(decides).election")
  }
}
