import EventStore
import Governance
import TestKit
import Testing
import Values

/// What followed from a decision is said after it, each sentence with the event that recorded it.
@Suite struct MinutesConsequencesTests {
  private let day = "2026-03-20"

  private func decide(_ network: SampleNetwork, _ fields: [String: String] = [:]) throws {
    let vote = ["meeting": "plenary-1", "title": "A matter", "for": "3"]
    try network.record(
      "deliberation record", vote.merging(fields) { $1 }.mapValues { [$0] }, on: day)
  }

  private func followed(_ network: SampleNetwork) throws -> [Governance.Statement] {
    try SampleSitting.file(network).record.statements.filter { $0.code.hasPrefix("follows-") }
  }

  private func position(_ type: String, _ network: SampleNetwork) throws -> Int64 {
    try #require(try network.log.events(ofType: type, after: 0, limit: 100).last?.position)
  }

  @Test func `Rules put into force are told with their version, under the vote that named them`()
    throws
  {
    let network = try SampleNetwork.sitting()
    let text = SampleRules.text.replacing("version: 1.0.0", with: "version: 2.0.0")
    try network.adopt(SampleSitting.resolved(text), from: "2026-04-01")
    let said = try #require(try followed(network).first)
    #expect(said.code == "follows-rules" && said.place.hasPrefix("D-1.rules."))
    #expect(said.values["version"] == .text("2.0.0"))
    #expect(said.values["from"] == Day("2026-04-01").map(Failure.Value.day))
    #expect(said.events == [try position("rules.adopted", network)])
  }

