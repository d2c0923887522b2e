import EventStore
import TestKit
import Testing
import Values

@testable import Projections

/// Amendments as a reader of the command line gets them, on any day.
@Suite struct AmendmentListTests {
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork(under: SampleRules.withMotions())
    for member in ["ES", "MT", "PT"] { try network.admit(member) }
    try network.convene("plenary-1", for: "2026-03-20", until: "2026-03-27", on: "2026-02-02")
    try network.record(
      "motion put",
      ["title": ["Guide"], "body": ["plenary"], "text": ["One.\n\nTwo.\n\nThree."]],
      on: "2026-03-01")
    let changes: [(fields: [String: [String]], day: String)] = [
      (["paragraph": ["2"], "text": ["Zwei."], "member": ["ES"]], "2026-03-02"),
      (["paragraph": ["2"], "last": ["3"], "strike": ["true"], "member": ["MT"]], "2026-03-03"),
      (["paragraph": ["0"], "text": ["Zero."], "insert": ["true"]], "2026-03-04"),
    ]
    for change in changes {
      try network.record(
        "motion amend", change.fields.merging(["motion": ["M-1"]]) { $1 }, on: change.day)
    }
    try network.record(
      "motion withdraw", ["motion": ["M-1"], "amendment": ["3"], "reason": ["Settled"]],
      on: "2026-03-05")
    try network.open("plenary-1", on: "2026-03-20")
    try network.record(
      "deliberation record",
      [
        "meeting": ["plenary-1"], "title": ["Two"], "motion": ["M-1"], "amendment": ["1"],
        "for": ["2"], "against": ["1"],
      ], on: "2026-03-20")
    return network
  }

  @Test(arguments: [
    ("2026-03-01", [] as [String]), ("2026-03-02", ["M-1.1 replace 2 2 ES open"]),
    (
      "2026-03-04",
      [
        "M-1.1 replace 2 2 ES open", "M-1.2 strike 2 3 MT open", "M-1.3 insert 0 0 - open",
      ]
    ),
    (
      "2026-03-05",
      [
        "M-1.1 replace 2 2 ES open", "M-1.2 strike 2 3 MT open", "M-1.3 insert 0 0 - withdrawn",
      ]
    ),
    (
      "2026-03-20",
      [
        "M-1.1 replace 2 2 ES adopted", "M-1.2 strike 2 3 MT fallen",
        "M-1.3 insert 0 0 - withdrawn",
      ]
    ),
  ])
  func `On any day an amendment stands as it stood then`(_ row: (day: String, lines: [String]))
    throws
  {
    let rows = try network().rows("amendment", on: row.day)
    #expect(rows.lines("amendment", "change", "first", "last", "member", "state") == row.lines)
  }

  @Test func `Those that collide name each other, until one is gone`() throws {
    let rows = try network().rows("amendment", on: "2026-03-04")
    #expect(rows.map { $0["collides_with"] } == [["M-1.2"], ["M-1.1"], []])
    let later = try network().rows("amendment", on: "2026-03-20")
    #expect(later.map { $0["collides_with"] } == [["M-1.2"], ["M-1.1"], []])
  }

  @Test func `A decided amendment has its vote, and the row is explained by it`() throws {
    let network = try network()
    let rows = try network.rows("amendment", on: "2026-03-20")
    #expect(
      rows.lines("deliberation", "for", "against", "abstain", "reason") == [
        "D-1 2 1 0 -", "- - - - -", "- - - - Settled",
      ])
    let types = try rows.map { row in
      try network.log.event(at: try #require(row.event))?.type
    }
    #expect(types == ["amendment.decided", "amendment.proposed", "amendment.withdrawn"])
  }

  @Test func `The motion has the text that it has on the day, and counts what is undecided`() throws
  {
    let network = try network()
    let before = try network.rows("motion", on: "2026-03-04")
    #expect(before.lines("amendments", "undecided", "paragraphs") == ["3 3 3"])
    let after = try network.rows("motion", on: "2026-03-20")
    #expect(after.lines("amendments", "undecided", "paragraphs") == ["3 0 3"])
    #expect(after.first?["text"] == "One.\n\nZwei.\n\nThree.")
    #expect(before.first?["digest"] != after.first?["digest"])
  }

  @Test func `The register of decisions names the amendment that was voted on`() throws {
    let rows = try network().rows("deliberation", on: "2026-03-20")
    #expect(rows.lines("deliberation", "motion", "amendment", "outcome") == ["D-1 M-1 1 adopted"])
  }
}
