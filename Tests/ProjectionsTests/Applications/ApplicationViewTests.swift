import EventStore
import Governance
import TestKit
import Testing
import Values

@testable import Projections

@Suite struct ApplicationViewTests {
  /// FR and NL apply in February; the board advises in March; the plenary grants the one and refuses the other.
  private func network() throws -> SampleNetwork {
    let network = try SampleNetwork.sitting()
    for (member, opinion) in [("FR", "favourable"), ("NL", "unfavourable")] {
      let filed = try network.record(
        "application file", ["member": [member], "class": ["observer"], "text": ["Letter"]],
        on: "2026-02-10")
      let id = try #require(filed.events.first?.subject)
      try network.record(
        "application opinion", ["application": [id], "body": ["board"], "opinion": [opinion]],
        on: "2026-03-01")
    }
    let votes =
      try [network.vote(3, against: 0, on: "2026-03-20")]
      + [network.vote(0, against: 3, on: "2026-03-20")]
    for (index, vote) in votes.enumerated() {
      try network.record(
        "application decide",
        ["application": ["AP-\(index + 1)"], "by": [try #require(vote.events.first?.subject)]],
        on: "2026-03-21")
    }
    return network
  }

  @Test(arguments: [
    ("2026-02-09", []),
    ("2026-02-10", ["AP-1 FR filed - -", "AP-2 NL filed - -"]),
    ("2026-03-01", ["AP-1 FR advised favourable -", "AP-2 NL advised unfavourable -"]),
    (
      "2026-03-21",
      ["AP-1 FR granted favourable D-1", "AP-2 NL refused unfavourable D-2"]
    ),
  ])
  func `An application is shown as far as it had come on the day`(
    _ day: String, _ expected: [String]
  ) throws {
    let rows = try network().rows("application", on: day)
    #expect(
      rows.lines("application", "member", "stage", "opinion", "deliberation") == expected)
  }

  @Test(arguments: [("2026-03-20", []), ("2026-03-21", ["FR observer 2026-03-21"])])
  func `The member is one from the decision, and a refused applicant on no day`(
    _ day: String, _ expected: [String]
  ) throws {
    let rows = try network().rows("member", on: day).filter { row in
      ["FR", "NL"].contains(row.text("member"))
    }
    #expect(rows.lines("member", "class", "since") == expected)
  }

  @Test func `A refused application has a trail of events that can be read`() throws {
    let network = try network()
    let stream = try #require(StreamName(category: Application.category, id: "AP-2"))
    #expect(
      try network.log.events(of: stream).map(\.type) == [
        "application.filed", "application.advised", "application.refused",
      ])
    let row = try #require(try network.rows("application", on: "2026-04-01").last)
    #expect(row.text("text") == "Letter")
    let event = try network.log.event(at: try #require(row.event))
    #expect(event?.type == "application.refused")
  }

  @Test func `One that was taken back says why and since when`() throws {
    let network = try network()
    try network.record(
      "application file", ["member": ["NL"], "class": ["observer"]], on: "2026-05-01")
    try network.record(
      "application withdraw", ["application": ["AP-3"], "reason": ["Later"]], on: "2026-06-01")
    let rows = try network.rows("application", on: "2026-06-01").suffix(1)
    #expect(
      Array(rows).lines("application", "stage", "decided_on", "reason", "deliberation") == [
        "AP-3 withdrawn 2026-06-01 Later -"
      ])
  }

  @Test func `Views made anew say the same`() throws {
    let network = try network()
    let before = try network.rows("application", on: "2026-04-01").map(\.json)
    try Views.rebuild(from: network.log)
    #expect(try network.rows("application", on: "2026-04-01").map(\.json) == before)
  }
}
