import Foundation
import Testing
import Values

/// `admin log`: every form of the answer tells the same log.
@Suite struct LogProgramTests {
  /// The events of an export, one a line.
  private static func export(_ network: NetworkOnDisk) throws -> [JSON] {
    let outcome = try network.run("log export")
    #expect(outcome.status == 0 && outcome.talk.isEmpty)
    return try outcome.output.split(separator: "\n").map { try JSON(parsing: String($0)) }
  }

  @Test(arguments: ["ejcn", "ciberred", "forum-cibercrime"])
  func `List, show and export tell the same events`(_ name: String) throws {
    try NetworkOnDisk.with(name) { network in
      let export = try Self.export(network)
      let list = try network.rows("log list")
      let numbers = (0..<export.count).map { Int64($0) + 1 }
      #expect(export.map { $0["position"]?.int } == numbers)
      #expect(list.map { $0["position"] } == export.map { $0["position"] })
      #expect(list.map { $0["type"] } == export.map { $0["type"] })
      #expect(list.map { $0["stream"] } == export.map { $0["subject"] })
      #expect(list.map { $0["data"]?.canonicalText } == export.map { $0["data"]?.canonicalText })
      for event in [export.first, export.last].compactMap(\.self) {
        let shown = try network.run("log show \(event["position"]?.int ?? 0) --json").json
        #expect(shown["hash"] == event["hash"])
        #expect(shown["id"] == event["id"])
        #expect(shown["effective"] == event["effective"])
      }
      let head = try network.run("verify --json").json
      #expect(export.last?["hash"] == head["head"])
      #expect(head["events"]?.int == Int64(export.count))
    }
  }

  @Test func `Every event of an export has a name of its own, and one source`() throws {
    try NetworkOnDisk.with { network in
      let export = try Self.export(network)
      #expect(Set(export.map { $0["id"] }).count == export.count)
      #expect(Set(export.map { $0["hash"] }).count == export.count)
      #expect(Set(export.map { $0["source"] }).count == 1)
      let recorded = export.compactMap { $0["time"]?.text }
      #expect(recorded == recorded.sorted())
      var versions: [JSON: Int64] = [:]
      for event in export {
        let stream = try #require(event["subject"])
        versions[stream, default: 0] += 1
        #expect(event["version"]?.int == versions[stream])
      }
    }
  }

