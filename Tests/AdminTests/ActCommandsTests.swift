import Foundation
import Testing
import Values

@testable import admin

@Suite struct ActCommandsTests {
  @Test func `An act is recorded, told, and seen in the views`() throws {
    try SampleNetwork.with { network in
      let outcome = network.run("member admit PT --class member --effective 2016-11-24")
      #expect(outcome.status == .done)
      #expect(outcome.output.hasPrefix("3  member.admitted  PT  from 24 November 2016\n"))
      #expect(
        outcome.talk.hasPrefix("Next you can:\n  admin -C \(network.folder) member show PT\n"))
      let rows = try network.json("member list").list ?? []
      #expect(rows.map { $0["member"] } == ["PT"])
      #expect(rows.first?["event"] == 3)
      let answer18 = try network.json("member list --as-of 2016-11-23")
      #expect(answer18 == [])
    }
  }

  @Test func `A trial prints the very events that the act then records, and writes nothing`() throws
  {
    try SampleNetwork.with { network in
      let line = "member admit PT --class member --effective 2016-11-24"
      let trial = try network.json(line + " --dry-run")
      #expect(network.eventCount == 2)
      let real = try network.json(line)
      #expect(trial["events"] == real["events"])
      #expect(trial["dry_run"] == true && real["dry_run"] == false)
      #expect(network.eventCount == 3)
    }
  }

  @Test func `A plenary convened eight days ahead is refused with clause, source and day`() throws {
    try SampleNetwork.with { network in
      let planned = network.run("meeting plan plenary --from 2026-12-01 --place 'The Hague'")
      #expect(planned.status == .done)
      let refused = network.run("meeting convene plenary-1 --agenda Opening")
      #expect(refused.status == .refused)
      #expect(refused.talk.hasPrefix("Refused: "))
      #expect(refused.talk.contains("series.plenary.notice (assumption"))
      #expect(refused.talk.contains("7 December 2026"))
      #expect(refused.talk.contains("You can:\n"))
      let answer = try network.json("meeting convene plenary-1 --agenda Opening")
      #expect(answer["verdict"] == "refused" && answer["events"] == [])
      let refusal = try #require(answer["refusals"]?.list?.first)
      #expect(refusal["rule"] == "series.plenary.notice" && refusal["source"] == "assumption")
      #expect(refusal["ways"]?.list?.isEmpty == false)
      let answer19 = try network.json("log list --refused")
      #expect(answer19.list?.count == 2)
    }
  }

  @Test func `Twenty days ahead is accepted`() throws {
    try SampleNetwork.with { network in
      _ = network.run("meeting plan plenary --from 2026-12-13")
      #expect(network.run("meeting convene plenary-1 --agenda Opening").status == .done)
    }
  }

  @Test(arguments: [
    ("an unknown state", "member admit XX --class member", Values.ExitStatus.badData),
    ("an unknown class", "member admit PT --class friend", .badData),
    ("an unknown meeting", "meeting convene plenary-9", .notFound),
    ("admitted already", "member admit ES --class member", .refused),
  ])
  func `An act that makes no sense says so and leaves no event`(
    _ row: (name: String, line: String, status: Values.ExitStatus)
  ) throws {
    try SampleNetwork.with { network in
      _ = network.run("member admit ES --class member")
      let outcome = network.run(row.line)
      #expect(outcome.status == row.status, "\(row.name)")
      #expect(outcome.talk.hasPrefix("Refused: "), "\(row.name)")
      #expect(!outcome.talk.contains("["), "\(row.name): \(outcome.talk)")
      #expect(network.eventCount == 3, "\(row.name)")
    }
  }

  @Test func `The same key gives the first answer and no second event`() throws {
    try SampleNetwork.with { network in
      let line = "member admit PT --class member --key spring-1"
      let first = try network.json(line)
      let second = try network.json(line)
      #expect(first["events"] == second["events"])
      #expect(second["repeated"] == true)
      #expect(network.eventCount == 3)
      let other = network.run("member admit ES --class member --key spring-1")
      #expect(other.talk.hasSuffix("[command-reused]\n"))
    }
  }

  @Test func `Who acts is kept with the act`() throws {
    try SampleNetwork.with { network in
      _ = network.run("member admit PT --class member --as deputy")
      let event = try network.json("log show 3")
      #expect(event["actor"] == "deputy")
    }
  }

  @Test func `On a terminal the page shows what the rules say before anything is recorded`() throws
  {
    try SampleNetwork.with { network in
      let terminal = ScriptedTerminal(lines: ["PT", "member", "y"])
      let outcome = network.run("member admit", terminal: terminal)
      #expect(outcome.status == .done)
      #expect(outcome.talk.contains("     1  institution\n     2  member\n     3  observer\n"))
      #expect(outcome.talk.contains("Writes member.admitted\n"))
      #expect(outcome.talk.contains("Same as: admin --network "))
      #expect(network.memberCount == 1)
      let declined = network.run(
        "member admit", terminal: ScriptedTerminal(lines: ["ES", "member", "n"]))
      #expect(declined.status == .declined)
      #expect(network.memberCount == 1)
    }
  }

  @Test func `An id that a view does not have gets the nearest one`() throws {
    try SampleNetwork.with { network in
      _ = network.run("member admit PT --class member")
      let outcome = network.run("member show pt")
      #expect(outcome.status == .notFound)
      #expect(outcome.talk.contains("Did you mean `PT`?"))
    }
  }

  @Test func `An outcome is explained by the event, the act, the clause and the numbers`() throws {
    try SampleNetwork.with { network in
      _ = network.run("meeting plan plenary --from 2026-12-13")
      _ = network.run("meeting convene plenary-1 --agenda Opening")
      let explained = try network.json("explain plenary-1")
      let derivation = try #require(explained["derivations"]?.list?.first)
      #expect(derivation["rule"] == "series.plenary.notice" && derivation["holds"] == true)
      #expect(derivation["inputs"]?["days_given"] == 20)
      let text = network.run("explain plenary-1").output
      #expect(text.contains("rule series.plenary.notice (assumption"))
      let refusal = try network.json("meeting convene plenary-1")
      let command = try #require(refusal["command"]?.text)
      let answer20 = try network.json("explain \(command)")
      #expect(answer20["id"] == .text(command))
    }
  }

  @Test(arguments: ["999", "D-99", "0d0d0d0d-0000-4000-8000-000000000000", "-5"])
  func `What the log does not know cannot be explained`(_ id: String) throws {
    try SampleNetwork.with { network in
      #expect(network.run("explain -- \(id)").status == .notFound)
    }
  }
}
