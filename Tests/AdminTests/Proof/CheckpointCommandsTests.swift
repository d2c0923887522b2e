import Foundation
import Testing
import Values

@testable import admin

@Suite struct CheckpointCommandsTests {
  @Test func `A published checkpoint is a note that is listed, shown and verified`() throws {
    try ProofStage.with { stage in
      let note = try stage.publish()
      let lines = note.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines[0] == ProofStage.name[...] && lines[3].isEmpty)
      let listed = try stage.network.json("checkpoint list").list ?? []
      #expect(listed.map { "\($0["size"]?.int ?? -1)" } == ["\(lines[1])"])
      #expect(stage.run("checkpoint show").output == note)
      #expect(stage.run("checkpoint show \(lines[1])").output == note)
      let path = try stage.network.file("note", note)
      let told = stage.verify(path)
      #expect(told.status == .done && told.output.contains("signed \(lines[1]) entries"))
    }
  }

  @Test func `The log verifies with its checkpoints, and says how many`() throws {
    try ProofStage.with { stage in
      _ = try stage.publish()
      let told = stage.run("verify")
      #expect(told.status == .done && told.output.split(separator: "\n").count == 1)
      #expect(told.talk.hasPrefix("Checkpoints that the log bears out: 1"))
      let json = try stage.network.json("verify")
      #expect(json["checkpoints"]?.list == [json["leaves"] ?? .null])
      #expect(json["root"]?.text?.count == 64)
    }
  }

  @Test func `Nothing is signed, and nobody is asked, before the log grew enough`() throws {
    try ProofStage.with { stage in
      let first = try stage.publish()
      let told = stage.run("checkpoint publish --after 1")
      #expect(told.status == .done && told.output.isEmpty)
      #expect(told.talk.contains("has not grown by 1 entries"))
      _ = stage.run("member admit ES --class member")
      #expect(stage.open("checkpoint publish --after 1").output != first)
      #expect(try stage.network.json("checkpoint list").list?.count == 2)
    }
  }

  @Test func `After an older log was restored, publishing and verifying tell of the fork`() throws {
    try ProofStage.with { stage in
      let path = stage.network.folder + "/log.db"
      let old = try Data(contentsOf: URL(filePath: path))
      _ = stage.run("member admit ES --class member")
      _ = try stage.publish()
      for leftover in ["-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: path + leftover)
      }
      try old.write(to: URL(filePath: path))
      let told = stage.open("checkpoint publish")
      #expect(told.status == .checkFailed && told.talk.hasSuffix("[checkpoint-fork]\n"))
      #expect(told.output.isEmpty)
      let verified = stage.run("verify")
      #expect(verified.status == .checkFailed)
      let isNamed = verified.output.contains("[checkpoint-fork]")
      #expect(isNamed && verified.output.contains("and the root"))
      _ = stage.run("member admit FR --class member")
      #expect(stage.open("checkpoint publish").status == .checkFailed)
      #expect(try stage.network.json("checkpoint list").list?.count == 1)
    }
  }

  @Test func `To go on after a restore takes a new origin, which is an event`() throws {
    try ProofStage.with { stage in
      let path = stage.network.folder + "/log.db"
      let old = try Data(contentsOf: URL(filePath: path))
      _ = stage.run("member admit ES --class member")
      _ = try stage.publish()
      for leftover in ["-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: path + leftover)
      }
      try old.write(to: URL(filePath: path))
      let id = try #require(stage.key.split(separator: "+").dropFirst().first)
      _ = stage.run("key end \(id) --reason 'an older log was restored'")
      _ = try ProofStage.addKey(to: stage.network, "--name nep.example/log/2")
      #expect(try stage.publish().hasPrefix("nep.example/log/2\n"))
      #expect(stage.run("verify").status == .done)
    }
  }

  @Test func `A wrong passphrase signs nothing`() throws {
    try ProofStage.with { stage in
      let path = try stage.network.file("wrong", "another passphrase\n")
      let told = stage.run("checkpoint publish --passphrase-file \(path)")
      #expect(told.status == .notPermitted && told.talk.hasSuffix("[passphrase-wrong]\n"))
      #expect(try stage.network.json("checkpoint list").list == [])
    }
  }

  @Test(arguments: ["checkpoint show", "checkpoint export", "log extract 1", "log export --signed"])
  func `Before the first checkpoint there is none to hand out`(_ line: String) throws {
    try ProofStage.with { stage in
      let told = stage.run(line)
      #expect(told.status == .notFound && told.output.isEmpty)
      #expect(told.talk.hasSuffix("[checkpoint-missing]\n"))
    }
  }
}
