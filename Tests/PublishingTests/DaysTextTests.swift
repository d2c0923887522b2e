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
      ("2027-03-17", "2027-03-19", "17 to 19 March 2027"), ("2027-03-17", nil, "17 March 2027"),
      ("2027-03-17", "2027-03-18", "17 and 18 March 2027"),
      ("2027-03-17", "2027-03-17", "17 March 2027"),
      ("2027-03-31", "2027-04-01", "31 March and 1 April 2027"),
      ("2027-03-31", "2027-04-02", "31 March 2027 to 2 April 2027"),
      ("2027-12-31", "2028-01-01", "31 December 2027 and 1 January 2028"),
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
      Language.portuguese, "de 17 a 19 de março de 2027", "31 de março e 1 de abril de 2027",
      "17 de março de 2027"
    ),
    (
      .spanish, "del 17 al 19 de marzo de 2027", "31 de marzo y 1 de abril de 2027",
      "17 de marzo de 2027"
    ),
  ])
  func `Portuguese and Spanish have their articles`(
    _ row: (language: Language, three: String, two: String, one: String)
  ) throws {
    #expect(try days("2027-03-17", "2027-03-19", row.language) == row.three)
    #expect(try days("2027-03-31", "2027-04-01", row.language) == row.two)
    #expect(try days("2027-03-17", nil, row.language) == row.one)
  }

  @Test func `The first and the last day of a sentence are told as one span`() throws {
    let catalogue = Catalogue(.english)
    let (from, until) = (try #require(Day("2027-03-17")), try #require(Day("2027-03-18")))
    let known = catalogue.spanning(["from": .day(from), "until": .day(until)])
    #expect(known["span"] == .text("17 and 18 March 2027") && known["from"] == .day(from))
    let loose = catalogue.spanning(["from": .text("2027-03"), "until": .day(until)])
    #expect(loose["span"] == .text("2027-03 to 18 March 2027"))
    #expect(catalogue.spanning(["from": .day(from)])["span"] == nil)
  }

  @Test(arguments: [
    (Language.english, "Europe/Amsterdam", "time of Amsterdam"),
    (.portuguese, "Europe/Amsterdam", "hora de Amesterdão"),
    (.spanish, "America/Mexico_City", "hora de Ciudad de México"),
    (.english, "Europe/Chisinau", "time zone Europe/Chisinau"),
    (.portuguese, "UTC", "fuso horário UTC"), (.spanish, "UTC", "huso horario UTC"),
  ])
  func `A time zone is told by its city, and by its name where the city has no text`(
    _ row: (language: Language, zone: String, text: String)
  ) {
    #expect(Catalogue(row.language).clocks(of: row.zone) == row.text)
  }
}
