import Publishing
import Testing
import Values

/// The days of a meeting or a period as people write them.
@Suite struct DaysTextTests {
  private func days(_ from: String, _ until: String?, _ language: Language) throws -> String {
    Catalogue(language).days(
      from: try #require(PartialDay(from)), until: until.flatMap { PartialDay($0) })
  }

  @Test(
    arguments: [
      ("2027-03-17", "2027-03-18", "17 and 18 March 2027"), ("2027-03-17", nil, "17 March 2027"),
      ("2027-03-17", "2027-03-19", "17 to 19 March 2027"),
      ("2027-03-17", "2027-03-17", "17 March 2027"),
      ("2027-03-31", "2027-04-01", "31 March 2027 and 1 April 2027"),
      ("2027-03-31", "2027-04-02", "31 March 2027 to 2 April 2027"),
      ("2027-12-31", "2028-12-31", "31 December 2027 to 31 December 2028"),
      ("2027-03", "2027-03-18", "March 2027 to 18 March 2027"), ("2018", nil, "2018"),
    ] as [(String, String?, String)])
  func `The month stands once where both days lie in it`(
    _ row: (from: String, until: String?, text: String)
  ) throws {
    #expect(try days(row.from, row.until, .english) == row.text)
  }

  @Test(arguments: [
    (
      Language.portuguese, "de 17 a 19 de março de 2027", "17 e 18 de março de 2027",
      "17 de março de 2027"
    ),
    (
      .spanish, "del 17 al 19 de marzo de 2027", "17 y 18 de marzo de 2027", "17 de marzo de 2027"
    ),
  ])
  func `Portuguese and Spanish have their articles`(
    _ row: (language: Language, three: String, two: String, one: String)
  ) throws {
    #expect(try days("2027-03-17", "2027-03-19", row.language) == row.three)
    #expect(try days("2027-03-17", "2027-03-18", row.language) == row.two)
    #expect(try days("2027-03-17", nil, row.language) == row.one)
  }

  @Test(arguments: [
    (Language.english, "Europe/Amsterdam", "Amsterdam time"),
    (.portuguese, "Europe/Amsterdam", "hora de Amesterdão"),
    (.spanish, "Europe/Amsterdam", "hora de Ámsterdam"),
    (.english, "Pacific/Apia", "time zone Pacific/Apia"),
    (.spanish, "Pacific/Apia", "huso horario Pacific/Apia"),
  ])
  func `A zone is told by its city, and one without a name as a zone`(
    _ row: (language: Language, zone: String, text: String)
  ) {
    #expect(Catalogue(row.language).zone(row.zone) == row.text)
  }
}
