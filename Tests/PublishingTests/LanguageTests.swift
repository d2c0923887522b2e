import Testing
import Values

@testable import Publishing

@Suite struct LanguageTests {
  @Test(arguments: [
    ("pt", Language.portuguese), ("pt-PT", .portuguese), ("pt_PT.UTF-8", .portuguese),
    ("PT", .portuguese), ("es_ES@euro", .spanish), ("en_GB.UTF-8", .english), ("C", .english),
    ("POSIX", .english), ("C.UTF-8", .english),
  ])
  func `A language is read from its tag`(_ row: (tag: String, language: Language)) {
    #expect(Language(tag: row.tag) == row.language)
  }

  @Test(arguments: ["", "fr", "portuguese", "-pt", "eng"])
  func `A tag of another language is none of ours`(_ tag: String) {
    #expect(Language(tag: tag) == nil)
  }

  @Test(arguments: [
    ("our variable wins", ["ADMIN_LANG": "pt", "LC_ALL": "es", "LANG": "en"], Language.portuguese),
    ("LC_ALL before the rest", ["LC_ALL": "es", "LC_MESSAGES": "pt", "LANG": "pt"], .spanish),
    ("LC_MESSAGES before LANG", ["LC_MESSAGES": "pt_PT", "LANG": "es_ES"], .portuguese),
    ("LANG last", ["LANG": "es_ES.UTF-8"], .spanish),
    ("an empty variable is not set", ["ADMIN_LANG": "", "LANG": "pt"], .portuguese),
    ("an unknown language is English", ["LC_ALL": "fr_FR", "LANG": "pt"], .english),
    ("nothing set", [:], .english),
  ])
  func `The environment chooses in a fixed order`(
    _ row: (name: String, environment: [String: String], language: Language)
  ) {
    #expect(Language(environment: row.environment) == row.language, "\(row.name)")
  }
}

/// Periods as people say them, not as plugins write them.
@Suite struct PeriodTextTests {
  @Test(arguments: [
    ("P14D", Language.english, "14 days"), ("P1D", .english, "1 day"),
    ("P1Y6M", .english, "1 year and 6 months"), ("P2W", .portuguese, "14 dias"),
    ("P1M", .portuguese, "1 mês"), ("P2Y1M3D", .spanish, "2 años, 1 mes y 3 días"),
    ("P0D", .spanish, "0 días"),
  ])
  func `A period is said in years, months and days`(_ row: (String, Language, String)) throws {
    let period = try #require(Period(row.0))
    #expect(Catalogue(row.1).text(of: .period(period)) == row.2)
  }
}
