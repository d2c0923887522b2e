import Publishing
import Testing
import Values

@testable import admin

/// Refusals on alternates, absences and applications as people read them, in three languages.
@Suite struct SpokenAlternatesTests {
  /// Rules with alternates and a way of coming in; PT and ES of the past, PT with a holder and an alternate.
  private static func withNetwork(_ body: (WritePathNetwork) throws -> Void) throws {
    try WritePathNetwork.with { network in
      let written =
        "  admission: {by: plenary, matter: default, opinion: board, source: assumption}\n"
      let text = WritePathNetwork.text.replacing(
        "  programme: {length", with: written + "  programme: {length")
      _ = try network.file("network.yaml", text)
      let past = " --effective 2025-01-10"
      for line in [
        "apply --founding", "member admit PT --class member" + past,
        "member admit ES --class member" + past, "person add Ana", "person add Bea",
        "person add Cleo", "person add Dora",
        "seat appoint PT --kind contact_point --person H-1 --effective 2026-01-10",
        "alternate appoint PT.contact_point.1 --person H-2 --effective 2026-01-10",
        "alternate appoint PT.contact_point.1 --person H-3 --effective 2026-01-10",
        "seat excuse PT.contact_point.1 --person H-3", "application file FR --class observer",
        "application file NL --class observer", "application withdraw AP-2",
        "meeting plan plenary --from 2026-11-23 --effective 2026-02-01",
        "meeting convene plenary-1 --effective 2026-02-02",
        "meeting open plenary-1 --present PT,ES",
        "deliberation record plenary-1 --title FR --consensus",
      ] {
        let told = network.run(ShellWords.split(line))
        #expect(told.status == .done, "\(line): \(told.talk)")
      }
      try body(network)
    }
  }

  private static let vote = "deliberation record plenary-1 --title x --names PT=for,ES=for --voters"

  /// A line that is refused, with the code of the refusal.
  private static let refused: [(line: String, code: String)] = [
    ("alternate appoint PT.contact_point.1 --person H-1", "alternate-is-holder"),
    ("alternate appoint PT.contact_point.1 --person H-2", "alternate-named-already"),
    ("alternate appoint PT.contact_point.1 --person H-4", "alternates-exceeded"),
    ("alternate appoint PT.contact_point.1 --person H-4 --rank 2", "rank-taken"),
    ("alternate appoint PT.contact_point.1 --person H-9", "person-unknown"),
    ("alternate appoint FR.contact_point.1 --person H-4", "seat-unknown"),
    ("alternate end PT.contact_point.1 --person H-4 --reason x", "no-alternate"),
    ("seat excuse PT.contact_point.1 --person H-3", "away-already"),
    ("seat excuse PT.contact_point.1 --person H-4", "not-seated-there"),
    ("seat excuse PT.contact_point.1 --until 2026-11-23", "until-before-from"),
    ("seat attend PT.contact_point.1", "not-away"),
    ("\(vote) PT=H-2", "alternate-not-called"), ("\(vote) PT=H-3", "actor-away"),
    ("\(vote) PT=H-4", "not-seated"), ("\(vote) FR=H-1", "voter-without-vote"),
    ("member admit FR --class member", "admission-by-application"),
    ("application file FR --class member", "application-open-already"),
    ("application file PT --class member", "class-held-already"),
    ("application opinion AP-9 --body board --opinion favourable", "application-unknown"),
    ("application opinion AP-2 --body board --opinion favourable", "application-ended"),
    ("application opinion AP-1 --body plenary --opinion favourable", "opinion-not-asked"),
    ("application opinion AP-1 --body court --opinion favourable", "body-unknown"),
    (
      "application opinion AP-1 --body board --opinion favourable --by D-1",
      "opinion-of-other-body"
    ),
    (
      "application opinion AP-1 --body board --opinion favourable --effective 2026-11-22",
      "before-filing"
    ),
    ("application decide AP-1 --by D-1", "opinion-missing"),
    ("application decide AP-1 --by D-9", "deliberation-unknown"),
    ("application decide AP-2 --by D-1", "application-ended"),
  ]

