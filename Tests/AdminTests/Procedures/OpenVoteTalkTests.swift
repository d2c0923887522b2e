import Testing
import Values

@testable import admin

/// While a written vote is open nobody is told how anybody voted; when it has closed, all is told at once.
@Suite struct OpenVoteTalkTests {
  /// P-3, a vote by letter until 8 June, in which two of four have answered, one of them anew.
  private static func with(_ body: (inout SampleNetwork) throws -> Void) throws {
    try ProceduralNetwork.with { given in
      var network = given
      for line in [
        "procedure answer P-3 --names PT=for,ES=abstain", "procedure answer P-3 --names ES=against",
      ] {
        let told = network.run(line)
        #expect(told.status == .done, "\(line): \(told.talk)")
      }
      try body(&network)
    }
  }

  private static let ways = [
    "log list --type procedure.answered --json", "log list --type procedure.answered",
    "log list --json", "log list --csv", "procedure show P-3 --json", "procedure show P-3",
    "procedure list --json", "timeline list --json", "timeline list --csv", "explain P-3 --json",
    "explain P-3", "desk --json",
  ]

  /// How somebody voted, in JSON and in the cells of a table or a CSV file.
  private static func tells(_ output: String) -> Bool {
    ["\"against\"", "\"abstain\"", "=against", "=abstain", "vote: against", "\"\"against\"\""]
      .contains { output.contains($0) }
  }

  @Test(arguments: ways)
  func `No list, no log and no explanation tells how somebody voted before the end`(
    _ line: String
  ) throws {
    try Self.with { network in
      let open = network.run(line)
      #expect(open.status == .done, "\(open.talk)")
      #expect(!Self.tells(open.output), "\(open.output)")
    }
  }

  @Test func `One event is shown without how, by its position and with its act`() throws {
    try Self.with { network in
      let events = try #require(
        try network.json("log list --type procedure.answered").list)
      #expect(events.count == 3)
      #expect(events.map { $0["data"]?["vote"] } == [.null, .null, .null])
      #expect(events.map { $0["data"]?["member"] } == ["PT", "ES", "ES"])
      for event in events {
        let position = try #require(event["position"]?.int)
        let shown = network.run("log show \(position) --json").output
        #expect(!Self.tells(shown) && shown.contains("\"vote\": null"), "\(shown)")
        let told = try network.json("explain \(position)")
        #expect(told["acts"]?.list?.first?["asked"]?["fields"]?["names"] != nil)
        #expect(told["acts"]?.list?.first?["withheld"] == true)
        #expect(!Self.tells(told.canonicalText), "\(told.canonicalText)")
      }
    }
  }

  @Test func `The turnout is told, and who has not answered`() throws {
    try Self.with { network in
      let row = try #require(try network.json("procedure show P-3").fields)
      #expect(row["turnout"] == 2 && row["names"] == .null)
      #expect(row["answered"] == ["ES", "PT"] && row["unanswered"] == ["FR", "IT"])
      let silent = try #require(try network.json("procedure show P-1").fields)
      #expect(silent["turnout"] == .null, "a silence has no answers")
      #expect(network.run("procedure list --lang pt").output.contains("PARTICIPAÇÃO"))
    }
  }

  @Test func `A refused answer, and a correction of one, do not tell it either`() throws {
    try Self.with { network in
      #expect(network.run("procedure answer P-3 --names CH=against").status == .refused)
      let refused = network.run("log list --refused --json").output
      #expect(refused.contains("not-addressee") && !Self.tells(refused), "\(refused)")
      let events = try #require(try network.json("log list --type procedure.answered").list)
      let first = try #require(events.first?["position"]?.int)
      let corrected = network.run("event correct \(first) --set vote=abstain --reason misread")
      #expect(corrected.status == .done, "\(corrected.talk)")
      for line in ["log list --json", "timeline list --json", "explain P-3 --json"] {
        let told = network.run(line).output
        #expect(told.contains("misread") && !Self.tells(told), "\(line): \(told)")
      }
    }
  }

  @Test func `When the vote has closed everything is told in one step`() throws {
    try Self.with { network in
      network.now = "2026-06-09T09:00:00Z"
      #expect(
        !Self.tells(network.run("procedure show P-3 --json").output), "the time alone ends nothing")
      let closed = network.run("tick")
      #expect(closed.status == .done, "\(closed.talk)")
      let row = try #require(try network.json("procedure show P-3").fields)
      #expect(
        row["names"] == [
          ["member": "ES", "vote": "against"], ["member": "PT", "vote": "for"],
        ])
      let events = try #require(try network.json("log list --type procedure.answered").list)
      #expect(events.map { $0["data"]?["vote"] } == ["for", "abstain", "against"])
      #expect(network.run("timeline list --json").output.contains("\"against\""))
      #expect(network.run("explain P-3 --json").output.contains("ES=against"))
    }
  }

  @Test func `What somebody votes in a meeting is told as before`() throws {
    try Self.with { network in
      for line in [
        "meeting plan plenary --from 2026-07-01", "meeting convene plenary-1",
      ] { #expect(network.run(line).status == .done) }
      network.now = "2026-07-01T09:00:00Z"
      for line in [
        "meeting open plenary-1 --present PT,ES,FR,IT",
        "deliberation record plenary-1 --title Budget --names PT=for,ES=against,FR=for,IT=for",
      ] { #expect(network.run(line).status == .done) }
      let listed = network.run("log list --type deliberation.adopted --json").output
      #expect(listed.contains("\"against\""), "\(listed)")
    }
  }

  @Test func `An export is whole, since it is the log`() throws {
    try Self.with { network in
      #expect(network.run("log export").output.contains("against"))
      #expect(network.run("verify").status == .done)
    }
  }
}
