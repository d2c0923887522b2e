import EventStore
import Foundation
import Publishing
import Testing
import Values

@testable import admin

/// The commands around documents: what they ask, what they keep, and what they say when it is not there.
@Suite struct DocumentCommandsTests {
  private static func played(
    _ count: Int = PaperNetwork.story.count, _ body: (SampleNetwork) throws -> Void
  ) throws {
    try PaperNetwork.with { founded in try body(PaperNetwork.play(count, in: founded)) }
  }

  @Test(arguments: [
    "meeting convocation plenary-9", "meeting outcome plenary-9", "minutes text plenary-9",
    "minutes compare plenary-9 1 2", "deliberation extract D-99", "meeting convocation '?'",
  ])
  func `A thing that there is not is told, with the nearest that there is`(_ line: String) throws {
    try Self.played { network in
      let told = network.run(line)
      #expect(told.status == .notFound, "\(told.talk)")
      #expect(told.output.isEmpty && told.talk.contains("thing-missing"))
    }
  }

  @Test func `A version that there is not is told, with the newest`() throws {
    try Self.played { network in
      for line in [
        "minutes text plenary-1 --version 9", "minutes compare plenary-1 1 9",
        "minutes compare plenary-1 0 1",
      ] {
        let told = network.run(line)
        #expect(told.status == .notFound && told.talk.contains("version-missing"), "\(line)")
      }
    }
    try Self.played(7) { network in
      #expect(network.run("minutes text plenary-1").talk.contains("version-missing"))
    }
  }

