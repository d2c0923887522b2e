import Plugins
import Testing
import Values

@testable import Publishing

/// What the keys of the plugin format mean, in each language.
@Suite struct FormatKeyTextTests {
  private static let prefix = "format-key."

  @Test func `English says of each key what the JSON Schema says`() {
    let english = Catalogue(.english)
    #expect(FormatKey.all.count > 200)
    for key in FormatKey.all {
      #expect(english.template(Self.prefix + key.name) == key.words, "\(key.name)")
    }
  }

  @Test(arguments: Language.allCases)
  func `No language has a meaning of a key that is not in the format`(_ language: Language) {
    let names = Set(FormatKey.all.map { Self.prefix + $0.name })
    let told = Catalogue(language).keys.filter { $0.hasPrefix(Self.prefix) }
    #expect(Set(told) == names && told.count == names.count)
  }

  @Test(arguments: [Language.portuguese, .spanish])
  func `Each meaning is a sentence of its language`(_ language: Language) throws {
    let catalogue = Catalogue(language)
    for key in FormatKey.all {
      let told = try #require(catalogue.template(Self.prefix + key.name))
      #expect(told.hasSuffix(".") && told != key.words, "\(key.name)")
      #expect(told.first?.isUppercase == true && !told.contains("{"), "\(key.name)")
    }
  }

  @Test(arguments: [Language.portuguese, .spanish])
  func `Keys that mean the same in English mean the same in each language`(_ language: Language) {
    let catalogue = Catalogue(language)
    let told = Dictionary(grouping: FormatKey.all, by: \.words).mapValues { keys in
      Set(keys.map { catalogue.text(Self.prefix + $0.name) })
    }
    #expect(told.filter { $0.value.count > 1 }.isEmpty)
    #expect(Set(told.values).count == told.count)
  }

  @Test(arguments: [
    ("governance.series.plenary.notice", "governance.series.*.notice"), ("guards", "guards[]"),
    ("governance.bodies.board.decides.default.tie", "governance.bodies.*.decides.*.tie"),
    ("governance.series.plenary.notise", nil), ("", nil),
  ])
  func `A path has the name of its key in the format`(_ row: (path: String, name: String?)) {
    #expect(FormatKey.name(of: row.path) == row.name)
    #expect((FormatKey.meaning(of: row.path) != nil) == (row.name != nil))
  }
}
