import Foundation
import Testing
import Values

@testable import admin

/// Nothing that the program prints depends on how anybody voted in a written vote, as long as it is open.
///
/// Two networks differ in nothing but the votes; every command that reads is run in both, in each of its forms.
/// Rules of the network's own speak of the votes wherever rules can: in a guard, an obligation, a view and a
/// document.
@Suite struct OpenVoteWaysTests {
  private static let rules = """
    guards:
      - id: vote.heard
        on: [procedure.answered]
        require: "payload.vote == 'for'"
        severity: warn
        message: {en: "The answer of {member} is seen-{vote}."}
        values: {member: payload.member, vote: payload.vote}
        source: assumption
      - id: vote.of-france
        on: [procedure.answered]
        require: "payload.member != 'FR' || payload.vote == 'for'"
        message: {en: "Not seen-{vote}."}
        values: {vote: payload.vote}
        source: assumption
    obligations:
      - id: ask-why
        on: procedure.answered
        when: payload.vote != 'for'
        owed_by: secretariat
        due: now
        met_by: {event: person.revised, where: "event.id == trigger.payload.member"}
        message: {en: "Ask {member} why, seen-{vote}."}
        values: {member: trigger.payload.member, vote: trigger.payload.vote}
        source: assumption
    views:
      ballots:
        title: {en: Ballots}
        key: payload.member
        from: {procedure.answered: {how: "'seen-' + payload.vote"}}
    documents:
      receipt:
        on: procedure.answered
        formats: [text, html]
        body: {en: "Answer seen-{vote}."}
        values: {vote: payload.vote}

    """

  /// What three of four answer to P-3, in the order of the acts; one that a guard refuses; a correction of the last.
  private struct Votes {
    let answers: [String]
    let refused: String
    let corrected: String

    static let one = Votes(
      answers: ["PT=for,ES=abstain", "ES=against", "IT=for"], refused: "FR=abstain",
      corrected: "abstain")
    static let other = Votes(
      answers: ["PT=against,ES=for", "ES=abstain", "IT=abstain"], refused: "FR=against",
      corrected: "for")
  }

  private static func voting(
    _ votes: Votes, _ body: (inout SampleNetwork) throws -> Void
  ) throws {
    try ProceduralNetwork.with(rules) { given in
      var network = given
      try #require(network.run("person add 'Ana Sousa'").status == .done)
      for answer in votes.answers {
        let told = network.run("procedure answer P-3 --names \(answer) --as H-1")
        try #require(told.status == .done, "\(answer): \(told.talk)")
      }
      let refused = network.run("procedure answer P-3 --names \(votes.refused) --as H-1")
      try #require(refused.status == .refused, "\(refused.output)")
      let last = try #require(try positions(network).last)
      let corrected = network.run(
        "event correct \(last) --set vote=\(votes.corrected) --reason misread --as H-1")
      try #require(corrected.status == .done, "\(corrected.talk)")
      try body(&network)
    }
  }

  /// Of the answers in the log.
  private static func positions(_ network: SampleNetwork) throws -> [Int] {
    try #require(try network.json("log list --type procedure.answered").list)
      .compactMap { $0["position"]?.int.map { Int($0) } }
  }

  /// Every command that reads and asks for nothing, in each form; the log itself is left out, which is whole.
  private static let plain: [String] = CommandTree.all.commands
    .filter { command in
      command.effect == .reads && !command.parameters.contains { $0.isRequired }
        && command.name != "log export"
    }.flatMap { command in
      let forms = ["", " --json"] + (command.verb == "list" ? [" --csv"] : [])
      return forms.map { command.name + $0 }
    }

