import EventStore
import Governance
import TestKit
import Testing
import Values

@testable import Projections

/// Each body's list of items that were handed over shows its own state, and the answer of the last one.
@Suite struct ReferralViewTests {
  /// A board hands `guide` to the plenary on 3 February; it is decided on 20 March.
  private static func network(decided: Bool = true) throws -> SampleNetwork {
    let network = try SampleNetwork()
    for member in ["ES", "MT", "PT"] { try network.admit(member) }
    try network.convene("plenary-1", for: "2026-03-20", on: "2026-02-02")
    try network.record(
      "referral add",
      [
        "referral": ["guide"], "title": ["Guide"], "from": ["board"], "to": ["plenary"],
        "asks": ["opinion"], "text": ["Is it complete?"],
      ], on: "2026-02-03")
    try network.open("plenary-1", on: "2026-03-20")
    guard decided else { return network }
    try network.record(
      "deliberation record",
      ["meeting": ["plenary-1"], "title": ["Guide"], "for": ["3"], "item": ["guide"]],
      on: "2026-03-20")
    return network
  }

  private func lines(_ network: SampleNetwork, on day: String, _ columns: String...) throws
    -> [String]
  {
    try network.rows("referral", on: day).map { row in
      columns.map { row.text($0) ?? row[$0].canonicalText }.joined(separator: " ")
    }
  }

  @Test func `The plenary's outcome appears in the list of the board without a copy`() throws {
    let network = try Self.network()
    #expect(
      try lines(
        network, on: "2026-03-20", "referral", "body", "state", "at", "outcome", "deliberation")
        == ["guide board sent plenary adopted D-1", "guide plenary decided plenary adopted D-1"])
    #expect(
      try lines(network, on: "2026-03-20", "since", "ended_on", "meeting") == [
        "2026-02-03 2026-03-20 null", "2026-02-03 2026-03-20 null",
      ])
  }

  @Test func `Each list stands as it stood on the day`() throws {
    let network = try Self.network()
    #expect(try lines(network, on: "2026-02-02", "body").isEmpty)
    #expect(
      try lines(network, on: "2026-03-19", "body", "state", "meeting", "outcome", "asks", "text")
        == [
          "board sent plenary-1 null opinion Is it complete?",
          "plenary pending plenary-1 null opinion Is it complete?",
        ])
  }

  @Test func `An item that comes back shows the way it went`() throws {
    let network = try Self.network(decided: false)
    try network.record(
      "referral return",
      ["referral": ["guide"], "reason": ["No costs"], "meeting": ["plenary-1"]],
      on: "2026-03-20")
    #expect(
      try lines(network, on: "2026-03-20", "body", "state", "at", "text", "path", "rank") == [
        #"board returned board No costs ["board","plenary","board"] 1"#,
        #"plenary referred_back board No costs ["board","plenary","board"] 2"#,
      ])
  }

  @Test func `A day of the log that was corrected shows the corrected title`() throws {
    let network = try Self.network()
    let made = try #require(
      try network.log.events(ofType: "referral.made", after: 0, limit: 1).first)
    try network.record(
      "event correct",
      [
        "event": ["\(made.position)"], "set": ["title=Handbook"],
        "reason": ["The title was another"],
      ])
    #expect(try Set(lines(network, on: "2026-03-20", "title")) == ["Handbook"])
  }

  @Test func `The agenda says which item was handed over, and by whom`() throws {
    let rows = try Self.network().rows("agenda", on: "2026-02-10")
    #expect(rows.lines("item", "refers", "sender", "follows") == ["guide guide board -"])
  }

  @Test func `The chain leads from the decision that sent it to the one that settled it`() throws {
    let network = try Self.network(decided: false)
    for fields in [["title": "Guide", "item": "guide"], ["title": "Printing"]] {
      try network.record(
        "deliberation record",
        fields.merging(["meeting": "plenary-1", "for": "3"]) { $1 }.mapValues { [$0] },
        on: "2026-03-20")
    }
    try network.record(
      "action assign",
      ["title": ["Print it"], "owner": ["PT"], "due": ["2026-05-01"], "by": ["D-1"]],
      on: "2026-03-20")
    let chain = try Chain(Views.open(for: network.log), on: try #require(Day("2026-11-23")))
    let steps = { (id: String) in
      chain.steps(through: id).map {
        "\($0.level) \($0.link.name.kind.rawValue) \($0.link.name.id) \($0.link.status)"
      }
    }
    #expect(
      steps("guide") == [
        "0 referral guide adopted", "1 deliberation D-1 in_force", "2 action action-1 open",
      ])
    #expect(
      steps("action-1") == [
        "-2 meeting plenary-1 open", "-2 referral guide adopted", "-1 deliberation D-1 in_force",
        "0 action action-1 open",
      ])
    #expect(steps("D-2").allSatisfy { !$0.contains("referral") })
  }

  @Test func `A sender that decided to hand it over stands before it in the chain`() throws {
    let network = try Self.network()
    let resolution = Resolution(
      procedure: try #require(ProcedureID("P-1")), body: "board", title: "Send it up",
      method: .consensus)
    let making = ReferralMaking(
      on: PartialDay(Day(number: 20_600)), title: "Logo", from: "board", to: "plenary",
      deliberation: DeliberationID("D-7"))
    let workshop = try Workshop()
    let story = try Story()
      .then(.adopted(resolution), to: "D-7", of: Deliberation.self, on: "2026-05-01")
      .then(.made(making), to: "logo", of: Referral.self, on: "2026-05-02")
    let chain = try Chain(story.views(in: workshop), on: Day(number: 20_700))
    #expect(chain.steps(through: "logo").map(\.link.name.id) == ["D-7", "logo"])
    #expect(chain.steps(through: "D-7").map(\.link.status) == ["in_force", "pending"])
    #expect(try network.rows("referral", on: "2026-03-20").count == 2)
  }
}
