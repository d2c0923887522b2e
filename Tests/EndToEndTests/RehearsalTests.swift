import Foundation
import Testing
import Values

/// A network of no template's example, from `init` to its first plenary, with a slip at each step.
///
/// `docs/rehearsal.md` tells what it is for; `Rehearsal/` holds what the founder writes and types.
@Suite(.serialized) struct RehearsalTests {
  private static let files = Program.root.appending(path: "Tests/EndToEndTests/Rehearsal")

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: files.appending(path: name), encoding: .utf8)
  }

  // MARK: - What is typed

  /// A line of `acts.txt` with the status and the words that must come.
  private struct Step: CustomStringConvertible {
    let number: Int
    let now: String
    let status: Int32
    let line: String
    var words: [String] = []

    var description: String { "acts.txt:\(number): \(line)" }
  }

  private static func steps() throws -> [Step] {
    var steps: [Step] = []
    var now = ""
    let lines = try text("acts.txt").split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let rest = String(line.drop { $0 != " " }.dropFirst())
      switch line.prefix(1) {
      case "@": now = rest
      case ">": steps[steps.count - 1].words.append(rest)
      default:
        let status = try #require(Int32(line.prefix { $0 != " " }), "\(line)")
        steps.append(Step(number: index + 1, now: now, status: status, line: rest))
      }
    }
    return steps
  }

  // MARK: - The network

  /// Makes the draft as the founder has edited it, in a folder of its own.
  private static func withDraft(_ body: (NetworkOnDisk) throws -> Void) throws {
    try Program.withFolder { scratch in
      let network = NetworkOnDisk(folder: scratch.appending(path: "mpf").path)
      let made = try Program.run([
        "init", "--template", "plenary-of-states", "--answers",
        files.appending(path: "answers.yaml").path, network.folder,
      ])
      try #require(made.status == 0, "\(made.talk)")
      let draft = try String(contentsOf: network.file("network.yaml"), encoding: .utf8)
      let start = try #require(draft.range(of: "\ngovernance:\n")).lowerBound
      let end = try #require(draft.range(of: "\n# ---- What the template says")).lowerBound
      let edited = draft[..<start] + "\n" + (try text("rules.yaml")) + draft[end...]
      try Data(edited.utf8).write(to: network.file("network.yaml"))
      try Data(try text("cases.yaml").utf8).write(to: network.file("cases.yaml"))
      try body(network)
    }
  }

  /// Runs a line with a shell in the folder of the network, as whoever repeats it does.
  private static func type(_ step: Step, in network: NetworkOnDisk) throws -> Program.Outcome {
    let command = "admin() { \"$ACTA_PROGRAM\" \"$@\"; }; cd \"$ACTA_FOLDER\" && \(step.line)"
    return try Program.run(
      ["-c", command], at: step.now,
      environment: ["ACTA_PROGRAM": Program.path, "ACTA_FOLDER": network.folder],
      program: "/bin/sh")
  }

  /// The founded network after all that is typed; each line has answered as it must.
  private static func withFirstPlenary(_ body: (NetworkOnDisk) throws -> Void) throws {
    try withDraft { network in
      for step in try steps() {
        let outcome = try type(step, in: network)
        #expect(outcome.status == step.status, "\(step)\n\(outcome.output)\(outcome.talk)")
        for words in step.words {
          #expect(
            (outcome.output + outcome.talk).contains(words),
            "\(step)\n> \(words)\n\(outcome.output)\(outcome.talk)")
        }
      }
      try body(network)
    }
  }

  // MARK: - Tests

  @Test func `The draft of the founder is without a finding and keeps its promises`() throws {
    try Self.withDraft { network in
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
    try Self.withDraft { network in
      let effective = try network.run("rules effective")
      let words = effective.output.split(separator: "\n").map {
        $0.split(separator: " ").prefix(2).joined(separator: " ")
      }
      for (line, times) in [
        ("at_least: 2/3", 5), ("at_least: 1/2", 1), ("more_than: 1/2", 0), ("first: consensus", 5),
        ("composition: coordinator", 1), ("composition: rotation", 0), ("chair_period: P6M", 0),
        ("period: P30D", 1), ("urgent: P4D", 1),
      ] {
        #expect(words.count { $0 == line } == times, "\(line)\n\(effective.output)")
      }
    }
  }

  @Test func `Each line answers as it must, and what came of it stands in the views`() throws {
    try Self.withFirstPlenary { network in
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
      #expect(try rows("programme list").map { $0["status"] } == ["adopted"])
      #expect(try rows("programme list").map { $0["until"] } == ["2028-12-31"])
      #expect(try rows("event list training.held").count == 1)
      let status = try network.run("status --json", at: now).json
      #expect(status["next_meeting"] == nil && status["members"] == 5)
    }
  }

  @Test func `What was refused is kept with its reason, and every log position is accounted for`()
    throws
  {
    try Self.withFirstPlenary { network in
      let refused = try network.rows("log list --refused").compactMap { row in
        row["refusals"]?.list?.compactMap(\.text).joined(separator: "+")
      }
      for reason in [
        "network-founded-already", "member-admitted-later", "seat-maximum", "seat-not-for-class",
        "notice-too-short+guard-fails+guard-fails", "meeting-before-its-day", "matter-misspelt",
        "deliberation-not-adopted", "deliberation-unfit",
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
    try Self.withDraft { network in
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
