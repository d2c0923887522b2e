import EventStore
import Foundation
import Publishing
import Testing
import Values

@testable import admin

@Suite struct RulesCommandsTests {
  /// What a line gives; `FILE` in it is a file with the text.
  private static func run(_ line: String, file text: String = "") throws -> Outcome {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    let words = line.split(separator: " ").map { $0 == "FILE" ? file.path : String($0) }
    return Outcome(words, [:], ScriptedTerminal(), tree: .all)
  }

  private static let policies = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "policies")

  @Test(arguments: ["ejcn", "ciberred", "forum-cibercrime"])
  func `The networks that come with the program have no errors`(_ name: String) throws {
    let outcome = try Self.run("lint \(Self.policies.path)/networks/\(name).yaml")
    #expect(outcome.status == .done)
    #expect(outcome.talk.hasPrefix("0 errors, "))
  }

  @Test func `A finding has file, line, column, severity and code, and shows the place`() throws {
    let outcome = try Self.run("lint FILE", file: "format: plugin/1\nid: x\n\tnotise: 3\n")
    #expect(outcome.status == .checkFailed)
    let lines = outcome.output.split(separator: "\n").map { String($0) }
    #expect(lines[0].contains(".yaml:3:1: error yaml-tab: "))
    #expect(lines[1...2] == ["    ␉notise: 3", "    ^"])
    #expect(outcome.talk == "1 error, 0 warnings.\n")
  }

  @Test func `A program gets the findings as objects`() throws {
    let outcome = try Self.run("lint FILE --json", file: "format: plugin/1\nid: [\n")
    let findings = try #require(JSON(parsing: outcome.output).list)
    #expect(outcome.status == .checkFailed)
    #expect(!findings.isEmpty)
    for finding in findings {
      #expect(finding["line"]?.int != nil && finding["column"]?.int != nil)
      #expect(finding["severity"] == "error")
      for name in ["file", "code", "what", "why", "mend"] {
        #expect(finding[name]?.text?.isEmpty == false, "\(name)")
      }
    }
  }

  @Test func `A hundred thousand brackets are found within a second`() throws {
    let start = ContinuousClock.now
    let text = "a: " + String(repeating: "[", count: 100_000)
    let outcome = try Self.run("lint FILE", file: text)
    #expect(outcome.status == .checkFailed)
    #expect(outcome.output.contains(".yaml:1:"))
    #expect(ContinuousClock.now - start < .seconds(1))
  }

  @Test func `A file that is not there is not found`() throws {
    let outcome = try Self.run("lint /nowhere/network.yaml")
    #expect(outcome.status == .notFound)
    #expect(outcome.talk.hasSuffix("[file-missing]\n"))
  }

  @Test func `Templates are listed and shown`() throws {
    let list = try #require(JSON(parsing: Self.run("template list --json").output).list)
    let names = list.compactMap { $0["template"]?.text }
    #expect(names.contains("blank") && names.count >= 3)
    for name in names {
      let shown = try Self.run("template show \(name)")
      #expect(shown.output.contains("template: \(name)"))
    }
    let missing = try Self.run("template show blanc")
    #expect(missing.status == .notFound)
    #expect(missing.talk.contains("Did you mean `blank`?"))
  }

  private static let draft = """
    format: plugin/1
    id: child
    version: 1.0.0
    extends: blank@1
    recording_since: 2026-01-01
    languages: [en]
    timezone: UTC
    title: {en: Child}
    basis: {act: Founding act}
    founding: {on: 2026, instrument: Act, source: act}
    parameters: {half: {type: fraction, default: 1/2, source: act}}
    governance: {bodies: {plenary: {quorum: {more_than: {param: half}}}}}

    """

  @Test func `The effective plugin says on each line where its value was written`() throws {
    let outcome = try Self.run("rules effective FILE", file: Self.draft)
    #expect(outcome.status == .done, "\(outcome.talk)")
    let lines = outcome.output.split(separator: "\n").map { String($0) }
    let id = try #require(lines.first { $0.hasPrefix("id: child ") })
    #expect(id.hasSuffix(".yaml:2"))
    let composition = try #require(lines.first { $0.contains("composition: plenary") })
    #expect(composition.contains("# template/blank:"))
    let quorum = try #require(lines.first { $0.contains("more_than: {param: half}") })
    #expect(quorum.hasSuffix(".yaml:12, half = 1/2"))
    let template = try #require(lines.first { $0.hasPrefix("template: ") })
    #expect(template.contains("blank@1.1.0#sha256:"))
  }

  @Test func `A program gets key, value and origin`() throws {
    let outcome = try Self.run("rules effective FILE --json", file: Self.draft)
    let rows = try #require(JSON(parsing: outcome.output).list)
    let row = try #require(
      rows.first { $0["key"] == "governance.bodies.plenary.quorum.more_than" })
    #expect(row["value"] == ["param": "half"] && row["parameter"] == "half")
    #expect(row["line"] == 12 && row["column"]?.int != nil)
    let written = rows.filter { $0["origin"] != "default" }
    #expect(written.allSatisfy { $0["file"]?.text != nil && $0["line"]?.int != nil })
    #expect(rows.filter { $0["origin"] == "default" }.allSatisfy { $0["file"] == .null })
  }

  @Test func `An effective plugin with a fault is refused with its findings`() throws {
    let text = Self.draft.replacing("param: half", with: "param: hlf")
    let outcome = try Self.run("rules effective FILE", file: text)
    #expect(outcome.status != .done && outcome.output.isEmpty)
    #expect(outcome.talk.contains(".yaml:12:61"))
  }

  @Test func `The schema for editors is printed whole`() throws {
    let outcome = try Self.run("rules schema")
    let schema = try JSON(parsing: outcome.output)
    #expect(outcome.status == .done)
    #expect(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["properties"]?["governance"]?["description"]?.text?.isEmpty == false)
  }

  private static func inForce(_ line: String) throws -> Outcome {
    try SampleLog.with([SampleLog.rules]) { folder in
      Outcome(
        ["-C", folder] + line.split(separator: " ").map { String($0) }, [:], ScriptedTerminal(),
        tree: .all)
    }
  }

  @Test func `Every clause in force is listed with its source`() throws {
    let rows = try #require(JSON(parsing: Self.inForce("rules show --json").output).list)
    #expect(
      rows.map { $0["clause"] } == ["programme", "series.plenary", "series.plenary.notice"])
    #expect(rows.map { $0["source"] } == ["council", "council", "assumption"])
    #expect(rows[0]["basis"] == "Council conclusions 10025/16")
    #expect(rows[1]["value"] == ["at_least": 2])
  }

  @Test func `Assumptions can be seen alone`() throws {
    let output = try Self.inForce("rules show --assumptions --csv").output
    #expect(output.split(separator: "\r\n").count == 2)
    #expect(output.contains("series.plenary.notice,assumption,"))
  }

  @Test func `Before the founding no rules are in force`() throws {
    let outcome = try Self.inForce("rules show --as-of 2016-06-08")
    #expect(outcome.status == .notFound)
    #expect(outcome.talk.hasPrefix("admin: no rules are in force on 8 June 2016\n"))
  }

  @Test(arguments: [
    ("2", 2), ("0", 0), ("2016-11-23", 0), ("2026-11-23", 4), ("2026-11-22", 0),
    ("2026-11-23T09:31:59Z", 0), ("2026-11-23T09:32:00Z", 4), ("99", 99),
  ])
  func `What was known is a position, a moment or a day`(
    _ row: (text: String, position: Int64)
  ) throws {
    try SampleLog.with([SampleLog.rules]) { folder in
      let log = try Log.open(in: folder, for: .reading)
      let session = Session(known: row.text)
      #expect(try session.knownPosition(in: log) == row.position)
    }
  }

  @Test func `A text that is none of these is refused`() throws {
    try SampleLog.with { folder in
      let log = try Log.open(in: folder, for: .reading)
      #expect(throws: Failure.self) { try Session(known: "yesterday").knownPosition(in: log) }
    }
  }
}

extension Session {
  /// A call with `--known-at`.
  fileprivate init(known text: String) {
    self.init(
      tree: .all, catalogue: .init(.english), globals: GlobalOptions(["known-at": .text(text)]),
      environment: [:], terminal: ScriptedTerminal())
  }
}
