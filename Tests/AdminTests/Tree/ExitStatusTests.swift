import EventStore
import Foundation
import Testing
import Values

@testable import admin

/// Each status that a script can meet, brought about once in the way in which it comes about.
@Suite struct ExitStatusTests {
  @Test(arguments: [
    ("an answer", "member list", Values.ExitStatus.done),
    ("a rule stands against it", "apply --founding", .refused),
    ("a check found errors", "lint BAD", .checkFailed),
    ("no command of that name", "membre list", .usage),
    ("a file that cannot be read", "import BAD", .badData),
    ("a thing that is not there", "member show PT", .notFound),
    ("a folder that is a network already", "init --template blank FOLDER", .cannotCreate),
    ("a folder below a file", "init --template EJCN BAD/deeper", .cannotCreate),
  ])
  func `A line ends with the status of its kind`(
    _ row: (name: String, line: String, status: Values.ExitStatus)
  ) throws {
    try SampleNetwork.with { network in
      let bad = try network.file("bad.yaml", "a: [\n")
      let plugin = SampleNetwork.policies.appending(path: "networks/ejcn.yaml").path
      let places = ["BAD": bad, "FOLDER": network.folder, "EJCN": plugin, "BAD/deeper": bad + "/d"]
      let words = ShellWords.split(row.line).map { places[$0] ?? $0 }
      let outcome = network.run(words)
      #expect(outcome.status == row.status, "\(row.name): \(outcome.talk)")
      #expect((row.status == .done) == outcome.talk.isEmpty, "\(row.name)")
    }
  }

  @Test func `No at the page of answers is a status of its own`() throws {
    try SampleNetwork.with { network in
      let terminal = ScriptedTerminal(lines: ["PT", "member", "no"])
      #expect(network.run("member admit", terminal: terminal).status == .declined)
    }
  }

  @Test func `While another writes, a person is told to try again`() throws {
    try SampleNetwork.with { network in
      let writer = try Log.open(in: network.folder, for: .writing)
      defer { writer.close() }
      let now = try #require(Instant(network.now))
      let outcome = try writer.write(now: now) { _ in
        network.run("member admit PT --class member")
      }
      #expect(outcome.status == .tryAgain)
      #expect(network.run("member admit PT --class member").status == .done)
    }
  }

  @Test func `A clock that cannot be read is a mistake of the configuration`() throws {
    try SampleNetwork.with { network in
      var odd = network
      odd.now = "yesterday"
      let outcome = odd.run("member list")
      #expect(outcome.status == .configuration)
      #expect(outcome.talk.contains("yesterday") && outcome.talk.hasSuffix("[clock-unreadable]\n"))
    }
  }

  @Test func `An answer that could not be written whole is told on the other channel`() {
    let terminal = FullTerminal()
    let status = Admin.run(["version"], environment: [:], terminal: terminal)
    #expect(status == .inputOutput)
    #expect(terminal.talk.hasSuffix("[output-failed]\n"))
  }

  @Test func `No two statuses have one number, and none is one that a shell gives`() {
    let numbers = Values.ExitStatus.allCases.map(\.rawValue)
    #expect(Set(numbers).count == numbers.count)
    #expect(numbers.allSatisfy { $0 == 0 || (10...13).contains($0) || (64...78).contains($0) })
  }

  @Test(arguments: ["--json", "-o json", "-ojson", "--output json", "--output=json"])
  func `A mistake is told to a program however it asked for JSON`(_ option: String) throws {
    for line in [
      "member lsit \(option)", "\(option) membre list", "member list \(option) --sort x",
    ] {
      let outcome = Outcome(line)
      let error = try JSON(parsing: outcome.talk)["error"]
      #expect(error?["exit"] == 64, "\(line)")
      #expect(outcome.output.isEmpty && outcome.status == .usage, "\(line)")
    }
  }

  @Test(arguments: ["member lsit -- --json", "member lsit -o table", "member lsit --csv"])
  func `A mistake is told to a person where JSON was not asked for`(_ line: String) {
    #expect(Outcome(line).talk.hasPrefix("admin: "))
  }

  @Test func `The page of statuses has each number with its meaning`() {
    let page = Outcome("help exit-codes").output
    for status in Values.ExitStatus.allCases {
      #expect(page.contains("\n  \(status.rawValue) "), "\(status)")
    }
  }
}

/// A terminal whose output goes to a disk that is full.
private final class FullTerminal: Terminal {
  let canAsk = false
  let outputIsTerminal = false
  let outputWidth: Int? = nil
  private(set) var talk = ""

  func write(_ text: String) {}
  func writeError(_ text: String) { talk += text }
  func readLine() -> String? { nil }
  func readSecret(_ prompt: String, atMost limit: Int) -> [UInt8]? { nil }
  func flush() -> Bool { false }
}
