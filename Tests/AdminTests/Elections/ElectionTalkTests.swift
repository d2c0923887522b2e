import Foundation
import TestKit
import Testing
import Values

@testable import admin

/// An election on the command line, in each language.
@Suite struct ElectionTalkTests {
  private static let old =
    "elected: {min: 2, max: 3, by: plenary, term: P2Y, one_per_member: true, source: assumption}"
  private static let new = """
    elected: {min: 1, max: 3, by: plenary, term: P2Y, one_per_member: true, source: assumption, ballot: {more_than: 1/2, of: votes_cast, abstentions: ignored, relative_after: 1, tie: lot, contested: true, open: true, quotas: {south: {members: [ES, PT], max: 1, source: assumption}}, source: assumption}}
    """

  /// Four members and an observer, a plenary that is open, and an election of two with three candidates.
  private static func with(_ body: (SampleNetwork) throws -> Void) throws {
    try MotionNetwork.with([(old, new)]) { network in
      done(
        network, "election open bureau --seats 2", "meeting open plenary-1 --present PT,ES,FR",
        "election nominate E-1 --member PT --proposer PT",
        "election nominate E-1 --member ES --proposer FR", "election accept E-1 --member ES",
        "election nominate E-1 --member FR --proposer FR")
      try body(network)
    }
  }

  private static func done(_ network: SampleNetwork, _ lines: String...) {
    for line in lines {
      let told = network.run(line)
      #expect(told.status == .done, "\(line): \(told.talk)")
    }
  }

