import Governance
import Plugins
import TestKit
import Testing
import Values

/// A subgroup hands an item to the board, the board to the plenary, as the rules let them.
@Suite struct AddReferralTests {
  private let fields = SampleReferrals.fields

  private func asked(_ more: [String: String]) -> [String: String] { fields.merging(more) { $1 } }

  @Test func `An item is handed over and stands on the next agenda of the body by itself`() throws {
    let decision = try SampleReferrals.given()
      .boardMeets(2, from: "2027-02-01").boardMeets(1, from: "2026-12-10")
      .when("referral add", asked(["asks": "opinion", "text": "Is it complete?"]))
      .then(
        ["referral.made", "item.added", "referral.scheduled"],
        [
          "title": "Guide on seizure", "from": "cloud", "to": "board", "asks": "opinion",
          "text": "Is it complete?", "session": "open", "on": "2026-11-23",
        ])
    #expect(
      decision.events.map(\.key.text) == ["referral-guide", "agenda-board-1", "referral-guide"])
    let item = decision.events[1].event.data
    #expect(item["item"] == "guide" && item["refers"] == "guide" && item["sender"] == "cloud")
    #expect(item["title"] == "Guide on seizure")
    #expect(decision.events[2].event.data["meeting"] == "board-1")
    #expect(decision.notes.map(\.code) == ["referral-on-agenda"])
  }

  @Test func `Papers and the session go with it to the agenda`() throws {
    let digest = String(repeating: "0a", count: 32)
    let decision = try SampleReferrals.given().boardMeets(1, from: "2026-12-10")
      .when("referral add", asked(["paper": "draft.pdf=\(digest)", "session": "closed"]))
      .then(["referral.made", "item.added", "referral.scheduled"], ["session": "closed"])
    let item = decision.events[1].event.data
    #expect(item["papers"] == [["name": "draft.pdf", "digest": .text(digest)]])
    #expect(item["session"] == "closed")
  }

  @Test func `Where no meeting is to come it waits for one to be planned`() throws {
    let decision = try SampleReferrals.given().when("referral add", fields).then("referral.made")
    #expect(decision.notes.map(\.code) == ["referral-waits-for-meeting"])
    let planned = try SampleReferrals.given().handedOver()
      .when("meeting plan", ["series": "board", "from": "2026-12-10"])
      .then(["meeting.planned", "number.assigned", "item.added", "referral.scheduled"])
    #expect(planned.events[2].event.data["refers"] == "guide")
    #expect(planned.events[3].event.data["meeting"] == "board-1")
  }

  @Test func `A meeting of another body takes nothing, nor one that stands on an agenda already`()
    throws
  {
    try SampleReferrals.given().handedOver()
      .when("meeting plan", ["series": "plenary", "from": "2026-12-10"])
      .then(["meeting.planned", "number.assigned"])
    try SampleReferrals.given().handedOver().standing(at: "board-1", of: "board")
      .when("meeting plan", ["series": "board", "from": "2027-12-10"])
      .then(["meeting.planned", "number.assigned"])
  }

  @Test func `An agenda that is frozen or has another item of the name is passed over`() throws {
    let frozen = try #require(MeetingID("board-1"))
    let other = try #require(MeetingID("board-2"))
    let item = ItemAddition(
      meeting: other, item: try #require(ItemID("guide")), on: PartialDay(day("2026-03-02")),
      title: "A guided tour")
    let decision = try SampleReferrals.given()
      .boardMeets(1, from: "2026-12-10").boardMeets(2, from: "2027-01-10")
      .boardMeets(3, from: "2027-02-10")
      .happened(
        .frozen(Freezing(meeting: frozen, on: PartialDay(day("2026-11-01")))),
        to: AgendaID(sharedWith: frozen), on: "2026-11-01"
      )
      .happened(.added(item), to: AgendaID(sharedWith: other))
      .when("referral add", fields)
      .then(["referral.made", "item.added", "referral.scheduled"])
    #expect(decision.events[1].key.text == "agenda-board-3")
    #expect(
      decision.notes.map(\.code) == [
        "referral-agenda-frozen", "referral-name-taken", "referral-on-agenda",
      ])
  }

  @Test(arguments: [("2026-12-10", "board-1"), ("2026-12-11", "board-2")])
  func `The rule on agendas says until when an item is in time`(_ row: (day: String, at: String))
    throws
  {
    let given = try SampleReferrals.given(SampleReferrals.rules(freeze: .days(10)))
      .boardMeets(1, from: "2026-12-20").boardMeets(2, from: "2027-02-20")
    let decision = try given.when("referral add", fields, on: row.day, today: row.day)
      .then(["referral.made", "item.added", "referral.scheduled"])
    #expect(decision.events[2].event.data["meeting"] == .text(row.at))
  }

  @Test func `Without a rule a subgroup hands items to any body, and other bodies to a plenary`()
    throws
  {
    for (from, to) in [("cloud", "board"), ("cloud", "plenary"), ("board", "plenary")] {
      let decision = try SampleReferrals.given()
        .when("referral add", asked(["from": from, "to": to]))
        .then("referral.made", ["from": .text(from), "to": .text(to)])
      let derivation = try #require(decision.derivations.first)
      #expect(derivation.question == "referral-route" && derivation.holds)
      #expect(derivation.clause == Clause(id: "referrals", source: .assumption))
    }
  }

  @Test(arguments: [("plenary", "board"), ("board", "bureau"), ("plenary", "plenary")])
  func `Nothing is handed downwards or sideways, and the refusal names the clause`(
    _ row: (from: String, to: String)
  ) throws {
    let refusal = try SampleReferrals.given()
      .when("referral add", asked(["from": row.from, "to": row.to]))
      .thenRefused("referral-route-closed", clause: "referrals")
    #expect(refusal.clause?.source == .assumption)
    #expect(refusal.derivation?.holds == false)
    #expect(!refusal.ways.isEmpty)
  }

  @Test func `The rules say who hands items to whom`() throws {
    let given = try SampleReferrals.given(SampleReferrals.rules(SampleReferrals.strict))
      .decided("D-2", in: "cloud").decided("D-3", in: "board")
    try given.when("referral add", asked(["by": "D-2"])).then(
      "referral.made", ["deliberation": "D-2"])
    let refusal = try given.when("referral add", asked(["to": "plenary", "by": "D-2"]))
      .thenRefused("referral-route-closed", clause: "referrals")
    #expect(refusal.ways == [Note("give-receiver", ["known": .list(["board"])])])
    #expect(refusal.clause?.source == .practice)
    try given.when("referral add", asked(["from": "board", "to": "plenary", "by": "D-3"]))
      .then("referral.made")
  }

  @Test func `Where the rules ask for it, the sender names a deliberation of its own`() throws {
    let given = try SampleReferrals.given(SampleReferrals.rules(SampleReferrals.strict))
    let refusal = try given.when("referral add", fields)
      .thenRefused("referral-undecided", clause: "referrals")
    #expect(refusal.ways == [Note("name-deliberation", ["body": .text("cloud")])])
    try given.when("referral add", asked(["by": "D-1"]))
      .thenRefused("deliberation-of-other-body", clause: "referrals")
  }

  @Test func `A deliberation that is named was adopted, on this item where it says on what`() throws
  {
    try SampleReferrals.given().when("referral add", asked(["by": "D-9"]))
      .thenRefused("deliberation-unknown")
    let given = try SampleReferrals.given().decided("D-2", in: "cloud", deciding: ["other"])
    try given.when("referral add", asked(["by": "D-2"])).thenRefused("deliberation-decides-other")
    try SampleReferrals.given().decided("D-2", in: "cloud", deciding: ["guide"])
      .when("referral add", asked(["by": "D-2"])).then("referral.made")
  }

  @Test(arguments: [
    (["from": "moon"], "referral-sender-unknown"), (["to": "moon"], "body-unknown"),
  ])
  func `Sender and receiver must be there`(_ row: (fields: [String: String], code: String)) throws {
    let refusal = try SampleReferrals.given().when("referral add", asked(row.fields))
      .thenRefused(row.code)
    guard case .list(let known) = refusal.ways.first?.values["known"] else {
      Issue.record("no way names what there is")
      return
    }
    #expect(known.contains("board"))
  }

  @Test func `A subgroup that has ended hands nothing over`() throws {
    let ending = SubgroupEnding(on: PartialDay(day("2026-06-01")), reason: nil)
    try SampleReferrals.given()
      .happened(.ended(ending), to: try #require(SubgroupID("cloud")), on: "2026-06-01")
      .when("referral add", fields).thenRefused("subgroup-ended-already")
  }

  @Test func `A name is given once`() throws {
    let refusal = try SampleReferrals.given().handedOver().when("referral add", fields)
      .thenRefused("referral-made-already")
    #expect(refusal.values["from"] == .text("cloud"))
  }
}
