import Governance
import TestKit
import Testing
import Values

/// What each body sees of an item that went from hand to hand.
@Suite struct ReferralStateTests {
  private let on = PartialDay(day("2026-03-02"))

  private func handover(_ from: String, _ to: String, _ text: String? = nil) -> ReferralHandover {
    ReferralHandover(on: on, from: from, to: to, text: text)
  }

  private var making: ReferralEvent {
    .made(
      ReferralMaking(
        on: on, title: "Guide", from: "cloud", to: "board", text: "First words",
        papers: [Paper(name: "a", digest: String(repeating: "0a", count: 32))]))
  }

  private func decided(_ outcome: ReferralDecision.Outcome = .adopted) throws -> ReferralEvent {
    .decided(
      ReferralDecision(
        on: on, body: "plenary", deliberation: try #require(DeliberationID("D-1")),
        outcome: outcome, meeting: MeetingID("plenary-1")))
  }

  private func state(_ events: [ReferralEvent]) throws -> Referral {
    var state = Referral(id: try #require(ReferralID("guide")))
    for (index, event) in events.enumerated() {
      state.evolve(
        with: event,
        at: Mark(position: Int64(index + 1), effective: Day(number: 20_500 + index)))
    }
    return state
  }

  private func seen(_ state: Referral) -> [String] {
    ["cloud", "board", "plenary"].map { state.standing(of: $0)?.rawValue ?? "-" }
  }

  @Test func `Each body sees its own state on the way up and down`() throws {
    let up = handover("board", "plenary")
    let back = handover("plenary", "board", "No costs")
    let further = handover("board", "cloud", "See above")
    let again = handover("cloud", "board")
    let steps: [(ReferralEvent, [String])] = [
      (making, ["sent", "pending", "-"]),
      (.forwarded(up), ["sent", "forwarded", "pending"]),
      (.returned(back), ["sent", "returned", "referred_back"]),
      (.returned(further), ["returned", "referred_back", "referred_back"]),
      (.forwarded(again), ["forwarded", "pending", "referred_back"]),
      (.forwarded(up), ["forwarded", "forwarded", "pending"]),
      (try decided(), ["forwarded", "forwarded", "decided"]),
    ]
    for count in 1...steps.count {
      let state = try state(steps.prefix(count).map(\.0))
      #expect(seen(state) == steps[count - 1].1, "after \(count)")
      #expect(state.isOpen == (count < steps.count))
    }
  }

  @Test func `Who handed it to whom is a stack from which a return takes the last`() throws {
    let up = ReferralEvent.forwarded(handover("board", "plenary"))
    let back = ReferralEvent.returned(handover("plenary", "board"))
    #expect(try state([making]).stack == ["cloud", "board"])
    #expect(try state([making, up]).stack == ["cloud", "board", "plenary"])
    #expect(try state([making, up, back]).stack == ["cloud", "board"])
    #expect(
      try state([making, up, back, up]).path == ["cloud", "board", "plenary", "board", "plenary"])
    #expect(try state([]).stack.isEmpty && state([]).holder == nil)
  }

  @Test func `An outcome is the same for all, and that of a body is gone when it hands it on`()
    throws
  {
    let up = ReferralEvent.forwarded(handover("board", "plenary"))
    let own = ReferralEvent.decided(
      ReferralDecision(
        on: on, body: "board", deliberation: try #require(DeliberationID("D-4")),
        outcome: .adopted))
    #expect(try state([making, own]).outcome == .adopted)
    #expect(try state([making, own, up]).outcome == nil)
    #expect(try state([making, up, decided(.rejected)]).outcome == .rejected)
    let noted = ReferralEvent.noted(ReferralNoting(on: on, body: "board", text: "Thanks"))
    #expect(try state([making, noted]).outcome == .noted)
    #expect(try state([making, noted]).text == "Thanks")
    #expect(try seen(state([making, noted])) == ["sent", "noted", "-"])
  }

  @Test func `What was taken back is so for every body`() throws {
    let up = ReferralEvent.forwarded(handover("board", "plenary"))
    let withdrawn = ReferralEvent.withdrawn(ReferralWithdrawal(on: on, reason: "Moot"))
    let state = try state([making, up, withdrawn])
    #expect(seen(state) == ["withdrawn", "withdrawn", "withdrawn"])
    #expect(state.outcome == .withdrawn && state.ending?.position == 3)
  }

  @Test func `An annulled vote leaves it waiting, any other annulment leaves it as it is`() throws {
    let up = ReferralEvent.forwarded(handover("board", "plenary"))
    for (vote, isOpen) in [("D-1", true), ("D-2", false)] {
      let id = try #require(DeliberationID(vote))
      let reopened = ReferralEvent.reopened(ReferralReopening(on: on, deliberation: id))
      #expect(try state([making, up, decided(), reopened]).isOpen == isOpen)
    }
  }

  @Test func `Papers and words are those that came with it, none twice`() throws {
    let paper = Paper(name: "b", digest: String(repeating: "0b", count: 32))
    let first = Paper(name: "a", digest: String(repeating: "0a", count: 32))
    let up = ReferralHandover(
      on: on, from: "board", to: "plenary", text: "We agree", papers: [first, paper])
    let state = try state([making, .forwarded(up)])
    #expect(state.papers.map(\.name) == ["a", "b"])
    #expect(state.text == "We agree")
    #expect(try self.state([making]).text == "First words")
  }

  @Test func `A body has it since the day on which it came there last`() throws {
    let state = try state([
      making, .forwarded(handover("board", "plenary")), .returned(handover("plenary", "board")),
    ])
    #expect(state.mark(of: "cloud")?.position == 1)
    #expect(state.mark(of: "plenary")?.position == 2)
    #expect(state.mark(of: "board")?.position == 3)
    #expect(state.mark(of: "moon") == nil)
  }

  @Test func `Every event and every state reads back equal`() throws {
    let meeting = MeetingID("plenary-1")
    let events: [ReferralEvent] = [
      making, .scheduled(ReferralScheduling(on: on, body: "board", meeting: meeting)),
      .scheduled(ReferralScheduling(on: on, body: "board", meeting: nil)),
      .forwarded(
        ReferralHandover(
          on: on, from: "board", to: "plenary", text: "x", meeting: meeting,
          deliberation: DeliberationID("D-3"))), try decided(),
      .reopened(
        ReferralReopening(on: on, deliberation: try #require(DeliberationID("D-1")))),
      .returned(handover("plenary", "board", "x")),
      .noted(ReferralNoting(on: on, body: "board", text: "x", meeting: meeting)),
      .withdrawn(ReferralWithdrawal(on: on, reason: "x")),
    ]
    for count in 0...events.count {
      let state = try state(Array(events.prefix(count)))
      #expect(try Referral(id: state.id, state: state.state) == state, "after \(count)")
    }
    for event in events {
      #expect(try ReferralEvent(type: event.type, data: event.data) == event)
      #expect(ReferralEvent.schemas[event.type] == 1)
    }
    #expect(throws: Failure.self) { try ReferralEvent(type: "referral.lost", data: [:]) }
  }

  @Test(arguments: ["moon", "tied", "deferred", ""])
  func `Only an adoption or a rejection settles it`(_ outcome: String) throws {
    var fields = try #require(try decided().data.fields)
    fields["outcome"] = .text(outcome)
    #expect(throws: Failure.self) {
      try ReferralEvent(type: "referral.decided", data: .object(fields))
    }
    #expect(Deliberation.Outcome(rawValue: outcome).flatMap { ReferralDecision.Outcome($0) } == nil)
  }
}
