import Governance
import Plugins
import TestKit
import Testing
import Values

/// An item goes on to the next body, back to the one before, gets its answer, or is taken back.
@Suite struct PassOnReferralTests {
  private let guide = ["referral": "guide"]

  private func asked(_ more: [String: String] = [:]) -> [String: String] {
    guide.merging(more) { $1 }
  }

  @Test func `The board hands it on: it leaves one agenda and stands on the other`() throws {
    let decision = try SampleReferrals.given().boardMeets(1, from: "2026-12-10")
      .planned(1, from: "2027-01-20").handedOver().standing(at: "board-1", of: "board")
      .when("referral forward", asked(["text": "The board agrees."]))
      .then(
        ["referral.forwarded", "item.withdrawn", "item.added", "referral.scheduled"],
        ["from": "board", "to": "plenary", "text": "The board agrees."])
    #expect(decision.events[1].event.data["reason"] == "The board agrees.")
    #expect(decision.events[2].key.text == "agenda-plenary-1")
    #expect(decision.events[2].event.data["sender"] == "board")
    #expect(decision.events[2].event.data["item"] == "guide")
    #expect(decision.derivations.map(\.question) == ["referral-route"])
  }

  @Test func `Where the rules name several bodies somebody says to which it goes`() throws {
    let back = try SampleReferrals.given().handedOver().passed("board", to: "cloud", back: true)
    let refusal = try back.when("referral forward", guide)
      .thenRefused("referral-receiver-unclear", clause: "referrals")
    #expect(refusal.values["count"] == .int(4))
    try back.when("referral forward", asked(["to": "plenary"]))
      .then("referral.forwarded", ["from": "cloud", "to": "plenary"])
  }

  @Test func `A plenary hands nothing on`() throws {
    let given = try SampleReferrals.given().handedOver(to: "plenary")
    let refusal = try given.when("referral forward", guide)
      .thenRefused("referral-receiver-unclear", clause: "referrals")
    #expect(refusal.ways == [Note("adopt-rules")])
    try given.when("referral forward", asked(["to": "board"]))
      .thenRefused("referral-route-closed", clause: "referrals")
  }

  @Test func `What the board adopted may still go up, what it rejected or noted does not`() throws {
    let on = PartialDay(day("2026-03-05"))
    let deliberation = try #require(DeliberationID("D-2"))
    for outcome in ReferralDecision.Outcome.allCases {
      let settled = try SampleReferrals.given().handedOver().referred(
        .decided(
          ReferralDecision(on: on, body: "board", deliberation: deliberation, outcome: outcome)))
      let asked = try settled.when("referral forward", asked(["to": "plenary"]))
      if outcome == .adopted {
        try asked.then("referral.forwarded")
      } else {
        try asked.thenRefused("referral-ended-already")
      }
    }
    try SampleReferrals.given().handedOver()
      .referred(.noted(ReferralNoting(on: on, body: "board")))
      .when("referral forward", asked(["to": "plenary"])).thenRefused("referral-ended-already")
  }

  @Test func `It is referred back with a reason, step by step to where it began`() throws {
    let up = try SampleReferrals.given().handedOver().passed("board", to: "plenary")
    try up.when("referral return", asked(["reason": "No costs"]))
      .then("referral.returned", ["from": "plenary", "to": "board", "text": "No costs"])
    let down = try up.passed("plenary", to: "board", back: true)
    try down.when("referral return", asked(["reason": "As they say"]))
      .then("referral.returned", ["from": "board", "to": "cloud"])
    let origin = try down.passed("board", to: "cloud", back: true)
    let refusal = try origin.when("referral return", asked(["reason": "Again"]))
      .thenRefused("referral-at-origin")
    #expect(refusal.ways.map(\.code) == ["hand-on", "withdraw-referral"])
  }

  @Test func `What comes back stands on the next agenda of the board again`() throws {
    let decision = try SampleReferrals.given().boardMeets(1, from: "2026-12-10")
      .planned(1, from: "2027-01-20").handedOver().passed("board", to: "plenary")
      .standing(at: "plenary-1", of: "plenary", sender: "board")
      .when("referral return", asked(["reason": "No costs"]))
      .then(["referral.returned", "item.withdrawn", "item.added", "referral.scheduled"])
    #expect(decision.events[2].key.text == "agenda-board-1")
    #expect(decision.events[2].event.data["sender"] == "plenary")
  }

