import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// Ties in the log: their rounds, what minutes say of them, and the guards that stand for the key.
@Suite struct TieThroughTheLogTests {
  private static let edit =
    "programme: {more_than: 1/2, of: votes_cast, abstentions: ignored, tie: "

  private func network(_ tie: String) throws -> SampleNetwork {
    let network = try SampleNetwork(
      under: SampleRules.amended([("\(Self.edit)rejected", "\(Self.edit)\(tie)")]))
    for member in ["ES", "MT", "PT"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try network.convene("plenary-1", for: "2026-03-20", on: "2026-02-02")
    try network.open("plenary-1", on: "2026-03-20")
    return network
  }

  @discardableResult
  private func vote(
    _ network: SampleNetwork, _ more: [String: [String]] = [:]
  ) throws -> Answer {
    let fields = [
      "meeting": ["plenary-1"], "title": ["A matter"], "matter": ["programme"], "for": ["1"],
      "against": ["1"],
    ].merging(more) { $1 }
    return try network.record("deliberation record", fields, on: "2026-03-20")
  }

  @Test func `A tie and its second round are two decisions, and the minutes say which is which`()
    throws
  {
    let network = try network("second_round")
    #expect(try vote(network).events.map(\.type) == ["deliberation.tied"])
    let second = try vote(network, ["for": ["2"], "second-round-of": ["D-1"]])
    #expect(second.events.map(\.type) == ["deliberation.adopted"])
    let statements = try SampleSitting.file(network).record.statements
    func values(_ place: String) -> [String: Failure.Value]? {
      statements.first { $0.place == place }?.values
    }
    #expect(values("D-1.outcome")?["outcome"] == .text("tied"))
    #expect(values("D-2.second-round") == ["first": .text("D-1")])
    #expect(values("D-2.outcome")?["outcome"] == .text("adopted"))
    #expect(try network.keptStates() == network.foldedStates())
  }

  @Test func `The minutes give the seed and both tickets of a lot`() throws {
    let network = try network("lot")
    #expect(try vote(network, ["seed": ["abc"]]).verdict == .accepted)
    let said = try #require(
      try SampleSitting.file(network).record.statements.first { $0.place == "D-1.lot" })
    #expect(said.values["seed"] == .text("abc"))
    for word in ["for", "against"] {
      #expect(said.values[word] == .text(Lot(seed: "abc", subject: "D-1").ticket(of: word).digest))
    }
    let event = try #require(try network.log.events(after: 0, limit: 100).last)
    #expect(said.events == [event.position])
  }

  @Test(arguments: UInt64(301)...308)
  func `Key and guard give one verdict on ties, rounds and lots`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let tie = DecisionRule.Tie.allCases[Int(seed % 4)].rawValue
    let base = DecisionRule.Base.allCases.randomElement(using: &random) ?? .present
    let rule = "more_than: 1/2, of: \(base.rawValue), abstentions: ignored, tie: "
    var expanded = try ExpandedRules([
      ("\(Self.edit)rejected", "programme: {\(rule)\(tie)")
    ])
    for member in ["CY", "ES", "MT", "PT"] {
      try expanded.network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try expanded.network.convene("plenary-1", for: "2026-03-20", on: "2026-02-02")
    try expanded.network.open("plenary-1", on: "2026-03-20", present: ["CY", "ES", "MT", "PT"])
    for _ in 1...60 {
      let votes = Int.random(in: 0...2, using: &random)
      var fields = [
        "meeting": ["plenary-1"], "title": ["A matter"], "matter": ["programme"],
        "for": ["\(votes)"],
        "against": ["\(Bool.random(using: &random) ? votes : 1)"],
      ]
      switch Int.random(in: 0..<3, using: &random) {
      case 0: fields["seed"] = ["\(UInt64.random(in: 0...9, using: &random))"]
      case 1: fields["chair-vote"] = [Bool.random(using: &random) ? "for" : "against"]
      default: break
      }
      try expanded.compare("deliberation record", fields, on: "2026-03-20")
    }
    #expect(expanded.differences.isEmpty, "\(expanded.differences.prefix(3))")
    #expect(expanded.held.contains("bodies.plenary.decides.programme"))
  }
}
