import Foundation
import Publishing
import Testing
import Values

@testable import admin

/// What somebody who founds a network met on the terminal, and is told now.
@Suite struct MendedStopsTests {
  private static let guards = """

    guards:
      - id: class-known
        on: [member.admitted]
        source: assumption
        require: payload.class in ['member', 'observer', 'institution']
        message: {en: Only these three classes are admitted., pt: Só se admitem estas três categorias., es: Solo se admiten estas tres categorías.}
      - id: class-quoted
        on: [member.admitted]
        source: assumption
        require: size(payload.class) < 40
        message: {en: "{class} is long.", pt: "{class} é longo.", es: "{class} es largo."}
        values: {class: payload.class}
      - id: class-titled
        on: [member.admitted]
        source: assumption
        require: payload.class != ''
        title: {en: A member has a class., pt: Um membro tem categoria., es: Un miembro tiene categoría.}
        message: {en: "{class} is none.", pt: "{class} não é nenhuma.", es: "{class} no es ninguna."}
        values: {class: payload.class}

    """

  /// A founded network whose rules have two guards that let every member in.
  private static func with(_ body: (SampleNetwork) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let plugin = SampleNetwork.policies.appending(path: "networks/ejcn.yaml").path
    let network = SampleNetwork(folder: root.path)
    try #require(
      Outcome(["init", "--template", plugin, root.path], [:], tree: .all).status == .done)
    let file = root.appending(path: "network.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data((text + guards).utf8).write(to: file)
    try? FileManager.default.removeItem(at: root.appending(path: "cases.yaml"))
    let founded = network.run("apply --founding")
    try #require(founded.status == .done, "\(founded.talk)")
    try body(network)
  }

  @Test(arguments: [
    ("en", "Only these three classes are admitted. The rule holds: payload.class in"),
    ("pt", "Só se admitem estas três categorias. A regra cumpre-se: payload.class in"),
    ("es", "Solo se admiten estas tres categorías. La regla se cumple: payload.class in"),
  ])
  func `A rule that let an act pass is told in its own words before it is shown as written`(
    _ row: (language: String, words: String)
  ) throws {
    try Self.with { network in
      for line in ["member admit PT --class member --dry-run", "member admit PT --class member"] {
        let said = network.run("\(line) --lang \(row.language)").output
        #expect(said.contains(row.words), "\(said)")
      }
      #expect(network.run("explain PT --lang \(row.language)").output.contains(row.words))
    }
  }

  @Test func `A rule whose words quote values is shown as it is written`() throws {
    try Self.with { network in
      let said = network.run("member admit PT --class member").output
      #expect(said.contains("The rule asks for: size(payload.class) < 40 [class-quoted]"))
      #expect(!said.contains("is long") && !said.contains("{class}"))
    }
  }

  @Test(arguments: [
    ("en", "A member has a class. The rule holds: payload.class != ''"),
    ("pt", "Um membro tem categoria. A regra cumpre-se: payload.class != ''"),
    ("es", "Un miembro tiene categoría. La regla se cumple: payload.class != ''"),
  ])
  func `A rule whose words quote values has a title for what it lets pass`(
    _ row: (language: String, words: String)
  ) throws {
    try Self.with { network in
      let said = network.run("member admit PT --class member --lang \(row.language)").output
      #expect(said.contains("\(row.words) [class-titled]"), "\(said)")
      let told = network.run("explain class-titled --lang \(row.language)").output
      #expect(told.contains(row.words.prefix { $0 != "." }) && told.contains("{class}"), "\(told)")
    }
  }

  @Test func `Programs read of a rule what they read before`() throws {
    try Self.with { network in
      let answer = try network.json("member admit PT --class member")
      let inputs = try #require(answer["derivations"]?.list?.first?["inputs"]?.fields)
      #expect(inputs["sentence"] == nil && inputs["require"] != nil)
    }
  }

  // MARK: - What comes next

  @Test(arguments: ["seven seas", "plain"])
  func `The next lines name the network that the line named`(_ name: String) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    let folder = root.appending(path: name).path
    let plugin = SampleNetwork.policies.appending(path: "networks/ejcn.yaml").path
    _ = Outcome(["init", "--template", plugin, folder], [:], tree: .all)
    let network = SampleNetwork(folder: folder)
    try #require(network.run("apply --founding").status == .done)
    let talk = network.run("member admit PT --class member").talk
    let line = "admin -C \(ShellWord.quoted(folder)) member show PT\n"
    #expect(talk.contains(line), "\(talk)")
    let words = ShellWords.split(String(line.dropFirst("admin ".count).dropLast()))
    let shown = Outcome(words, ["ACTA_NOW": network.now], tree: .all)
    #expect(shown.status == .done && shown.output.contains("PT"))
  }

  @Test func `Without a folder on the line, the next lines have none`() throws {
    try SampleNetwork.with { network in
      let answer = try network.json("member admit PT --class member")
      #expect(answer["verdict"] == "accepted")
      let talk = network.run("member end PT --reason left").talk
      #expect(talk.contains(" -C "))
    }
  }

  // MARK: - Names of states

  @Test(arguments: [
    ("member admit Cambodia --class member", "KH is the code of Cambodia: write KH."),
    ("member admit Camboja --class member", "KH is the code of Cambodia: write KH."),
    ("member admit 'South Africa' --class member", "Is ZA (South Africa) meant?"),
    ("member admit Atlantis --class member", "two letters of ISO 3166-1"),
  ])
  func `A state that is named is told its code`(_ row: (line: String, words: String)) throws {
    try SampleNetwork.with { network in
      let before = network.eventCount
      let refused = network.run(row.line)
      #expect(refused.status == .badData)
      #expect(refused.talk.contains(row.words), "\(refused.talk)")
      #expect(network.eventCount == before)
    }
  }

  // MARK: - Addresses and fields

  @Test(arguments: Language.allCases)
  func `An address without a sign is refused with the form that it has`(_ language: Language) throws
  {
    try SampleNetwork.with { network in
      let before = network.eventCount
      let refused = network.run(
        "person add 'Sok Dara' --email dara-at-example --lang \(language.rawValue)")
      #expect(refused.status == .badData && refused.talk.contains("@"))
      #expect(!refused.talk.contains("dara-at-example"))
      #expect(!refused.talk.contains("["), "\(refused.talk)")
      #expect(network.eventCount == before)
    }
  }
}
