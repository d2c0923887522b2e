import Governance
import Publishing
import Testing
import Values

/// The names behind the codes that a document has.
@Suite struct StateLegendTests {
  private func paragraph(_ codes: [String], _ language: Language) -> String? {
    let blocks = StateLegend(codes).blocks(in: Catalogue(language))
    guard blocks.count == 2, case .paragraph(let span, _) = blocks[1] else { return nil }
    return span.text
  }

  @Test(arguments: [
    (Language.english, "DE: Germany; NL: Netherlands; PT: Portugal"),
    (.portuguese, "DE: Alemanha; NL: Países Baixos; PT: Portugal"),
    (.spanish, "DE: Alemania; NL: Países Bajos; PT: Portugal"),
  ])
  func `Each state is named once, in the order of the codes and in the reader's language`(
    _ row: (language: Language, text: String)
  ) {
    #expect(paragraph(["PT", "NL", "DE", "PT"], row.language) == row.text)
  }

  @Test(arguments: Language.allCases)
  func `What is no state has no name, and without states there is no heading`(
    _ language: Language
  ) {
    #expect(paragraph(["EUROJUST", "PT", "COMMISSION"], language) == "PT: Portugal")
    for codes in [[], ["EUROJUST"], ["pt"], ["secretariat", ""]] {
      #expect(StateLegend(codes).blocks(in: Catalogue(language)) == [])
    }
  }

  @Test func `Statements name members, owners, rolls and both sides of a proxy`() {
    let statements = [
      Governance.Statement("chair", at: "a", ["member": .text("NL")], events: [1]),
      Governance.Statement(
        "present", at: "b", ["n": .int(2), "members": .list(["AT", "BE"])], events: [1]),
      Governance.Statement(
        "roll", at: "c", ["for": .list(["CZ"]), "recused": .list(["DK"])], events: [1]),
      Governance.Statement("proxies", at: "d", ["proxies": .list(["ES (PT)"])], events: [1]),
      Governance.Statement("action", at: "e", ["owner": .text("FR")], events: [1]),
    ]
    #expect(
      Set(StateLegend.codes(in: statements)) == [
        "NL", "AT", "BE", "CZ", "DK", "ES", "PT", "FR",
      ])
  }

  @Test(arguments: ["text", "title", "reason", "place", "office", "by"])
  func `Words of somebody else are never taken for codes`(_ key: String) {
    let statement = Governance.Statement("x", at: "x", [key: .text("IT")], events: [1])
    #expect(StateLegend.codes(in: [statement]) == [])
  }

  @Test func `A vote by counts has numbers and no codes under the same names`() {
    let statement = Governance.Statement(
      "vote", at: "x", ["for": .int(3), "against": .int(1)], events: [1])
    #expect(StateLegend.codes(in: [statement]) == [])
  }

  // MARK: - Institutions

  private let names = PaperNames(
    institutions: ["EUROJUST": "Eurojust", "COMMISSION": "European Commission"],
    bodies: ["board": "The board"])

  @Test func `An institution that stands by its code is named after the states`() {
    let blocks = StateLegend(["PT", "EUROJUST", "secretariat"], institutions: names.institutions)
      .blocks(in: Catalogue(.english))
    guard blocks.count == 2, case .heading(_, let title, _) = blocks[0],
      case .paragraph(let span, _) = blocks[1]
    else {
      Issue.record("no legend")
      return
    }
    #expect(title.text == "Codes of states and institutions")
    #expect(span.text == "PT: Portugal; EUROJUST: Eurojust")
  }

  @Test func `A list has institutions by their names, and its legend leaves them out`() {
    let statement = Governance.Statement(
      "present", at: "p",
      [
        "n": .int(3), "members": .list(["AT", "COMMISSION", "EUROJUST"]),
        "title": .list(["EUROJUST"]),
      ],
      events: [1])
    let named = names.named(statement.values)
    #expect(named["members"] == .list(["AT", "European Commission", "Eurojust"]))
    #expect(named["title"] == .list(["EUROJUST"]), "words of somebody else stay")
    let codes = StateLegend.codes(in: [statement], named: names.institutions.keys)
    #expect(codes == ["AT"])
    let single = Governance.Statement("chair", at: "c", ["member": .text("EUROJUST")], events: [1])
    #expect(StateLegend.codes(in: [single], named: names.institutions.keys) == ["EUROJUST"])
  }

  @Test func `What an institution answers for has its name, and its code stands nowhere`() {
    let statement = Governance.Statement(
      "action", at: "a", ["owner": .text("EUROJUST"), "title": .text("EUROJUST")], events: [1])
    #expect(names.named(statement.values)["owner"] == .text("Eurojust"))
    #expect(names.named(statement.values)["title"] == .text("EUROJUST"))
    #expect(StateLegend.codes(in: [statement], named: names.institutions.keys) == [])
    #expect(StateLegend.codes(in: [statement]) == ["EUROJUST"])
  }

  @Test func `A list has the states first, and the institutions after them`() {
    #expect(
      names.listed(["EUROJUST", "BE", "COMMISSION", "AT"]) == [
        "BE", "AT", "Eurojust", "European Commission",
      ])
  }

  @Test(arguments: [
    ("plenary-19", "Plenary meeting, No. 19"), ("annual-2025-11-17", "annual-2025-11-17"),
    ("court-1", "court-1"), ("plenary", "plenary"), ("", ""),
  ])
  func `A meeting is called by its series and number, as far as the rules name it`(
    _ row: (id: String, name: String)
  ) {
    let names = PaperNames(series: ["plenary": "Plenary meeting"])
    #expect(names.meeting(row.id, in: Catalogue(.english)) == row.name)
  }

  @Test(arguments: [
    (Language.english, "observer", "observers"), (.portuguese, "observer", "observadores"),
    (.spanish, "member", "miembros"), (.english, "partner_state", "partner state"),
  ])
  func `A class of members has a word, else the words of the rules`(
    _ row: (language: Language, name: String, words: String)
  ) {
    #expect(Catalogue(row.language).memberClass(row.name) == row.words)
  }

  @Test func `A body has the title that the rules give it`() {
    #expect(names.named(["body": .text("board")])["body"] == .text("The board"))
    #expect(names.named(["body": .text("bureau")])["body"] == .text("bureau"))
    #expect(names.named(["title": .text("board")])["title"] == .text("board"))
  }

  @Test func `A delegation that an office heads is named by its code alone`() {
    let statement = Governance.Statement(
      "headed", at: "h", ["delegations": .list(["ES (deputy of IT)"])], events: [1])
    #expect(StateLegend.codes(in: [statement]) == ["ES"])
  }
}
