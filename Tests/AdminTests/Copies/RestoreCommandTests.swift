import Foundation
import Testing
import Values

@testable import admin

/// `admin restore`: a network again, and never two signed histories.
@Suite struct RestoreCommandTests {
  private static func with(_ body: (CopyStage) throws -> Void) throws {
    try CopyStage.with { stage in
      stage.expectDone(stage.run("person add 'Ana Sousa' --quiet"))
      stage.expectDone(stage.run("backup @/copy --keys @/keys"))
      try body(stage)
    }
  }

  private static func keyID(_ stage: CopyStage) throws -> String {
    String(try #require(stage.stage.key.split(separator: "+").dropFirst().first))
  }

  @Test func `A network comes back whole, reads and records`() throws {
    try Self.with { stage in
      let told = stage.run("restore @/copy @/again --keys @/keys")
      stage.expectDone(told)
      let (again, copy) = (try stage.head(of: "again"), try stage.head(of: "copy"))
      #expect(again == copy && again != nil)
      stage.expectDone(stage.run("member admit ES --class member --quiet", in: "again"))
      let members = stage.run("member list --csv --fields member", in: "again").output
      #expect(members == "member\r\nES\r\nPT\r\n")
      #expect(try stage.head(of: "again") != nil)
    }
  }

  @Test func `Without keys it reads, names no person, and says why it does not record`() throws {
    try Self.with { stage in
      let told = stage.run("restore @/copy @/again")
      stage.expectDone(told)
      #expect(told.talk.contains("keys.db"))
      #expect(!stage.run("person list --csv", in: "again").output.contains("Ana"))
      let act = stage.run("member admit ES --class member", in: "again")
      #expect(act.status == .notFound && act.talk.hasSuffix("[keys-missing]\n"))
    }
  }

  @Test(arguments: Array(1...10))
  func `After yesterday's backup went on, a checkpoint is refused under the old name`(_ number: Int)
    throws
  {
    try Self.with { stage in
      // The original signs more; the machine with its checkpoints is lost.
      stage.expectDone(stage.run("member admit ES --class member --quiet"))
      _ = try stage.stage.publish()
      stage.expectDone(stage.run("restore @/copy @/again --keys @/keys"))
      for index in 0..<number {
        stage.expectDone(stage.run("person add P\(index) --quiet", in: "again"))
      }
      // Even whoever brings the secret along signs nothing.
      try FileManager.default.copyItem(
        atPath: stage.network.folder + "/signing", toPath: stage.path("again/signing"))
      let line = "checkpoint publish --passphrase-file \(stage.network.folder)/passphrase"
      let told = stage.run(line, in: "again")
      #expect(told.status == .notPermitted && told.output.isEmpty)
      #expect(told.talk.hasSuffix("[origin-closed]\n"))
      #expect(stage.run("checkpoint list --json", in: "again").output == "[]\n")
    }
  }

  @Test func `A new name is an event, and signs`() throws {
    try Self.with { stage in
      stage.expectDone(stage.run("restore @/copy @/again --keys @/keys"))
      let secret = "--passphrase-file \(stage.network.folder)/passphrase"
      stage.expectDone(stage.run("key end \(try Self.keyID(stage)) --quiet", in: "again"))
      // Another key of the old name is as bad as the old key.
      stage.expectDone(stage.run("key add --name \(ProofStage.name) \(secret)", in: "again"))
      #expect(stage.run("checkpoint publish \(secret)", in: "again").status == .notPermitted)
      let keys = try JSON(parsing: stage.run("key list --json", in: "again").output).list ?? []
      let second = try #require(keys.first { $0["status"] == "in-use" }?["key"]?.text)
      stage.expectDone(stage.run("key end \(second) --quiet", in: "again"))
      stage.expectDone(stage.run("key add --name nep.example/log/2 \(secret)", in: "again"))
      let signed = stage.run("checkpoint publish \(secret)", in: "again")
      stage.expectDone(signed)
      #expect(signed.output.hasPrefix("nep.example/log/2\n"))
      #expect(try stage.head(of: "again") != nil)
    }
  }

  @Test func `The name stays closed in a copy of what was restored`() throws {
    try Self.with { stage in
      stage.expectDone(stage.run("restore @/copy @/again --keys @/keys"))
      stage.expectDone(stage.run("backup @/second", in: "again"))
      stage.expectDone(stage.run("restore @/second @/third --keys @/keys"))
      let line = "checkpoint publish --passphrase-file \(stage.network.folder)/passphrase"
      #expect(stage.run(line, in: "third").talk.hasSuffix("[origin-closed]\n"))
    }
  }

  @Test func `A copy without keys says so and is no fault`() throws {
    try Self.with { stage in
      stage.expectDone(stage.run("restore @/copy @/again"))
      let told = stage.run("verify", in: "again")
      #expect(told.status == .done && told.talk.contains("`keys.db`"), "\(told.talk)")
      let found = try JSON(parsing: stage.run("verify --json", in: "again").output)
      #expect(found["keys_missing"] == true && found["keys_damaged"] == false)
    }
  }

  @Test func `Nothing that is there is overwritten, and the network least of all`() throws {
    try Self.with { stage in
      let before = try stage.head()
      let told = stage.run("restore @/copy \(stage.network.folder)")
      #expect(told.status == .cannotCreate && told.talk.hasSuffix("[target-exists]\n"))
      #expect(try stage.head() == before)
      try FileManager.default.createDirectory(
        atPath: stage.path("empty"), withIntermediateDirectories: false)
      stage.expectDone(stage.run("restore @/copy @/empty"))
    }
  }

  /// What happens to copies in years.
  @Test(arguments: [
    ("log.db", "secretariat"), ("log.db", "SQLite format"), ("copy.json", "\"head\""),
  ])
  func `A copy that was changed is refused, and nothing is made`(
    _ row: (file: String, word: String)
  ) throws {
    try Self.with { stage in
      let file = row.file
      var bytes = try stage.bytes("copy/\(file)")
      let place = try #require(bytes.range(of: Data(row.word.utf8)))
      bytes[place.lowerBound + 1] ^= 0x15
      try bytes.write(to: URL(filePath: stage.path("copy/\(file)")))
      let told = stage.run("restore @/copy @/again")
      #expect(told.status != .done && told.output.isEmpty)
      #expect(!stage.exists("again"))
      #expect(try stage.names(in: "") == ["copy", "keys"])
    }
  }

  @Test func `A whole log under the mark of another copy is refused`() throws {
    try Self.with { stage in
      stage.expectDone(stage.run("backup @/later"))
      try FileManager.default.removeItem(atPath: stage.path("copy/log.db"))
      try FileManager.default.copyItem(
        atPath: stage.path("later/log.db"), toPath: stage.path("copy/log.db"))
      let told = stage.run("restore @/copy @/again")
      #expect(told.status == .checkFailed && told.talk.hasSuffix("[copy-unfit]\n"))
      #expect(!stage.exists("again"))
    }
  }

  @Test func `Keys of another network are refused with everything`() throws {
    try Self.with { stage in
      try SampleNetwork.with { other in
        let told = stage.run("restore @/copy @/again --keys \(other.folder)/keys.db")
        #expect(told.status == .badData && told.talk.hasSuffix("[keys-foreign]\n"))
        #expect(!stage.exists("again"))
      }
    }
  }

  @Test func `What is no copy is not restored`() throws {
    try Self.with { stage in
      for line in ["restore \(stage.network.folder) @/again", "restore @/keys @/again"] {
        let told = stage.run(line)
        #expect(told.status == .notFound && told.talk.hasSuffix("[copy-missing]\n"), "\(line)")
      }
      #expect(stage.run("restore @/nothing @/again").talk.hasSuffix("[file-missing]\n"))
      #expect(!stage.exists("again"))
    }
  }
}
