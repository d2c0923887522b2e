import EventStore
import Foundation
import Governance
import TestKit
import Testing
import Values

@testable import admin

/// Every command that writes to the log leaves a row of what was asked, whether it was accepted or refused.
@Suite struct WritePathTests {
  /// Commands that record acts which are tried here under their own names.
  static let indirect: Set<String> = ["tick"]

  /// Commands of the tree that write files and nothing to the log, each with the reason.
  static let beside: [String: String] = [
    "init": "there is no log yet; the founding is the first act",
    "rebuild": "makes views from the log, which stays what it is",
    "plan": "writes the file of a plan that nobody has adopted",
    "checkpoint publish": "signs what the log says; an event of it would be in the next one only",
    "checkpoint accept": "keeps what another network signed, beside the checkpoint",
    "witness confirm": "signs what another network's log says",
  ]

  /// One line after the other, each accepted where those before it were.
  static func lines(_ network: WritePathNetwork) throws -> [(command: String, words: [String])] {
    let digest = try WritePathNetwork.digest()
    let passphrase = ["--passphrase-file", network.folder + "/passphrase"]
    var lines = [("apply", ["apply", "--founding"])]
    for act in SampleHistory.acts {
      switch act.name {
      case "key add": lines.append((act.name, ["key", "add", "--name", "a.example"] + passphrase))
      case "key rotate": lines.append((act.name, ["key", "rotate", "KEY"] + passphrase))
      case "key end": lines.append((act.name, ["key", "end", "KEY"]))
      case "backup make": lines.append(("backup", ["backup", network.folder + "/../copy"]))
      case "outbox write": lines.append((act.name, ["outbox", "write"]))
      case "rules adopt": lines.append(("apply", ["apply", "--adopted-by", "D-3"]))
      case "person erase":
        lines += [
          (act.name, try act.words(digest: digest)),
          ("approval withdraw", ["approval", "withdraw", "A-1"]),
          (act.name, try act.words(digest: digest)),
          ("approval confirm", ["approval", "confirm", "A-2", "--as", "president"]),
        ]
      default: lines.append((act.name, try act.words(digest: digest)))
      }
    }
    let file = try network.file("import.yaml", "- {do: person add, name: Dora Example}\n")
    return lines + procedures + [("import", ["import", file])] + (try sheets(network))
  }

  /// A row of each sheet that nobody has recorded yet.
  private static func sheets(_ network: WritePathNetwork) throws -> [(
    command: String, words: [String]
  )] {
    let rows = [
      ("members", "member,class\nSE,member\n"), ("persons", "name\nEmil Example\n"),
      ("seats", "member,kind,person\nSE,contact_point,H-2\n"),
    ]
    return try rows.map { kind, text in
      ("import \(kind)", ["import", kind, try network.file("\(kind).csv", text)])
    }
  }

  /// A vote that is answered, prolonged and taken back, a silence that is broken, one that waits for consent,
  /// and a vote in which everybody has answered.
  private static let procedures: [(command: String, words: [String])] = [
    "procedure open plain --title Budget", "procedure answer P-1 --names PT=for",
    "procedure extend P-1 --until 2026-12-15 --reason late",
    "procedure withdraw P-1 --reason revised", "procedure open silence --title Guide",
    "procedure notify P-2", "procedure object P-2 --member PT",
    "procedure open asked --title Logo", "procedure consent P-3 --agreed PT",
    "procedure object P-3 --member PT", "procedure retract P-3 --member PT",
    "procedure open plain --title Seal", "procedure answer P-4 --names PT=for,MT=for",
    "procedure close P-4", "procedure publish P-4",
  ].map { line in
    let words = line.split(separator: " ").map(String.init)
    return (words.prefix(2).joined(separator: " "), words)
  }

