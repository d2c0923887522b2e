import Foundation
import Testing
import Values

@testable import admin

/// Documents of the rules as the command line writes them.
@Suite struct RulesDocumentTests {
  private static let rules = """

    documents:
      welcome:
        on: member.admitted
        formats: [text, html]
        body:
          en: "{member} & co. belong from {from} on.\\nWelcome!"
          pt: "{member} & co. pertencem desde {from}.\\nBem-vindos!"
          es: "{member} & co. pertenecen desde el {from}.\\n¡Bienvenidos!"
        values: {member: event.id, from: payload.from}
      circular:
        on: member.admitted
        formats: [html]
        body: {en: "{n} members.", pt: "{n} membros.", es: "{n} miembros."}
        values: {n: size(members)}

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
    let founded = network.run("apply --founding")
    #expect(founded.status == .done, "\(founded.talk)")
    for member in ["PT", "ES"] {
      let told = network.run("member admit \(member) --class member --effective 2026-10-05")
      #expect(told.status == .done, "\(told.talk)")
    }
    try body(network)
  }

  @Test func `The documents of the rules are listed, those of the template among them`() throws {
    try Self.with { network in
      let rows = try #require(try network.json("document list").list)
      #expect(rows.map { $0["document"] } == ["admission", "circular", "welcome"])
      #expect(rows.last?["on"] == "member.admitted" && rows.last?["formats"] == ["text", "html"])
      #expect(rows.last?["languages"] == ["en", "es", "pt"])
    }
  }

  @Test(arguments: [
    ("en", "PT \\& co. belong from 5 October 2026 on.\n\nWelcome!"),
    ("pt", "PT \\& co. pertencem desde 5 de outubro de 2026.\n\nBem-vindos!"),
    ("es", "PT \\& co. pertenecen desde el 5 de octubre de 2026.\n\n¡Bienvenidos!"),
  ])
  func `A document is written in the reader's language, with its event and its rules`(
    _ row: (language: String, text: String)
  ) throws {
    try Self.with { network in
      let told = network.run("document show welcome --of PT --lang \(row.language)")
      #expect(told.status == .done && told.talk.isEmpty, "\(told.talk)")
      #expect(told.output.contains(row.text), "\(told.output)")
      #expect(told.output.contains("[^3]") && told.output.contains("ejcn@1.0.0#"))
    }
  }

  @Test func `A page stands alone, with what HTML gives a meaning written out`() throws {
    try Self.with { network in
      let page = network.run("document show welcome --of PT --html --lang pt").output
      #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"pt"))
      #expect(page.contains("PT &amp; co. pertencem desde 5 de outubro de 2026."))
      #expect(page.hasSuffix("</html>\n") && !page.contains("<script"))
    }
  }

  @Test func `The document of a template quotes the network in words with plurals`() throws {
    try Self.with { network in
      let first = network.run("document show admission --of PT").output
      #expect(first.contains("PT has belonged to European Judicial Cybercrime Network since"))
      #expect(first.contains("The network has 1 member that votes."), "\(first)")
      let second = network.run("document show admission --of ES").output
      #expect(second.contains("The network has 2 members that vote."), "\(second)")
    }
  }

  @Test func `Programs get the parts with the event, by its position or its thing`() throws {
    try Self.with { network in
      let json = try network.json("document show welcome --of ES")
      #expect(json["subtitle"] == "welcome" && json["blocks"]?.list?.count == 2)
      #expect(json["events"]?.list?.first?["position"] == 4)
      #expect(try network.json("document show welcome --of 4") == json)
      #expect(try network.json("document show circular --of 4")["subtitle"] == "circular")
    }
  }

  @Test func `A file has the bytes that are shown, and nothing that is there is written over`()
    throws
  {
    try Self.with { network in
      let path = network.folder + "/welcome.md"
      let line = "document write welcome --of PT --to \(path)"
      #expect(network.run(line).status == .done)
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text == network.run("document show welcome --of PT").output)
      #expect(network.run(line.replacing("PT", with: "ES")).status != .done)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
      let page = network.folder + "/welcome.html"
      #expect(
        network.run("document write welcome --of PT --html --quiet --to \(page)").talk.isEmpty)
      #expect(
        try String(contentsOfFile: page, encoding: .utf8)
          == network.run("document show welcome --of PT --html").output)
    }
  }

  @Test func `A form that the rules do not have is refused with those that there are`() throws {
    try Self.with { network in
      let refused = network.run("document show circular --of PT")
      #expect(refused.status == .usage && refused.output.isEmpty)
      #expect(refused.talk.contains("[document-format]") && refused.talk.contains("html"))
      #expect(network.run("document show circular --of PT --html").status == .done)
    }
  }

  @Test(arguments: ["welcome --of FR", "welcome --of 1", "welcme --of PT", "welcome --of 999"])
  func `What has no document is told, with what there is`(_ line: String) throws {
    try Self.with { network in
      for language in ["en", "pt", "es"] {
        let told = network.run("document show \(line) --lang \(language)")
        #expect(told.status == .notFound && told.output.isEmpty, "\(told.talk)")
        #expect(told.talk.contains("[document-missing]") && !told.talk.contains("{"))
        #expect(told.talk.contains("document list"))
      }
    }
  }

  @Test func `Nothing is recorded by a document`() throws {
    try Self.with { network in
      let before = network.eventCount
      _ = network.run("document show welcome --of PT")
      #expect(network.eventCount == before && before != nil)
    }
  }

  @Test(arguments: [
    ("body: {en: \"A.\", pt: \"A.\"}", "text-missing"),
    ("body: {en: \"{a}\", pt: \"{a}\", es: \"{a}\"}", "placeholder-unknown"),
    (
      "body: {en: \"{a}\", pt: \"{a}\", es: \"A.\"}, values: {a: event.id}",
      "placeholder-missing"
    ),
    (
      "body: {en: A., pt: A., es: A.}, values: {a: event.id}", "placeholder-unused"
    ),
    (
      "body: {en: \"{a}\", pt: \"{a}\", es: \"{a}\"}, values: {a: payload.clas}",
      "expression-field-unknown"
    ),
    (
      "body: {en: \"{a}\", pt: \"{a}\", es: \"{a}\"}, values: {a: \"members.map(m, members.map(n, members.map(o, o.id)))\"}",
      "expression-cost"
    ),
    ("body: {en: A., pt: A., es: A.}, on: member.admited", "reference-unknown"),
  ])
  func `A document that could not be written is a fault when the rules are read`(
    _ row: (keys: String, code: String)
  ) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let plugin = SampleNetwork.policies.appending(path: "networks/ejcn.yaml").path
    let network = SampleNetwork(folder: root.path)
    #expect(Outcome(["init", "--template", plugin, root.path], [:], tree: .all).status == .done)
    let file = root.appending(path: "network.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let on = row.keys.contains("on: ") ? "" : "on: member.admitted, "
    let document = "\ndocuments:\n  note: {\(on)formats: [text], \(row.keys)}\n"
    try Data((text + document).utf8).write(to: file)
    let told = network.run("lint --json")
    let findings = try JSON(parsing: told.output)
    let found = (findings.list ?? findings["findings"]?.list ?? [])
    #expect(found.contains { $0["code"]?.text == row.code }, "\(told.output)")
    #expect(found.allSatisfy { $0["line"]?.int != nil })
  }
}
