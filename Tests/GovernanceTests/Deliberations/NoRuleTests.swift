import Governance
import Plugins
import TestKit
import Testing
import Values

/// A body for whose matters the rules have no majority: only a past decided there, and the record says how.
@Suite struct NoRuleTests {
  private func record(_ fields: [String: String], takenOver: Bool = true) throws -> Given.Outcome {
    var rules = Rules.sample
    rules.series[0].body = "board"
    return try Given(rules: rules).admitted("PT ES MT").open(present: "PT ES MT")
      .when(
        "deliberation record", fields.merging(["meeting": "plenary-1", "title": "Budget"]) { $1 },
        takenOver: takenOver)
  }

  @Test(arguments: [
    (["consensus": "true"], "deliberation.adopted"),
    (["for": "2", "against": "1"], "deliberation.adopted"),
    (["for": "1", "against": "1"], "deliberation.rejected"),
    (["for": "1", "against": "2"], "deliberation.rejected"),
    (["for": "0", "against": "0", "abstain": "3"], "deliberation.rejected"),
    (["names": "PT=for,ES=for,MT=against"], "deliberation.adopted"),
  ])
  func `A past decides by consensus, or by more votes for than against`(
    _ row: (fields: [String: String], type: String)
  ) throws {
    let decision = try record(row.fields).result.get()
    #expect(decision.events.map(\.event.type) == [row.type])
    #expect(decision.objections.map(\.code.name) == ["body-decides-nothing"])
    #expect(decision.derivations == [])
  }

  @Test func `Today it is refused, with the way to put the matter off`() throws {
    for fields in [["consensus": "true"], ["for": "3"]] {
      let refusal = try record(fields, takenOver: false).thenRefused("body-decides-nothing")
      #expect(refusal.values == ["body": .text("board")])
      #expect(refusal.ways == [Note("defer-matter", ["meeting": .text("plenary-1")])])
    }
  }
}
