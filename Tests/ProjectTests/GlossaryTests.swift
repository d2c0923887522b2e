import Foundation
import Testing

@testable import Governance
@testable import Projections

/// One word, one meaning: the code is held to docs/glossary.md.
@Suite struct GlossaryTests {
  private static func eventTypes<E: Entity>(of entity: E.Type) -> [String] {
    Array(E.Event.schemas.keys)
  }

  /// Past forms that do not end in "ed".
  private static let irregular: Set<Substring> = [
    "made", "held", "broken", "frozen", "withdrawn", "written", "put", "given",
  ]

  private var eventTypes: Set<String> {
    Set(EntityCatalogue.kinds.flatMap { Self.eventTypes(of: $0) }).union(Correction.schemas.keys)
  }

  private var views: Set<String> { Set(ViewCatalogue.all.map(\.noun)) }

  private var acts: Set<String> { Set(ActCatalogue.commands.map { $0.kind.name }) }

  @Test func `Every event that is stored stands in the glossary`() throws {
    let missing = eventTypes.subtracting(try Glossary().events).sorted()
    #expect(missing.isEmpty, "add a row under Events in docs/glossary.md for \(missing)")
  }

  @Test func `No row of the glossary stands twice`() throws {
    let repeated = try Glossary().repeated
    #expect(repeated.isEmpty, "delete one of the rows in docs/glossary.md: \(repeated)")
  }

  @Test func `Every act stands in the glossary`() throws {
    let missing = acts.subtracting(try Glossary().acts).sorted()
    #expect(missing.isEmpty, "add a row under Acts in docs/glossary.md for \(missing)")
  }

  @Test func `Every view stands in the glossary`() throws {
    let missing = views.subtracting(try Glossary().views).sorted()
    #expect(missing.isEmpty, "add a row under Views in docs/glossary.md for \(missing)")
  }

  @Test func `Every act, event and view of the glossary is in the program`() throws {
    let glossary = try Glossary()
    let gone = [
      glossary.acts.subtracting(acts), glossary.events.subtracting(eventTypes),
      glossary.views.subtracting(views),
    ]
    let names = gone.flatMap { $0.sorted() }
    #expect(names.isEmpty, "delete the row in docs/glossary.md, or write it: \(names)")
  }

  @Test func `Events and acts are named by nouns of the glossary`() throws {
    let glossary = try Glossary()
    let names = glossary.events.map { $0.split(separator: ".") }
    let nouns =
      names.map { String($0[0]) }
      + glossary.acts.compactMap { $0.split(separator: " ").first.map(String.init) }
    let allowed = glossary.nouns
    let missing = Set(nouns).subtracting(allowed).sorted()
    #expect(missing.isEmpty, "use a noun of docs/glossary.md, or add one there: \(missing)")
  }

  @Test func `An event is named noun dot past`() {
    for type in eventTypes {
      let parts = type.split(separator: ".")
      let isPast =
        parts.count == 2 && (parts[1].hasSuffix("ed") || Self.irregular.contains(parts[1]))
      #expect(isPast, "\(type): name an event noun.past, such as member.admitted")
    }
  }

  @Test func `Streams are named by nouns of the glossary`() throws {
    let nouns = try Glossary().nouns
    for kind in EntityCatalogue.kinds {
      #expect(
        nouns.contains(kind.category), "\(kind.category): use a noun of docs/glossary.md")
    }
  }

  @Test func `No identifier uses a word that the glossary replaced`() throws {
    let banned = try Glossary().banned
    #expect(!banned.isEmpty)
    for file in try Checkout.files(in: "Sources", endings: ["swift"]) {
      var told: Set<String> = []
      for (number, line) in file.code {
        for word in Identifiers.words(in: line) where told.insert(word).inserted {
          let row = banned.first { Self.isForm(word, of: $0.word) }
          #expect(
            row == nil, "\(file.path):\(number): \(word): the glossary says \(row?.instead ?? "")")
        }
      }
    }
  }

  /// Whether a word is another one, or its plural.
  private static func isForm(_ word: String, of other: String) -> Bool {
    let plural = other.hasSuffix("y") ? other.dropLast() + "ies" : other + "s"
    return word == other || word == plural
  }

  @Test func `An identifier is read word by word`() {
    #expect(
      Identifiers.words(in: "let memberClass = NewUser.all_countries(HTTPServer)")
        == ["let", "member", "class", "new", "user", "all", "countries", "http", "server"])
  }
}
