import Foundation
import Testing
import Values

/// Check 8 of the first release: bad input gets file, line, column, reason and remedy, and changes nothing.
@Suite struct BadInputTests {
  @Test(arguments: [
    ("a misspelt key", "notice:", "notise:", "notise"),
    ("an unknown state", "[NL, SK, MT]", "[NL, SK, ZZ]", "ZZ"),
    ("an impossible quorum", "more_than: 1/2", "more_than: 1/1", "1/1"),
    ("a decimal", "more_than: 1/2", "more_than: 0.5", "0.5"),
    ("a duplicate key", "id: ejcn\n", "id: ejcn\nid: ejcn\n", "id"),
    ("a tab", "id: ejcn\n", "id: ejcn\n\tx: 1\n", "␉"),
    ("an adjective for a period", "length: P2Y", "length: bi-annual", "bi-annual"),
  ])
  func `A wrong plugin is told with its place, and nothing is written`(
    _ row: (name: String, right: String, wrong: String, quoted: String)
  ) throws {
    try Program.withFolder { folder in
      let file = folder.appending(path: "network.yaml")
      let right = try String(
        contentsOfFile: "\(Program.policies)/networks/ejcn.yaml", encoding: .utf8)
      let wrong = right.replacingOccurrences(of: row.right, with: row.wrong)
      #expect(wrong != right, "\(row.name)")
      try Data(wrong.utf8).write(to: file)
      for line in [["lint"], ["apply", "--founding"]] {
        let start = ContinuousClock.now
        let outcome = try Program.run(["-C", folder.path] + line)
        #expect(ContinuousClock.now - start < .seconds(1), "\(row.name)")
        #expect(outcome.status == (line == ["lint"] ? 11 : 65), "\(row.name)")
        let told = outcome.output + outcome.talk
        let head = #/network\.yaml:\d+:\d+: error [a-z-]+: .+/#
        #expect(told.contains(head), "\(row.name): \(told)")
        #expect(told.contains(row.quoted), "\(row.name): \(told)")
      }
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(files == ["network.yaml"], "\(row.name)")
    }
  }

  @Test func `A hundred thousand brackets are refused within a second`() throws {
    try Program.withFolder { folder in
      let text = "id: " + String(repeating: "[", count: 100_000)
      try Data(text.utf8).write(to: folder.appending(path: "network.yaml"))
      let start = ContinuousClock.now
      let outcome = try Program.run(["-C", folder.path, "lint"])
      #expect(ContinuousClock.now - start < .seconds(1))
      #expect(outcome.status == 11)
      #expect(outcome.output.contains(#/network\.yaml:1:\d+: error yaml-/#))
    }
  }

  @Test func `NO unquoted is Norway`() throws {
    try NetworkOnDisk.with(history: false) { network in
      let acts = network.file("acts.yaml")
      try Data("- {do: member admit, member: NO, class: observer}\n".utf8).write(to: acts)
      #expect(try network.run("import \(acts.path)").status == 0)
      #expect(try network.rows("member list").map { $0["member"] } == ["NO"])
    }
  }

  @Test(arguments: [
    ["member", "lsit"], ["membre"], ["--frobnicate"], ["member", "list", "--limit", "x"],
    ["log", "show", "999999"], ["explain", "nothing"], ["member", "show", "ZZ"],
    ["import", "/nowhere.yaml"], ["lint", "/nowhere.yaml"], ["verify", "/nowhere.db"],
    ["init", "--template", "nope", "x"], ["member", "list", "--as-of", "yesterday"],
    ["member", "admit"], ["help", "nonsense"], ["member", "list", "--fields", "nope"],
    ["\u{202E}", "\u{1B}[31m"], [String(repeating: "x", count: 100_000)],
  ])
  func `A mistake gets a sentence, a status and no trap`(_ words: [String]) throws {
    try NetworkOnDisk.with(history: false) { network in
      let outcome = try Program.run(["-C", network.folder] + words)
      #expect((64...66).contains(outcome.status), "\(outcome.status): \(outcome.talk.prefix(300))")
      #expect(outcome.output.isEmpty)
      #expect(outcome.talk.contains(#/\[[a-z-]+\]\n$/#), "\(outcome.talk.prefix(300))")
      for trace in ["Fatal error", "Swift.", "Optional(", "Thread 0", "\u{1B}"] {
        #expect(!outcome.talk.contains(trace), "\(trace)")
      }
    }
  }

  @Test(arguments: [
    "- {do: person add, name: \"Secret\\u0001Person\"}", "- {do: person add, nmae: Secret Person}",
    "- {do: person add, name: Secret Person, name: Secret Person}",
  ])
  func `A fault in an import names its place and nobody`(_ text: String) throws {
    try NetworkOnDisk.with(history: false) { network in
      let file = network.file("acts.yaml")
      try Data(text.utf8).write(to: file)
      let refused = try network.run("import \(file.path)")
      #expect(refused.status == 65 || refused.status == 64, "\(refused.talk)")
      #expect(refused.talk.contains("acts.yaml:1:"), "\(refused.talk)")
      #expect(!refused.talk.contains("Secret"), "\(refused.talk)")
    }
  }

  @Test func `Nobody is waited for when input is closed`() throws {
    try NetworkOnDisk.with(history: false) { network in
      let start = ContinuousClock.now
      let outcome = try network.run("member admit")
      #expect(ContinuousClock.now - start < .seconds(2))
      #expect(outcome.status == 64)
      #expect(outcome.talk.contains("needs MEMBER and --class"))
    }
  }
}
