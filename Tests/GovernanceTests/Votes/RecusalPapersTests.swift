import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// What minutes and the log keep of a declaration.
@Suite struct RecusalPapersTests {
  /// A plenary in which PT stood aside from the first matter and voted on the second.
  private func network(_ recused: String) throws -> SampleNetwork {
    let edit = (
      "abstentions: counted, tie: rejected, source",
      "abstentions: counted, tie: rejected, recused: \(recused), source"
    )
    let network = try SampleNetwork(under: SampleRules.amended([edit]))
    for member in ["ES", "MT", "PT"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try network.convene("plenary-1", for: "2026-03-20", on: "2026-02-02")
    try network.open("plenary-1", on: "2026-03-20")
    for ballot in [
      ["for": ["2"], "recused": ["PT=party, and counsel"]],
      ["names": ["ES=for", "MT=for", "PT=for"]],
    ] {
      let fields = ["meeting": ["plenary-1"], "title": ["A matter"]].merging(ballot) { $1 }
      let answer = try network.record("deliberation record", fields, on: "2026-03-20")
      #expect(answer.verdict == .accepted)
    }
    return network
  }

  @Test(arguments: ["leaves_base", "leaves_base_and_quorum"])
  func `Minutes carry the declaration before the numbers, with what followed from it`(
    _ recused: String
  ) throws {
    let network = try network(recused)
    let statements = try SampleSitting.file(network).record.statements
    let places = statements.map(\.place)
    let index = try #require(places.firstIndex(of: "D-1.recusal.PT"))
    #expect(places[index + 1] == "D-1.votes")
    #expect(!places.contains("D-2.recusal.PT"))
    let said = statements[index]
    #expect(said.code == "recusal")
    #expect(
      said.values == [
        "member": .text("PT"), "reason": .text("party, and counsel"), "leaves": .text(recused),
        "ruled": .text("yes"), "clause": .text("bodies.plenary.decides.default"),
      ])
    let event = try #require(
      try network.log.events(after: 0, limit: 100).first { $0.stream.text == "deliberation-D-1" })
    #expect(said.events == [event.position])
    #expect(event.data["recusals"] == [["member": "PT", "reason": "party, and counsel"]])
  }

  @Test func `The numbers of the minutes are those of the smaller base`() throws {
    let statements = try SampleSitting.file(network("leaves_base")).record.statements
    let first = try #require(statements.first { $0.place == "D-1.votes" }).values
    #expect(first["base"] == .int(2) && first["needed"] == .int(2) && first["recused"] == .int(1))
    let second = try #require(statements.first { $0.place == "D-2.votes" }).values
    #expect(second["base"] == .int(3) && second["recused"] == .int(0))
  }

  @Test func `States kept beside the log are equal to a fold from the first event`() throws {
    let network = try network("leaves_base")
    #expect(try network.keptStates() == network.foldedStates())
  }
}
