import Governance
import TestKit
import Testing
import Values

/// What became of a decision is told with the words that it has since.
@Suite struct AmendedTextTests {
  private static let digest = String(repeating: "ab", count: 32)

  /// What is said of D-1 after an amendment by D-4 with these fields.
  private func said(_ fields: [String: [String]]) throws -> [Governance.Statement] {
    let network = try SampleSitting.network(closing: false)
    try network.record(
      "deliberation record",
      ["meeting": ["plenary-1"], "title": ["Change"], "consensus": ["true"]], on: "2026-03-20")
    try network.record(
      "deliberation amend",
      ["deliberation": ["D-1"], "by": ["D-4"]].merging(fields) { $1 }, on: "2026-03-20")
    let record = try SampleSitting.file(network).record
    let first = try #require(record.deliberations.first { $0.id.text == "D-1" })
    return record.statements(on: first, item: nil).filter { $0.code.hasPrefix("amended") }
  }

  @Test func `The text as amended is quoted after the amendment, from the same event`() throws {
    let said = try said(["text": ["The guide is adopted.\nIt is published."]])
    #expect(said.map(\.code) == ["amended", "amended-text"])
    #expect(said.last?.form == .quote)
    #expect(said.last?.values["text"] == .text("The guide is adopted.\nIt is published."))
    #expect(said.last?.events == said.first?.events)
  }

  @Test func `The digest of the amended document is told`() throws {
    let said = try said(["digest": [Self.digest]])
    #expect(said.map(\.code) == ["amended", "amended-digest"])
    #expect(said.last?.values["digest"] == .text(Self.digest))
  }

  @Test func `An amendment without words says only that there was one`() throws {
    #expect(try said([:]).map(\.code) == ["amended"])
  }

  @Test func `Both stand in their order, each at a place of its own`() throws {
    let said = try said(["text": ["New."], "digest": [Self.digest]])
    #expect(said.map(\.code) == ["amended", "amended-text", "amended-digest"])
    #expect(Set(said.map(\.place)).count == 3)
  }
}
