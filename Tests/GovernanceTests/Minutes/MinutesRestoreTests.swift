import EventStore
import TestKit
import Testing
import Values

@testable import Governance

/// An earlier version of minutes counts again, as a version of its own.
@Suite struct MinutesRestoreTests {
  @discardableResult
  private func record(
    _ network: SampleNetwork, _ act: String, _ fields: [String: String] = [:],
    on day: String = "2026-03-21"
  ) throws -> Answer {
    var values = fields.mapValues { [$0] }
    values["meeting"] = ["plenary-1"]
    return try network.record("minutes \(act)", values, on: day)
  }

  private func minutes(_ network: SampleNetwork) throws -> Minutes {
    try #require(try SampleSitting.file(network).minutes)
  }

  /// A draft, a paragraph, the paragraph written again, and another one: versions 1 to 4.
  private func written() throws -> SampleNetwork {
    let network = try SampleSitting.network()
    try record(network, "draft")
    try record(network, "write", ["after": "opened", "text": "Old."])
    try record(network, "write", ["paragraph": "P-1", "text": "New."])
    try record(network, "write", ["after": "P-1", "text": "More."])
    return network
  }

  private func paragraphs(_ minutes: Minutes, _ version: Int? = nil) -> [String] {
    (minutes.content(ofVersion: version)?.passages ?? []).compactMap { passage in
      guard case .paragraph(let id, let text, _) = passage else { return nil }
      return "\(id) \(text)"
    }
  }

  @Test(arguments: [(1, []), (2, ["P-1 Old."]), (3, ["P-1 New."])])
  func `The new version says word for word what the earlier one says`(
    _ row: (version: Int, paragraphs: [String])
  ) throws {
    let network = try written()
    let before = try minutes(network)
    let answer = try record(network, "restore", ["version": "\(row.version)"])
    let event = try #require(answer.events.first)
    #expect(event.type == "minutes.restored")
    #expect(event.data["version"] == 5 && event.data["restores"]?.int == Int64(row.version))
    let minutes = try minutes(network)
    #expect(minutes.version == 5 && paragraphs(minutes) == row.paragraphs)
    #expect(minutes.content()?.digest == before.content(ofVersion: row.version)?.digest)
    #expect(event.data["digest"]?.text == minutes.content()?.digest)
    #expect(minutes.restored(inVersion: 5) == row.version)
    #expect(minutes.event(ofVersion: 5) == event.position)
    for number in 1...4 {
      #expect(minutes.content(ofVersion: number) == before.content(ofVersion: number))
      #expect(minutes.restored(inVersion: number) == nil)
    }
  }

  @Test
  func `What is written next stands on what was brought back, and a version of it can be too`()
    throws
  {
    let network = try written()
    try record(network, "restore", ["version": "2"])
    try record(network, "write", ["after": "P-1", "text": "Otherwise."])
    #expect(try paragraphs(minutes(network)) == ["P-1 Old.", "P-3 Otherwise."])
    try record(network, "restore", ["version": "4"])
    #expect(try paragraphs(minutes(network)) == ["P-1 New.", "P-2 More."])
    try record(network, "restore", ["version": "6"])
    let minutes = try minutes(network)
    #expect(paragraphs(minutes) == ["P-1 Old.", "P-3 Otherwise."])
    #expect(minutes.version == 8 && paragraphs(minutes, 7) == ["P-1 New.", "P-2 More."])
    #expect(try Minutes(id: minutes.id, state: minutes.state) == minutes)
  }

  @Test func `A draft after it has the paragraphs that count, and the earlier draft's are gone`()
    throws
  {
    let network = try written()
    try record(network, "restore", ["version": "2"])
    try record(network, "draft")
    let minutes = try minutes(network)
    #expect(minutes.version == 6 && paragraphs(minutes) == ["P-1 Old."])
    #expect(minutes.draft(ofVersion: 5)?.facts.version == 1)
    #expect(minutes.draft(ofVersion: 6)?.facts.version == 6)
  }

  @Test func `A paragraph that does not count any more is not written again`() throws {
    let network = try written()
    try record(network, "restore", ["version": "1"])
    let refusal = try SampleSitting.refusal(
      network, "write", ["paragraph": "P-1", "text": "Again."])
    #expect(refusal.code == "minutes-place-unknown")
    try record(network, "write", ["after": "opened", "text": "Afresh."])
    #expect(try paragraphs(minutes(network)) == ["P-3 Afresh."])
  }

  @Test(arguments: [
    ("5", "minutes-version-unknown"), ("0", "minutes-version-unknown"),
    ("-1", "minutes-version-unknown"), ("4", "minutes-version-current"),
  ])
  func `A version that there is not, or that says the same, is refused with the way to see them`(
    _ row: (version: String, code: String)
  ) throws {
    let refusal = try SampleSitting.refusal(written(), "restore", ["version": row.version])
    #expect(refusal.code == row.code)
    #expect(refusal.values["newest"] == .int(4))
    #expect(refusal.ways.map(\.code) == ["see-minutes-versions"])
  }

  @Test func `After the approval nothing is brought back`() throws {
    let network = try written()
    try record(network, "circulate", on: "2026-03-22")
    try record(network, "approve", on: "2026-04-10")
    let refusal = try SampleSitting.refusal(
      network, "restore", ["version": "1"], on: "2026-04-11")
    #expect(refusal.code == "minutes-approved")
    #expect(refusal.ways.map(\.code) == ["correct-minutes"])
  }

  @Test func `What went round before is not approved any more`() throws {
    let network = try written()
    try record(network, "circulate", on: "2026-03-22")
    try record(network, "restore", ["version": "2"], on: "2026-03-23")
    let refusal = try SampleSitting.refusal(network, "approve", [:], on: "2026-04-10")
    #expect(refusal.code == "minutes-changed-since")
    let again = try record(network, "circulate", on: "2026-03-24")
    #expect(again.events.first?.data["version"] == 5)
  }

  @Test func `Before there is a draft nothing can be brought back`() throws {
    let network = try SampleSitting.network()
    #expect(
      try SampleSitting.refusal(network, "restore", ["version": "1"]).code
        == "minutes-not-drafted")
  }

  @Test func `A version that claims to bring back a later one ends all the same`() throws {
    var minutes = try minutes(written())
    let mark = Mark(position: 900, effective: try #require(Day("2026-03-25")))
    let restoration = MinutesRestoration(
      meeting: try #require(MeetingID("plenary-1")), on: try #require(PartialDay("2026-03-25")),
      version: 5, restores: 7, digest: "x")
    minutes.evolve(with: .restored(restoration), at: mark)
    #expect(paragraphs(minutes) == ["P-1 New.", "P-2 More."])
  }
}
