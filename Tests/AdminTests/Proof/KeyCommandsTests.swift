import Foundation
import Testing
import Values

@testable import admin

@Suite struct KeyCommandsTests {
  private static func files(_ network: SampleNetwork) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: network.folder + "/signing")
    return (names ?? []).sorted()
  }

  /// How many keys are listed; nil when they cannot be.
  private static func keyCount(_ network: SampleNetwork) -> Int? {
    (try? network.json("key list"))?.list?.count
  }

  @Test func `A key is an event with its public half, and its secret is a sealed file`() throws {
    try ProofStage.with { stage in
      let events = try stage.network.json("log list --type key.created").list ?? []
      #expect(events.count == 1 && events.first?["data"]?["public_key"] == .text(stage.key))
      let id = try #require(stage.key.split(separator: "+").dropFirst().first)
      #expect(Self.files(stage.network) == ["\(id).key"])
      let text = try String(
        contentsOfFile: stage.network.folder + "/signing/\(id).key", encoding: .utf8)
      #expect(text.contains("\"kdf\":\"argon2id13\"") && !text.contains("horse"))
      let shown = try stage.network.json("key show \(id)")
      #expect(shown["purpose"] == "checkpoint" && shown["status"] == "in-use")
    }
  }

  @Test func `The passphrase stands in no event, no command and no answer`() throws {
    try ProofStage.with { stage in
      let log = try Data(contentsOf: URL(filePath: stage.network.folder + "/log.db"))
      #expect(log.range(of: Data(ProofStage.passphrase.utf8)) == nil)
      #expect(!stage.run("log list --json").output.contains("horse"))
    }
  }

  @Test func `A second key of one purpose is refused, and leaves no secret behind`() throws {
    try ProofStage.with { stage in
      let told = stage.open("key add --name other.example/log")
      #expect(told.status == .refused)
      #expect(told.talk.contains("public-key-in-use") || told.talk.contains("key rotate"))
      #expect(Self.files(stage.network).count == 1)
    }
  }

  @Test func `A trial makes no key and asks for no passphrase`() throws {
    try SampleNetwork.with { network in
      let told = network.run("key add --name nep.example/log --dry-run")
      #expect(told.status == .done && Self.files(network).isEmpty)
      #expect(Self.keyCount(network) == 0)
    }
  }

  @Test func `A key is replaced, and the old secret goes`() throws {
    try ProofStage.with { stage in
      let old = String(try #require(stage.key.split(separator: "+").dropFirst().first))
      let told = stage.open("key rotate \(old)")
      #expect(told.status == .done, "\(told.talk)")
      let keys = try stage.network.json("key list").list ?? []
      let new = try #require(keys.first { $0["status"] == "in-use" }?["key"]?.text)
      let replaced = try #require(keys.first { $0["key"] == .text(old) })
      #expect(Self.files(stage.network) == ["\(new).key"])
      #expect(replaced["status"] == "rotated" && replaced["successor"] == .text(new))
      #expect(try stage.publish().hasPrefix(ProofStage.name + "\n"))
      #expect(stage.run("verify").status == .done)
    }
  }

  @Test func `What a key signed stays good after it ended, and nothing new is signed`() throws {
    try ProofStage.with { stage in
      _ = try stage.publish()
      let id = try #require(stage.key.split(separator: "+").dropFirst().first)
      #expect(stage.run("key end \(id) --reason moved").status == .done)
      let verified = try stage.network.json("verify")
      #expect(verified["whole"] == true && verified["checkpoints"]?.list?.count == 1)
      let told = stage.open("checkpoint publish")
      #expect(told.status == .notFound && told.talk.hasSuffix("[key-none]\n"))
    }
  }

  @Test func `A key that is not there is not replaced`() throws {
    try ProofStage.with { stage in
      #expect(stage.open("key rotate 00000000").status == .notFound)
      #expect(Self.files(stage.network).count == 1)
    }
  }

  @Test(arguments: [
    ("short", "passphrase-short", Values.ExitStatus.badData), ("", "file-missing", .notFound),
  ])
  func `A passphrase that is no good is refused before anything is recorded`(
    _ row: (text: String, code: String, status: Values.ExitStatus)
  ) throws {
    try SampleNetwork.with { network in
      let path = try network.file("passphrase", row.text)
      let told = network.run("key add --name a.example --passphrase-file \(path)")
      #expect(told.status == row.status && told.talk.hasSuffix("[\(row.code)]\n"), "\(told.talk)")
      #expect(Self.keyCount(network) == 0 && Self.files(network).isEmpty)
    }
  }

  @Test func `Where nobody can be asked, the passphrase is missed`() throws {
    try SampleNetwork.with { network in
      let told = network.run("key add --name a.example")
      #expect(told.status == .usage && told.talk.hasSuffix("[passphrase-missing]\n"))
      #expect(Self.files(network).isEmpty)
    }
  }

  @Test func `On a terminal a new passphrase is asked for twice`() throws {
    try SampleNetwork.with { network in
      let words = [ProofStage.passphrase, ProofStage.passphrase]
      let told = network.run("key add --name a.example", terminal: ScriptedTerminal(lines: words))
      #expect(told.status == .done, "\(told.talk)")
      #expect(told.talk.contains("The same passphrase again:"))
      #expect(!told.talk.contains("horse") && !told.output.contains("horse"))
      let once = ScriptedTerminal(lines: [ProofStage.passphrase])
      #expect(network.run("checkpoint publish", terminal: once).status == .done)
    }
  }

  @Test func `Two passphrases that differ make no key`() throws {
    try SampleNetwork.with { network in
      let words = [ProofStage.passphrase, ProofStage.passphrase + "!"]
      let told = network.run("key add --name a.example", terminal: ScriptedTerminal(lines: words))
      #expect(told.status == .badData && told.talk.hasSuffix("[passphrase-unlike]\n"))
      #expect(Self.keyCount(network) == 0)
    }
  }

  @Test(arguments: ["a b", "a+b", "é"])
  func `A name that no key can have is refused`(_ name: String) throws {
    try SampleNetwork.with { network in
      let told = network.run(["key", "add", "--name", name, "--dry-run"])
      #expect(told.status == .badData && told.talk.hasSuffix("[key-unfit]\n"))
    }
  }
}
