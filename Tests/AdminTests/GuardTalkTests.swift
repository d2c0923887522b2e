import Foundation
import Testing
import Values

@testable import admin

/// Rules that a network wrote itself, as the program speaks of them.
@Suite struct GuardTalkTests {
  private static let rules = """

    guards:
      - id: members.most
        on: [member.admitted]
        source: assumption
        when: payload.class == 'member'
        severity: SEVERITY
        require: size(members) < 1
        message:
          en: "{n, plural, one {One member is} other {# members are}} there already; {from} is too late."
          pt: "{n, plural, one {Já há um membro} other {Já há # membros}}; {from} é tarde demais."
          es: "{n, plural, one {Ya hay un miembro} other {Ya hay # miembros}}; {from} es demasiado tarde."
        values: {n: size(members), from: payload.from}

    """

  /// A network with one member, whose guard does not let a second one in.
  private static func with(
    _ severity: String = "deny", _ body: (SampleNetwork) throws -> Void
  ) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let plugin = SampleNetwork.policies.appending(path: "networks/ejcn.yaml").path
    let network = SampleNetwork(folder: root.path)
    #expect(Outcome(["init", "--template", plugin, root.path], [:], tree: .all).status == .done)
    let file = root.appending(path: "network.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data((text + rules.replacing("SEVERITY", with: severity)).utf8).write(to: file)
    try? FileManager.default.removeItem(at: root.appending(path: "cases.yaml"))
    let founded = network.run("apply --founding")
    #expect(founded.status == .done, "\(founded.talk)")
    #expect(network.run("member admit PT --class member").status == .done)
    try body(network)
  }

  @Test(arguments: [
    ("en", "One member is there already; 23 November 2026 is too late."),
    ("pt", "Já há um membro; 23 de novembro de 2026 é tarde demais."),
    ("es", "Ya hay un miembro; 23 de noviembre de 2026 es demasiado tarde."),
  ])
  func `A refusal is told in the network's own words, in the reader's language`(
    _ row: (language: String, sentence: String)
  ) throws {
    try Self.with { network in
      let refused = network.run("member admit ES --class member --lang \(row.language)")
      #expect(refused.status == .refused)
      #expect(refused.talk.contains(row.sentence))
      #expect(refused.talk.contains("members.most"))
      #expect(refused.talk.contains("size(members) < 1"))
    }
  }

  @Test func `A program gets the rule, its parts and the sentence in every language`() throws {
    try Self.with { network in
      let answer = try JSON(
        parsing: network.run("member admit ES --class member --json").output)
      let refusal = try #require(answer["refusals"]?.list?.first)
      #expect(refusal["rule"] == "members.most" && refusal["code"] == "guard-fails")
      #expect(refusal["values"]?["n"] == 1)
      #expect(refusal["sentence"]?.fields?.names.sorted() == ["en", "es", "pt"])
      let parts = refusal["derivation"]?["inputs"]?["parts"]?.list ?? []
      #expect(parts.contains(["part": "size(members)", "value": 1]))
    }
  }

  @Test func `A warning is told beside what was recorded, and kept with it`() throws {
    try Self.with("warn") { network in
      let answer = network.run("member admit ES --class member")
      #expect(answer.status == .done)
      let sentence = "One member is there already; 23 November 2026 is too late."
      #expect((answer.talk + answer.output).contains(sentence))
      #expect(network.run("explain ES").output.contains(sentence))
    }
  }

  @Test func `A past that is taken over keeps the sentence as a note`() throws {
    try Self.with { network in
      let answer = network.run("member admit ES --class member --effective 2016-11-24")
      #expect(answer.status == .done)
      let second = network.run("member admit FR --class member --effective 2016-11-25")
      #expect(second.status == .done)
      #expect(
        network.run("explain FR").output.contains(
          "One member is there already; 25 November 2016 is too late."))
    }
  }

  @Test func `An explanation shows what each part of the rule came to`() throws {
    try Self.with { network in
      let page = network.run("explain PT").output
      #expect(page.contains("size(members) = 0"))
      #expect(page.contains("payload.class = member"))
    }
  }
}
