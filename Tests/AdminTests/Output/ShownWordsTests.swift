import Governance
import Plugins
import Projections
import Publishing
import Testing
import Values

@testable import admin

/// What people read in the place of codes, and what programs read.
@Suite struct ShownWordsTests {
  /// A closed list of codes: the noun and the column in which they stand, and all of them.
  private static let closed: [(noun: String, column: String, codes: [String])] = [
    ("meeting", "stage", Meeting.Stage.allCases.map(\.rawValue)),
    ("deliberation", "outcome", Deliberation.Outcome.allCases.map(\.rawValue)),
    ("deliberation", "status", Deliberation.Status.allCases.map(\.rawValue)),
    ("deliberation", "method", Resolution.Method.allCases.map(\.rawValue)),
    ("minutes", "stage", Minutes.Stage.allCases.map(\.rawValue)),
    ("procedure", "kind", ProcedureRule.Kind.allCases.map(\.rawValue)),
    ("procedure", "stage", Procedure.Stage.allCases.map(\.rawValue)),
    ("programme", "status", ["draft", "withdrawn", "adopted", "ended"]),
    ("action", "status", ["open"] + ActionClosing.Outcome.allCases.map(\.rawValue)),
    ("subgroup", "status", ["active", "ended", "lapsed"]),
    ("key", "status", ["in-use", "rotated", "retired"]),
    ("approval", "state", ["open", "confirmed", "withdrawn", "lapsed"]),
    ("waiver", "state", Waiver.Standing.allCases.map(\.rawValue)),
    ("obligation", "state", ["due", "overdue", "met"]),
    ("seat", "state", ["held", "held_over", "vacant", "missing"]),
    ("directory", "state", ["held", "held_over", "vacant", "missing"]),
    ("board", "origin", BoardComposition.Origin.allCases.map(\.rawValue)),
    ("guard", "severity", GuardRule.Severity.allCases.map(\.rawValue)),
    ("application", "stage", Application.Stage.allCases.map(\.rawValue)),
    ("application", "opinion", ApplicationOpinion.Tenor.allCases.map(\.rawValue)),
    ("motion", "outcome", ["adopted", "rejected"]),
    ("election", "stage", Election.Stage.allCases.map(\.rawValue)),
    ("candidate", "state", Candidacy.Standing.allCases.map(\.rawValue)),
    ("amendment", "state", Motion.Standing.allCases.map(\.rawValue)),
    ("amendment", "change", AmendmentChange.Kind.allCases.map(\.rawValue)),
    ("invitation", "state", ["seated", "waiting", "cancelled"]),
    ("attendance", "way", RoomList.Way.allCases.map(\.rawValue)),
    ("guest", "kind", Guest.Kind.allCases.map(\.rawValue)), ("guest", "way", ["room", "remote"]),
    ("speaker", "state", Floor.Turn.Stage.allCases.map(\.rawValue)),
    ("proxy", "state", Proxy.Standing.allCases.map(\.rawValue)),
    ("alternate", "state", ["acting", "waiting", "absent", "beyond"]),
    ("deliverable", "status", ["due", "published", "dropped"]),
    ("referral", "state", Referral.Standing.allCases.map(\.rawValue)),
    ("referral", "outcome", Referral.Outcome.allCases.map(\.rawValue)),
    ("referral", "asks", ReferralMaking.Asked.allCases.map(\.rawValue)),
    ("role", "way", RoleHolder.Way.allCases.map(\.rawValue) + ["office", "nobody"]),
    ("role", "scope", RoleRule.Scope.allCases.map(\.rawValue)),
    ("census", "status", ["open", "over", "closed"]),
    ("outbox", "state", ["written", "due", "planned", "unaddressed", "erased", "nobody"]),
    ("outbox", "about", ReminderRule.Matter.allCases.map(\.rawValue)),
  ]

  @Test(arguments: Language.allCases)
  func `Each code of a closed list has a word in each language`(_ language: Language) throws {
    let catalogue = Catalogue(language)
    for list in Self.closed {
      let view = try #require(ViewCatalogue.view(list.noun))
      #expect(view.columns.contains { $0.name == list.column }, "\(list.noun).\(list.column)")
      let words = list.codes.map {
        ShownWords(noun: list.noun).word(for: $0, in: list.column, catalogue)
      }
      #expect(!words.contains(nil), "\(list.noun).\(list.column): \(list.codes)")
      #expect(Set(words).count == list.codes.count, "\(list.noun).\(list.column) is ambiguous")
    }
  }

  @Test func `Every word stands for a code that there is`() {
    let codes = Set(
      Self.closed.flatMap { list in list.codes.map { "\(list.noun).\(list.column).\($0)" } })
    let words = Catalogue(.english).keys.filter { $0.hasPrefix("shown.") }
      .map { String($0.dropFirst("shown.".count)) }
    let loose = words.filter {
      !$0.hasPrefix("key.purpose.") && !$0.hasPrefix("procedure.outcome.")
    }
    #expect(Set(loose) == codes)
  }

  @Test(arguments: Language.allCases)
  func `The types of events that a founding brings have names in each language`(
    _ language: Language
  ) {
    let words = ShownWords(noun: "timeline")
    for type in [
      "network.founded", "rules.adopted", "member.admitted", "person.registered", "seat.created",
      "appointment.made", "meeting.planned", "meeting.convened", "meeting.opened", "meeting.closed",
      "deliberation.adopted", "deliberation.rejected", "coordinator.named", "subgroup.created",
      "programme.drafted", "programme.adopted", "programme.withdrawn", "event.corrected",
      "board.composed", "item.added", "minutes.approved", "procedure.opened", "waiver.used",
    ] {
      let name = words.word(for: type, in: "type", Catalogue(language))
      #expect(name?.isEmpty == false && name?.contains(".") == false, "\(type)")
    }
  }

