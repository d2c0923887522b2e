import EventStore
import Foundation
import Testing
import Values

@testable import admin

/// `admin log import`: a network's log from its export.
@Suite struct LogImportTests {
  private static func with(_ body: (CopyStage, String) throws -> Void) throws {
    try CopyStage.with { stage in
      stage.expectDone(stage.run("person add 'Ana Sousa' --quiet"))
      #expect(stage.run("member admit PT --class member").status == .refused)
      let text = stage.run("log export").output
      try stage.write(text, to: "network.jsonl")
      try body(stage, text)
    }
  }

  @Test func `Export, import, export: the same bytes and the same head`() throws {
    try Self.with { stage, text in
      let told = stage.run(
        "log import @/network.jsonl @/made --keys \(stage.network.folder)/keys.db")
      stage.expectDone(told)
      #expect(stage.run("log export", in: "made").output == text)
      let (made, original) = (try stage.head(of: "made"), try stage.head())
      #expect(made == original && made != nil)
      #expect(stage.run("person list --csv", in: "made").output.contains("Ana Sousa"))
      let refused = stage.run("log list --refused --json", in: "made").output
      #expect(refused == stage.run("log list --refused --json").output)
    }
  }

  @Test func `The log that was made goes on by the rules that are in it`() throws {
    try Self.with { stage, _ in
      stage.expectDone(
        stage.run("log import @/network.jsonl @/made --keys \(stage.network.folder)/keys.db"))
      #expect(stage.run("member admit PT --class member", in: "made").status == .refused)
      stage.expectDone(stage.run("member admit ES --class member --quiet", in: "made"))
      #expect(
        stage.run("rules show --csv", in: "made").output == stage.run("rules show --csv").output)
      let made = try stage.head(of: "made")
      #expect(made != nil)
    }
  }

  @Test func `A signed export brings its checkpoint, and closes the name`() throws {
    try Self.with { stage, _ in
      let note = try stage.stage.publish()
      try stage.write(stage.run("log export --signed").output, to: "signed.jsonl")
      stage.expectDone(stage.run("log import @/signed.jsonl @/made"))
      #expect(stage.run("checkpoint show", in: "made").output == note)
      let mark = try JSON(parsing: String(decoding: stage.bytes("made/copy.json"), as: UTF8.self))
      #expect(mark["names"] == [.text(ProofStage.name)])
    }
  }

  @Test func `Both forms of an export hold, and only the whole one makes a log`() throws {
    try Self.with { stage, _ in
      try stage.write(stage.run("log export --events").output, to: "events.jsonl")
      for name in ["network.jsonl", "events.jsonl"] {
        stage.expectDone(stage.run("verify @/\(name)"))
      }
      #expect(try stage.bytes("events.jsonl").range(of: Data("\"act\":".utf8)) == nil)
      let told = stage.run("log import @/events.jsonl @/made")
      #expect(told.status == .badData && told.talk.hasSuffix("[export-bare]\n"))
      #expect(!stage.exists("made"))
    }
  }

  @Test(arguments: [
    ("the data of an event", "\"class\":\"member\"", "\"class\":\"mender\""),
    ("what was asked", "\\\"act\\\":\\\"member admit\\\"", "\\\"act\\\":\\\"member omit\\\""),
    ("who asked", "\\\"actor\\\":\\\"secretariat\\\"", "\\\"actor\\\":\\\"secretarias\\\""),
    ("what was answered", "\\\"verdict\\\":\\\"refused\\\"", "\\\"verdict\\\":\\\"accepted\\\""),
    ("the end", "\"logleaves\":", "\"logleaves\":1"),
    ("the founding", "\"logcreated\":\"2026", "\"logcreated\":\"2025"),
  ])
  func `A forged line is refused with its number, by import and by verify`(
    _ row: (name: String, from: String, to: String)
  ) throws {
    try Self.with { stage, text in
      let forged = text.replacingOccurrences(of: row.from, with: row.to)
      try #require(forged != text, "\(row.name)")
      try stage.write(forged, to: "forged.jsonl")
      let told = stage.run("log import @/forged.jsonl @/made")
      #expect(told.status == .badData, "\(row.name): \(told.talk)")
      #expect(told.talk.contains("forged.jsonl:") || told.talk.hasSuffix("[export-cut]\n"))
      #expect(stage.run("verify @/forged.jsonl").status == .checkFailed, "\(row.name)")
      #expect(!stage.exists("made"))
      #expect(try stage.names(in: "").count == 2, "no draft is left")
    }
  }

  @Test func `A file that is cut off at any line is refused`() throws {
    try Self.with { stage, text in
      let lines = text.split(separator: "\n").map { $0 + "\n" }
      for count in 0..<lines.count {
        try stage.write(lines.prefix(count).joined(), to: "cut.jsonl")
        let told = stage.run("log import @/cut.jsonl @/made")
        #expect(told.status == .badData && !stage.exists("made"), "\(count) lines")
        #expect(count == 0 || stage.run("verify @/cut.jsonl").status == .checkFailed)
      }
    }
  }

  @Test func `An event of a type that nobody knows stops with its name, and nothing is made`()
    throws
  {
    try SampleLog.with([SampleLog.event("galaxy", "x", "galaxy.formed", [:])]) { folder in
      let beside = folder + "-made"
      let file = folder + "/export.jsonl"
      func run(_ words: [String]) -> Outcome { Outcome(words, [:], ScriptedTerminal(), tree: .all) }
      try Data(run(["-C", folder, "log", "export"]).output.utf8).write(to: URL(filePath: file))
      let told = run(["log", "import", file, beside])
      #expect(told.status == .configuration && told.talk.hasSuffix("[event-unknown]\n"))
      #expect(told.talk.contains("galaxy"))
      #expect(!FileManager.default.fileExists(atPath: beside))
    }
  }

  @Test func `Nothing that is there is overwritten, and what is missing is named`() throws {
    try Self.with { stage, _ in
      let told = stage.run("log import @/network.jsonl \(stage.network.folder)")
      #expect(told.status == .cannotCreate && told.talk.hasSuffix("[target-exists]\n"))
      let missing = stage.run("log import @/nothing @/made")
      #expect(missing.status == .notFound && missing.talk.hasSuffix("[file-missing]\n"))
    }
  }

  @Test func `A log of a newer program is read with a warning, and not written`() throws {
    try Self.with { stage, text in
      let path = stage.network.folder + "/log.db"
      let connection = try Connection(path: path, for: .writing)
      try connection.execute("PRAGMA user_version=2")
      connection.close(checkpointing: true)
      let told = stage.run("log export")
      #expect(told.status == .done && told.output == text)
      #expect(told.talk.contains("A newer version of this program wrote this log."))
      let act = stage.run("member admit ES --class member")
      #expect(act.status == .badData && act.talk.hasSuffix("[database-newer]\n"))
    }
  }
}
