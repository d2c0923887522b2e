import Foundation
import Testing
import Values

@testable import admin

/// Roles that bind, on the command line and in each language.
@Suite struct RoleTalkTests {
  private static let rules = """

    roles:
      clerk: {grants: [member.admitted], who: {named: true}, source: assumption}
      authority: {grants: [appointment.made], scope: own_state, who: {seats: [contact_point]}, source: practice}

    """

  private static func with(_ body: (SampleNetwork) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let plugin = SampleNetwork.policies.appending(path: "networks/ejcn.yaml").path
    let network = SampleNetwork(folder: root.path)
    #expect(Outcome(["init", "--template", plugin, root.path], [:], tree: .all).status == .done)
    let file = root.appending(path: "network.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data((text + rules).utf8).write(to: file)
    try? FileManager.default.removeItem(at: root.appending(path: "cases.yaml"))
    for line in [
      "apply --founding", "member admit PT --class member", "person add --name 'Ana Example'",
      "role assign clerk --person H-1 --effective 2026-11-20",
    ] {
      let told = network.run(line)
      #expect(told.status == .done, "\(line): \(told.talk)")
    }
    try body(network)
  }

  @Test func `Whoever is named for a role acts in it, and nobody else does`() throws {
    try Self.with { network in
      #expect(network.run("member admit ES --class member --as H-1/clerk").status == .done)
      #expect(network.run("member admit FR --class member --as H-1").status == .done)
      let before = network.eventCount
      for actor in ["H-2/clerk", "H-1/authority", "clerk", "Ana"] {
        let refused = network.run("member admit IT --class member --as \(actor)")
        #expect(refused.status == .refused && refused.output.isEmpty, "\(actor)")
      }
      #expect(network.eventCount == before)
      #expect(network.run("member admit IT --class member").status == .done)
    }
  }

  @Test(arguments: [
    ("en", "H-2 is not in the role clerk on 23 November 2026.", "You can:"),
    ("pt", "H-2 não exerce a função clerk em 23 de novembro de 2026.", "Pode:"),
    ("es", "H-2 no ejerce la función clerk el 23 de noviembre de 2026.", "Puede:"),
  ])
  func `A refusal says in each language who is not in the role, by which rule, and what to do`(
    _ row: (language: String, words: String, ways: String)
  ) throws {
    try Self.with { network in
      let refused = network.run(
        "member admit ES --class member --as H-2/clerk --lang \(row.language)")
      #expect(refused.status == .refused)
      #expect(refused.talk.contains(row.words), "\(refused.talk)")
      #expect(refused.talk.contains("roles.clerk") && refused.talk.contains("role show clerk"))
      #expect(refused.talk.contains(row.ways) && refused.talk.contains("role assign clerk"))
    }
  }

  @Test(arguments: [
    ("seat appoint PT --kind contact_point --person H-1 --as H-1/clerk", "role-not-granted"),
    ("seat appoint PT --kind contact_point --person H-1 --as H-1/authority", "actor-not-in-role"),
    ("member admit ES --class member --as H-1/clrk", "actor-role-unknown"),
    ("member admit ES --class member --as nobody", "actor-without-role"),
    ("role assign authority --person H-1", "role-not-assigned"),
    ("role assign clerk --person H-1", "role-held-already"),
    ("role end clerk --person H-1 --effective 2026-11-19", "role-not-held"),
  ])
  func `Each refusal of a role is a sentence, with its code for programs`(
    _ row: (line: String, code: String)
  ) throws {
    try Self.with { network in
      for language in ["en", "pt", "es"] {
        let talk = network.run("\(row.line) --lang \(language)").talk
        #expect(!talk.isEmpty && !talk.contains("[refusal.") && !talk.contains("{"), "\(talk)")
        #expect(!talk.contains("[way.") && !talk.contains("[derivation."), "\(talk)")
      }
      let json = try network.json(row.line)
      let codes = json["refusals"]?.list?.compactMap { $0["code"]?.text }
      #expect(codes == [row.code], "\(json)")
    }
  }

  @Test func `Roles are listed and shown with who is in them, on any day`() throws {
    try Self.with { network in
      let rows = try #require(try network.json("role list").list)
      #expect(rows.map { $0["role"] } == ["authority", "clerk"])
      #expect(rows.map { $0["way"] } == ["nobody", "assignment"])
      let clerk = try #require(try network.json("role show clerk").fields)
      #expect(clerk["person"] == "H-1" && clerk["since"] == "2026-11-20")
      #expect(clerk["grants"] == ["member.admitted"])
      let before = try network.json("role show clerk --as-of 2026-11-19")
      #expect(before["way"] == "nobody" && before["person"] == .null)
      #expect(network.run("role end clerk --person H-1").status == .done)
      #expect(try network.json("role show clerk")["way"] == "nobody")
    }
  }

  @Test(arguments: [
    ("en", "H-1 acts in the role clerk (in it by: assignment clerk)"),
    ("pt", "H-1 age na função clerk (exerce-a por: assignment clerk)"),
    ("es", "H-1 actúa en la función clerk (la ejerce por: assignment clerk)"),
  ])
  func `An explanation says in which role somebody acted, and by what`(
    _ row: (language: String, words: String)
  ) throws {
    try Self.with { network in
      let told = network.run("member admit ES --class member --as H-1/clerk --quiet")
      #expect(told.status == .done)
      let page = network.run("explain ES --lang \(row.language)").output
      #expect(page.contains(row.words), "\(page)")
      #expect(page.contains("roles.clerk") && page.contains("H-1/clerk"))
      #expect(network.run("explain ES --check").status == .done)
    }
  }
}
