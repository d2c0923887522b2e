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
}
