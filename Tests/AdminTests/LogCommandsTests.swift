import Foundation
import Testing
import Values

@testable import admin

@Suite struct LogCommandsTests {
  /// What a line of `admin -C DIR` gives in the sample log.
  private static func run(_ line: String) throws -> Outcome {
    try SampleLog.with { folder in
      Outcome(
        ["-C", folder] + line.split(separator: " ").map { String($0) }, [:], ScriptedTerminal(),
        tree: .all)
    }
  }

  @Test func `The log is listed in the order of its positions`() throws {
    let outcome = try Self.run("log list")
    #expect(
      outcome.output == """
        POSITION  EFFECTIVE   EVENT              STREAM      DATA
               1  2016-11-24  member.admitted    member-PT   {"class":"member","from":"2016-11-24"}
               2  2016-11-24  member.admitted    member-CH   {"class":"observer","from":"2016-11-24"}
               3  2016-11-24  person.registered  person-H-1  {"languages":["pt"]}

        """)
    #expect(outcome.talk.isEmpty && outcome.status == .done)
  }

  @Test(arguments: [
    ("after a position", "--after 1", [2, 3]), ("of one type", "--type member.admitted", [1, 2]),
    ("of one thing", "--stream member-CH", [2]), ("a few", "--limit 2", [1, 2]),
    ("after the end", "--after 3", []), ("before the beginning", "--after=-5", [1, 2, 3]),
    ("of no thing", "--stream member-XX", []), ("both", "--after 1 --type member.admitted", [2]),
  ])
  func `The log is listed in part`(_ row: (name: String, options: String, positions: [Int64]))
    throws
  {
    let list = try JSON(parsing: Self.run("log list --json \(row.options)").output).list ?? []
    #expect(list.map { $0["position"]?.int } == row.positions, "\(row.name)")
  }

  @Test(arguments: [
    ("--limit 2", "2 of 3 shown"), ("--limit 1 --after 1", "1 of 2 shown"),
    ("--limit 1 --type member.admitted", "1 of 2 shown"), ("--limit 1 --stream member-CH", nil),
    ("--limit 3", nil), ("--limit 1 --quiet", nil), ("--limit 1 --json", nil),
    ("--limit 1 --sort -position", "1 of 3 shown"),
  ])
  func `How many a limit left out is told, however few were read`(
    _ row: (options: String, words: String?)
  ) throws {
    let talk = try Self.run("log list \(row.options)").talk
    #expect(row.words.map { talk.hasPrefix($0) } ?? talk.isEmpty, "\(talk)")
  }

  @Test func `The last events are listed first where they are sorted so`() throws {
    let rows = try JSON(parsing: Self.run("log list --sort -position --limit 2 --json").output)
    #expect(rows.list?.map { $0["position"] } == [3, 2])
  }

  @Test func `Refused acts are listed with their reasons`() throws {
    let rows = try JSON(parsing: Self.run("log list --refused --json").output).list ?? []
    #expect(rows.count == 1)
    #expect(rows.first?["act"] == "member admit")
    #expect(rows.first?["refusals"] == ["notice-too-short"])
  }

  @Test func `One event is shown with the act that brought it`() throws {
    let event = try JSON(parsing: Self.run("log show 3 --json").output)
    #expect(event["type"] == "person.registered")
    #expect(event["act"] == "member admit")
    #expect(event["actor"] == "secretariat")
    #expect(event["sealed"] == ["H-1/name"])
    #expect(event["hash"]?.text?.count == 64)
  }

  @Test(arguments: ["4", "0", "-1"])
  func `A position that the log does not have is not found`(_ position: String) throws {
    let outcome = try Self.run("log show -- \(position)")
    #expect(outcome.status == .notFound)
    #expect(outcome.talk.contains("the last is 3"))
  }

  @Test func `The export is CloudEvents without personal words`() throws {
    let output = try Self.run("log export").output
    let events = try output.split(separator: "\n").map { try JSON(parsing: String($0)) }
    #expect(events.map { $0["position"] } == [1, 2, 3])
    for event in events {
      #expect(event["specversion"] == "1.0")
      for name in ["id", "source", "type", "subject", "time"] {
        #expect(event[name]?.text?.isEmpty == false, "\(name)")
      }
      let extensions = (event.fields?.names ?? []).allSatisfy { name in
        name.allSatisfy { $0.isASCII && $0.isLowercase }
      }
      #expect(extensions)
    }
    #expect(events.last?["sealed"] == "H-1/name")
    #expect(!output.contains("Ana"))
  }

  @Test func `A folder without a log is told so`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let missing = Outcome(["-C", folder.path, "log", "list"], [:], ScriptedTerminal(), tree: .all)
    #expect(missing.status == .notFound)
    #expect(missing.talk.hasSuffix("[network-missing]\n"))
    try Data().write(to: folder.appending(path: "network.yaml"))
    let bare = Outcome(["-C", folder.path, "log", "list"], [:], ScriptedTerminal(), tree: .all)
    #expect(bare.status == .notFound)
    #expect(bare.talk.hasSuffix("[network-unfounded]\n"))
  }
}
