import EventStore
import TestKit
import Testing
import Values

@testable import Projections

/// Motions as a reader of the command line gets them.
@Suite struct MotionListTests {
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork(under: SampleRules.withMotions())
    for member in ["ES", "MT", "PT"] { try network.admit(member) }
    try network.convene("plenary-1", for: "2026-03-20", until: "2026-03-27", on: "2026-02-02")
    for (title, day) in [("Guide", "2026-03-01"), ("Logo", "2026-03-02")] {
      try network.record(
        "motion put",
        [
          "title": [title], "body": ["plenary"], "text": ["One.\n\nTwo."], "member": ["PT"],
          "matter": ["programme"],
        ], on: day)
    }
    try network.record("motion support", ["motion": ["M-1"], "member": ["ES"]], on: "2026-03-03")
    try network.record("motion move", ["motion": ["M-1"], "to": ["debated"]], on: "2026-03-04")
    try network.record(
      "motion withdraw", ["motion": ["M-2"], "reason": ["Settled"]], on: "2026-03-05")
    try network.open("plenary-1", on: "2026-03-20")
    try network.record(
      "deliberation record",
      [
        "meeting": ["plenary-1"], "title": ["Guide"], "matter": ["programme"], "motion": ["M-1"],
        "for": ["3"],
      ], on: "2026-03-20")
    return network
  }

  @Test func `A motion is listed with who put it, to whom, and its text`() throws {
    let rows = try network().rows("motion", on: "2026-03-04")
    #expect(
      rows.lines("motion", "title", "body", "matter", "member", "put_on", "paragraphs") == [
        "M-1 Guide plenary programme PT 2026-03-01 2", "M-2 Logo plenary programme PT 2026-03-02 2",
      ])
    #expect(rows.map { $0["supporters"] } == [["ES"], []])
    #expect(rows.first?["text"] == "One.\n\nTwo.")
  }

  @Test(arguments: [
    ("2026-02-28", [] as [String]), ("2026-03-01", ["M-1 tabled 2026-03-01 false -"]),
    (
      "2026-03-04",
      ["M-1 debated 2026-03-04 false -", "M-2 tabled 2026-03-02 false -"]
    ),
    (
      "2026-03-05",
      ["M-1 debated 2026-03-04 false -", "M-2 withdrawn 2026-03-05 true -"]
    ),
    (
      "2026-03-20",
      ["M-1 adopted 2026-03-20 true D-1", "M-2 withdrawn 2026-03-05 true -"]
    ),
  ])
  func `On any day a motion stands as it stood then`(_ row: (day: String, lines: [String])) throws {
    let rows = try network().rows("motion", on: row.day)
    #expect(rows.lines("motion", "state", "since", "ended", "deliberation") == row.lines)
  }

  @Test func `A motion says whether it can be voted on or amended, and where it may go`() throws {
    let network = try network()
    let before = try network.rows("motion", on: "2026-03-03")
    #expect(before.lines("motion", "votable", "amendable") == ["M-1 false true", "M-2 false true"])
    #expect(before.map { $0["may_become"] } == [["debated"], ["debated"]])
    let debated = try network.rows("motion", on: "2026-03-05")
    #expect(debated.lines("motion", "votable", "reason") == ["M-1 true -", "M-2 false Settled"])
    #expect(debated.map { $0["may_become"] } == [["tabled"], []])
  }

  @Test func `The register of decisions names the motion, and the row the event behind it`() throws
  {
    let network = try network()
    let decisions = try network.rows("deliberation", on: "2026-03-20")
    #expect(decisions.lines("deliberation", "motion", "outcome") == ["D-1 M-1 adopted"])
    let motions = try network.rows("motion", on: "2026-03-20")
    #expect(decisions.first?["digest"] == motions.first?["digest"])
    let types = try motions.map { row in
      try network.log.event(at: try #require(row.event))?.type
    }
    #expect(types == ["motion.decided", "motion.withdrawn"])
  }
}
