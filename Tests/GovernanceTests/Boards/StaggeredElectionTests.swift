import Governance
import Plugins
import TestKit
import Testing
import Values

/// Elections at which no more than some of those who sit may leave.
@Suite struct StaggeredElectionTests {
  /// The sample rules with a bureau of which at most so many leave at one election.
  private static func rules(leaving most: Int?) -> Rules {
    var rules = Rules.sample
    rules.bodies = rules.bodies.map { body in
      guard case .elected(var election) = body.composition else { return body }
      election.mostLeaving = most
      election.minimum = 1
      election.maximum = 5
      var body = body
      body.composition = .elected(election)
      return body
    }
    return rules
  }

  /// A bureau of three, elected for a term, and a deliberation that adopted something.
  private func given(leaving most: Int?, until: String = "2028-01-10") throws -> Given {
    let board = try #require(BoardID("bureau"))
    let seating = BoardEvent.Seating(
      members: ["PT", "ES", "FR"].compactMap { MemberID($0) },
      from: try #require(PartialDay("2026-01-10")), until: Day(until), deliberation: "D-1")
    let meeting = try #require(MeetingID("plenary-1"))
    let resolution = Resolution(
      meeting: meeting, body: "plenary", title: "Election", matter: "election", method: .consensus)
    return try Given(rules: Self.rules(leaving: most)).admitted("PT ES FR IT DE")
      .happened(.elected(seating), to: board)
      .happened(.adopted(resolution), to: try #require(DeliberationID("D-2")))
  }

  private func elect(_ members: String) -> [String: String] {
    ["body": "bureau", "members": members, "by": "D-2"]
  }

  @Test(arguments: ["PT,ES,FR", "PT,ES", "PT,ES,IT", "ES,FR,IT,DE"])
  func `As many may leave as the rules allow`(_ members: String) throws {
    let decision = try given(leaving: 1).when("board elect", elect(members)).then("board.elected")
    let leaving = try #require(decision.derivations.first { $0.question == "board-leaving" })
    #expect(leaving.holds)
    #expect(leaving.inputs["most"] == 1)
    #expect(leaving.inputs["seated"] == ["PT", "ES", "FR"])
  }

  @Test(arguments: [
    ("PT", ["ES", "FR"]), ("IT,DE", ["PT", "ES", "FR"]), ("FR,IT", ["PT", "ES"]),
  ])
  func `One more is refused, with who would leave`(
    _ row: (members: String, leaving: [String])
  ) throws {
    let refusal = try given(leaving: 1).when("board elect", elect(row.members))
      .thenRefused("too-many-leave", clause: "bodies.bureau.elected")
    #expect(refusal.values["most"] == .int(1))
    #expect(refusal.ways.map(\.code) == ["keep-some-seated"])
    #expect(refusal.derivation?.inputs["leaving"] == .texts(row.leaving))
    #expect(refusal.derivation?.holds == false)
  }

  @Test func `Rules that say nothing let all leave at once`() throws {
    let decision = try given(leaving: nil).when("board elect", elect("IT,DE")).then("board.elected")
    #expect(!decision.derivations.contains { $0.question == "board-leaving" })
  }

  @Test func `When the term is over nobody sits who could leave`() throws {
    let decision = try given(leaving: 1, until: "2026-06-01")
      .when("board elect", elect("IT,DE"), on: "2026-06-01").then("board.elected")
    #expect(!decision.derivations.contains { $0.question == "board-leaving" })
  }

  @Test func `The limit is read from a plugin and refused when it is none`() throws {
    let text = SampleRules.text.replacing(
      "one_per_member: true", with: "one_per_member: true, leaving: 2")
    guard
      case .elected(let rule)? = try PluginFile.load(text: text, file: "s.yaml").rules
        .body("bureau")?.composition
    else {
      Issue.record("the bureau is not elected")
      return
    }
    #expect(rule.mostLeaving == 2)
    for wrong in ["0", "many", "-1"] {
      let refused = #expect(throws: PluginRefused.self) {
        _ = try PluginFile.load(
          text: text.replacing("leaving: 2", with: "leaving: \(wrong)"), file: "s.yaml")
      }
      #expect(refused?.errors.first?.place?.line != nil, "\(wrong)")
    }
  }
}
