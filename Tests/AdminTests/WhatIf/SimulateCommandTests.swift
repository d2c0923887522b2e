import Foundation
import Testing
import Values

@testable import admin

/// `admin simulate`: the past under other rules.
@Suite struct SimulateCommandTests {
  private static func withVote(_ body: (SittingNetwork) throws -> Void) throws {
    try SittingNetwork.with { sitting in
      #expect(sitting.vote(2, against: 1).status == .done)
      try body(sitting)
    }
  }

  @Test func `The rules in force decide as they did`() throws {
    try Self.withVote { sitting in
      let outcome = sitting.network.run("simulate")
      #expect(outcome.status == .done && outcome.output.isEmpty)
      #expect(
        outcome.talk.hasPrefix("0 of 8 acts would have been decided otherwise; 0 obligations"))
    }
  }

  @Test func `An outcome that would be another is told with both ways of counting`() throws {
    try Self.withVote { sitting in
      try sitting.edit(SittingNetwork.strict)
      let outcome = sitting.network.run("simulate --from 2026-01-01")
      #expect(outcome.status == .differences)
      let lines = outcome.output.split(separator: "\n").map { String($0) }
      #expect(lines.first == "deliberation record D-1, 20 March 2026: adopted -> rejected")
      #expect(lines.contains { $0.hasPrefix("  then (ejcn@1.0.0#") })
      #expect(lines.contains { $0.hasPrefix("  the other rules (ejcn@1.1.0#") })
      #expect(lines.contains { $0.contains("2 votes in favour are needed (more than 1/2") })
      #expect(lines.contains { $0.contains("3 votes in favour are needed (more than 2/3") })
      #expect(outcome.talk.hasPrefix("1 of 8 acts would have been decided otherwise; "))
    }
  }

  @Test func `An act that would be refused is told with clause, source and ways out`() throws {
    try Self.withVote { sitting in
      try sitting.edit([("period: P14D", "period: P60D")])
      let output = sitting.network.run("simulate").output
      #expect(
        output.hasPrefix(
          "meeting convene plenary-1, 2 February 2026: accepted then, would be refused\n"))
      #expect(output.contains("    Refused: The meeting plenary-1 would begin on 20 March 2026"))
      #expect(output.contains("Rule series.plenary.notice (assumption: nothing is published)"))
      #expect(output.contains("You can:"))
    }
  }

  @Test func `What was refused and would pass is told too`() throws {
    try Self.withVote { sitting in
      let lines = [
        "meeting plan plenary --from 2026-04-01 --effective 2026-03-20",
        "meeting convene plenary-2 --agenda Rules --effective 2026-03-20",
      ]
      #expect(lines.map { sitting.network.run($0).status } == [.done, .refused])
      try sitting.edit([("period: P14D", "period: P10D")])
      let output = sitting.network.run("simulate").output
      #expect(
        output.hasPrefix(
          "meeting convene plenary-2, 20 March 2026: refused then, would be accepted\n"))
    }
  }

  @Test func `A program gets both answers whole`() throws {
    try Self.withVote { sitting in
      try sitting.edit(SittingNetwork.strict)
      let json = try sitting.network.json("simulate --from 2026-01-01")
      #expect(json["from"] == "2026-01-01" && json["decided"] == 8 && json["unread"] == 0)
      #expect(json["rules"]?["version"] == "1.1.0")
      let difference = try #require(json["different"]?.list?.first)
      #expect(difference["kind"] == "outcome" && difference["subject"] == "D-1")
      #expect(difference["before"]?["events"] == ["deliberation.adopted"])
      #expect(difference["after"]?["events"] == ["deliberation.rejected"])
      for side in ["before", "after"] {
        let needed = difference[side]?["derivations"]?.list?.last?["inputs"]?["needed"]
        #expect(needed == (side == "before" ? 2 : 3))
        #expect(difference[side]?["rules"]?["digest"]?.text?.count == 64)
      }
    }
  }

  @Test func `A meeting that was convened before the first day keeps its rules`() throws {
    try Self.withVote { sitting in
      try sitting.edit(SittingNetwork.strict)
      let kept = try sitting.network.json("simulate --from 2026-03-01")
      #expect(kept["different"] == [])
      try sitting.edit([("timezone:", "in_progress: adopt\ntimezone:")])
      let taken = try sitting.network.json("simulate --from 2026-03-01")
      #expect(taken["different"]?.list?.count == 1)
    }
  }

  @Test func `Obligations that appear, move or vanish are told`() throws {
    try Self.withVote { sitting in
      try sitting.edit([
        ("at_least: 2\n      per: P1Y", "at_least: 4\n      per: P1Y"),
        ("    judicial_monitor:", "    judicial_review:"),
      ])
      let outcome = sitting.network.run("simulate")
      #expect(outcome.status == .differences)
      #expect(outcome.output.contains("outputs.judicial_review:judicial_review would be owed: "))
      #expect(
        outcome.output.contains("outputs.judicial_monitor:judicial_monitor would not be owed: "))
      let rows = try sitting.network.json("simulate")["obligations"]?.list ?? []
      let kinds = Set(rows.compactMap { $0["kind"]?.text })
      #expect(kinds.isSuperset(of: ["appears", "vanishes"]))
    }
  }

  @Test func `Nothing is written, whatever is found`() throws {
    try Self.withVote { sitting in
      try sitting.edit(SittingNetwork.strict)
      let before = try sitting.log
      #expect(sitting.network.run("simulate").status == .differences)
      #expect(sitting.network.run("simulate --json").status == .differences)
      #expect(try sitting.log == before)
    }
  }

  @Test func `The keys of persons are not needed`() throws {
    try Self.withVote { sitting in
      try FileManager.default.removeItem(atPath: sitting.network.folder + "/keys.db")
      try sitting.edit(SittingNetwork.strict)
      let json = try sitting.network.json("simulate")
      #expect(json["different"]?.list?.count == 1 && json["unread"] == 0)
      #expect(!sitting.network.run("simulate").output.contains("Ana"))
    }
  }

  @Test(arguments: ["pt", "es"])
  func `A difference is told in the reader's language`(_ language: String) throws {
    try Self.withVote { sitting in
      try sitting.edit(SittingNetwork.strict + [("period: P14D", "period: P60D")])
      let outcome = sitting.network.run("simulate --lang \(language)")
      #expect(
        outcome.output.contains(language == "pt" ? "adotada -> rejeitada" : "adoptado -> rechazado")
      )
      #expect(outcome.output.contains(language == "pt" ? "seria recusado" : "se denegaría"))
      #expect(!outcome.output.contains("[simulate.") && !outcome.talk.contains("[simulate."))
    }
  }

  @Test func `Rules with errors are no rules to simulate`() throws {
    try Self.withVote { sitting in
      try sitting.edit([("period: P14D", "period: P14")])
      let outcome = sitting.network.run("simulate")
      #expect(outcome.status != .done && outcome.status != .differences)
      #expect(outcome.output.isEmpty && outcome.talk.contains("network.yaml:"))
    }
  }

  @Test func `A folder that is no founded network is told so`() throws {
    try SittingNetwork.with { sitting in
      try FileManager.default.removeItem(atPath: sitting.network.folder + "/log.db")
      #expect(sitting.network.run("simulate").status != .done)
      #expect(sitting.network.run("plan").status != .done)
    }
  }
}
