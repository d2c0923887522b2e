import Foundation
import Testing
import Values

@testable import admin

/// What holds for every `NOUN list`, on a network whose past is recorded.
@Suite struct EveryListTests {
  private static let names = CommandTree.all.commands.filter { $0.verb == "list" }.map(\.name)

  private static func withHistory(_ body: (SampleNetwork) throws -> Void) throws {
    try SampleNetwork.with { network in
      let history = SampleNetwork.policies.appending(path: "histories/ejcn.yaml").path
      let told = network.run(["import", history, "-q"])
      #expect(told.status == .done, "\(told.talk)")
      _ = network.run("person add 'Ana \"A\" Sousa, Dr.' --languages pt --languages en")
      _ = network.run("seat appoint PT --kind contact_point --person H-1")
      _ = network.run("member admit PT --class member")
      try body(network)
    }
  }

  private static func rows(_ network: SampleNetwork, _ line: String) throws -> [JSON] {
    try #require(JSON(parsing: network.run(line).output).list, "\(line)")
  }

  @Test func `Each list has six forms that tell of the same rows`() throws {
    try Self.withHistory { network in
      for name in Self.names {
        let rows = try Self.rows(network, "\(name) --json")
        let lines = network.run("\(name) -o jsonl").output.split(separator: "\n")
        let parsed = try lines.map { try JSON(parsing: String($0)) }
        #expect(parsed == rows, "\(name)")
        #expect(network.run("\(name) -o json").output == network.run("\(name) --json").output)
        #expect(network.run("\(name) -o csv").output == network.run("\(name) --csv").output)
        let tsv = network.run("\(name) -o tsv").output.split(separator: "\n")
        let hasBreak = rows.contains { $0.canonicalText.contains("\\n") }
        #expect(hasBreak || tsv.count == rows.count + 1, "\(name)")
        let md = network.run("\(name) -o md").output.split(separator: "\n")
        #expect(md.count == rows.count + 2, "\(name)")
        #expect(md.allSatisfy { $0.hasPrefix("| ") && $0.hasSuffix(" |") }, "\(name)")
        let table = network.run("\(name) -o table").output
        #expect(table.split(separator: "\n").count == rows.count + 1, "\(name)")
        #expect(table == network.run(name).output, "\(name)")
      }
    }
  }