  @Test func `Those elected to a body are named, with its last day`() throws {
    let network = try SampleNetwork.sitting()
    try decide(network, ["decides": "bureau"])
    try network.record(
      "board elect",
      ["body": ["bureau"], "members": ["PT", "ES"], "by": ["D-1"], "until": ["2027-03-20"]], on: day
    )
    let said = try #require(try followed(network).first)
    #expect(said.code == "follows-board" && said.values["body"] == .text("bureau"))
    #expect(
      said.values["members"] == .list(["PT", "ES"]) && said.values["way"] == .text("election"))
    #expect(said.values["until"] == Day("2027-03-19").map(Failure.Value.day))
    #expect(said.events == [try position("board.elected", network)])
  }

  @Test
  func `A subgroup is told where its decision is, also when it is recorded after the meeting`()
    throws
  {
    let network = try SampleNetwork.sitting()
    try decide(network)
    try decide(network)
    try network.record("meeting close", ["meeting": ["plenary-1"]], on: day)
    try network.record(
      "subgroup add",
      ["subgroup": ["crypto"], "title": ["Crypto"], "mandate": ["A guide"], "by": ["D-2"]],
      on: "2026-03-21")
    let said = try followed(network)
    #expect(said.map(\.place) == ["D-2.subgroup.crypto"])
    #expect(said[0].values["ended"] == .text("yes"), "the rules give the longest mandate")
    #expect(said[0].values["mandate"] == .text("A guide"))
    #expect(said[0].events == [try position("subgroup.created", network)])
  }

  @Test func `A parameter that was set is told with its value in words`() throws {
    let network = try SampleNetwork(under: SampleRules.parametered())
    for member in ["ES", "MT", "PT"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try network.convene("plenary-1", for: day, on: "2026-02-02")
    try network.open("plenary-1", on: day)
    try decide(network)
    for (name, value) in [("notice", "P21D"), ("motto", "Lex")] {
      try network.record(
        "parameter set", ["parameter": [name], "value": [value], "adopted-by": ["D-1"]], on: day)
    }
    let said = try followed(network)
    #expect(said.map(\.code) == ["follows-parameter", "follows-parameter"])
    #expect(Set(said.map { $0.values["parameter"] }) == [.text("notice"), .text("motto")])
    let notice = said.first { $0.values["parameter"] == .text("notice") }
    #expect(notice?.values["value"] == Period("P21D").map(Failure.Value.period))
    let motto = said.first { $0.values["parameter"] == .text("motto") }
    #expect(motto?.values["value"] == .text("Lex"))
  }

  @Test(arguments: [("3", "granted"), ("0", "refused")])
  func `Who was admitted on an application, or not, is told with the class`(
    _ row: (votes: String, outcome: String)
  ) throws {
    let network = try SampleNetwork.sitting()
    try network.record(
      "application file", ["member": ["FR"], "class": ["observer"]], on: "2026-03-01")
    try decide(network, ["for": row.votes, "against": row.votes == "0" ? "3" : "0"])
    try network.record("application decide", ["application": ["AP-1"], "by": ["D-1"]], on: day)
    let said = try #require(try followed(network).first)
    #expect(said.code == "follows-application")
    #expect(said.values["member"] == .text("FR") && said.values["class"] == .text("observer"))
    #expect(said.values["outcome"] == .text(row.outcome))
    #expect(said.events == [try position("application.\(row.outcome)", network)])
  }

  @Test func `Minutes that were approved by a deliberation are told where it stands`() throws {
    let network = try SampleSitting.network()
    for act in ["draft", "circulate"] {
      try network.record("minutes \(act)", ["meeting": ["plenary-1"]], on: "2026-03-21")
    }
    try network.record(
      "minutes approve", ["meeting": ["plenary-1"], "by": ["D-1"]], on: "2026-04-01")
    let said = try followed(network)
    #expect(said.map(\.code) == ["follows-minutes"])
    #expect(said[0].place == "D-1.minutes.plenary-1" && said[0].values["version"] == .int(1))
    #expect(said[0].events == [try position("minutes.approved", network)])
  }

  /// A programme with two actions that D-1 adopted, and what D-2 then changed of it.
  private func programme(_ amendment: [String: [String]]?) throws -> SampleNetwork {
    let network = try SampleNetwork.sitting()
    try network.record(
      "programme draft", ["title": ["Work"], "from": ["2026-01-01"], "until": ["2027-12-31"]],
      on: day)
    try network.record(
      "objective add", ["programme": ["programme-1"], "title": ["Training"]], on: day)
    for title in ["Guide", "Course"] {
      try network.record(
        "programme add", ["programme": ["programme-1"], "title": [title], "owner": ["PT"]], on: day)
    }
    try decide(network, ["matter": "programme"])
    try network.record("programme adopt", ["programme": ["programme-1"], "by": ["D-1"]], on: day)
    guard let amendment else { return network }
    try decide(network, ["matter": "programme"])
    try network.record(
      "programme amend",
      amendment.merging(["programme": ["programme-1"], "by": ["D-2"]]) { $1 }, on: day)
    return network
  }

  @Test func `A programme adopted is told with each of its objectives and actions`() throws {
    let network = try programme(nil)
    let said = try followed(network)
    #expect(
      said.map(\.code) == [
        "follows-programme", "follows-objective", "follows-action", "follows-action",
      ])
    #expect(said[0].values["n"] == .int(2))
    #expect(said[0].events.last == (try position("programme.adopted", network)))
    #expect(said[1].values["title"] == .text("Training"))
    #expect(said[1].values["adopted"] == .text("yes"))
    #expect(said[3].values["title"] == .text("Course") && said[3].values["dated"] == .text("no"))
    #expect(said[3].events == [try position("action.added", network)])
  }

  @Test func `An amendment is told with what it adds, changes and closes`() throws {
    let network = try programme([
      "objectives": ["Evidence"], "add": ["Retention"], "without": ["programme-1.2"],
      "due": ["programme-1.1=2027-06-30"],
    ])
    let said = try followed(network).filter { $0.place.hasPrefix("D-2.") }
    #expect(
      said.map(\.code) == [
        "follows-amendment", "follows-objective", "follows-action", "follows-changed",
        "follows-dropped",
      ])
    let event = try position("programme.amended", network)
    #expect(said.allSatisfy { $0.events == [event] })
    #expect(said[1].values["adopted"] == .text("no"))
    #expect(said[2].values["title"] == .text("Retention"))
    #expect(said[3].values["due"] == Day("2027-06-30").map(Failure.Value.day))
    #expect(said[3].values["owned"] == .text("no"))
    #expect(said[4].values["title"] == .text("Course"))
    #expect(Set(said.map(\.place)).count == said.count)
  }

  @Test func `A decision that changes another one says which, and how`() throws {
    let network = try SampleNetwork.sitting()
    for _ in 1...3 { try decide(network) }
    try network.record(
      "deliberation amend", ["deliberation": ["D-1"], "by": ["D-3"], "text": ["New."]], on: day)
    try network.record("deliberation repeal", ["deliberation": ["D-2"], "by": ["D-3"]], on: day)
    let said = try followed(network)
    #expect(said.map { $0.values["way"] } == [.text("amended"), .text("repealed")])
    #expect(said.map { $0.values["deliberation"] } == [.text("D-1"), .text("D-2")])
    #expect(said.allSatisfy { $0.place.hasPrefix("D-3.") })
    let places = try SampleSitting.file(network).record.statements.map(\.place)
    #expect(Set(places).count == places.count)
    #expect(places.count { $0.hasSuffix(".text") } == 1, "the text stands once in one paper")
  }

  @Test func `From a decision from which nothing followed nothing is told`() throws {
    let network = try SampleNetwork.sitting()
    try decide(network)
    #expect(try followed(network).isEmpty)
  }
}
