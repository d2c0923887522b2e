import Plugins
import Publishing
import Testing
import Values

/// Names of states where their codes are meant.
@Suite struct StateNamesTests {
  @Test(arguments: [
    ("Cambodia", "KH"), ("camboja", "KH"), ("CAMBOYA", "KH"), ("Côte d’Ivoire", "CI"),
    ("Cote d'Ivoire", "CI"), ("sao tome e principe", "ST"), ("Myanmar", "MM"),
    ("Mianmar (Birmânia)", "MM"), ("España", "ES"), ("Espana", "ES"), (" Portugal ", "PT"),
    ("South  Africa", "ZA"), ("Laos", "LA"),
  ])
  func `A name in any language, with capitals and accents or without, gives the code`(
    _ row: (name: String, code: String)
  ) {
    #expect(StateNames.code(named: row.name) == row.code)
  }

  @Test(arguments: ["", " ", "KH", "Atlantis", "(", "Camb", "member", "the United"])
  func `What is no name of a state gives none`(_ text: String) {
    #expect(StateNames.code(named: text) == nil)
  }

  @Test(arguments: Language.allCases)
  func `Each code has a name, which gives a code of the same name`(_ language: Language) throws {
    let catalogue = Catalogue(language)
    for code in Jurisdictions.codes {
      let name = try #require(catalogue.state(code))
      let found = try #require(StateNames.code(named: name), "\(code)")
      #expect(found == code || Language.allCases.contains { Catalogue($0).state(found) == name })
    }
  }

  @Test func `What is no code has no name`() {
    for text in ["", "kh", "EU", "cambodia", "XX", "KH = x"] {
      #expect(Catalogue(.english).state(text) == nil)
    }
  }

  @Test(arguments: [
    (Failure.Code.jurisdictionUnknown, "Cambodia", true), (.jurisdictionUnknown, "Cambodja", false),
    (.fileMissing, "Cambodia", false),
  ])
  func `A failure about a code asks for the state that was named`(
    _ row: (code: Failure.Code, found: String, isAsked: Bool)
  ) {
    let failure = Failure(row.code, ["found": .text(row.found), "nearest": .text("")])
    for (language, name) in [(Language.english, "Cambodia"), (.portuguese, "Camboja")] {
      let suggestion = Catalogue(language).explanation(of: failure).suggestion
      #expect((suggestion != nil) == row.isAsked)
      #expect(suggestion.map { $0.contains("KH") && $0.contains(name) } ?? true)
    }
  }

  @Test func `A nearest word is asked for first`() {
    let failure = Failure(
      .jurisdictionUnknown, ["found": .text("Cambodia"), "nearest": .text("CAMBO")])
    let suggestion = Catalogue(.english).explanation(of: failure).suggestion
    #expect(suggestion?.contains("CAMBO") == true && suggestion?.contains("KH") == false)
  }
}