  /// A line with the key in use in the place of `KEY`, and the amendment as draft where it is applied.
  private static func ready(_ words: [String], _ network: WritePathNetwork) throws -> [String] {
    if words.contains("--adopted-by"), words.first == "apply" {
      _ = try network.file("network.yaml", WritePathNetwork.amended)
    }
    guard words.contains("KEY") else { return words }
    let listed = try JSON(parsing: network.run(["key", "list", "--json"]).output).list ?? []
    let key = listed.first { $0["status"] == "in-use" }?["key"]?.text
    return try words.map { $0 == "KEY" ? try #require(key) : $0 }
  }

  @Test func `No command that writes is missing from these tests`() throws {
    try WritePathNetwork.with { network in
      let tried = Set(try Self.lines(network).map(\.command))
      let writing = Set(CommandTree.all.commands.filter { $0.effect == .records }.map(\.name))
        .subtracting(Self.indirect)
      #expect(writing.subtracting(tried).sorted() == [])
      #expect(tried.subtracting(writing).sorted() == [])
      let reading = Set(CommandTree.all.commands.filter { $0.effect == .reads }.map(\.name))
      #expect(Set(Self.beside.keys).subtracting(reading).sorted() == [])
    }
  }

  @Test func `An accepted act and a refused one leave a row each, whatever the command`() throws {
    try WritePathNetwork.with { network in
      _ = try network.file("passphrase", ProofStage.passphrase + "\n")
      for (command, line) in try Self.lines(network) {
        let words = try Self.ready(line, network)
        if !command.hasPrefix("import"), words != ["apply", "--founding"] {
          try Self.checkRefused(words, network)
        }
        let before = try words.contains("--founding") ? 0 : network.rows().count
        let told = network.run(words)
        #expect(told.status == .done, "\(words): \(told.talk)")
        let rows = try network.rows().dropFirst(before)
        // The founding is of a day before the network's own record.
        let verdict: Verdict = words.contains("--founding") ? .takenOver : .accepted
        #expect(rows.map(\.verdict) == [verdict], "\(words)")
        #expect(rows.first?.positions != nil, "\(words)")
      }
    }
  }

  private static func checkRefused(_ words: [String], _ network: WritePathNetwork) throws {
    let before = try network.rows()
    let asked = words.filter { $0 != "--as" && $0 != "president" } + ["--as", "nobody"]
    let told = network.run(asked)
    #expect(told.status == .refused, "\(asked): \(told.status) \(told.talk)")
    #expect(told.talk.contains("Nobody may do that."), "\(asked): \(told.talk)")
    let rows = try network.rows().dropFirst(before.count)
    #expect(rows.map(\.verdict) == [.refused] && rows.first?.actor == "nobody", "\(asked)")
    #expect(rows.first?.positions == nil)
  }

  @Test func `A second founding is refused and kept`() throws {
    try WritePathNetwork.with { network in
      #expect(network.run(["apply", "--founding"]).status == .done)
      #expect(network.run(["apply", "--founding"]).status == .refused)
      let rows = try network.rows()
      #expect(rows.map(\.verdict) == [.takenOver, .refused])
    }
  }

  /// Decision 0009: an import is all or none.
  @Test func `An import that is refused keeps nothing, not even the acts before`() throws {
    try WritePathNetwork.with { network in
      #expect(network.run(["apply", "--founding"]).status == .done)
      let acts = "- {do: person add, name: Eva}\n- {do: person add, name: Rui}\n"
      let file = try network.file("two.yaml", acts)
      let told = network.run(["import", file, "--as", "nobody"])
      #expect(told.status == .refused)
      #expect(try network.rows().count == 1)
    }
  }

  @Test func `A trial leaves no row, accepted or refused`() throws {
    try WritePathNetwork.with { network in
      #expect(network.run(["apply", "--founding"]).status == .done)
      for actor in ["secretariat", "nobody"] {
        let line = ["member", "admit", "PT", "--class", "member", "--as", actor, "--dry-run"]
        _ = network.run(line)
      }
      let rows = try network.rows()
      #expect(rows.count == 1)
    }
  }

  @Test func `A command that reads leaves the log as it is, whatever it is asked`() throws {
    try SampleNetwork.with { network in
      #expect(network.run("member admit PT --class member -q").status == .done)
      let log = try Log.open(in: network.folder, for: .reading)
      let head = try log.head()
      let away = ["init", "plan", "restore", "follow", "archive", "log import"]
      for command in CommandTree.all.commands where command.effect == .reads {
        guard !away.contains(command.name) else { continue }
        for example in command.examples {
          _ = network.run(Self.words(example, writingTo: network.folder))
        }
        #expect(try log.head() == head, "\(command.name)")
      }
    }
  }

  /// The words of an example, without where the output goes; a file that it writes is put into a folder.
  private static func words(_ example: String, writingTo folder: String) -> [String] {
    var words = Array(ShellWords.split(example).dropFirst().prefix { $0 != ">" })
    if let target = words.firstIndex(of: "--to").map({ $0 + 1 }), target < words.endIndex {
      words[target] = "\(folder)/\(words[target])"
    }
    return words
  }

  @Test func `What writes beside the log leaves the log as it is`() throws {
    try ProofStage.with { stage in
      let rows = try stage.network.json("log list").list?.count
      _ = try stage.publish()
      #expect(stage.run("rebuild").status == .done)
      #expect(stage.run("checkpoint export").status == .done)
      #expect(try stage.network.json("log list").list?.count == rows)
    }
  }
}
