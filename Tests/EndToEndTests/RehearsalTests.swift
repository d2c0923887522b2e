import Foundation
import Testing
import Values

/// A network of no template's example, from `init` to its first plenary, with a slip at each step.
///
/// `docs/rehearsal.md` tells what it is for; `Rehearsal/` holds what the founder writes and types.
@Suite(.serialized) struct RehearsalTests {
  private static let rehearsal = Rehearsal(
    folder: "Rehearsal", template: "plenary-of-states", network: "mpf")

  // MARK: - Tests

  @Test func `The draft of the founder is without a finding and keeps its promises`() throws {
    try Self.rehearsal.withDraft { network in
      let lint = try network.run("lint")
      let told = lint.output + lint.talk
      #expect(lint.status == 0 && told == "0 errors, 0 warnings.\n", "\(told)")
      let test = try network.run("test")
      #expect(test.status == 0, "\(test.output)")
    }
  }

  @Test func `The founder's rules stand in place of those of the template, and of no others`()
    throws
  {
    try Self.rehearsal.withDraft { network in
      let effective = try network.run("rules effective")
      let words = effective.output.split(separator: "\n").map {
        $0.split(separator: " ").prefix(2).joined(separator: " ")
      }
      for (line, times) in [
        ("at_least: 2/3", 5), ("members: 3", 1), ("more_than: 1/2", 0), ("of: members", 0),
        ("first: consensus", 5),
        ("composition: coordinator", 1), ("composition: rotation", 0), ("chair_period: P6M", 0),
        ("period: P30D", 1), ("urgent: P4D", 1),
      ] {
        #expect(words.count { $0 == line } == times, "\(line)\n\(effective.output)")
      }
    }
  }

  @Test func `Each line answers as it must, and what came of it stands in the views`() throws {
    try Self.rehearsal.withFirstPlenary { network in
      let now = "2026-12-28T10:00:00Z"
      let rows = { (list: String) in try network.rows(list, at: now) }
      let members = try rows("member list")
      #expect(members.map { $0["member"] } == ["CN", "KH", "LA", "TH", "VN"])
      #expect(members.map { $0["class"] } == ["observer", "member", "member", "member", "member"])
      #expect(members.allSatisfy { $0["since"] == "2026-02-01" })
      let holders = try rows("directory list").filter { $0["state"] == "held" }
      #expect(holders.count == 8)
      #expect(try rows("board list").map { $0["member"] } == ["TH"])
      #expect(try rows("board list").map { $0["until"] } == ["2029-12-28"])
      let meeting = try #require(try rows("meeting list").first)
      #expect(meeting["stage"] == "closed" && meeting["from"] == "2026-12-28")
      #expect(
        try rows("deliberation list").map { $0["outcome"] } == [
          "adopted", "rejected", "adopted", "adopted",
        ])
      #expect(try rows("subgroup list").map { $0["coordinator"] } == ["VN"])
      #expect(try rows("programme list").map { $0["status"] } == ["adopted", "withdrawn"])
      #expect(try rows("programme list").first?["until"] == "2028-12-31")
      #expect(try rows("event list training.held").count == 1)
      let status = try network.run("status --json", at: now).json
      #expect(status["next_meeting"] == nil && status["members"] == 5)
    }
  }

  @Test func `What was refused is kept with its reason, and every log position is accounted for`()
    throws
  {
    try Self.rehearsal.withFirstPlenary { network in
      let refused = try network.rows("log list --refused").compactMap { row in
        row["refusals"]?.list?.compactMap(\.text).joined(separator: "+")
      }
      for reason in [
        "network-founded-already", "member-admitted-later", "seat-maximum", "seat-not-for-class",
        "notice-too-short+guard-fails+guard-fails", "meeting-before-its-day", "matter-misspelt",
        "deliberation-not-adopted", "deliberation-unfit", "deliberation-decides-other",
        "may-not-chair", "programme-drafted-already",
      ] {
        #expect(refused.contains(reason), "\(reason) is not among \(refused)")
      }
      let events = try network.rows("log list")
      #expect(events.map { $0["position"] } == (1...events.count).map { .int(Int64($0)) })
      let verified = try network.run("verify")
      #expect(verified.output.hasPrefix("verified \(events.count) events, head "))
    }
  }

  @Test(arguments: ["en", "pt", "es"])
  func `A refusal by a rule of the founder's own is told in each language of the network`(
    _ language: String
  ) throws {
    let said = [
      "en": "A plenary may be convened only when an agenda was sent.",
      "pt": "Um plenário só pode ser convocado depois de enviada a ordem do dia.",
      "es": "Un pleno solo puede convocarse cuando se haya enviado el orden del día.",
    ]
    try Self.rehearsal.withDraft { network in
      for line in ["apply --founding", "import \(network.folder)/founding.yaml"] {
        try #require(try network.run(line).status == 0)
      }
      _ = try network.run("meeting plan plenary --from 2027-02-01")
      let told = try network.run("meeting convene plenary-1 --lang \(language)")
      #expect(told.status == 10)
      let sentence = try #require(said[language])
      #expect(told.talk.contains(sentence), "\(told.talk)")
    }
  }
}
