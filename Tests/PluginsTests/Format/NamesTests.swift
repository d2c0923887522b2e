import Testing

@testable import Plugins

@Suite struct NamesTests {
  @Test(arguments: ["a", "contact_point", "r2", String(repeating: "a", count: 40)])
  func `A name is small letters, digits and underscores`(_ text: String) {
    #expect(Names.isName(text))
  }

  @Test(arguments: [
    "", "A", "1a", "_a", "a_", "a-b", "a b", "é", String(repeating: "a", count: 41),
  ])
  func `Anything else is no name`(_ text: String) { #expect(!Names.isName(text)) }

  @Test(arguments: ["ejcn", "forum-cibercrime", "r2-d2"])
  func `An id is small letters, digits and hyphens`(_ text: String) { #expect(Names.isSlug(text)) }

  @Test(arguments: ["", "Ejcn", "a_b", "a/b", "..", "a-", "-a", "a.b"])
  func `Anything else is no id`(_ text: String) { #expect(!Names.isSlug(text)) }

  @Test(arguments: ["1.0.0", "0.12.3", "10.20.30"])
  func `A version is three numbers`(_ text: String) { #expect(Names.isVersion(text)) }

  @Test(arguments: ["1.0", "1.0.0.0", "1.0.x", "01.0.0", "", "1..0", "+1.0.0"])
  func `Anything else is no version`(_ text: String) { #expect(!Names.isVersion(text)) }

  @Test(arguments: ["UTC", "Europe/Lisbon", "America/Argentina/Buenos_Aires", "Etc/GMT+1"])
  func `A zone is an area and a city`(_ text: String) { #expect(Names.isZone(text)) }

  @Test(arguments: [
    "Lisbon", "", "/", "Europe/", "/etc/passwd", "Europe/..", "Europe/../UTC", "A/b",
  ])
  func `Anything else is no zone`(_ text: String) { #expect(!Names.isZone(text)) }

  @Test(arguments: ["EUROJUST", "EC3", "EJN"])
  func `An institution is a code of capitals`(_ text: String) {
    #expect(Names.isInstitution(text))
  }

  @Test(arguments: ["PT", "Eurojust", "E-J-N", "", String(repeating: "A", count: 21)])
  func `Anything else is no institution`(_ text: String) { #expect(!Names.isInstitution(text)) }

  @Test func `The states and territories are those of the standard, and Kosovo`() {
    #expect(Jurisdictions.codes.count == 250)
    #expect(Jurisdictions.codes.allSatisfy { $0.utf8.count == 2 })
    for code in ["NO", "PT", "MO", "GQ", "XK", "GR", "GB"] { #expect(Jurisdictions.contains(code)) }
    for code in ["UK", "EL", "EU", "XX", "no", ""] { #expect(!Jurisdictions.contains(code)) }
  }
}