  @Test(arguments: Language.allCases)
  func `Each says what and why, with nothing left to be filled in`(_ language: Language) throws {
    try Self.withNetwork { network in
      for row in Self.refused {
        let line = "--lang \(language.rawValue) \(row.line) --dry-run"
        let told = network.run(ShellWords.split(line))
        #expect([.refused, .badData, .notFound].contains(told.status), "\(row.line): \(told.talk)")
        let gaps = told.talk.matches(of: #/\[[a-z_-]+\]|\{[a-z_]+\}/#).map { String($0.output) }
        #expect(gaps == [], "\(row.line): \(told.talk)")
        #expect(told.talk.split(separator: "\n").count >= 2, "\(row.line): \(told.talk)")
      }
    }
  }

  @Test func `For a program each has its code`() throws {
    try Self.withNetwork { network in
      for row in Self.refused {
        let told = network.run(ShellWords.split("\(row.line) --dry-run --json"))
        let codes = try JSON(parsing: told.output)["refusals"]?.list?.map { $0["code"]?.text }
        #expect(codes?.first == row.code, "\(row.line)")
      }
    }
  }

  @Test func `A refusal by a rule names the clause and a way out`() throws {
    let clauses = [
      "alternates-exceeded": "seats.contact_point", "alternate-not-called": "seats.contact_point",
      "actor-away": "seats.contact_point", "admission-by-application": "admission",
      "opinion-not-asked": "admission", "opinion-missing": "admission",
    ]
    try Self.withNetwork { network in
      for row in Self.refused {
        guard let clause = clauses[row.code] else { continue }
        let told = network.run(ShellWords.split("\(row.line) --dry-run --json"))
        let refusal = try JSON(parsing: told.output)["refusals"]?.list?.first
        #expect(refusal?["rule"]?.text == clause, "\(row.line)")
        #expect(refusal?["source"]?.text == "assumption", "\(row.line)")
        #expect(refusal?["ways"]?.list?.isEmpty == false, "\(row.line)")
      }
    }
  }

  @Test func `The whole way in, and the member is one from the decision`() throws {
    try Self.withNetwork { network in
      for line in [
        "application opinion AP-1 --body board --opinion favourable",
        "application decide AP-1 --by D-1",
      ] {
        let told = network.run(ShellWords.split(line))
        #expect(told.status == .done, "\(line): \(told.talk)")
      }
      let rows = try JSON(parsing: network.run(["member", "list", "--json"]).output).list ?? []
      #expect(rows.map { $0["member"] } == ["ES", "FR", "PT"])
      let shown = network.run(["application", "show", "AP-1", "--json"]).output
      let row = try JSON(parsing: shown)
      #expect(row["stage"] == "granted" && row["deliberation"] == "D-1")
      #expect(row["opinion_by"] == "board" && row["opinion"] == "favourable")
    }
  }

  @Test(arguments: [
    (Language.english, "So H-1 acts for it"), (.portuguese, "Por isso, atua H-1"),
    (.spanish, "Por ello actúa H-1"),
  ])
  func `A vote is explained by who acted, years later and in any language`(
    _ language: Language, _ words: String
  ) throws {
    try Self.withNetwork { network in
      #expect(network.run(ShellWords.split("\(Self.vote) PT=H-1")).status == .done)
      let told = network.run(["explain", "D-2", "--lang", language.rawValue])
      #expect(told.output.contains(words), "\(told.output)")
    }
  }

  @Test func `What is handed out to an alternate names its seat and its absence`() throws {
    try Self.withNetwork { network in
      let told = network.run(["person", "export", "H-3", "--json"])
      #expect(told.status == .done, "\(told.talk)")
      let types = try JSON(parsing: told.output)["events"]?.list?.map { $0["type"]?.text }
      #expect(types?.contains("alternate.named") == true)
      #expect(types?.contains("absence.recorded") == true)
      #expect(!told.output.contains("H-2"))
    }
  }
}
