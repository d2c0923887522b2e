import Publishing
import TestKit
import Testing
import Values

@testable import admin

/// A subgroup hands an item to the board, the board to the plenary, and reads there what came of it.
@Suite struct ReferralTalkTests {
  /// The subgroup `crypto` at work since the first plenary; the second one is planned.
  static func with(_ body: (SampleNetwork) throws -> Void) throws {
    try SampleNetwork.with { network in
      for line in [
        "member admit PT --class member", "member admit ES --class member",
        "meeting plan plenary --from 2026-12-10", "meeting convene plenary-1 --agenda Opening",
      ] { #expect(network.run(line).status == .done, "\(line)") }
      var meeting = network
      meeting.now = "2026-12-10T09:00:00Z"
      try play(
        [
          "meeting open plenary-1 --present PT,ES",
          "deliberation record plenary-1 --title 'Subgroup on crypto assets' --for 2",
          "subgroup add crypto --title Crypto --mandate 'Draft a guide' --by D-1",
          "meeting close plenary-1", "meeting plan plenary --from 2027-03-10",
        ], in: meeting)
      try body(meeting)
    }
  }

  static func play(_ lines: [String], in network: SampleNetwork) throws {
    for line in lines {
      let told = network.run(line)
      #expect(told.status == .done, "\(line): \(told.talk)")
    }
  }

  private static let up = [
    "referral add guide --title 'Guide on seizure' --from crypto --to board --text 'Chapters 1 to 4'",
    "referral forward guide --text 'The board agrees.'",
  ]

  /// The second plenary opens, with the item on its agenda.
  private static func sit(_ network: SampleNetwork) throws -> SampleNetwork {
    try play(["meeting convene plenary-2"], in: network)
    var meeting = network
    meeting.now = "2027-03-10T09:00:00Z"
    try play(["meeting open plenary-2 --present PT,ES"], in: meeting)
    return meeting
  }

  private static func states(_ network: SampleNetwork, _ more: String = "") throws -> [String] {
    try network.json("referral list \(more)").list?.map { row in
      ["body", "state", "at", "outcome"].map { row[$0]?.text ?? "-" }.joined(separator: " ")
    } ?? []
  }

  @Test func `It is sent up and answered down with one identity`() throws {
    try Self.with { network in
      try Self.play(Self.up, in: network)
      #expect(
        try Self.states(network) == [
          "crypto sent plenary -", "board forwarded plenary -", "plenary pending plenary -",
        ])
      let items = try #require(try network.json("agenda list plenary-2").list)
      #expect(items.map { $0["item"] } == ["guide"])
      #expect(items.first?["sender"] == "board" && items.first?["refers"] == "guide")
      let meeting = try Self.sit(network)
      let told = meeting.run("deliberation record plenary-2 --title Guide --item guide --for 2")
      #expect(told.status == .done && told.output.contains("referral.decided"), "\(told.talk)")
      #expect(
        try Self.states(meeting, "crypto") == ["crypto sent plenary adopted"],
        "the subgroup reads there what the plenary decided")
      #expect(try Self.states(meeting, "--as-of 2027-03-09").last == "plenary pending plenary -")
      let shown = try #require(try meeting.json("referral show guide").list)
      #expect(shown.allSatisfy { $0["deliberation"] == "D-2" && $0["referral"] == "guide" })
    }
  }

  @Test(arguments: [
    ("en", "(referred by board)", "This settles the item guide, handed over by crypto: adopted."),
    (
      "pt", "(remetido por board)",
      "Fica assim resolvido o ponto guide, remetido por crypto: aprovado."
    ),
    (
      "es", "(remitido por board)",
      "Queda así resuelto el punto guide, remitido por crypto: aprobado."
    ),
  ])
  func `The papers of the meeting say whose item it is and what came of it`(
    _ row: (language: String, item: String, settled: String)
  ) throws {
    try Self.with { network in
      try Self.play(Self.up, in: network)
      let meeting = try Self.sit(network)
      let invitation = meeting.run("meeting convocation plenary-2 --lang \(row.language)").output
      #expect(invitation.contains(row.item), "\(invitation)")
      try Self.play(
        [
          "deliberation record plenary-2 --title Guide --item guide --for 2",
          "minutes draft plenary-2",
        ], in: meeting)
      let minutes = meeting.run("minutes text plenary-2 --lang \(row.language)").output
      #expect(minutes.contains(row.item), "\(minutes)")
      #expect(minutes.contains(row.settled), "\(minutes)")
    }
  }

  @Test(arguments: [
    (
      "en", "was referred back to board: No costs", "was handed on to plenary: Ready",
      "Note was taken"
    ),
    (
      "pt", "foi devolvido a board: No costs", "foi encaminhado para plenary: Ready",
      "Tomou-se conhecimento"
    ),
    ("es", "se devolvió a board: No costs", "se elevó a plenary: Ready", "Se tomó nota"),
  ])
  func `The minutes tell what was referred back, handed on, and noted`(
    _ row: (language: String, back: String, on: String, noted: String)
  ) throws {
    try Self.with { network in
      try Self.play(
        Self.up + ["referral add logo --title Logo --from board --to plenary"], in: network)
      let meeting = try Self.sit(network)
      try Self.play(
        [
          "referral return guide --reason 'No costs' --meeting plenary-2",
          "referral answer logo --meeting plenary-2", "referral forward guide --text Ready",
          "minutes draft plenary-2",
        ], in: meeting)
      let minutes = meeting.run("minutes text plenary-2 --lang \(row.language)").output
      #expect(minutes.contains(row.back) && minutes.contains(row.noted), "\(minutes)")
      #expect(!minutes.contains(row.on), "what the board did elsewhere is not of this meeting")
      #expect(try meeting.json("minutes show plenary-2").fields?["version"]?.int == 1)
    }
  }

  @Test(arguments: [
    ("en", "plenary hands no items to board.", "The rules say which body hands items to which."),
    ("pt", "plenary não remete pontos a board.", "As regras dizem que órgão remete pontos"),
    ("es", "plenary no eleva puntos a board.", "Las reglas dicen qué órgano remite puntos"),
  ])
  func `A way that the rules do not know is refused with its clause`(
    _ row: (language: String, what: String, why: String)
  ) throws {
    try Self.with { network in
      let told = network.run(
        "referral add budget --title Budget --from plenary --to board --lang \(row.language)")
      #expect(told.status == .refused)
      #expect(told.talk.contains(row.what) && told.talk.contains(row.why), "\(told.talk)")
      #expect(told.talk.contains("referrals"))
    }
  }

  @Test(arguments: [
    ("referral forward guide", "en", "No item guide was handed over."),
    ("referral return guide --reason x", "pt", "Não foi remetido nenhum ponto guide."),
    ("referral withdraw guide --reason x", "es", "No se ha remitido ningún punto guide."),
  ])
  func `What was never handed over is told as such`(
    _ row: (line: String, language: String, what: String)
  ) throws {
    try Self.with { network in
      let told = network.run("\(row.line) --lang \(row.language)")
      #expect(told.status == .notFound && told.talk.contains(row.what), "\(told.talk)")
    }
  }

  @Test func `Its way is explained from the first handover to the vote`() throws {
    try Self.with { network in
      try Self.play(Self.up, in: network)
      let meeting = try Self.sit(network)
      try Self.play(
        ["deliberation record plenary-2 --title Guide --item guide --for 2"], in: meeting)
      let told = meeting.run("explain guide").output
      for word in [
        "referral.made", "referral.forwarded", "referral.scheduled", "referral.decided",
        "Items of crypto go to:", "Items of board go to: plenary",
      ] { #expect(told.contains(word), "\(word): \(told)") }
      let page = try meeting.json("explain guide")
      #expect(page["derivations"]?.list?.contains { $0["rule"] == "referrals" } == true)
      let chain = try #require(try meeting.json("chain guide").list)
      #expect(chain.map { $0["id"] } == ["guide", "D-2"])
      #expect(meeting.run("chain guide --lang pt").output.contains("remessa"))
      #expect(meeting.run("explain guide --check").status == .done)
    }
  }

  @Test func `A paper comes as a file and stands on each agenda by its digest`() throws {
    try Self.with { network in
      let draft = try network.file("draft.md", "# Guide\n")
      try Self.play(
        ["referral add guide --title Guide --from crypto --to plenary --paper \(draft)"],
        in: network)
      let item = try #require(try network.json("agenda list plenary-2").list?.first)
      #expect(item["papers"]?.list?.first?["name"] == "draft.md")
      #expect(item["papers"]?.list?.first?["digest"]?.text?.count == 64)
    }
  }

  @Test func `At a terminal it is asked for part by part, and subgroups are offered as senders`()
    throws
  {
    try Self.with { network in
      let terminal = ScriptedTerminal(
        lines: ["guide", "Guide on seizure", "crypto", "board", "opinion", "", "", "", "", "y"])
      let told = network.run("referral add", terminal: terminal)
      #expect(told.status == .done, "\(told.talk)")
      #expect(told.talk.contains("Which subgroup or body hands it over?"))
      let row = try #require(try network.json("referral list crypto").list?.first)
      #expect(row["asks"] == "opinion" && row["title"] == "Guide on seizure")
    }
  }

  @Test func `It goes its whole way in a file of acts, all or none`() throws {
    try Self.with { network in
      let acts = """
        - {do: referral add, referral: guide, title: Guide, from: crypto, to: board}
        - {do: referral forward, referral: guide, to: plenary}
        - {do: referral return, referral: guide, reason: No costs}
        - {do: referral answer, referral: guide, text: Noted}
        - {do: referral add, referral: logo, title: Logo, from: board, to: plenary}
        - {do: referral withdraw, referral: logo, reason: Moot}

        """
      let file = try network.file("acts.yaml", acts)
      let trial = network.run("import \(file) --dry-run")
      #expect(trial.status == .done, "\(trial.talk)")
      #expect(try network.json("referral list").list?.isEmpty == true)
      try Self.play(["import \(file)"], in: network)
      #expect(
        try Self.states(network) == [
          "board withdrawn plenary withdrawn", "plenary withdrawn plenary withdrawn",
          "crypto sent board noted", "board noted board noted",
          "plenary referred_back board noted",
        ])
      #expect(network.run("verify").status == .done)
      let wrong = try network.file(
        "wrong.yaml", "- {do: referral return, referral: logo, reason: x}")
      let before = network.eventCount
      #expect(network.run("import \(wrong)").status == .refused)
      #expect(network.eventCount == before)
    }
  }
}