  @Test func `The rows of a list all have the same keys in the same order`() throws {
    try Self.withHistory { network in
      var empty: [String] = []
      for name in Self.names {
        let keys = Set(try Self.rows(network, "\(name) --json").map { $0.fields?.names ?? [] })
        #expect(keys.count <= 1, "\(name): \(keys)")
        if keys.isEmpty { empty.append(name) }
      }
      #expect(
        empty == [
          "application list", "alternate list", "census list", "board list", "attendance list",
          "guest list",
          "proxy list",
          "agenda list", "referral list", "speaker list", "invitation list", "minutes list",
          "procedure list",
          "motion list",
          "amendment list", "election list", "candidate list", "objective list", "deliverable list",
          "subgroup list", "report list",
          "key list", "approval list", "parameter list", "guard list", "waiver list", "role list",
          "event list", "checkpoint list",
        ],
        "the other lists have rows to be looked at")
    }
  }

  @Test func `CSV has every key of JSON as a column, with rows and without`() throws {
    try Self.withHistory { network in
      for name in Self.names {
        let heads = network.run("\(name) --csv").output.split(separator: "\r\n").first
        let columns = heads?.split(separator: ",").map { String($0) }
        if let row = try Self.rows(network, "\(name) --json").first {
          #expect(columns == row.fields?.names, "\(name)")
        }
        let field = try #require(columns?.first)
        let none = network.run("\(name) --csv --filter \(field)=nothing").output
        #expect(none == (heads.map { $0 + "\r\n" } ?? ""), "\(name)")
      }
    }
  }

  @Test func `The same question gives the same bytes, in any language and on any terminal`() throws
  {
    try Self.withHistory { network in
      for name in Self.names {
        for form in ["json", "jsonl", "csv", "tsv"] {
          let line = "\(name) -o \(form)"
          let bytes = network.run(line).output
          #expect(network.run(line).output == bytes, "\(line)")
          let narrow = ScriptedTerminal(outputIsTerminal: true, width: 20)
          let there = network.run("\(line) --lang pt --color always", terminal: narrow)
          #expect(there.output == bytes && there.talk.isEmpty, "\(line)")
        }
      }
    }
  }

  @Test func `Fields are chosen and named in the order asked for`() throws {
    try Self.withHistory { network in
      for name in Self.names {
        let heads = network.run("\(name) --csv").output.split(separator: "\r\n").first
        let columns = try #require(heads).split(separator: ",").map { String($0) }
        let two = "\(columns[1]),\(columns[0])"
        let chosen = network.run("\(name) --csv --fields \(two)")
        #expect(chosen.output.hasPrefix(two + "\r\n"), "\(name): \(chosen.talk)")
        for row in try Self.rows(network, "\(name) --json --fields \(two)") {
          #expect(row.fields?.names == [columns[1], columns[0]], "\(name)")
        }
      }
    }
  }

  @Test func `A filter leaves the rows with the value, and together they are all`() throws {
    try Self.withHistory { network in
      for name in Self.names {
        let all = try Self.rows(network, "\(name) --json")
        guard let field = all.first?.fields?.names.first else { continue }
        let values = Set(all.map { Cell.text(of: $0[field] ?? .null) })
        var counted = 0
        for value in values.sorted().prefix(400) {
          let found = try Self.rows(network, "\(name) --json --filter '\(field)=\(value)'")
          #expect(found == all.filter { Cell.text(of: $0[field] ?? .null) == value }, "\(name)")
          counted += found.count
          if values.count > 20 { break }
        }
        #expect(values.count > 20 ? counted > 0 : counted == all.count, "\(name)")
      }
    }
  }

  @Test func `Sorting keeps every row, and the other way round is the reverse of the keys`() throws
  {
    try Self.withHistory { network in
      for name in Self.names {
        let all = try Self.rows(network, "\(name) --json")
        guard let field = all.first?.fields?.names.last else { continue }
        let up = try Self.rows(network, "\(name) --json --sort \(field)")
        let down = try Self.rows(network, "\(name) --json --sort=-\(field)")
        let sorted = { (rows: [JSON]) in rows.map(\.canonicalText).sorted() }
        #expect(sorted(up) == sorted(all) && sorted(down) == sorted(all), "\(name)")
        #expect(up.map { $0[field] } == down.map { $0[field] }.reversed(), "\(name)")
      }
    }
  }

  @Test func `A limit gives the first rows`() throws {
    try Self.withHistory { network in
      for name in Self.names {
        let all = try Self.rows(network, "\(name) --json")
        #expect(try Self.rows(network, "\(name) --json --limit 2") == Array(all.prefix(2)))
        #expect(try Self.rows(network, "\(name) --json --limit 0") == all, "\(name)")
      }
    }
  }

  @Test func `A column that a list does not have is refused with the nearest, empty or not`() throws
  {
    try Self.withHistory { network in
      for name in Self.names {
        let heads = network.run("\(name) --csv").output.split(separator: "\r\n").first
        let column = String(try #require(heads?.split(separator: ",").first))
        for option in ["--fields \(column)x", "--sort \(column)x", "--filter \(column)x=1"] {
          let outcome = network.run("\(name) \(option)")
          #expect(outcome.status == .usage && outcome.output.isEmpty, "\(name) \(option)")
          #expect(outcome.talk.contains("Did you mean `\(column)`?"), "\(name): \(outcome.talk)")
        }
      }
    }
  }

  @Test func `A column that has no row to show it is known all the same`() throws {
    try SampleNetwork.with { network in
      for name in Self.names where name != "template list" && name != "log list" {
        let heads = network.run("\(name) --csv").output.split(separator: "\r\n").first
        for column in try #require(heads).split(separator: ",") {
          let outcome = network.run("\(name) --json --fields \(column)")
          #expect(outcome.status == .done, "\(name) \(column): \(outcome.talk)")
        }
      }
    }
  }

  @Test func `One thing refuses a field that it does not have, on a terminal too`() throws {
    try Self.withHistory { network in
      for form in ["", " --json", " -o md"] {
        let outcome = network.run("member show PT --fields member,clas\(form)")
        #expect(outcome.status == .usage && outcome.output.isEmpty, "\(form)")
        #expect(outcome.talk.contains("class"), "\(form)")
      }
      let two = network.run("member show PT --fields class,member").output
      #expect(two.split(separator: "\n").map { $0.split(separator: " ").last } == ["member", "PT"])
    }
  }

  @Test func `A filter may look for a value with a comma`() throws {
    try Self.withHistory { network in
      let line = "person list --json --filter 'name=Ana \"A\" Sousa, Dr.'"
      let found = try Self.rows(network, line)
      #expect(found.count == 1)
    }
  }

  @Test func `A day before all of it gives an empty list and no mistake`() throws {
    try Self.withHistory { network in
      for name in Self.names where !["log list", "template list"].contains(name) {
        let outcome = network.run("\(name) --as-of 1990-01-01 --json")
        #expect(outcome.status == .done && outcome.output == "[]\n", "\(name): \(outcome.talk)")
      }
    }
  }

  @Test(arguments: ["0001-01-01", "9999-12-31"])
  func `The first and the last day that can be written are days like any other`(_ day: String)
    throws
  {
    try Self.withHistory { network in
      for name in Self.names {
        for option in ["--as-of", "--known-at"] {
          let outcome = network.run("\(name) \(option) \(day) --json")
          #expect(outcome.status == .done, "\(name) \(option): \(outcome.talk)")
        }
      }
    }
  }
}