  @Test func `An election goes from its opening to the seats, and is explained`() throws {
    try Self.with { network in
      Self.done(
        network, "election vote E-1 --meeting plenary-1 --votes PT=3,ES=2,FR=1 --ballots 3",
        "election close E-1", "board elect bureau --election E-1")
      let election = try #require(try network.json("election show E-1").fields)
      #expect(election["elected"] == ["PT", "FR"] && election["stage"] == "closed")
      let board = try #require(try network.json("board list").list)
      #expect(board.map { $0["member"] } == ["PT", "FR"])
      #expect(board.allSatisfy { $0["election"] == "E-1" })
      let told = network.run("explain E-1").output
      for words in [
        "election.counted", "Round 1, 2 seats: of 3 ballots 0 name nobody",
        "The base is 3 (votes cast, abstentions: ignored); 2 votes elect (more than 1/2).",
        "Elected: PT; going on: FR (tie: a lot decides).", "quotas: south 0-1: ES PT",
      ] { #expect(told.contains(words), "\(told)") }
      #expect(network.run("explain E-1 --check").status == .done)
      #expect(network.run("verify").status == .done)
    }
  }

  @Test(arguments: [
    ("en", "No vote is held in the election E-1: FR stand for 1 seat.", "election close E-1"),
    ("pt", "Não há votação na eleição E-1: concorrem FR a 1 lugar.", "election close E-1"),
    ("es", "No hay votación en la elección E-1: se presentan FR a 1 puesto.", "election close E-1"),
  ])
  func `A vote that the rules do not hold is refused with the way out`(
    _ row: (language: String, words: String, way: String)
  ) throws {
    try Self.with { network in
      Self.done(
        network, "election vote E-1 --meeting plenary-1 --votes PT=3,ES=2,FR=1 --ballots 3")
      let refused = network.run(
        "election vote E-1 --meeting plenary-1 --votes FR=3 --ballots 3 --lang \(row.language)")
      #expect(refused.status == .refused)
      #expect(refused.talk.contains(row.words) && refused.talk.contains(row.way), "\(refused.talk)")
    }
  }

  @Test(arguments: [
    ("en", "Election E-1 of Bureau, round 1: 2 seats", "PT was elected. FR goes on"),
    ("pt", "Eleição E-1 para Bureau, volta 1: 2 lugares", "Foi eleito PT. FR passa à volta"),
    ("es", "Elección E-1 para Bureau, vuelta 1: 2 puestos", "Fue elegido PT. FR pasa a la vuelta"),
  ])
  func `The minutes tell the round in each language`(
    _ row: (language: String, head: String, outcome: String)
  ) throws {
    try Self.with { network in
      Self.done(
        network, "election vote E-1 --meeting plenary-1 --names PT=PT+ES,ES=PT,FR=PT+FR",
        "minutes draft plenary-1")
      let paper = network.run("minutes text plenary-1 --lang \(row.language)").output
      #expect(paper.contains(row.head) && paper.contains(row.outcome), "\(paper)")
      let outcome = network.run("meeting outcome plenary-1 --lang \(row.language)").output
      #expect(outcome.contains(row.outcome), "\(outcome)")
      #expect(paper.contains("PT: PT + ES"))
    }
  }

  @Test func `What an audience outside may read has no names on ballots`() throws {
    try Self.with { network in
      Self.done(
        network, "election vote E-1 --meeting plenary-1 --names PT=PT+ES,ES=PT,FR=PT+FR")
      let open = network.run("meeting outcome plenary-1 --public").output
      #expect(open.contains("PT was elected.") && !open.contains("PT: PT + ES"), "\(open)")
    }
  }

  @Test func `Candidates are listed with what each got`() throws {
    try Self.with { network in
      Self.done(
        network, "election vote E-1 --meeting plenary-1 --votes PT=3,ES=2,FR=1 --ballots 3")
      let rows = try #require(try network.json("candidate list E-1").list)
      #expect(rows.map { $0["state"] } == ["elected", "out", "standing"])
      #expect(rows.map { $0["votes"] } == [["1: 3"], ["1: 2"], ["1: 1"]])
      let table = network.run("candidate list E-1 --lang pt").output
      #expect(table.contains("eleito") && table.contains("concorre"), "\(table)")
      #expect(network.run("candidate show E-1.ES").output.contains("FR"))
    }
  }

  @Test(arguments: [
    ("election nominate E-1 --member CH --proposer PT", "may-not-stand"),
    ("election nominate E-1 --member PT --proposer ES", "candidate-already"),
    ("election accept E-1 --member ES", "candidate-stands"),
    ("election withdraw E-1 --member NL", "candidate-unknown"),
    ("election open bureau --seats 1", "election-open-already"),
    ("election close E-1", "election-undecided"), ("election close E-7", "election-unknown"),
    ("board elect bureau --election E-1", "election-not-over"),
    ("board elect bureau", "election-ground-unclear"),
    ("election vote E-1 --meeting plenary-1 --votes PT=3", "election-ballots-unclear"),
    (
      "election vote E-1 --meeting plenary-1 --votes PT=3,ES=3,FR=3 --ballots 3", "too-many-marks"
    ),
    (
      "election vote E-1 --meeting plenary-1 --votes PT=2,ES=2,FR=0 --ballots 3", "seat-tie-open"
    ),
  ])
  func `What cannot be is refused by name and leaves the election as it was`(
    _ row: (line: String, code: String)
  ) throws {
    try Self.with { network in
      let before = try network.json("election show E-1")
      let told = network.run(row.line)
      #expect([.refused, .usage, .notFound].contains(told.status), "\(told.status)")
      let json = network.run(row.line + " --json")
      #expect(
        json.output.contains("\"\(row.code)\"") || told.talk.contains("[\(row.code)]")
          || json.talk.contains(row.code), "\(json.output) \(told.talk)")
      #expect(try network.json("election show E-1") == before)
    }
  }

  @Test func `An import opens an election, names candidates and counts a round`() throws {
    try MotionNetwork.with([(Self.old, Self.new)]) { network in
      let file = try network.file(
        "election.yaml",
        """
        - {do: meeting open, meeting: plenary-1, present: [PT, ES, FR]}
        - {do: election open, body: bureau, seats: 1, as: e}
        - {do: election nominate, election: $e, member: PT, proposer: PT}
        - {do: election nominate, election: $e, member: FR, proposer: FR}
        - {do: election vote, election: $e, meeting: plenary-1, votes: {PT: 2, FR: 1}, ballots: 3, as: r}
        - {do: board elect, body: bureau, election: $e}

        """)
      let told = network.run("import \(file)")
      #expect(told.status == .done, "\(told.talk)")
      #expect(try network.json("board list").list?.map { $0["member"] } == ["PT"])
    }
  }
}
