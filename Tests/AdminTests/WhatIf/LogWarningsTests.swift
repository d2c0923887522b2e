import EventStore
import Foundation
import Testing
import Values

@testable import admin

/// `admin lint` looks at the log beside the file, and never fails because of it.
@Suite struct LogWarningsTests {
  /// What lint finds of a code, as `line:column what`.
  private static func found(_ code: String, _ sitting: SittingNetwork) throws -> [JSON] {
    try sitting.network.json("lint").list?.filter { $0["code"] == .text(code) } ?? []
  }

  /// The line of the draft, from 1, on which words stand first.
  private static func line(of words: String, in sitting: SittingNetwork) throws -> Int64 {
    let lines = try String(contentsOfFile: sitting.draft, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return Int64(try #require(lines.firstIndex { $0.contains(words) })) + 1
  }

  @Test func `A draft that the record bears out has no warning of it`() throws {
    try SittingNetwork.with { sitting in
      #expect(sitting.network.run("lint").talk == "0 errors, 0 warnings.\n")
    }
  }

  @Test func `A quorum that no meeting had is warned of at its key`() throws {
    try SittingNetwork.with { sitting in
      for member in ["FR", "IT"] {
        let line = "member admit \(member) --class member --effective 2026-01-10"
        #expect(sitting.network.run(line).status == .done)
      }
      try sitting.edit([("quorum: {more_than: 1/2", "quorum: {more_than: 3/5")])
      let outcome = sitting.network.run("lint")
      #expect(outcome.status == .done && outcome.talk == "0 errors, 1 warning.\n")
      let warning = try #require(Self.found("quorum-never-met", sitting).first)
      #expect(warning["severity"] == "warning")
      #expect(warning["line"] == .int(try Self.line(of: "quorum: {", in: sitting)))
      #expect(warning["what"]?.text?.contains("at most 3 present, 4 needed") == true)
      #expect(outcome.output.contains("quorum: {more_than: 3/5"))
    }
  }

  @Test func `A notice that no meeting kept is warned of at its key`() throws {
    try SittingNetwork.with { sitting in
      try sitting.edit([("period: P14D", "period: P60D")])
      let warning = try #require(Self.found("notice-never-kept", sitting).first)
      #expect(warning["line"] == .int(try Self.line(of: "period: P60D", in: sitting)))
      #expect(warning["what"]?.text?.contains("the longest had 46 days") == true)
    }
  }

  @Test(arguments: ["en", "pt", "es"])
  func `Each warning is whole in each language`(_ language: String) throws {
    try SittingNetwork.with { sitting in
      try sitting.edit([
        ("period: P14D", "period: P60D"),
        ("classes:\n      institution:", "classes:\n      institution:"),
      ])
      let output = sitting.network.run("lint --lang \(language)").output
      #expect(output.contains("warning notice-never-kept: "))
      #expect(output.contains("60 ") && output.contains("46 ") && !output.contains("[failure."))
    }
  }

  @Test func `A file that stands elsewhere is checked alone`() throws {
    try SittingNetwork.with { sitting in
      try sitting.edit([("period: P14D", "period: P60D")])
      let other = sitting.network.folder + "-draft.yaml"
      defer { try? FileManager.default.removeItem(atPath: other) }
      try FileManager.default.copyItem(atPath: sitting.draft, toPath: other)
      #expect(sitting.network.run(["lint", other]).talk == "0 errors, 0 warnings.\n")
      #expect(sitting.network.run(["lint", sitting.draft]).talk == "0 errors, 1 warning.\n")
    }
  }

  @Test func `A log that cannot be read is told, and the file is checked all the same`() throws {
    try SittingNetwork.with { sitting in
      let log = URL(filePath: sitting.network.folder + "/log.db")
      try Data(repeating: 7, count: 40_000).write(to: log)
      let outcome = sitting.network.run("lint")
      #expect(outcome.status == .done)
      #expect(outcome.talk.contains("could not be read") && outcome.talk.contains("admin verify"))
      #expect(outcome.talk.hasSuffix("0 errors, 0 warnings.\n"))
      try sitting.edit([("period: P14D", "period: P14")])
      #expect(sitting.network.run("lint").status == .checkFailed)
    }
  }

  @Test func `A network that is not founded has no record to look at`() throws {
    try SittingNetwork.with { sitting in
      for name in ["log.db", "log.db-wal", "log.db-shm"] {
        try? FileManager.default.removeItem(atPath: sitting.network.folder + "/" + name)
      }
      try sitting.edit([("period: P14D", "period: P60D")])
      #expect(sitting.network.run("lint").talk == "0 errors, 0 warnings.\n")
    }
  }

  @Test func `To lint writes nothing into the log`() throws {
    try SittingNetwork.with { sitting in
      try sitting.edit([("period: P14D", "period: P60D")])
      let before = try sitting.log
      #expect(try !Self.found("notice-never-kept", sitting).isEmpty)
      #expect(try sitting.log == before)
    }
  }
}
