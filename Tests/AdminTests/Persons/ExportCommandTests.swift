import Foundation
import Publishing
import Testing
import Values

@testable import admin

/// `person export`: what somebody is handed who asks what the network holds on it.
@Suite struct ExportCommandTests {
  private static func with(_ body: (SampleNetwork) throws -> Void) throws {
    try SampleNetwork.with { network in
      for line in [
        "member admit PT --class member --effective 2016-11-24 --quiet",
        "person add 'Ana Sousa' --email ana@example.org --languages pt --quiet",
        "person add 'Rui Melo' --email rui@example.org --quiet",
        "seat appoint PT --kind contact_point --person H-1 --act 'letter 1' --effective 2026-06-01 -q",
        "person edit H-1 --phone '+351 210' --quiet",
        "seat replace PT.contact_point.1 --person H-2 --quiet",
        "member edit PT --class observer --note 'as Ana Sousa said' --quiet",
      ] {
        let told = network.run(line)
        #expect(told.status == .done, "\(line): \(told.talk)")
      }
      try body(network)
    }
  }

  private static func text(_ network: SampleNetwork, _ name: String) throws -> String {
    try String(contentsOfFile: network.folder + "/" + name, encoding: .utf8)
  }

  @Test func `The object has words by event, seats with their days, and every place`() throws {
    try Self.with { network in
      let told = network.run("person export H-1 --json")
      #expect(told.status == .done, "\(told.talk)")
      let page = try JSON(parsing: told.output)
      #expect(page["person"] == "H-1" && page["network"] == "ejcn" && page["erased"] == false)
      let events = page["events"]?.list ?? []
      #expect(
        events.map { $0["type"]?.text } == [
          "person.registered", "appointment.made", "person.revised", "member.reclassified",
          "person.exported",
        ])
      #expect(events.map { $0["why"]?.text } == ["own", "named", "own", "clear", "own"])
      #expect(events[0]["words"] == ["email": "ana@example.org", "name": "Ana Sousa"])
      #expect(events[2]["words"] == ["phone": "+351 210"])
      let seat = try #require(page["appointments"]?.list?.first)
      #expect(seat["seat"] == "PT.contact_point.1" && seat["member"] == "PT")
      #expect(seat["act"] == "letter 1" && seat["from"] == "2026-06-01")
    }
  }

  @Test(arguments: ["--json", ""])
  func `Nobody else's data stand in it`(_ form: String) throws {
    try Self.with { network in
      let told = network.run("person export H-1 \(form)")
      #expect(told.output.contains("Ana Sousa"))
      for word in ["Rui Melo", "rui@example.org", "H-2"] {
        #expect(!told.output.contains(word), "\(word)")
      }
    }
  }

  @Test(arguments: [
    (Language.english, "# What the network ejcn holds on H-1", "## Seats"),
    (.portuguese, "# O que a rede ejcn guarda sobre H-1", "## Lugares"),
    (.spanish, "# Lo que la red ejcn guarda sobre H-1", "## Puestos"),
  ])
  func `The page is in the reader's language`(
    _ row: (language: Language, title: String, seats: String)
  ) throws {
    try Self.with { network in
      let told = network.run("person export H-1 --lang \(row.language.rawValue)")
      #expect(told.status == .done && told.output.hasPrefix(row.title + "\n"))
      #expect(told.output.contains(row.seats) && told.output.contains("Ana Sousa"))
      #expect(told.output.contains("letter 1"))
    }
  }

  @Test(arguments: [("H-1.md", "# What"), ("H-1.json", "{"), ("page", "# What")])
  func `A file holds it, for its owner's eyes only`(_ row: (name: String, start: String)) throws {
    try Self.with { network in
      let path = network.folder + "/" + row.name
      let told = network.run("person export H-1 --out \(path)")
      #expect(told.status == .done && !told.output.contains("Ana Sousa"), "\(told.talk)")
      #expect(try Self.text(network, row.name).hasPrefix(row.start))
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect((mode as? NSNumber)?.intValue == 0o600)
    }
  }

  @Test func `That it was handed out is recorded, with the reason and without the words`() throws {
    try Self.with { network in
      #expect(network.run("person export H-1 --reason 'GDPR art. 15' --as dpo").status == .done)
      let event = try #require(try network.json("log list --type person.exported").list?.first)
      #expect(event["stream"] == "person-H-1" && event["data"] == ["reason": "GDPR art. 15"])
      #expect(event["sealed"] == [])
      let position = try #require(network.eventCount)
      #expect(try network.json("log show \(position)")["actor"] == "dpo")
    }
  }

  @Test func `A file that is there is not overwritten, and nothing is recorded`() throws {
    try Self.with { network in
      let (path, count) = (try network.file("H-1.md", "mine"), network.eventCount)
      let told = network.run("person export H-1 --out \(path)")
      #expect(told.status == .cannotCreate && told.talk.hasSuffix("[file-unmade]\n"))
      #expect(try Self.text(network, "H-1.md") == "mine" && network.eventCount == count)
    }
  }

  @Test func `A trial hands out nothing`() throws {
    try Self.with { network in
      let count = network.eventCount
      let told = network.run("person export H-1 --out \(network.folder)/x.md --dry-run")
      #expect(told.status == .done && !told.output.contains("Ana Sousa"))
      #expect(!FileManager.default.fileExists(atPath: network.folder + "/x.md"))
      #expect(network.eventCount == count)
    }
  }

  @Test func `Of an erased person the places are handed out, and no word`() throws {
    try Self.with { network in
      #expect(network.run("person erase H-1 --basis law").status == .done)
      let page = try JSON(parsing: network.run("person export H-1 --json").output)
      #expect(page["erased"] == true && page["appointments"]?.list?.count == 1)
      #expect(page["events"]?.list?.first?["words"] == ["email": .null, "name": .null])
      let told = network.run("person export H-1")
      #expect(told.output.contains("erased person H-1"))
      #expect(told.output.contains("cannot be opened any more"))
    }
  }

  @Test func `Somebody who is not there has nothing`() throws {
    try Self.with { network in
      let told = network.run("person export H-9 --out \(network.folder)/x.md")
      #expect(told.status == .notFound)
      #expect(!FileManager.default.fileExists(atPath: network.folder + "/x.md"))
    }
  }
}
