import EventStore
import Governance
import TestKit
import Testing
import Values

@testable import Projections

/// Elections and their candidates as a reader of the command line gets them.
@Suite struct ElectionListTests {
  private static let ballot = (
    "elected: {min: 2, max: 3, by: plenary, term: P2Y, one_per_member: true, source: assumption}",
    "elected: {min: 1, max: 3, by: plenary, one_per_member: true, source: assumption, ballot: "
      + "{more_than: 1/2, of: votes_cast, abstentions: ignored, relative_after: 1, tie: lot, "
      + "contested: true, source: assumption}}"
  )

  /// Two seats: five are named, of whom one never accepts and one withdraws between the rounds.
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork(under: SampleRules.amended([Self.ballot]))
    for member in ["ES", "FR", "IT", "MT", "PT"] { try network.admit(member) }
    try network.convene("plenary-1", for: "2026-03-20", until: "2026-03-22", on: "2026-02-02")
    try network.record(
      "election open", ["body": ["bureau"], "seats": ["2"], "until": ["2026-03-01"]],
      on: "2026-02-02")
    for member in ["PT", "ES", "FR", "MT"] {
      try network.record(
        "election nominate", ["election": ["E-1"], "member": [member], "proposer": [member]],
        on: "2026-02-03")
    }
    try network.record(
      "election nominate", ["election": ["E-1"], "member": ["IT"], "proposer": ["PT"]],
      on: "2026-02-04")
    try network.open(
      "plenary-1", on: "2026-03-20", present: ["ES", "FR", "IT", "MT", "PT"])
    try vote(["PT=4", "ES=2", "FR=2", "MT=1"], in: network, on: "2026-03-20")
    try network.record(
      "election withdraw", ["election": ["E-1"], "member": ["MT"], "reason": ["Ill"]],
      on: "2026-03-21")
    try vote(["ES=3", "FR=2"], in: network, on: "2026-03-21")
    return network
  }

  private func vote(_ votes: [String], in network: SampleNetwork, on day: String) throws {
    let answer = try network.record(
      "election vote",
      ["election": ["E-1"], "meeting": ["plenary-1"], "votes": votes, "ballots": ["5"]], on: day)
    #expect(answer.verdict == .accepted, "\(answer.reasons.refusals)")
  }

  @Test(arguments: [
    ("2026-02-01", [] as [String]), ("2026-02-02", ["E-1 bureau plenary open 2 0 2 -"]),
    ("2026-03-20", ["E-1 bureau plenary voting 2 1 1 -"]),
    ("2026-03-21", ["E-1 bureau plenary closed 2 2 0 2026-03-21"]),
  ])
  func `An election is listed with how far it has come`(
    _ row: (day: String, lines: [String])
  ) throws {
    let rows = try network().rows("election", on: row.day)
    #expect(
      rows.lines(
        "election", "body", "elected_by", "stage", "seats", "round", "seats_left", "closed_on")
        == row.lines)
  }

  @Test func `A round that was annulled stands beside those that count, with the reason`() throws {
    let network = try network()
    try network.record(
      "election annul", ["election": ["E-1"], "reason": ["A guest voted"]], on: "2026-03-22")
    let row = try #require(try network.rows("election", on: "2026-03-22").first)
    #expect(row["stage"] == "voting" && row["elected"] == ["PT"])
    #expect(row["rounds"].list?.compactMap { $0["round"] } == [1])
    let annulled = try #require(row["annulled"].list)
    #expect(annulled.compactMap { $0["round"]?["round"] } == [2])
    #expect(annulled.compactMap { $0["annulment"]?["reason"] } == ["A guest voted"])
  }

  @Test func `It names who stands and who was elected, and keeps its rounds`() throws {
    let network = try network()
    let voting = try #require(try network.rows("election", on: "2026-03-20").first)
    #expect(voting["candidates"] == ["ES", "FR", "MT"] && voting["elected"] == ["PT"])
    let closed = try #require(try network.rows("election", on: "2026-03-21").first)
    #expect(closed["elected"] == ["PT", "ES"] && closed["candidates"] == [])
    #expect(closed["rounds"].list?.compactMap { $0["round"] } == [1, 2])
    #expect(closed["vacant"] == 0 && closed["until"] == "2026-03-01")
  }

  @Test(arguments: [
    ("2026-02-03", ["PT standing -", "ES standing -", "FR standing -", "MT standing -"]),
    (
      "2026-02-04",
      ["PT standing -", "ES standing -", "FR standing -", "MT standing -", "IT named PT"]
    ),
    (
      "2026-03-20",
      ["PT elected -", "ES standing -", "FR standing -", "MT standing -", "IT out PT"]
    ),
    (
      "2026-03-21",
      ["PT elected -", "ES elected -", "FR out -", "MT withdrawn -", "IT out PT"]
    ),
  ])
  func `A candidate is listed with how it stands on the day`(
    _ row: (day: String, lines: [String])
  ) throws {
    let rows = try network().rows("candidate", on: row.day)
    let found = rows.map { candidate in
      let proposer = candidate["proposer"].text ?? ""
      let member = candidate["member"].text ?? ""
      let named = proposer.isEmpty || proposer == member ? "-" : proposer
      return "\(member) \(candidate["state"].text ?? "") \(named)"
    }
    #expect(found == row.lines)
  }

  @Test func `A candidate has its votes of each round and the round in which it was elected`()
    throws
  {
    let rows = try network().rows("candidate", on: "2026-03-21")
    #expect(
      rows.map { $0["votes"] } == [["1: 4"], ["1: 2", "2: 3"], ["1: 2", "2: 2"], ["1: 1"], []])
    #expect(rows.map { $0["round"] } == [1, 2, .null, .null, .null])
    #expect(rows.map { $0["candidate"] }.first == "E-1.PT")
    #expect(rows[3]["reason"] == "Ill" && rows[3]["withdrawn_on"] == "2026-03-21")
  }

  @Test func `A board that was elected so names its election`() throws {
    let network = try network()
    try network.record(
      "board elect", ["body": ["bureau"], "election": ["E-1"]], on: "2026-03-21")
    let rows = try network.rows("board", on: "2026-03-21").filter { $0["body"] == "bureau" }
    #expect(
      rows.lines("member", "origin", "election", "deliberation") == [
        "PT election E-1 -", "ES election E-1 -",
      ])
  }
}
