import Foundation
import Testing
import Values

@testable import admin

/// A network whose log is gone: nobody is told to found it again.
@Suite struct LostLogTalkTests {
  private static func with(_ body: (SampleNetwork) throws -> Void) throws {
    try SampleNetwork.with { network in
      #expect(network.run("person add 'Ana Sousa' --quiet").status == .done)
      for name in ["log.db", "log.db-wal", "log.db-shm"] {
        try? FileManager.default.removeItem(atPath: network.folder + "/" + name)
      }
      try body(network)
    }
  }

  @Test(arguments: [
    "status", "status --json", "member list", "verify", "member admit PT --class member",
    "apply --founding", "log export", "rebuild",
  ])
  func `Whatever is asked, the keys are named and kept`(_ line: String) throws {
    try Self.with { network in
      let path = URL(filePath: network.folder + "/keys.db")
      let keys = try Data(contentsOf: path)
      let outcome = network.run(line)
      #expect(outcome.status == .notFound, "\(outcome.talk)")
      #expect((outcome.talk + outcome.output).contains("keys-without-log"), "\(outcome.talk)")
      #expect(try Data(contentsOf: path) == keys)
      #expect(!FileManager.default.fileExists(atPath: network.folder + "/log.db"))
    }
  }

  @Test(arguments: [
    ("en", "Put log.db back"), ("pt", "Reponha o log.db"), ("es", "Recupere log.db"),
  ])
  func `What to do now is told in the reader's language`(
    _ row: (language: String, words: String)
  ) throws {
    try Self.with { network in
      let talk = network.run("--lang \(row.language) status").talk
      #expect(talk.contains(row.words) && talk.contains("keys.db"), "\(talk)")
      #expect(!talk.contains("apply --founding"))
    }
  }

  @Test func `A draft that was never founded is still one to be founded`() throws {
    try Self.with { network in
      try FileManager.default.removeItem(atPath: network.folder + "/keys.db")
      #expect(network.run("status").talk.contains("admin apply --founding"))
      #expect(network.run("member list").talk.contains("network-unfounded"))
      #expect(network.run("apply --founding").status == .done)
    }
  }
}
