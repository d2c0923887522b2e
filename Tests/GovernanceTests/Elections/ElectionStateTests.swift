import Governance
import TestKit
import Testing
import Values

/// What the events of an election make of it.
@Suite struct ElectionStateTests {
  private static let on = PartialDay(Day(number: 20_780))

  private static func member(_ code: String) throws -> MemberID { try #require(MemberID(code)) }

  private static func round(
    _ number: Int, elected: String, next: String, vacant: Int = 0
  ) throws -> ElectionRound {
    ElectionRound(
      number: number, meeting: try #require(MeetingID("plenary-1")), on: on, body: "bureau",
      numbers: BallotNumbers(entitled: 6, present: 6, ballots: 6, marks: 9), places: 3, base: 6,
      needed: 4, results: Given.members("PT ES FR IT").map { ElectionRound.Result($0, votes: 2) },
      outcome: RoundOutcome(
        elected: Given.members(elected), next: Given.members(next), vacant: vacant))
  }

  private static func election(_ events: [ElectionEvent]) throws -> Election {
    var election = Election(id: try #require(ElectionID("E-1")))
    for (index, event) in events.enumerated() {
      election.evolve(
        with: event, at: Mark(position: Int64(index + 1), effective: on.first))
    }
    return election
  }

  /// Three seats, four candidates of which three have accepted, one round, one withdrawal.
  private static func story() throws -> [ElectionEvent] {
    var events: [ElectionEvent] = [
      .opened(
        ElectionOpening(
          on: on, body: "bureau", by: "plenary", seats: 3, stays: try [member("DE")]))
    ]
    for code in ["PT", "ES", "FR", "IT"] {
      events.append(.nominated(CandidateNaming(on: on, member: try member(code))))
      guard code != "IT" else { continue }
      events.append(.accepted(CandidateStep(on: on, member: try member(code))))
    }
    return events + [
      .counted(try round(1, elected: "PT", next: "ES FR")),
      .withdrawn(CandidateStep(on: on, member: try member("FR"), reason: "Ill")),
    ]
  }

  @Test(arguments: [
    (1, "open", "", 3), (2, "open", "", 3), (3, "open", "PT", 3), (8, "open", "PT ES FR", 3),
    (9, "voting", "ES FR", 2), (10, "voting", "ES", 2),
  ])
  func `Each event moves the stage, those who stand and the seats left`(
    _ row: (events: Int, stage: String, standing: String, left: Int)
  ) throws {
    let election = try Self.election(Array(Self.story().prefix(row.events)))
    #expect(election.stage.rawValue == row.stage)
    #expect(election.standing == Given.members(row.standing))
    #expect(election.seatsLeft == row.left)
    #expect(election.isOpen)
  }

  @Test func `A closing ends it, with who sits in the body then`() throws {
    let closing = ElectionClosing(
      on: Self.on, elected: Given.members("PT ES"), vacant: 1, unopposed: Given.members("ES"))
    let election = try Self.election(Self.story() + [.closed(closing)])
    #expect(election.stage == .closed && !election.isOpen)
    #expect(election.elected == Given.members("PT ES"))
    #expect(election.seated == Given.members("DE PT ES"))
    #expect(election.position == 11)
  }

  @Test func `Each candidate stands as its events and the rounds say`() throws {
    let election = try Self.election(Self.story())
    let standings = election.candidacies.map { election.standing(of: $0).rawValue }
    #expect(standings == ["elected", "standing", "withdrawn", "out"])
    let before = try Self.election(Array(Self.story().prefix(8)))
    #expect(before.candidacies.map { before.standing(of: $0).rawValue }.last == "named")
  }

  @Test func `Seats that a tie left vacant are not filled by a further round`() throws {
    let events =
      try Self.story().prefix(8) + [.counted(Self.round(1, elected: "PT", next: "ES", vacant: 1))]
    #expect(try Self.election(Array(events)).seatsLeft == 1)
  }

  @Test(arguments: 0...11)
  func `The state is read back equal after each event`(_ count: Int) throws {
    let closing = ElectionClosing(on: Self.on, elected: Given.members("PT"), vacant: 2)
    let election = try Self.election(Array((Self.story() + [.closed(closing)]).prefix(count)))
    let again = try Election(id: election.id, state: election.state)
    #expect(again == election)
    #expect(again.state.canonicalText == election.state.canonicalText)
  }

  @Test func `A step of somebody who was never named changes nothing`() throws {
    let election = try Self.election([
      .accepted(CandidateStep(on: Self.on, member: try Self.member("PT"))),
      .withdrawn(CandidateStep(on: Self.on, member: try Self.member("PT"))),
    ])
    #expect(election == Election(id: election.id))
  }
}
