import Foundation
import Testing
import Values

@testable import admin

/// Two networks: one signs, the other watches.
@Suite struct WitnessCommandTests {
  private struct Pair {
    let stage: ProofStage
    let watch: SampleNetwork
    let watchKey: String

    /// The request of the one, confirmed by the other.
    func confirm(after size: Int = 0) throws -> Outcome {
      let request = stage.run("checkpoint export --after \(size)")
      let path = try watch.file("request", request.output)
      return confirm(path)
    }

    func confirm(_ path: String) -> Outcome {
      let passphrase = watch.folder + "/passphrase"
      return watch.run(
        ["witness", "confirm", path, "--key", stage.key, "--passphrase-file", passphrase])
    }
  }

  private static func with(_ body: (Pair) throws -> Void) throws {
    try ProofStage.with { stage in
      try SampleNetwork.with { watch in
        let key = try ProofStage.addKey(to: watch, "--name watch.example/acta --purpose witness")
        _ = try stage.publish()
        try body(Pair(stage: stage, watch: watch, watchKey: key))
      }
    }
  }

  @Test func `Another network cosigns, and the line is kept beside the checkpoint`() throws {
    try Self.with { pair in
      let told = try pair.confirm()
      #expect(told.status == .done, "\(told.talk)")
      let path = try pair.stage.network.file("line", told.output)
      let words = ["checkpoint", "accept", path, "--key", pair.watchKey]
      let accepted = pair.stage.network.run(words)
      #expect(accepted.status == .done && accepted.output.hasSuffix(told.output))
      let listed = try pair.stage.network.json("checkpoint list").list ?? []
      #expect(listed.first?["witnesses"] == ["watch.example/acta"])
      let note = try pair.stage.network.file("note", accepted.output)
      #expect(pair.stage.verify(note).status == .done)
      let seen = pair.stage.verify(note, by: pair.watchKey)
      #expect(seen.status == .done && seen.output.hasPrefix("watch.example/acta saw "))
      #expect(pair.stage.run("verify").status == .done)
    }
  }

  @Test func `A log that grew is cosigned from the size that was seen`() throws {
    try Self.with { pair in
      #expect(try pair.confirm().status == .done)
      let size = try #require(
        try pair.stage.network.json("checkpoint list").list?.first?["size"]?.int)
      _ = pair.stage.run("member admit ES --class member")
      _ = try pair.stage.publish()
      let elsewhere = try pair.confirm()
      #expect(elsewhere.status == .tryAgain && elsewhere.talk.contains("--after \(size)"))
      #expect(try pair.confirm(after: Int(size)).status == .done)
    }
  }

  @Test func `A log that was replaced is refused with both sizes and roots`() throws {
    try Self.with { pair in
      let folder = pair.stage.network.folder
      let old = try Data(contentsOf: URL(filePath: folder + "/log.db"))
      _ = pair.stage.run("member admit ES --class member")
      _ = try pair.stage.publish()
      #expect(try pair.confirm().status == .done)
      let seen = try #require(try pair.stage.network.json("checkpoint list").list?.last)
      // Whoever holds key and folder can sign another history; the witness remembers the first.
      for file in ["checkpoints", "log.db-wal", "log.db-shm"] {
        try? FileManager.default.removeItem(atPath: folder + "/" + file)
      }
      try old.write(to: URL(filePath: folder + "/log.db"))
      _ = pair.stage.run("member admit FR --class member")
      _ = try pair.stage.publish()
      let told = try pair.confirm()
      #expect(told.status == .checkFailed && told.output.isEmpty)
      #expect(told.talk.hasSuffix("[checkpoint-fork]\n"))
      #expect(told.talk.contains(seen["root"]?.text ?? "?"))
      #expect(told.talk.contains("\(seen["size"]?.int ?? 0) entries"))
    }
  }

  @Test func `A request that another key signed is refused`() throws {
    try Self.with { pair in
      let request = pair.stage.run("checkpoint export")
      let path = try pair.watch.file("request", request.output)
      let told = pair.watch.run(
        [
          "witness", "confirm", path, "--key", try Self.otherKey(), "--passphrase-file",
          pair.watch.folder + "/passphrase",
        ])
      #expect(told.status == .checkFailed && told.talk.hasSuffix("[proof-unfit]\n"))
    }
  }

  /// A key of another network under the same name.
  private static func otherKey() throws -> String {
    var key = ""
    try SampleNetwork.with { network in
      key = try ProofStage.addKey(to: network, "--name \(ProofStage.name)")
    }
    return key
  }

  @Test func `A network without a key for it is no witness`() throws {
    try ProofStage.with { stage in
      _ = try stage.publish()
      let path = try stage.network.file("request", stage.run("checkpoint export").output)
      let told = stage.network.run(["witness", "confirm", path, "--key", stage.key])
      #expect(told.status == .notFound && told.talk.hasSuffix("[key-none]\n"))
    }
  }

  @Test(arguments: ["", "old 1\n\nx\n", "something else\n"])
  func `A file that is no request is not answered`(_ text: String) throws {
    try Self.with { pair in
      let path = try pair.watch.file("request", text)
      let told = pair.confirm(path)
      #expect(told.status == .checkFailed && told.talk.hasSuffix("[proof-unreadable]\n"))
    }
  }
}