  @Test func `Nothing goes back to a subgroup that has ended`() throws {
    let ending = SubgroupEnding(on: PartialDay(day("2026-06-01")), reason: nil)
    try SampleReferrals.given().handedOver()
      .happened(.ended(ending), to: try #require(SubgroupID("cloud")), on: "2026-06-01")
      .when("referral return", asked(["reason": "x"])).thenRefused("subgroup-ended-already")
  }

  @Test func `A body takes note of it, with what it answers`() throws {
    let decision = try SampleReferrals.given().boardMeets(1, from: "2026-12-10").handedOver()
      .standing(at: "board-1", of: "board")
      .when("referral answer", asked(["text": "With thanks", "meeting": "board-1"]))
      .then(
        ["referral.noted", "item.withdrawn"],
        ["body": "board", "text": "With thanks", "meeting": "board-1"])
    #expect(decision.events[1].key.text == "agenda-board-1")
  }

  @Test func `A deliberation taken elsewhere settles it`() throws {
    try SampleReferrals.given().handedOver(to: "plenary")
      .when("referral answer", asked(["by": "D-1"]))
      .then(
        "referral.decided", ["body": "plenary", "deliberation": "D-1", "outcome": "adopted"])
    try SampleReferrals.given().handedOver().when("referral answer", asked(["by": "D-1"]))
      .thenRefused("deliberation-of-other-body", clause: "referrals")
    try SampleReferrals.given().handedOver().when("referral answer", asked(["by": "D-9"]))
      .thenRefused("deliberation-unknown")
  }

  @Test func `A deliberation that was annulled, or put off, settles nothing`() throws {
    let id = try #require(DeliberationID("D-1"))
    try SampleReferrals.given().handedOver(to: "plenary")
      .happened(.annulled(Annulment(reason: "Not called")), to: id)
      .when("referral answer", asked(["by": "D-1"])).thenRefused("deliberation-undecided")
    let deferral = Deferral(
      meeting: try #require(MeetingID("plenary-1")), body: "plenary", title: "x",
      matter: "default", reason: "Time")
    try SampleReferrals.given().handedOver(to: "plenary")
      .happened(.deferred(deferral), to: try #require(DeliberationID("D-2")))
      .when("referral answer", asked(["by": "D-2"])).thenRefused("deliberation-undecided")
  }

  @Test func `Whoever handed it over takes it back before it has its answer`() throws {
    try SampleReferrals.given().boardMeets(1, from: "2026-12-10").handedOver()
      .standing(at: "board-1", of: "board")
      .when("referral withdraw", asked(["reason": "Moot"]))
      .then(["referral.withdrawn", "item.withdrawn"], ["reason": "Moot"])
  }

  @Test(arguments: [
    ("referral forward", ["to": "plenary"]), ("referral return", ["reason": "x"]),
    ("referral answer", [:]), ("referral withdraw", ["reason": "x"]),
  ])
  func `Nothing happens to what was never handed over, or has its answer`(
    _ row: (act: String, fields: [String: String])
  ) throws {
    try SampleReferrals.given().when(row.act, asked(row.fields)).thenRefused("referral-unknown")
    let withdrawal = ReferralWithdrawal(on: PartialDay(day("2026-03-04")), reason: "Moot")
    let refusal = try SampleReferrals.given().handedOver().referred(.withdrawn(withdrawal))
      .when(row.act, asked(row.fields)).thenRefused("referral-ended-already")
    #expect(refusal.values["outcome"] == .word("shown.referral.outcome.withdrawn"))
    #expect(refusal.ways.map(\.code) == ["correct-event"])
  }

  @Test(arguments: ["referral forward", "referral return", "referral answer"])
  func `The meeting that is named is one of the body that has it`(_ act: String) throws {
    var fields = act == "referral return" ? ["reason": "x"] : ["text": "x"]
    if act == "referral forward" { fields["to"] = "plenary" }
    let given = try SampleReferrals.given().boardMeets(1, from: "2026-12-10")
      .planned(1, from: "2026-12-12").handedOver()
    let refusal =
      try given
      .when(act, asked(fields.merging(["meeting": "plenary-1"]) { $1 }))
      .thenRefused("referral-meeting-of-other")
    #expect(refusal.values["other"] == .text("plenary"))
    try given.when(act, asked(fields.merging(["meeting": "moon-1"]) { $1 }))
      .thenRefused("meeting-unknown")
  }

  @Test func `A frozen agenda keeps what goes elsewhere`() throws {
    let meeting = try #require(MeetingID("board-1"))
    let freezing = Freezing(meeting: meeting, on: PartialDay(day("2026-11-01")))
    try SampleReferrals.given().boardMeets(1, from: "2026-12-10").handedOver()
      .standing(at: "board-1", of: "board")
      .happened(.frozen(freezing), to: AgendaID(sharedWith: meeting), on: "2026-11-01")
      .when("referral withdraw", asked(["reason": "Moot"])).then("referral.withdrawn")
  }
}