  /// Those that ask for a thing, about P-3 and each of its answers and acts.
  private static func pointed(_ network: SampleNetwork) throws -> [String] {
    let positions = try positions(network)
    let explained = try network.json("explain P-3")["acts"]?.list ?? []
    let refused = try network.json("log list --refused").list ?? []
    let acts = (explained + refused).compactMap { $0["command"]?.text }
    let each = positions.flatMap { position in
      [
        "explain \(position)", "explain \(position) --json", "log show \(position)",
        "log show \(position) --json", "log extract \(position)",
        "document show receipt --of \(position)",
      ]
    }
    return each + acts.flatMap { ["explain \($0)", "explain \($0) --json", "log extract \($0)"] }
      + [
        "explain P-3", "explain P-3 --json", "explain P-3 --check", "procedure show P-3",
        "procedure show P-3 --json", "log list --refused", "log list --refused --json",
        "log list --refused --csv", "log list --type procedure.answered -o md",
        "view show ballots", "view show ballots --csv", "document show receipt --of P-3",
        "person export H-1", "person export H-1 --json",
        "report activity --from 2026-06-01 --until 2026-06-30", "timeline list --as-of 2026-07-01",
        "procedure list --known-at 30 --json",
      ]
  }

  /// What each line prints, without what no two networks share: folders, ids of acts and digests.
  private static func printed(_ network: SampleNetwork, _ lines: [String]) -> [String] {
    let noise = /[0-9a-f]{8,}(-[0-9a-f]{4,12})*/
    return lines.map { line in
      let outcome = network.run(line)
      return "\(outcome.status) \(outcome.output) \(outcome.talk)"
        .replacing(network.folder, with: "FOLDER").replacing(noise, with: "#")
    }
  }

  @Test func `While a vote is open no command that reads tells two networks apart by the votes`()
    throws
  {
    try Self.voting(.one) { one in
      try Self.voting(.other) { other in
        let lines = Self.plain
        #expect(lines.count > 150)
        let (first, second) = (Self.printed(one, lines), Self.printed(other, lines))
        for (index, line) in lines.enumerated() {
          #expect(first[index] == second[index], "\(line)")
          #expect(!first[index].contains("seen-against") && !first[index].contains("seen-abstain"))
        }
        let named = zip(try Self.pointed(one), try Self.pointed(other)).map { ($0, $1) }
        #expect(named.count > 40)
        for (line, twin) in named {
          let (mine, theirs) = (Self.printed(one, [line]), Self.printed(other, [twin]))
          #expect(mine == theirs, "\(line)")
        }
      }
    }
  }

  @Test func `When it has closed every one of these ways tells the votes`() throws {
    try Self.voting(.one) { network in
      network.now = "2026-06-09T09:00:00Z"
      try #require(network.run("tick").status == .done)
      let position = try #require(try Self.positions(network).last)
      let ways = [
        "explain P-3 --json": "\"against\"", "log show \(position) --json": "\"for\"",
        "log list --type procedure.answered --csv": "against", "view show ballots": "seen-against",
        "document show receipt --of \(position)": "seen-", "obligation list --json": "\"against\"",
        "timeline list --csv": "against", "procedure show P-3": "against",
        "log list --refused --json": "FR=abstain", "explain P-3": "seen-against",
        "person export H-1": "abstain",
      ]
      for (line, words) in ways.sorted(by: { $0.key < $1.key }) {
        let told = network.run(line)
        #expect(told.output.contains(words), "\(line): \(told.output)\(told.talk)")
      }
    }
  }

  @Test(arguments: ["en", "pt", "es"])
  func `Who asks for a proof or a document of an answer is told when there will be one`(
    _ language: String
  ) throws {
    try Self.voting(.one) { network in
      let position = try #require(try Self.positions(network).first)
      for line in ["log extract \(position)", "document show receipt --of \(position)"] {
        let refused = network.run("\(line) --lang \(language)")
        #expect(refused.status == .notPermitted && refused.talk.contains("[vote-open]"))
        #expect(!refused.talk.contains("{"), "\(refused.talk)")
      }
      let told = network.run("explain \(position) --lang \(language)").output
      #expect(!told.contains("explain.withheld") && !told.contains("seen-"), "\(told)")
    }
  }
}
