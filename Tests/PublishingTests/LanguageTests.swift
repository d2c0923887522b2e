import Testing

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
