import Governance
import Plugins
import Publishing
import Testing
import Values

@testable import admin

/// What the second founder, who reads Portuguese, met and is told now.
@Suite struct SecondRehearsalStopsTests {
  @Test(arguments: [Language.portuguese, .spanish])
  func `Every line of the help speaks in the same voice`(_ language: Language) {
    let catalogue = Catalogue(language)
    let infinitives = catalogue.keys.filter { key in
      guard key.hasPrefix("command."), let text = catalogue.template(key) else { return false }
      let word = text.prefix { $0 != " " }
      return ["ar", "er", "ir", "ôr"].contains { word.hasSuffix($0) }
    }
    #expect(infinitives == [])
  }

  @Test(arguments: [
    ("pt", "Quando o órgão pode deliberar. [object]"),
    ("es", "Cuándo puede deliberar el órgano. [object]"),
    ("en", "When the body may decide. [object]"),
  ])
  func `The keys of the rules are told in the reader's language`(
    _ row: (language: String, words: String)
  ) {
    let page = Outcome(["help", "keys", "quorum", "--lang", row.language], [:], tree: .all)
    #expect(page.output.contains(row.words), "\(page.output)\(page.talk)")
  }

  @Test(arguments: [
    (Language.portuguese, "necessários: 4 · encontrados"), (.english, "needed"),
  ])
  func `A record is shown with words, where all of its fields have one`(
    _ row: (language: Language, words: String)
  ) {
    let catalogue = Catalogue(row.language)
    let shown = Cell.shown(["needed": 4, "found": 5], in: catalogue)
    #expect(!shown.contains("{") && shown.contains("4") && shown.contains("5"))
    #expect(shown.contains(catalogue.text("input.needed")))
    #expect(Cell.shown(["needed": "4"], in: catalogue) == #"{"needed":"4"}"#)
    #expect(Cell.shown(["oddity": 4, "found": 5], in: catalogue) == #"{"oddity":4,"found":5}"#)
    #expect(Cell.shown([:], in: catalogue) == "{}")
    #expect(Cell.text(of: ["needed": 4]) == #"{"needed":4}"#)
  }

  @Test func `Whoever answers a question with a name of a state is not told of keys of a file`() {
    let failure = Failure(
      .jurisdictionUnknown, ["found": .text("Angola"), "nearest": .text("")],
      at: Place(file: "answers", line: 1, column: 1)
    ).asAnswer
    #expect(failure.code.name == "answer-no-state" && failure.place == nil)
    for language in Language.allCases {
      let explanation = Catalogue(language).explanation(of: failure)
      #expect(explanation.suggestion?.contains("AO") == true)
      #expect(!explanation.mend.contains("membership."))
    }
  }

  @Test(arguments: [
    (1, "1 lugar do tipo"), (3, "3 lugares do tipo"),
  ])
  func `One seat is one and not many`(_ row: (most: Int, words: String)) {
    let text = Catalogue(.portuguese).text(
      "derivation.seat-maximum",
      [
        "member": .text("AO"), "maximum": .int(row.most), "kind": .text("contacto"),
        "number": .int(1),
      ])
    #expect(text.contains(row.words), "\(text)")
  }

  @Test(arguments: [
    ("pt", "# As regras desta rede"), ("es", "# Las reglas de esta red"),
    ("en", "# The rules of this network"),
  ])
  func `The remarks of a new file are in the working language of the network`(
    _ row: (language: String, head: String)
  ) throws {
    let words = DraftWords(language: row.language)
    let answers = "title: Rede\nid: rede\nmembers: [AO]\nlanguages: [\(row.language)]\n"
    let text = try TemplateInstance.make(
      try PluginFile.template(named: "blank"), answers: try YAML.parse(answers, file: "a.yaml"),
      today: try #require(Day("2026-11-26")), words: DraftWords.init(language:)
    ).text
    #expect(text.contains(row.head) && text.contains("# \(words.since)"))
    #expect(text.contains("# ---- \(words.rest)") && text.contains(" blank, "))
    #expect(!text.contains("{template}") && !text.contains("{version}"))
  }

  @Test(arguments: Language.allCases)
  func `The help of a convocation says that its points are no numbered items`(
    _ language: Language
  ) {
    let page = Outcome(
      ["help", "meeting", "convene", "--lang", language.rawValue], [:], tree: .all)
    #expect(page.output.contains("`agenda add`"))
  }

  @Test func `A network that owes no report is not told to use one of none`() throws {
    try SampleNetwork.with { network in
      let refused = network.run("report publish review --meeting plenary-1")
      #expect(refused.status == .notFound)
      #expect(refused.talk.contains("outcome_report"))
    }
  }
}
