import Plugins
import Testing
import Values

/// What a founder who answers the questions of a template is told, and what is taken where nothing is answered.
@Suite struct FoundersHintsTests {
  private static func instance(_ answers: String, of name: String = "steering-group") throws
    -> TemplateInstance
  {
    try TemplateInstance.make(
      try PluginFile.template(named: name), answers: try YAML.parse(answers, file: "a.yaml"),
      today: try #require(Day("2026-11-26")))
  }

  private static func answers(_ languages: String, zone: String = "UTC") -> String {
    "title: Rede\nid: rede\nmembers: [AO, BR]\nlanguages: [\(languages)]\ntimezone: \(zone)\n"
  }

  @Test(arguments: [
    ("pt, es", "Ato constitutivo"), ("es", "Acto constitutivo"), ("en, pt", "Founding act"),
  ])
  func `The founding act is called in the working language of the network`(
    _ row: (languages: String, act: String)
  ) throws {
    for template in ["steering-group", "blank", "directory-and-annual-meeting"] {
      let text = try Self.instance(Self.answers(row.languages), of: template).text
      #expect(text.contains("instrument: \(row.act)\n"), "\(template)\n\(text)")
    }
  }

  @Test func `Each default of the templates that is a text by language has all three`() throws {
    for template in PluginFile.templates() {
      for question in template.questions {
        guard let fallback = question.fallback, case .mapping(let texts) = fallback.kind else {
          continue
        }
        #expect(texts.map(\.name) == ["en", "pt", "es"], "\(template.name) \(question.id)")
        for tag in ["en", "pt", "es"] {
          #expect(question.fallback(in: [tag])?.json == texts.first { $0.name == tag }?.value.json)
        }
        #expect(question.fallback(in: [])?.json == question.fallback(in: ["en"])?.json)
        #expect(question.fallback(in: ["fr"])?.json == question.fallback(in: ["en"])?.json)
        #expect(question.fallback(in: ["fr", "pt"])?.json == question.fallback(in: ["pt"])?.json)
      }
    }
  }

  @Test(arguments: [
    ("luanda", "Africa/Luanda"), ("Sao Paulo", "America/Sao_Paulo"),
    ("buenos aires", "America/Argentina/Buenos_Aires"), ("Cape Verde", "Atlantic/Cape_Verde"),
    ("Europe/Luanda", "Africa/Luanda"),
  ])
  func `A city is told its time zone`(_ row: (found: String, zone: String)) throws {
    let refused = try #require(throws: PluginRefused.self) {
      try Self.instance(Self.answers("pt", zone: row.found))
    }
    let failure = try #require(refused.errors.first)
    #expect(failure.code.name == "zone-unknown")
    #expect(failure.values["nearest"] == .text(row.zone))
  }

  @Test(arguments: ["Praia", "../etc", "Luanda/..", "12"])
  func `What is no city of the data is told the form`(_ found: String) throws {
    let refused = try #require(throws: PluginRefused.self) {
      try Self.instance(Self.answers("pt", zone: found))
    }
    let nearest = refused.errors.first?.values["nearest"]
    #expect(nearest == nil || nearest == .text(""))
  }
}
