import Foundation
import Testing
import Values

@testable import admin

/// `admin tick` as a script and as a person read it.
@Suite struct TickCommandTests {
  /// The network after the end of P-3, a vote by letter that nobody answered, and of P-1.
  private static func with(
    at now: String = "2026-06-20T09:00:00Z", _ body: (SampleNetwork) throws -> Void
  ) throws {
    try ProceduralNetwork.with { network in
      var network = network
      network.now = now
      try body(network)
    }
  }

  @Test func `A program gets the moment, and each answer with the moment of its effect`() throws {
    try Self.with { network in
      let told = try network.json("tick")
      #expect(told["by"] == "2026-06-20T09:00:00.000000Z")
      #expect(told["dry_run"] == false)
      let acts = try #require(told["acts"]?.list)
      #expect(
        acts.map { $0["at"]?.text } == [
          "2026-06-08T09:00:00.000000Z", "2026-06-15T09:00:00.000000Z",
        ])
      #expect(acts.map { $0["answer"]?["act"]?.text } == ["procedure close", "procedure close"])
      #expect(acts.map { $0["answer"]?["verdict"]?.text } == ["accepted", "accepted"])
    }
  }

  @Test func `With nothing due a program gets an empty list and status 0`() throws {
    try Self.with(at: "2026-06-03T09:00:00Z") { network in
      let outcome = network.run("tick --json")
      #expect(outcome.status == .done)
      let told = try JSON(parsing: outcome.output)
      #expect(told["acts"] == [])
      let before = network.eventCount
      #expect(network.run("tick").output == "Nothing is due by 2026-06-03 09:00.\n")
      #expect(network.eventCount == before)
    }
  }

  @Test func `A person reads what was due, what it led to, and by which clause`() throws {
    try Self.with { network in
      let output = network.run("tick").output
      #expect(output.contains("Due on 2026-06-08 09:00: procedure close P-3"))
      #expect(output.contains("deliberation.rejected  D-1  from 8 June 2026"))
      #expect(output.contains("[bodies.plenary.decides.default]"))
      #expect(output.contains("deliberation.adopted  D-2  from 15 June 2026"))
      #expect(network.run("tick").output.hasPrefix("Nothing is due"))
    }
  }

  private func check(_ network: SampleNetwork, _ column: String, _ value: JSON) throws {
    let row = try network.json("procedure show P-3")
    #expect(row[column] == value, "\(column)")
  }

  @Test(arguments: ["9999-12-31", "9999-12-31T23:59:59Z"])
  func `On the last day of the calendar what is due is recorded as on any other`(_ now: String)
    throws
  {
    try Self.with(at: now) { network throws in
      let acts = try #require(try network.json("tick")["acts"]?.list)
      #expect(acts.map { $0["answer"]?["verdict"]?.text } == ["accepted", "accepted"])
      #expect(network.run("tick").output.hasPrefix("Nothing is due"))
      #expect(network.run("verify").status == .done)
    }
  }

  @Test(arguments: [
    ("en", "The calendar of this program ends"), ("pt", "O calendário deste programa acaba"),
    ("es", "El calendario de este programa acaba"),
  ])
  func `Where clocks show a day after the last one the tick is refused and records nothing`(
    _ row: (language: String, words: String)
  ) throws {
    try SampleLog.with([SampleLog.rules]) { folder throws in
      for line in ["tick", "tick --dry-run"] {
        let told = Outcome(
          ["-C", folder, "--lang", row.language] + line.split(separator: " ").map(String.init),
          ["ACTA_NOW": "9999-12-31T23:00:00Z"], ScriptedTerminal(), tree: .all)
        #expect(told.status == .configuration && told.talk.contains(row.words), "\(told.talk)")
        #expect(told.talk.hasSuffix("[clock-beyond]\n"))
      }
      let zone = try #require(Zone.named("Europe/Amsterdam"))
      let last = try #require(Instant("9999-12-31T22:59:59Z"))
      #expect(try Circumstances.day(of: last, in: zone).description == "9999-12-31")
    }
  }

  @Test func `A trial says that it is one, and the views stay as they are`() throws {
    try Self.with { network in
      let trial = network.run("tick --dry-run")
      #expect(trial.status == .done)
      #expect(!trial.talk.isEmpty)
      try check(network, "stage", "running")
      try check(network, "expiry_due", true)
      _ = network.run("tick")
      try check(network, "stage", "rejected")
    }
  }

  @Test(arguments: [
    ("2026-06-08T08:59:59Z", 0), ("2026-06-08T09:00:00Z", 1), ("2026-06-10", 1),
    ("2026-06-15T09:00:00Z", 2),
  ])
  func `An earlier moment leaves the rest for later`(_ row: (moment: String, count: Int)) throws {
    try Self.with { network in
      let acts = try network.json("tick --now \(row.moment)")["acts"]?.list
      #expect(acts?.count == row.count)
      let rest = try network.json("tick")["acts"]?.list
      #expect(rest?.count == 2 - row.count)
    }
  }

  @Test(arguments: ["tick --now soon", "tick --now 2027-01-01", "tick extra", "tick --now ''"])
  func `A line that makes no sense records nothing`(_ line: String) throws {
    try Self.with { network in
      let before = network.eventCount
      let outcome = network.run(line)
      #expect(outcome.status != .done, "\(line)")
      #expect(!outcome.talk.isEmpty)
      #expect(network.eventCount == before)
    }
  }

  @Test func `Acts of procedures can stand in an import file, all or none`() throws {
    try Self.with(at: "2026-06-03T09:00:00Z") { network in
      let good = """
        - {do: procedure open, rule: plain, title: Logo, effective: 2026-06-02, time: "10:00", as: p}
        - {do: procedure answer, procedure: $p, names: [ES=for, FR=for, IT=for, PT=for], effective: 2026-06-03, time: "08:00"}
        - {do: procedure close, procedure: $p}

        """
      let before = network.eventCount
      let bad = try network.file("bad.yaml", good + "- {do: procedure close, procedure: P-1}\n")
      let refused = network.run("import \(bad)")
      #expect(refused.status == .refused, "\(refused.talk)")
      #expect(network.eventCount == before)
      let file = try network.file("good.yaml", good)
      #expect(network.run("import \(file)").status == .done)
      let row = try network.json("procedure show P-5")
      #expect(row["stage"] == "adopted")
      #expect(row["ended"] == "2026-06-03")
      #expect(row["from"] == "2026-06-02T10:00:00.000000Z")
    }
  }
}
