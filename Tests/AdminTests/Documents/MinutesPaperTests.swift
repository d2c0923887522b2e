import Foundation
import Publishing
import Testing
import Values

@testable import admin

/// What minutes and outcome reports tell that a jurist looks for before signing: corrections, sessions, lines to
/// sign on, and the day of the text.
@Suite struct MinutesPaperTests {
  /// The sample plenary up to the circulation of its minutes, whose vote D-3 is corrected then.
  private static func corrected(
    _ lines: [(now: String, line: String)] = [], _ body: (SampleNetwork) throws -> Void
  ) throws {
    try PaperNetwork.with { founded in
      var network = try PaperNetwork.play(PaperNetwork.story.count - 4, in: founded)
      let event = try #require(
        try network.json("log list").list?.first { $0["stream"]?.text == "deliberation-D-4" })
      let position = try #require(event["position"]?.int)
      let correction = (
        now: "2026-11-25T12:00:00Z",
        line: "event correct \(position) --set 'reason=the host left' --reason 'typing error'"
      )
      for (now, line) in [correction] + lines {
        network.now = now
        let told = network.run(line + " --quiet")
        try #require(told.status == .done, "\(line): \(told.talk)")
      }
      try body(network)
    }
  }

  private static func text(_ network: SampleNetwork, _ line: String = "minutes text plenary-1")
    -> String
  {
    network.run(line).output.replacing("\\", with: "").replacing(/\[\^[0-9]+\]/) { _ in "" }
  }

  // MARK: - Corrections

  @Test
  func `A draft older than a correction says so at the top, and at the sentence what changed`()
    throws
  {
    try Self.corrected { network in
      let text = Self.text(network)
      let notice = try #require(text.range(of: "This draft is older than a correction"))
      let facts = try #require(text.range(of: "- **Network**"))
      #expect(notice.lowerBound < facts.lowerBound)
      #expect(text.contains("are to be drawn up anew before they are approved"))
      let former = try #require(text.range(of: "Reason given: no time left."))
      let told = try #require(
        text.range(of: "Corrected on 25 November 2026: “the host” instead of “no time”."))
      #expect(former.lowerBound < told.lowerBound)
      #expect(text.contains("Reason given: typing error."))
    }
  }

  @Test func `The event of the correction has its note, and the text that went round has neither`()
    throws
  {
    try Self.corrected { network in
      let paper = network.run("minutes text plenary-1").output
      #expect(paper.contains("(event corrected), effective on 25 November 2026."))
      let event = try #require(
        try network.json("log list").list?.first { $0["type"]?.text == "minutes.circulated" })
      let digest = try #require(event["data"]?["texts"]?.list?.first?["digest"]?.text)
      let bytes = try #require(FileStore(in: network.folder).bytes(digest))
      let sent = String(decoding: bytes, as: UTF8.self)
      #expect(!sent.contains("Corrected on") && !sent.contains("Signatures"))
      #expect(sent.contains("Version 2, of 24 November 2026"))
    }
  }

  @Test func `Minutes drawn up anew carry the new words and no notice`() throws {
    try Self.corrected([("2026-11-25T13:00:00Z", "minutes draft plenary-1")]) { network in
      let text = Self.text(network)
      #expect(text.contains("Reason given: the host left."))
      #expect(!text.contains("Corrected on") && !text.contains("older than a correction"))
      let former = Self.text(network, "minutes text plenary-1 --version 2")
      #expect(former.contains("a later version of the minutes is on record"))
      #expect(former.contains("instead of “no time”"))
    }
  }

  @Test func `Approved minutes say whether a corrigendum covers the correction`() throws {
    let approval = (now: "2026-12-06T10:00:00Z", line: "minutes approve plenary-1 --by D-1")
    try Self.corrected([approval]) { network in
      let text = Self.text(network)
      #expect(text.contains("no corrigendum of what is corrected has been recorded"))
      #expect(!text.contains("To be read with"))
    }
    let corrigendum = (
      now: "2026-12-10T09:00:00Z",
      line:
        "minutes correct plenary-1 --place D-4.outcome --text 'The host left.' --reason 'a slip'"
    )
    try Self.corrected([approval, corrigendum]) { network in
      let text = Self.text(network)
      #expect(text.contains("the corrigenda at the end say how the minutes are to be read"))
      #expect(text.contains("To be read with the corrigendum at the end."))
    }
  }

  @Test(arguments: [
    (Language.english, "Silence approves what members read."),
    (.portuguese, "O silêncio aprova o que os membros leram."),
    (.spanish, "El silencio aprueba lo que los miembros leyeron."),
  ])
  func `Silence does not approve them, and says what to do`(
    _ row: (language: Language, words: String)
  ) throws {
    try Self.corrected { network in
      var network = network
      network.now = "2026-12-06T10:00:00Z"
      let told = network.run("--lang \(row.language.rawValue) minutes approve plenary-1")
      #expect(told.status == .refused && told.talk.contains(row.words), "\(told.talk)")
      #expect(told.talk.contains("D-4.outcome") && told.talk.contains("minutes draft plenary-1"))
      let approved = network.run("minutes approve plenary-1 --by D-1")
      #expect(approved.status == .done)
      #expect((approved.output + approved.talk).contains("at 1 place: D-4.outcome"))
    }
  }

  @Test(arguments: Language.allCases)
  func `What nobody corrected has no notice, in any language`(_ language: Language) throws {
    try PaperNetwork.with { founded in
      let network = try PaperNetwork.play(PaperNetwork.story.count - 4, in: founded)
      let paper = network.run("--lang \(language.rawValue) minutes text plenary-1").output
      let first = paper.split(separator: "\n").dropFirst(2).first ?? ""
      #expect(first.hasPrefix("- **"), "the facts follow the title: \(first)")
    }
  }

  // MARK: - Who signs

  @Test(arguments: [
    (Language.english, "## Signatures", "The chair (BE): …", "The secretary: …"),
    (.portuguese, "## Assinaturas", "A presidência (BE): …", "O secretariado: …"),
    (.spanish, "## Firmas", "Visto bueno de la presidencia (BE): …", "La secretaría: …"),
  ])
  func `Minutes end with lines for those who sign, and name no person`(
    _ row: (language: Language, title: String, chair: String, secretary: String)
  ) throws {
    try PaperNetwork.with { founded in
      let network = try PaperNetwork.play(in: founded)
      let text = Self.text(network, "--lang \(row.language.rawValue) minutes text plenary-1")
      let title = try #require(text.range(of: row.title))
      let rest = text[title.upperBound...]
      #expect(rest.contains(row.chair) && rest.contains(row.secretary))
    }
  }

  // MARK: - Outcome reports

  @Test(arguments: [
    ("", "- 2 Item of a closed session", true),
    ("  visibility: {name: [member], source: assumption}\n", "closed session", false),
    (
      "  visibility: {closed: [guest], source: assumption}\n",
      "- 2 A pending case (closed session)",
      true
    ),
  ])
  func
    `Everybody is told of a closed item what the rules let be seen, and other items keep their numbers`(
      _ row: (rule: String, words: String, isTold: Bool)
    ) throws
  {
    try PaperNetwork.with(row.rule) { founded in
      let network = try PaperNetwork.play(in: founded)
      let text = Self.text(network, "meeting outcome plenary-1 --public")
      #expect(text.contains("- 3 Budget") && text.contains("### Item 3. Budget"))
      #expect(text.contains(row.words) == row.isTold, "\(text)")
      #expect(text.contains("Item 2 was dealt with in closed session.") == row.isTold)
      #expect(!text.contains("D-2") && !text.contains("deputy"))
      #expect(text.contains("A pending case") == row.rule.contains("guest"))
    }
  }

  @Test func `A full report marks the session with those present, and what came late`() throws {
    try PaperNetwork.with { founded in
      let text = Self.text(try PaperNetwork.play(in: founded), "meeting outcome plenary-1")
      #expect(
        text.contains(
          "Dealt with in closed session, in the presence of 5 delegations: BE, ES, FR, IT and PT."))
      #expect(
        text.contains(
          "- 4 A visit (added on 20 November 2026, after the agenda was frozen; reason given: asked for by the host)"
        ))
    }
  }

  @Test func `A report tells the actions that the meeting gave, to everybody those of open items`()
    throws
  {
    try PaperNetwork.with { founded in
      var network = try PaperNetwork.play(PaperNetwork.story.count - 8, in: founded)
      network.now = "2026-11-23T12:45:00Z"
      #expect(!Self.text(network, "meeting outcome plenary-1").contains("## Actions"))
      for (title, item) in [("Send the figures", "budget"), ("Call the host", "case")] {
        let told = network.run(
          "action assign '\(title)' --owner PT --due 2026-12-20 --meeting plenary-1 --item \(item)"
        )
        #expect(told.status == .done, "\(told.talk)")
      }
      let text = Self.text(network, "meeting outcome plenary-1")
      #expect(
        text.contains(
          "Action action-1 was given: Send the figures; responsible: PT; "
            + "to be completed by 20 December 2026."
        ))
      #expect(text.contains("Call the host"))
      let open = Self.text(network, "meeting outcome plenary-1 --public")
      #expect(open.contains("Send the figures") && !open.contains("Call the host"))
    }
  }

  @Test func `A report says when it was published and up to which event it goes`() throws {
    try PaperNetwork.with { founded in
      var network = try PaperNetwork.play(in: founded)
      let before = Self.text(network, "meeting outcome plenary-1")
      #expect(!before.contains("**Published**"))
      #expect(before.contains(/State of the record: event \d+, 23 November 2026\./))
      network.now = "2026-12-12T09:00:00Z"
      let told = network.run("report publish outcome_report --meeting plenary-1 --quiet")
      #expect(told.status == .done, "\(told.talk)")
      let after = Self.text(network, "meeting outcome plenary-1")
      #expect(after.contains("- **Published** Outcome report"))
      #expect(after.contains(", 12 December 2026"))
      #expect(after.contains(/State of the record: event \d+, 12 December 2026\./))
    }
  }
}