  @Test func `No type of event is named that the program does not have`() {
    let named = Catalogue(.english).keys.filter { $0.hasPrefix("event-type.") }
      .map { String($0.dropFirst("event-type.".count)) }
    #expect(named.count > 70)
    #expect(named.filter { !BuiltInEvents.types.contains($0) } == [])
  }

  // MARK: - Tables and filters

  private func listing(_ stages: [String]) -> Listing {
    var listing = Listing(
      columns: ["meeting", "stage"],
      rows: stages.enumerated().map { index, stage in
        JSON.Fields([("meeting", .text("m-\(index)")), ("stage", .text(stage))])
      })
    listing.words = ShownWords(noun: "meeting")
    return listing
  }

  private func filtered(_ filter: String, _ language: Language, of stages: [String]) throws
    -> [String]
  {
    let globals = GlobalOptions(["filter": .list([filter])])
    return try listing(stages).selected(by: globals, in: Catalogue(language)).rows
      .compactMap { $0["stage"]?.text }
  }

  @Test(arguments: [
    ("stage=closed", Language.portuguese, ["closed"]),
    ("stage=encerrada", .portuguese, ["closed"]), ("stage=Encerrada", .portuguese, ["closed"]),
    ("stage=cerrada", .spanish, ["closed"]), ("stage=encerrada", .english, []),
    ("stage=shut", .portuguese, []), ("meeting=m-1", .portuguese, ["open"]),
  ])
  func `A filter names the code, or the word that is shown for it`(
    _ row: (filter: String, language: Language, stages: [String])
  ) throws {
    #expect(try filtered(row.filter, row.language, of: ["closed", "open"]) == row.stages)
  }

  @Test func `A word that stands for two of the codes is no code`() {
    var words = ShownWords(noun: "event")
    words.own["type"] = ["a.b": "Visit", "c.d": "Visit", "e.f": "Talk"]
    let rows = ["a.b", "c.d", "e.f"].map { JSON.Fields([("type", .text($0))]) }
    let meant = { (text: String) in
      words.code(meantBy: text, in: "type", of: rows, Catalogue(.english))
    }
    #expect(meant("Visit") == "Visit" && meant("talk") == "e.f" && meant("a.b") == "a.b")
  }

  @Test func `What has no word is shown as it is`() {
    let words = ShownWords(noun: "member")
    let catalogue = Catalogue(.spanish)
    for value in [JSON.text("associate"), 3, .null, .bool(true), ["closed"]] {
      #expect(words.shown(value, in: "class", catalogue) == value)
    }
    #expect(listing(["closed"]).worded(in: catalogue).rows.first?["stage"] == "cerrada")
  }

  // MARK: - On the terminal

  private func withMeeting(_ body: (SampleNetwork) throws -> Void) throws {
    try SampleNetwork.with { network in
      for line in ["member admit PT --class member", "meeting plan plenary --from 2027-02-01"] {
        try #require(network.run(line).status == .done)
      }
      try body(network)
    }
  }

  @Test(arguments: [("en", "planned"), ("pt", "prevista"), ("es", "prevista")])
  func `A table has the words of the reader's language, and programs the codes`(
    _ row: (language: String, word: String)
  ) throws {
    try withMeeting { network in
      let option = "--lang \(row.language)"
      for line in ["meeting list", "meeting show plenary-1", "meeting list -o md"] {
        #expect(network.run("\(line) \(option)").output.contains(row.word), "\(line)")
      }
      for form in ["json", "csv", "jsonl", "tsv"] {
        let plain = network.run("meeting list -o \(form)").output
        #expect(network.run("meeting list -o \(form) \(option)").output == plain)
        #expect(plain.contains("planned"))
      }
      let found = network.run("meeting list --filter stage=\(row.word) \(option) --json").output
      let rows = try JSON(parsing: found).list
      #expect(rows?.count == 1)
    }
  }

  @Test(arguments: [
    ("en", "member admitted"), ("pt", "membro admitido"), ("es", "miembro admitido"),
  ])
  func `A timeline names what happened, and its filter takes the type too`(
    _ row: (language: String, word: String)
  ) throws {
    try withMeeting { network in
      let table = network.run("timeline list --lang \(row.language)").output
      #expect(table.contains(row.word) && !table.contains("member.admitted"))
      for value in ["member.admitted", row.word] {
        let answer = network.run([
          "timeline", "list", "--lang", row.language, "--filter", "type=\(value)", "--json",
        ]).output
        let rows = try JSON(parsing: answer).list
        #expect(rows?.count == 1, "\(value)")
      }
    }
  }

  @Test(arguments: [("en", "Portugal", "Eurojust"), ("es", "Noruega", "Consejo")])
  func `A table of members says what each code means, and programs need no names`(
    _ row: (language: String, state: String, institution: String)
  ) throws {
    try SampleNetwork.with { network in
      for code in ["PT", "NO", "EUROJUST", "COUNCIL"] {
        try #require(network.run("member admit \(code) --class observer").status == .done)
      }
      let table = network.run("member list --lang \(row.language)").output
      #expect(table.contains(row.state) && table.contains(row.institution))
      #expect(network.run("member show PT").output.contains("Portugal"))
      #expect(!network.run("member list --json").output.contains("Portugal"))
      #expect(!network.run("member list --csv").output.contains("Portugal"))
    }
  }
}
