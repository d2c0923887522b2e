import Foundation
import Testing
import Values

@testable import admin

/// A pipe, a device, a folder or another kind of file where a command wants one: an answer at once, and the right one.
@Suite struct WrongFileTests {
  private static func with(_ body: (CopyStage) throws -> Void) throws {
    try CopyStage.with { stage in
      #expect(unsafe mkfifo(stage.path("pipe"), 0o600) == 0)
      try FileManager.default.createDirectory(
        atPath: stage.path("folder"), withIntermediateDirectories: false)
      try body(stage)
    }
  }

  @Test(arguments: [
    "verify @/pipe", "verify /dev/zero", "verify /dev/null", "log import @/pipe @/made",
    "log import @/folder @/made", "log import /dev/zero @/made", "checkpoint accept @/pipe",
    "import @/pipe", "simulate --rules @/pipe --from 2026-01-01",
  ])
  func `A pipe or a device is waited for by nobody`(_ line: String) throws {
    try Self.with { stage in
      let outcome = stage.run(line)
      #expect(outcome.status != .done, "\(outcome.output)")
      #expect(!stage.exists("made"))
    }
  }

  @Test(arguments: [
    ("verify @/pipe", "file-no-file"), ("verify @/none", "file-missing"),
    ("verify /dev/zero", "file-no-file"), ("log import @/folder @/made", "file-no-file"),
    ("log import @/none @/made", "file-missing"), ("log import @/pipe @/made", "file-no-file"),
  ])
  func `What is there and no file is not called missing`(_ row: (line: String, code: String)) throws
  {
    try Self.with { stage in
      let outcome = stage.run(row.line)
      #expect(outcome.status == .notFound)
      #expect(outcome.talk.hasSuffix("[\(row.code)]\n"), "\(outcome.talk)")
    }
  }

  @Test(arguments: ["backup", "archive"])
  func `A copy in a folder that is missing is told as that`(_ verb: String) throws {
    try Self.with { stage in
      let outcome = stage.run("\(verb) @/none/copy")
      #expect(outcome.status == .cannotCreate, "\(outcome.talk)")
      #expect(outcome.talk.hasSuffix("[target-unmade]\n"), "\(outcome.talk)")
      #expect(outcome.talk.contains("none/copy") && !outcome.talk.contains("acta-draft"))
      #expect(!stage.exists("none"))
    }
  }

  @Test(arguments: ["en", "pt", "es"])
  func `An archive and a file of keys are no broken logs`(_ language: String) throws {
    try Self.with { stage in
      stage.expectDone(stage.run("archive @/a.tar"))
      let archive = stage.run("--lang \(language) verify @/a.tar")
      #expect(archive.status == .badData && archive.talk.contains("admin restore"))
      #expect(archive.talk.hasSuffix("[archive-is-no-log]\n"), "\(archive.talk)")
      let keys = stage.run("--lang \(language) verify \(stage.network.folder)/keys.db")
      #expect(keys.status == .badData && keys.talk.contains("admin verify"))
      #expect(keys.talk.hasSuffix("[keys-are-no-log]\n"), "\(keys.talk)")
    }
  }

  @Test func `A network is not made in a folder without a name`() throws {
    let outcome = Outcome(
      ["init", "--template", "blank", "--answers", "/dev/null", ""], [:], ScriptedTerminal(),
      tree: .all)
    #expect(outcome.status == .usage)
    #expect(outcome.talk.contains("FOLDER") && outcome.talk.hasSuffix("[option-missing]\n"))
  }
}
