import Foundation
import Testing
import Values

@testable import admin

/// What the program says to input that is nearly right.
@Suite struct MendedInputTests {
  @Test(
    arguments: [
      ("foo", nil), ("xyz", nil), ("", nil), ("member adimt", "member admit"),
      ("meeting pln", "meeting plan"), ("seat", nil),
    ] as [(String, String?)])
  func `An entry of an unknown act is told the nearest one only where one is near`(
    _ row: (act: String, nearest: String?)
  ) throws {
    try SampleNetwork.with { network in
      let path = try network.file("acts.yaml", "- {do: \"\(row.act)\", member: PT}\n")
      let outcome = network.run("import \(path)")
      #expect(outcome.status == .badData)
      #expect(outcome.talk.contains("import-act"))
      #expect(
        outcome.talk.contains("Did you mean") == (row.nearest != nil), "\(outcome.talk)")
      if let nearest = row.nearest { #expect(outcome.talk.contains("Did you mean `\(nearest)`?")) }
      #expect(!outcome.talk.contains("network found"))
    }
  }

  @Test func `Languages are given with commas, one by one, or both`() throws {
    try SampleNetwork.with { network in
      let lines = [
        "person add Ana --languages pt,en", "person add Rui --languages pt --languages en",
        "person add Eva --languages 'pt, en'", "person add Ivo --languages pt,en --languages fr",
      ]
      for line in lines { #expect(network.run(line).status == .done, "\(line)") }
      let rows = try network.json("person list").list ?? []
      #expect(
        rows.map { $0["languages"] } == [
          ["pt", "en"], ["pt", "en"], ["pt", "en"], ["pt", "en", "fr"],
        ])
      let edited = network.run("person edit H-1 --languages fr,de")
      #expect(edited.status == .done)
      let found = try network.json("person show H-1")
      #expect(found["languages"] == ["fr", "de"])
    }
  }

  @Test(arguments: [
    ("pt,", Values.ExitStatus.usage), (",", .usage), ("pt,,en", .usage), ("pt;en", .badData),
    ("Portuguese", .badData), ("pt,EN", .badData),
  ])
  func `A list of languages with something else in it is refused`(
    _ row: (text: String, status: Values.ExitStatus)
  ) throws {
    try SampleNetwork.with { network in
      let outcome = network.run(["person", "add", "Ana", "--languages", row.text])
      #expect(outcome.status == row.status, "\(outcome.talk)")
      #expect(network.eventCount == 2)
    }
  }

  @Test func `A speciality may have a comma of its own`() throws {
    try SampleNetwork.with { network in
      let line = "person add Ana --specialities 'evidence, electronic' --specialities extradition"
      #expect(network.run(line).status == .done)
      let person = try network.json("person show H-1")
      #expect(person["specialities"] == ["evidence, electronic", "extradition"])
    }
  }

  @Test func `A key of answers that there is not is told each right key once`() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    let file = root.appending(path: "answers.yaml").path
    try Data("title: Rede\nid: rede\nlanguages: [pt]\nxyzzy: 1\n".utf8)
      .write(to: URL(filePath: file))
    let outcome = Outcome(
      ["init", "--template", "blank", "--answers", file, root.appending(path: "n").path], [:],
      ScriptedTerminal(), tree: .all)
    #expect(outcome.status == .badData)
    let line = try #require(
      outcome.talk.split(separator: "\n").first { $0.contains("use one of") }, "\(outcome.talk)")
    let keys = line.split { !$0.isLetter && $0 != "_" }.map { String($0) }
    #expect(keys.filter { $0 == "languages" }.count == 1, "\(line)")
    #expect(keys.filter { $0 == "title" }.count == 1, "\(line)")
  }

  @Test func `A misspelt key is told the right one, though a template has that already`() throws {
    try SampleNetwork.with { network in
      let path = network.folder + "/network.yaml"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let place = try #require(text.firstRange(of: "      notice:"), "the plugin has a notice")
      var wrong = text
      wrong.replaceSubrange(place, with: "      notise: x\n      notice:")
      try Data(wrong.utf8).write(to: URL(filePath: path))
      let outcome = network.run("lint")
      #expect(outcome.status == .checkFailed)
      let talk = outcome.output + outcome.talk
      #expect(talk.contains("key-misspelt") && talk.contains("Did you mean \"notice\"?"), "\(talk)")
    }
  }
}
