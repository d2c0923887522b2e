import Foundation
import Publishing
import Testing
import Values

@testable import admin

/// `person erase` as it is typed: what it says, what it shows afterwards, and what it does not touch.
@Suite struct EraseCommandTests {
  private static let names = ["Zacarias Quitério", "Ifigénia Boavista"]

  private static func with(_ body: (SampleNetwork) throws -> Void) throws {
    try SampleNetwork.with { network in
      for line in [
        "member admit PT --class member --effective 2016-11-24 --quiet",
        "person add 'Zacarias Quitério' --email zq@example.org --phone '+351 217' --quiet",
        "person add 'Ifigénia Boavista' --languages pt --quiet",
        "seat appoint PT --kind contact_point --person H-1 --quiet",
      ] {
        let told = network.run(line)
        #expect(told.status == .done, "\(line): \(told.talk)")
      }
      try body(network)
    }
  }

  private static func erase(_ network: SampleNetwork, _ more: String = "") -> Outcome {
    network.run("person erase H-1 --basis 'GDPR art. 17(1)(a)' \(more)")
  }

  /// The files of the folder, and of those below it, that hold a text.
  private static func files(_ network: SampleNetwork, holding text: String) throws -> [String] {
    let all = try #require(FileManager.default.enumerator(atPath: network.folder))
    return all.compactMap { $0 as? String }.filter { path in
      let bytes = FileManager.default.contents(atPath: network.folder + "/" + path)
      return bytes?.range(of: Data(text.utf8)) != nil
    }
  }

  @Test
  func `An erasure tells what was recorded, the seat that is left, and that no copy is known`()
    throws
  {
    try Self.with { network in
      let told = Self.erase(network)
      #expect(told.status == .done, "\(told.talk)")
      #expect(told.output.contains("person.erased  H-1  from 23 November 2026"))
      #expect(told.output.contains("H-1 still holds PT.contact_point.1"))
      #expect(told.output.contains("The log knows of no copy that was made before."))
    }
  }

  @Test(arguments: [
    (Language.english, "erased person H-1"), (.portuguese, "pessoa apagada H-1"),
    (.spanish, "persona suprimida H-1"),
  ])
  func `Every list shows the same words in the place of the name`(
    _ row: (language: Language, words: String)
  ) throws {
    try Self.with { network in
      #expect(Self.erase(network).status == .done)
      for line in [
        "person list", "person show H-1", "directory list", "directory show PT",
        "person list --as-of 2026-12-01", "person list --known-at 6", "person list --csv",
        "person show H-1 --json", "directory list -o md",
      ] {
        let told = network.run("\(line) --lang \(row.language.rawValue)")
        #expect(told.status == .done, "\(line): \(told.talk)")
        #expect(told.output.contains(row.words), "\(line): \(told.output)")
        #expect(!told.output.contains("Zacarias") && !told.output.contains("zq@"), "\(line)")
      }
    }
  }

  @Test func `Programs find the day of the erasure, and null for what is gone`() throws {
    try Self.with { network in
      #expect(Self.erase(network).status == .done)
      let person = try network.json("person show H-1")
      #expect(person["erased_on"] == "2026-11-23" && person["email"] == .null)
      let other = try network.json("person show H-2")
      #expect(other["erased_on"] == .null && other["name"] == "Ifigénia Boavista")
    }
  }

  @Test func `Log, explanation, export and verification go on`() throws {
    try Self.with { network in
      #expect(Self.erase(network).status == .done)
      let explained = network.run("explain H-1")
      #expect(explained.status == .done && explained.output.contains("person.erased"))
      #expect(network.run("explain H-1 --check").status == .done)
      let path = network.folder + "/events.jsonl"
      let exported = network.run("log export")
      #expect(exported.status == .done && !exported.output.contains("Zacarias"))
      try Data(exported.output.utf8).write(to: URL(filePath: path))
      #expect(network.run("verify \(path)").status == .done)
      let verified = network.run("verify")
      #expect(verified.status == .done, "\(verified.output)")
      #expect(network.run("rebuild").status == .done && network.run("verify").status == .done)
    }
  }

  @Test func `The words stand in no file, and another person's name still opens`() throws {
    try Self.with { network in
      _ = network.run("person list")
      #expect(Self.erase(network).status == .done)
      for word in ["Zacarias", "Quit\u{e9}rio", "zq@example.org", "+351 217"] {
        let files = try Self.files(network, holding: word)
        #expect(files == [], "\(word)")
      }
      #expect(network.run("person list").output.contains("Ifigénia Boavista"))
    }
  }

  @Test func `A second time is the first answer, and records nothing`() throws {
    try Self.with { network in
      #expect(Self.erase(network).status == .done)
      let count = network.eventCount
      let told = Self.erase(network, "--reason again")
      #expect(told.status == .done && told.talk.contains("recorded before"))
      #expect(network.eventCount == count)
    }
  }

  @Test(arguments: [
    "--reason 'Zacarias asked for it'", "--reason 'mail of zq@example.org'",
    "--note 'Quitério, by letter'", "--key Zacarias-1",
  ])
  func `Words that would keep the name for ever are refused`(_ option: String) throws {
    try Self.with { network in
      let count = network.eventCount
      let told = Self.erase(network, option)
      #expect(told.status == .badData && told.talk.hasSuffix("[words-name-person]\n"))
      #expect(!told.talk.contains("Zacarias") && !told.talk.contains("zq@"))
      #expect(network.eventCount == count)
      #expect(network.run("person list").output.contains("Zacarias"))
    }
  }

  @Test func `What stands in clear, in the log and beside it, is told by its place`() throws {
    try Self.with { network in
      let told = network.run("member edit PT --class observer --note 'for Zacarias Quitério' -q")
      #expect(told.status == .done, "\(told.talk)")
      let position = try #require(network.eventCount)
      _ = try network.file("letter.txt", "Dear Zacarias Quitério,")
      let erased = Self.erase(network)
      #expect(erased.output.contains("in clear, for ever: \(position)"), "\(erased.output)")
      #expect(erased.output.contains("letter.txt"))
      #expect(!erased.output.contains("Zacarias"))
    }
  }

  @Test func `Programs get copies, places and files as lists`() throws {
    try Self.with { network in
      #expect(network.run("person export H-1 --out \(network.folder)/H-1.md").status == .done)
      let answer = try JSON(parsing: Self.erase(network, "--json").output)
      #expect(answer["copies"]?.list?.first?["type"] == "person.exported")
      #expect(answer["files"] == ["H-1.md"] && answer["in_clear"] == [])
    }
  }

  @Test func `A trial tells the event, and everything stays`() throws {
    try Self.with { network in
      let told = Self.erase(network, "--dry-run")
      #expect(told.status == .done && told.output.contains("person.erased"))
      #expect(network.run("person show H-1").output.contains("Zacarias"))
    }
  }

  @Test func `Somebody who is not there is not erased`() throws {
    try Self.with { network in
      let told = network.run("person erase H-9 --basis law")
      #expect(told.status == .notFound && told.talk.contains("H-9"))
    }
  }

  @Test func `An erasure is not corrected away`() throws {
    try Self.with { network in
      #expect(Self.erase(network).status == .done)
      let position = try #require(network.eventCount)
      let told = network.run("event correct \(position) --strike --reason mistake")
      #expect(told.status == .refused && told.talk.contains("is an erasure"))
    }
  }
}