  @Test func `A planned meeting has a draft of its convocation, a cancelled one says why`() throws {
    try Self.played(6) { network in
      #expect(network.run("meeting convocation plenary-1").output.contains("Draft:"))
      #expect(
        network.run("meeting convocation plenary-1").output.contains("No item has been added yet."))
      let cancelled = network.run("meeting cancel plenary-1 --reason storm --quiet")
      #expect(cancelled.status == .done)
      #expect(
        network.run("meeting convocation plenary-1").output.contains("Reason given: storm."))
    }
  }

  @Test func `What is restricted is in no public report, and no item gets another number`() throws {
    try Self.played { network in
      let open = network.run("meeting outcome plenary-1 --public").output
      for word in [
        "pending case", "D-2", "figures came late", "Votes by name", "deputy", "2 Budget",
      ] {
        #expect(!open.contains(word), "\(word)")
      }
      #expect(open.contains("3 Budget") && open.contains("D-3") && open.contains("5 delegations"))
      let full = network.run("meeting outcome plenary-1").output
      for word in ["pending case", "D-2", "figures came late", "Votes by name", "3 Budget"] {
        #expect(full.contains(word), "\(word)")
      }
    }
  }

  @Test func `A version is shown as it was, and the approved one when none is asked for`() throws {
    try Self.played { network in
      let first = network.run("minutes text plenary-1 --version 1").output
      #expect(!first.contains("The host welcomed") && first.contains("Version 1"))
      #expect(first.contains("Draft, not approved"))
      let approved = network.run("minutes text plenary-1").output
      #expect(approved.contains("The host welcomed") && approved.contains("Version 2"))
      #expect(approved.contains("no objection having been made in time"))
      #expect(approved.contains("Annex: disagreement") && approved.contains("without effect"))
      #expect(approved.contains("Corrigendum 1") && approved.contains("at 09:40"))
    }
  }

  @Test func `Two versions that say the same have no difference`() throws {
    try Self.played { network in
      let told = network.run("minutes compare plenary-1 2 2")
      #expect(told.status == .done)
      let other = network.run("minutes compare plenary-1 1 2")
      #expect(other.status == .differences && other.output.contains("{+The host welcomed"))
    }
  }

  @Test func `What was sent round is kept by the digests that the log has`() throws {
    try Self.played { network in
      let event = try #require(
        try network.json("log list").list?.first { $0["type"]?.text == "minutes.circulated" })
      let texts = event["data"]?["texts"]?.list ?? []
      #expect(texts.compactMap { $0["language"]?.text } == ["en", "pt", "es"])
      let store = FileStore(in: network.folder)
      for text in texts {
        let digest = try #require(text["digest"]?.text)
        let bytes = try #require(store.bytes(digest))
        #expect(FileStore.digest(of: bytes) == digest)
      }
      let english = String(
        decoding: try #require(store.bytes(texts[0]["digest"]?.text ?? "")), as: UTF8.self)
      #expect(english.hasPrefix("# Minutes") && english.contains("The host welcomed"))
      #expect(!english.contains("Corrigendum") && !english.contains("Approval"))
    }
  }

  @Test func `A file that was changed is not taken for what was kept`() throws {
    try Self.played(0) { network in
      let store = FileStore(in: network.folder)
      let digest = try store.keep(Array("paper".utf8))
      #expect(try store.keep(Array("paper".utf8)) == digest)
      #expect(store.bytes(digest) == Array("paper".utf8))
      try Data("other".utf8).write(to: URL(filePath: "\(network.folder)/files/\(digest)"))
      #expect(store.bytes(digest) == nil)
      #expect(store.bytes(String(repeating: "0", count: 64)) == nil)
    }
  }

  @Test func `A paper is a file that is kept, or its digest`() throws {
    try Self.played(6) { network in
      let path = try network.file("draft.txt", "the draft")
      let line = "agenda add a --meeting plenary-1 --title A --paper \(path)"
      let digest = FileStore.digest(of: Array("the draft".utf8))
      #expect(network.run(line + " --dry-run --quiet").status == .done)
      let store = FileStore(in: network.folder)
      #expect(store.bytes(digest) == nil, "a trial keeps nothing")
      #expect(network.run(line + " --quiet").status == .done)
      #expect(store.bytes(digest) == Array("the draft".utf8))
      let row = try #require(try network.json("agenda list plenary-1").list?.first)
      let kept = try #require(row["papers"]?.list?.first)
      #expect(kept["name"] == "draft.txt" && kept["digest"] == .text(digest))
      let missing = network.run("agenda add b --meeting plenary-1 --title B --paper nowhere.pdf")
      #expect(missing.status == .notFound && missing.talk.contains("file-missing"))
      #expect(
        network.run("agenda add c --meeting plenary-1 --title C --paper \(digest) --quiet").status
          == .done)
    }
  }

  @Test func `The agenda is listed as a tree, for one meeting`() throws {
    try Self.played { network in
      let rows = try network.json("agenda list plenary-1").list ?? []
      #expect(
        rows.map { "\($0["number"]?.text ?? "") \($0["item"]?.text ?? "")" } == [
          "1 guide", "1.1 annex", "2 case", "3 budget", "4 visit",
        ])
      #expect(try network.json("agenda list plenary-2").list?.isEmpty == true)
      #expect(rows.last?["late"] == true && rows.last?["late_for"] == "asked for by the host")
      #expect(network.run("agenda list plenary-1").output.contains("1.1"))
    }
  }

  @Test func `An extract names the rule, the rules and its place in the log`() throws {
    try Self.played { network in
      let told = network.run("deliberation extract D-1").output
      #expect(told.contains("bodies.plenary.decides.default") && told.contains("ejcn@1.0.0"))
      #expect(told.contains("No signed checkpoint covers it yet."))
      let event = try #require(
        try network.json("log list").list?.first { $0["stream"]?.text == "deliberation-D-1" })
      let position = try #require(event["position"]?.int)
      let log = try Log.open(in: network.folder, for: .reading)
      let leaf = try #require(try log.provedEvent(at: position)).leafBytes
      #expect(
        told.contains("Event \(position) of the log") && told.contains(Digest.sha256(leaf).hex))
    }
  }

  @Test(arguments: Language.allCases)
  func `Each refusal of an agenda and of minutes is told in full`(_ language: Language) throws {
    try Self.played { network in
      for line in [
        "agenda add z --meeting plenary-1 --title Z", "agenda freeze plenary-1",
        "minutes draft plenary-1", "minutes circulate plenary-1", "minutes approve plenary-1",
        "minutes correct plenary-1 --place nowhere --text x --reason y",
        "agenda move z --meeting plenary-1",
      ] {
        let told = network.run("--lang \(language.rawValue) \(line) --dry-run")
        #expect([.refused, .notFound].contains(told.status), "\(line): \(told.talk)")
        let gaps = told.talk.matches(of: #/\[[a-z_.-]+\]/#).map { String($0.output) }
        #expect(gaps == [], "\(line): \(told.talk)")
      }
    }
  }

  @Test func `A draft of sixty items is drawn up and written in one breath`() throws {
    try Self.played(6) { network in
      var network = network
      network.now = "2026-11-02T09:00:00Z"
      var lines = ""
      for index in 1...60 {
        lines += "- {do: agenda add, item: i\(index), meeting: plenary-1, title: Item \(index)}\n"
      }
      let file = try network.file("agenda.yaml", lines)
      let told = network.run("import \(file) --quiet")
      #expect(told.status == .done, "\(told.talk)")
      let tree = try network.json("meeting convocation plenary-1")["blocks"]?.list ?? []
      #expect(tree.count { $0["kind"] == "item" } == 60)
    }
  }
}
