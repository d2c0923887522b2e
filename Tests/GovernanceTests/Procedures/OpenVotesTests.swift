import Governance
import TestKit
import Testing
import Values

/// What may be told of an answer while its vote is open, as values.
@Suite struct OpenVotesTests {
  private let open = OpenVotes(["P-1"].compactMap { ProcedureID($0) })

  static let rows: [(type: String, category: String, id: String, data: JSON, told: JSON)] = [
    (
      "procedure.answered", "procedure", "P-1", ["member": "PT", "vote": "for"],
      ["member": "PT", "vote": .null]
    ),
    (
      "procedure.answered", "procedure", "P-1", ["vote": "for", "text": "with pleasure"],
      ["vote": .null, "text": .null]
    ),
    (
      "procedure.answered", "procedure", "P-2", ["member": "PT", "vote": "for"],
      ["member": "PT", "vote": "for"]
    ),
    (
      "event.corrected", "procedure", "P-1", ["changes": ["vote": "for", "member": "ES"]],
      ["changes": ["vote": .null, "member": "ES"]]
    ),
    (
      "event.corrected", "procedure", "P-1", ["changes": ["member": "ES"]],
      ["changes": ["member": "ES"]]
    ),
    ("event.corrected", "procedure", "P-1", ["strikes": true], ["strikes": true]),
    (
      "procedure.objected", "procedure", "P-1", ["member": "PT", "means": "objection"],
      ["member": "PT", "means": "objection"]
    ),
    ("procedure.answered", "deliberation", "P-1", ["vote": "for"], ["vote": "for"]),
    ("procedure.answered", "procedure", "P-1", "no object", "no object"),
  ]

  @Test(arguments: rows)
  func `Only how a member voted in an open vote is kept back`(
    _ row: (type: String, category: String, id: String, data: JSON, told: JSON)
  ) {
    #expect(open.told(row.data, of: row.type, in: row.category, row.id) == row.told)
  }

  @Test(arguments: [
    ("procedure answer", "P-1", ["PT=for", "ES=against"], ["PT", "ES"]),
    ("procedure answer", "P-2", ["PT=for"], ["PT=for"]),
    ("procedure object", "P-1", ["PT=for"], ["PT=for"]),
  ])
  func `What was asked is told without the votes`(
    _ row: (act: String, id: String, names: [String], told: [String])
  ) {
    let told = open.told(
      ["procedure": .text(row.id), "names": .texts(row.names)], of: row.act)
    #expect(told["names"] == .texts(row.told))
  }

  @Test func `One name alone stands in the log as a text, and is told as a list`() {
    let told = open.told(["procedure": "P-1", "names": "PT=for"], of: "procedure answer")
    #expect(told["names"] == ["PT"])
    #expect(open.told(["procedure": "P-1"], of: "procedure answer") == ["procedure": "P-1"])
  }

  @Test func `What a correction sets is told without a vote, as long as any vote is open`() {
    let asked: JSON = ["event": "7", "set": ["vote=abstain", "member=ES"]]
    #expect(open.told(asked, of: "event correct")["set"] == ["vote", "member=ES"])
    #expect(OpenVotes([]).told(asked, of: "event correct") == asked)
  }
}
