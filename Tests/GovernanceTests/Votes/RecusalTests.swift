import Governance
import Plugins
import TestKit
import Testing
import Values

/// A member that declares a conflict of interest stands aside from that matter, and from no other.
@Suite struct RecusalTests {
  private let clause = "bodies.plenary.decides.default"

  private func sitting(
    _ recusal: VoteTerms.Recusal, present: String = "AT BE BG CZ DE"
  ) throws -> Given {
    var rules = Rules.sample
    rules.bodies[0].decisions[0].terms.recusal = recusal
    return try Given(rules: rules).admitted("AT BE BG CZ DE").admitted("NO", as: "observer")
      .open(present: present)
  }

  private func fields(_ more: [String: String]) -> [String: String] {
    ["meeting": "plenary-1", "title": "On a case"].merging(more) { $1 }
  }

  private let counted = [
    "for": "2", "against": "1", "recused": "CZ=party to it,DE=counsel in it",
  ]
  private let named = [
    "names": "AT=for,BE=for,BG=against", "recused": "CZ=party to it,DE=counsel in it",
  ]

  @Test(arguments: [
    (VoteTerms.Recusal.stays, 5, 3, "deliberation.rejected"),
    (.leavesBase, 3, 2, "deliberation.adopted"),
  ])
  func `Two who stand aside lower the number needed where the rule lets them leave the base`(
    _ row: (recusal: VoteTerms.Recusal, base: Int64, needed: Int64, outcome: String)
  ) throws {
    for ballot in [counted, named] {
      let decision = try sitting(row.recusal).when("deliberation record", fields(ballot))
        .then(row.outcome)
      let inputs = try #require(decision.derivations.last?.inputs)
      #expect(inputs["base"] == .int(row.base) && inputs["needed"] == .int(row.needed))
      #expect(inputs["recused"] == 2 && inputs["cast"] == 3 && inputs["entitled"] == 5)
    }
  }

  @Test func `The declaration is kept with its reason, and the vote says how many stood aside`()
    throws
  {
    let decision = try sitting(.stays).when("deliberation record", fields(counted))
      .then(
        "deliberation.rejected",
        [
          "recusals": [
            ["member": "CZ", "reason": "party to it"], ["member": "DE", "reason": "counsel in it"],
          ],
          "votes": ["for": 2, "against": 1, "abstain": 0, "recused": 2, "represented": 0],
        ])
    #expect(decision.derivations.map(\.question) == ["quorum", "majority"])
    #expect(decision.derivations.last?.inputs["recusal"] == nil)
  }