  @Test func `Forms for programs have the same rows and the same columns`() throws {
    try NetworkOnDisk.with("forum-cibercrime") { network in
      let json = try network.rows("log list")
      let lines = try network.run("log list --output jsonl").output.split(separator: "\n")
      #expect(try lines.map { try JSON(parsing: String($0)) } == json)
      let table = try network.run("log list --csv").output
      let header = try #require(table.split(separator: "\r\n").first)
      #expect(header.split(separator: ",").map { String($0) } == json.first?.fields?.names)
      #expect(table.split(separator: "\r\n").count == json.count + 1)
      let tabs = try network.run("log list --output tsv").output.split(separator: "\n")
      #expect(tabs.count == json.count + 1)
      #expect(
        tabs.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 8 })
    }
  }

  @Test(arguments: [
    ("", 1...28), ("--after 20", 21...28), ("--after 27", 28...28), ("--limit 3", 1...3),
    ("--after 5 --limit 2", 6...7), ("--limit 1", 1...1), ("--limit 1000", 1...28),
  ])
  func `A part of the log is the part that was asked for`(
    _ row: (options: String, positions: ClosedRange<Int64>)
  ) throws {
    try NetworkOnDisk.with("forum-cibercrime") { network in
      let rows = try network.rows("log list \(row.options)")
      #expect(rows.compactMap { $0["position"]?.int } == Array(row.positions))
    }
  }

  @Test func `Events are found by thing and by type, and by both`() throws {
    try NetworkOnDisk.with("ciberred") { network in
      let all = try network.rows("log list")
      for name in Set(all.compactMap { $0["stream"]?.text }) {
        let own = try network.rows("log list --stream \(name)")
        #expect(own == all.filter { $0["stream"]?.text == name })
        #expect(!own.isEmpty)
      }
      for type in Set(all.compactMap { $0["type"]?.text }) {
        let own = try network.rows("log list --type \(type)")
        #expect(own == all.filter { $0["type"]?.text == type })
      }
      #expect(try network.rows("log list --stream member-PT --type network.founded").isEmpty)
      #expect(try network.rows("log list --stream nobody-1").isEmpty)
      #expect(try network.rows("log list --type member").isEmpty)
    }
  }

  @Test func `More events than one page are listed and exported without a gap`() throws {
    try NetworkOnDisk.with(history: false) { network in
      let acts = (0..<1_100).map { "- {do: person add, name: \"Person \($0)\"}\n" }.joined()
      try Data(acts.utf8).write(to: network.file("acts.yaml"))
      #expect(try network.run("import \(network.file("acts.yaml").path) -q").status == 0)
      let positions = Array(1...Int64(1_102))
      #expect(try network.rows("log list").compactMap { $0["position"]?.int } == positions)
      let export = try Self.export(network)
      #expect(export.compactMap { $0["position"]?.int } == positions)
      #expect(export.dropFirst(2).allSatisfy { $0["sealed"]?.text?.hasSuffix("/name") == true })
      #expect(try network.run("verify").output.hasPrefix("verified 1102 events, "))
    }
  }

  @Test func `Refused acts are kept with their reasons and stand in no list of events`() throws {
    try NetworkOnDisk.with("forum-cibercrime") { network in
      let before = try network.run("verify --json").json
      for _ in 0..<2 {
        #expect(try network.run("member admit PT --class member").status == 10)
      }
      let after = try network.run("verify --json").json
      #expect(after["events"] == before["events"])
      #expect(after["commands"]?.int == (before["commands"]?.int).map { $0 + 2 })
      #expect(after["head"] != before["head"])
      let refused = try network.rows("log list --refused")
      #expect(refused.count == 2)
      #expect(
        refused.allSatisfy { $0["act"] == "member admit" && $0["refusals"]?.list?.count == 1 })
      #expect(Set(refused.map { $0["command"] }).count == 2)
      #expect(try Int64(network.rows("log list").count) == before["events"]?.int)
    }
  }

  @Test(arguments: ["0", "29", "-1", "9223372036854775807"])
  func `A position beyond the log is not found, and the last is told`(_ position: String) throws {
    try NetworkOnDisk.with("forum-cibercrime") { network in
      let outcome = try network.run("log show -- \(position)")
      #expect(outcome.status == 66)
      #expect(outcome.talk.contains("28"))
      #expect(outcome.talk.hasSuffix("[position-missing]\n"))
    }
  }

  @Test(arguments: ["x", "1.5", "1e3", "9223372036854775808", "０"])
  func `What is no position is a mistake on the line`(_ position: String) throws {
    try NetworkOnDisk.with("forum-cibercrime", history: false) { network in
      let outcome = try network.run("log show \(position)")
      #expect(outcome.status == 64)
      #expect(outcome.output.isEmpty)
    }
  }

  @Test func `Names of persons stand in no form of the log`() throws {
    try NetworkOnDisk.with("forum-cibercrime", history: false) { network in
      let added = try network.run("person add --name Zacarias_Quitério --email zq@example.org")
      #expect(added.status == 0, "\(added.talk)")
      let lines = [
        "log list", "log list --json", "log list --csv", "log list --output md", "log export",
        "log show 3", "log show 3 --json", "explain 3",
      ]
      for line in lines {
        let outcome = try network.run(line)
        #expect(outcome.status == 0, "\(line): \(outcome.talk)")
        for word in ["Zacarias", "Quitério", "zq@example"] where !line.hasPrefix("explain") {
          #expect(!outcome.output.contains(word), "\(word) in \(line)")
        }
      }
      #expect(try network.rows("log list --after 2").first?["sealed"]?.list?.count == 2)
    }
  }

  @Test func `The same request under one key is recorded once, another is told`() throws {
    try NetworkOnDisk.with(history: false) { network in
      let line = "member admit IS --class observer --key letter-7"
      let first = try network.run(line + " --json")
      #expect(first.status == 0, "\(first.talk)")
      let again = try network.run(line + " --json")
      #expect(again.status == 0)
      #expect(try network.rows("log list").count == 3)
      let other = try network.run("member admit NO --class observer --key letter-7")
      #expect(other.status == 65)
      #expect(other.talk.hasSuffix("[command-reused]\n"))
      #expect(try network.rows("log list").count == 3)
    }
  }
}
