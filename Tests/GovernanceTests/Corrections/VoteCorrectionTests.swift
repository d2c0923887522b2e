import Governance
import Plugins
import TestKit
import Testing
import Values

/// The figures of a vote are put right one by one, and hold together afterwards.
@Suite struct VoteCorrectionTests {
  private static let ten = "AT BE BG CZ DE DK EE ES FI FR"

  /// Event 11 is D-1 of a plenary of ten, nine of them present, by counts on a matter.
  private func given(
    _ counts: (Int, Int, Int), adopted: Bool = true, matter: String = "default",
    present: Int? = 9, names: [Resolution.Cast] = [], rules: Rules = .sample
  ) throws -> Given {
    let tally = Tally(
      entitled: 10, present: present, inFavour: counts.0, against: counts.1, abstaining: counts.2)
    let resolution = Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: "plenary", title: "Guide",
      matter: matter, method: names.isEmpty ? .counts : .names, tally: tally, entitled: 10,
      present: present, names: names)
    return try Given(rules: rules).admitted(Self.ten).happened(
      adopted ? .adopted(resolution) : .rejected(resolution),
      to: try #require(DeliberationID("D-1")))
  }

  private func correct(_ given: Given, _ set: String) throws -> Given.Outcome {
    try given.when("event correct", ["event": "11", "set": set, "reason": "Miscounted"])
  }

  private static func votes(_ inFavour: Int, _ against: Int, _ abstain: Int) -> JSON {
    [
      "votes": [
        "for": .int(Int64(inFavour)), "against": .int(Int64(against)),
        "abstain": .int(Int64(abstain)), "recused": 0, "represented": 0,
      ]
    ]
  }

  @Test func `One figure is corrected, and the others stay in the value as a whole`() throws {
    let decision = try correct(given((6, 2, 1)), "votes.for=7").thenRefused("votes-exceed-present")
    #expect(decision.values["votes"] == .int(10) && decision.values["present"] == .int(9))
    let kept = try correct(given((6, 2, 0)), "votes.for=7")
      .then("event.corrected", ["changes": Self.votes(7, 2, 0)])
    #expect(kept.derivations.map(\.question) == ["majority"])
    #expect(kept.derivations.first?.inputs["for"] == 7)
  }

  @Test func `Two figures are corrected together, as one moves from the other`() throws {
    try correct(given((6, 2, 1)), "votes.for=7,votes.against=1")
      .then("event.corrected", ["changes": Self.votes(7, 1, 1)])
    try correct(given((6, 2, 1)), "votes.abstain=0,title=Handbook")
      .then(
        "event.corrected",
        [
          "changes": [
            "votes": Self.votes(6, 2, 0)["votes"] ?? .null, "title": "Handbook",
          ]
        ])
  }

  @Test(arguments: [
    ((6, 3, 0), true, "votes.for=5", false), ((6, 3, 0), true, "votes.against=2", true),
    ((5, 3, 0), false, "votes.for=6", false), ((5, 3, 0), false, "votes.for=4", true),
  ])
  func `Figures under which the outcome would be another are refused by the rule of the vote`(
    _ row: (counts: (Int, Int, Int), adopted: Bool, set: String, holds: Bool)
  ) throws {
    let outcome = try correct(given(row.counts, adopted: row.adopted), row.set)
    guard !row.holds else {
      try outcome.then("event.corrected")
      return
    }
    let refusal = try outcome.thenRefused(
      "corrected-vote-turns", clause: "bodies.plenary.decides.default")
    #expect(refusal.values["outcome"] == .text(row.adopted ? "adopted" : "rejected"))
    #expect(refusal.ways == [Note("strike-and-record", ["event": .text("11")])])
    #expect(refusal.derivation?.inputs["needed"] == 6)
  }

  @Test func `Rules that would not have given the outcome before either have nothing to say`()
    throws
  {
    let old = try given((5, 3, 0), adopted: true)
    let decision = try correct(old, "votes.for=4").then("event.corrected")
    #expect(decision.derivations == [])
  }

  @Test(arguments: [
    ("votes.for=six", "correction-unreadable"), ("votes.for=", "correction-unreadable"),
    ("votes.for=-1", "correction-unreadable"), ("votes.yes=1", "key-unknown"),
    ("votes.for=9223372036854775807", "correction-unreadable"),
    ("votes=7", "correction-unreadable"),
    ("matter.x=1", "key-unknown"), ("nothing.for=1", "key-unknown"),
    ("entitled=9223372036854775807", "correction-unreadable"),
    ("present=5", "votes-exceed-present"),
  ])
  func `What is no such figure changes nothing`(_ row: (set: String, code: String)) throws {
    if row.set.hasSuffix("=") {
      #expect(throws: Failure.self) { _ = try correct(given((6, 2, 0)), row.set) }
      return
    }
    let refusal = try correct(given((6, 2, 0)), row.set).thenRefused(row.code)
    #expect(!refusal.ways.isEmpty)
  }

  @Test func `An unknown part is answered with those that there are`() throws {
    let refusal = try correct(given((6, 2, 0)), "votes.yes=1").thenRefused("key-unknown")
    let known = ["for", "against", "abstain", "recused", "represented"].map { "votes.\($0)" }
    #expect(refusal.ways == [Note("use-one-of", ["known": .list(known)])])
  }

  @Test func `Where each vote is known by name its number is not said beside it`() throws {
    let names = try Self.ten.split(separator: " ").prefix(7).map { code in
      Resolution.Cast(member: try #require(MemberID(code)), vote: .for)
    }
    let given = try given((7, 0, 0), names: names)
    let refusal = try correct(given, "votes.for=6").thenRefused("votes-follow-names")
    #expect(refusal.ways == [Note("strike-and-record", ["event": .text("11")])])
    try correct(given, "title=Handbook").then("event.corrected")
    try correct(given, "present=8").then("event.corrected")
  }

  @Test func `Where a past does not say who was there, the members are the limit`() throws {
    let given = try given((6, 2, 0), present: nil)
    try correct(given, "votes.for=8").then("event.corrected")
    try correct(given, "votes.for=9").thenRefused("votes-exceed-present")
  }

  @Test func `A struck vote and a corrected title ask for no figures`() throws {
    let given = try given((6, 2, 0))
    try given.when("event correct", ["event": "11", "strike": "true", "reason": "Never held"])
      .then("event.corrected", ["strikes": true])
    #expect(try correct(given, "title=Handbook").then("event.corrected").derivations == [])
  }

  @Test func `A consensus has no figures of votes`() throws {
    let resolution = Resolution(
      meeting: try #require(MeetingID("plenary-1")), body: "plenary", title: "Guide",
      method: .consensus, entitled: 10, present: 9)
    let given = try Given(rules: .sample).admitted(Self.ten)
      .happened(.adopted(resolution), to: try #require(DeliberationID("D-1")))
    try correct(given, "votes.for=3").thenRefused("key-unknown")
    try correct(given, "present=8").then("event.corrected", ["changes": ["present": 8]])
  }
}