  @Test func `A derivation names those who leave, and by which rule`() throws {
    let decision = try sitting(.leavesBase).when("deliberation record", fields(named))
      .then("deliberation.adopted")
    #expect(decision.derivations.map(\.question) == ["quorum", "recusal", "majority"])
    let found = decision.derivations[1]
    #expect(found.clause.id == clause && found.holds)
    #expect(
      JSON.object(found.inputs) == [
        "matter": "default", "recusal": "leaves_base", "entitled": 5, "recused": 2,
        "recused_members": ["CZ", "DE"],
      ])
    #expect(decision.derivations.last?.inputs["recusal"] == "leaves_base")
  }

  @Test func `Where nobody stands aside nothing is derived of it`() throws {
    let decision = try sitting(.leavesBase)
      .when("deliberation record", fields(["for": "4", "against": "1"]))
      .then("deliberation.adopted")
    #expect(decision.derivations.map(\.question) == ["quorum", "majority"])
  }

  @Test(arguments: [
    (VoteTerms.Recusal.stays, 3, 5, 3), (.leavesBase, 3, 5, 3), (.leavesBaseAndQuorum, 2, 4, 3),
  ])
  func `The quorum of the matter is counted without them only where the rule says so`(
    _ row: (recusal: VoteTerms.Recusal, found: Int64, base: Int64, needed: Int64)
  ) throws {
    let outcome = try sitting(row.recusal, present: "AT BE BG")
      .when("deliberation record", fields(["for": "2", "recused": "BG=own case"]))
    let quorum = try #require(outcome.result.get().derivations.first)
    #expect(quorum.question == "quorum")
    #expect(quorum.inputs["found"] == .int(row.found) && quorum.inputs["base"] == .int(row.base))
    #expect(quorum.inputs["needed"] == .int(row.needed))
    let isLeft = row.recusal == .leavesBaseAndQuorum
    #expect(quorum.inputs["recused_members"] == (isLeft ? ["BG"] : nil))
    #expect(
      try outcome.result.get().objections.map(\.code.name) == (isLeft ? ["quorum-missing"] : []))
  }

  @Test func `On the next matter the same member is counted and votes again`() throws {
    let given = try sitting(.leavesBaseAndQuorum)
    let first = try given.when(
      "deliberation record", fields(["for": "2", "against": "2", "recused": "DE=own case"])
    ).then("deliberation.rejected")
    #expect(first.derivations.first?.inputs["base"] == 4)
    let second = try given.when(
      "deliberation record", fields(["names": "AT=for,BE=for,DE=for"])
    ).then("deliberation.adopted")
    #expect(second.derivations.first?.inputs["base"] == 5)
    #expect(second.derivations.last?.inputs["base"] == 5)
  }

  @Test func `A roll that says recused needs no declaration to leave the base`() throws {
    let decision = try sitting(.leavesBase)
      .when(
        "deliberation record", fields(["names": "AT=for,BE=for,BG=against,CZ=recused,DE=recused"])
      )
      .then("deliberation.adopted")
    #expect(decision.events.first?.event.data["recusals"] == nil)
    #expect(decision.derivations[1].inputs["recused_members"] == ["CZ", "DE"])
  }

  @Test func `A roll and a declaration of one member are one recusal`() throws {
    let decision = try sitting(.leavesBase).when(
      "deliberation record",
      fields(["names": "AT=for,BE=for,CZ=recused", "recused": "CZ=own case"])
    ).then("deliberation.rejected")
    #expect(decision.derivations.last?.inputs["recused"] == 1)
    #expect(decision.derivations.last?.inputs["base"] == 4)
  }

  @Test func `Whoever stands aside does not vote on the matter`() throws {
    let refusal = try sitting(.stays)
      .when(
        "deliberation record", fields(["names": "AT=for,CZ=against", "recused": "CZ=own case"])
      )
      .thenRefused("recused-votes")
    #expect(refusal.values["member"] == .text("CZ"))
    #expect(refusal.ways.map(\.code) == ["leave-vote-or-recusal-out"])
  }

  @Test(arguments: [
    ("NO=x", "may-not-vote", "membership.classes.observer"), ("US=x", "delegation-unknown", nil),
    ("DE=x", "delegation-not-present", nil),
  ])
  func `Only who could vote in the room stands aside`(
    _ row: (declared: String, code: String, clause: String?)
  ) throws {
    try sitting(.stays, present: "AT BE BG NO")
      .when("deliberation record", fields(["for": "3", "recused": row.declared]))
      .thenRefused(row.code, clause: row.clause)
  }

  @Test func `Votes and those aside are no more than the delegations in the room`() throws {
    let refusal = try sitting(.stays)
      .when("deliberation record", fields(["for": "5", "recused": "DE=own case"]))
      .thenRefused("votes-exceed-present")
    #expect(refusal.values["votes"] == .int(5) && refusal.values["present"] == .int(4))
    try sitting(.stays)
      .when("deliberation record", fields(["for": "4", "recused": "DE=own case"]))
      .then("deliberation.adopted")
  }

  @Test func `A consensus keeps the declarations, and its quorum is counted without them`() throws {
    let given = try sitting(.leavesBaseAndQuorum)
    let decision = try given.when(
      "deliberation record", fields(["consensus": "true", "recused": "DE=own case"])
    ).then("deliberation.adopted", ["recusals": [["member": "DE", "reason": "own case"]]])
    #expect(decision.derivations.first?.inputs["found"] == 4)
    #expect(decision.derivations.map(\.question) == ["quorum", "recusal", "consensus"])
  }

  @Test(arguments: ["CZ", "CZ=", "=x", "CZ=a,CZ=b"])
  func `A declaration has a member, once, and a reason`(_ declared: String) throws {
    #expect(throws: Failure.self) {
      try sitting(.stays).when(
        "deliberation record", fields(["for": "1", "recused": declared]))
    }
  }
}
