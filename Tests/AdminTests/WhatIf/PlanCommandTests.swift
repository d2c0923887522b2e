import Foundation
import Testing
import Values

@testable import admin

/// `admin plan`, and `admin apply` with the plan.
@Suite struct PlanCommandTests {
  @Test func `A plan tells changes, members, open matters, the past and what is needed`() throws {
    try SittingNetwork.with { sitting in
      #expect(sitting.vote(2, against: 1).status == .done)
      try sitting.edit(SittingNetwork.strict)
      let outcome = sitting.network.run("plan --effective 2027-01-01")
      #expect(outcome.status == .done)
      let lines = outcome.output.split(separator: "\n").map { String($0) }
      try #require(lines.count == 9)
      #expect(lines[0].hasPrefix("Rules ejcn@1.0.0#") && lines[0].contains(" -> ejcn@1.1.0#"))
      #expect(lines[0].hasSuffix(", from 1 January 2027: 1 change."))
      #expect(lines[1].hasPrefix("  ~ majority for default in plenary: "))
      #expect(lines[2] == "Who is affected: bodies plenary; classes none; 3 of 3 members today.")
      #expect(lines[3] == "Not finished today:")
      #expect(
        lines[4]
          == "  plenary-1 (open, since 20 March 2026) ends under the rules under which it began")
      #expect(lines[5] == "Past decisions that would have gone otherwise: 1 of 8.")
      #expect(lines[6] == "  deliberation record D-1, 20 March 2026: adopted -> rejected")
      #expect(
        lines[7].hasPrefix("Needs: a deliberation of plenary on the matter rules that adopts"))
      #expect(lines[7].contains("at least 2/3 of all members (2 of 3)"))
    }
  }

  @Test func `The summary is the last line`() throws {
    try SittingNetwork.with { sitting in
      try sitting.edit(SittingNetwork.strict)
      let last = sitting.network.run("plan").output.split(separator: "\n").last
      #expect(last == "Summary: 0 to add, 1 to change, 0 to remove.")
    }
  }

  @Test(arguments: ["en", "pt", "es"])
  func `A plan is whole in each language`(_ language: String) throws {
    try SittingNetwork.with { sitting in
      #expect(sitting.vote(2, against: 1).status == .done)
      let noted =
        "deliberation defer plenary-1 --title Budget --reason Later --effective 2026-03-20"
      #expect(sitting.network.run(noted).status == .done)
      try sitting.edit(SittingNetwork.strict)
      let output = sitting.network.run("plan --lang \(language)").output
      #expect(output.split(separator: "\n").count == 10)
      #expect(
        !output.contains("[plan.") && !output.contains("[open.") && !output.contains("[change."))
      #expect(output.contains("D-2"))
    }
  }

  @Test func `Without a change a plan says so, and the status tells only whoever asks`() throws {
    try SittingNetwork.with { sitting in
      let same = sitting.network.run("plan --detailed-exitcode")
      #expect(same.status == .done && same.output.contains("no change."))
      try sitting.edit(SittingNetwork.strict)
      #expect(sitting.network.run("plan").status == .done)
      #expect(sitting.network.run("plan --detailed-exitcode").status == .differences)
    }
  }

  @Test func `The saved plan is the JSON of the plan, with its form, the log and the digest`()
    throws
  {
    try SittingNetwork.with { sitting in
      try sitting.edit(SittingNetwork.strict)
      let path = sitting.network.folder + "/v2.plan"
      let told = try JSON(parsing: sitting.network.run(["plan", "--out", path, "--json"]).output)
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(try JSON(parsing: text) == told)
      #expect(text.hasPrefix("{\n  \"format\": \"acta-plan/1\",\n"))
      #expect(told["log"]?["position"] == 10)
      #expect(told["planned"]?["version"] == "1.1.0" && told["in_force"]?["version"] == "1.0.0")
      #expect(told["changes"]?.list?.count == 1 && told["open"]?.list?.first?["keeps"] == true)
      #expect(told["needs"]?.list?.first?["needed"] == 2)
      let portuguese = sitting.network.run(["plan", "--json", "--lang", "pt"]).output
      #expect(try JSON(parsing: portuguese) == told)
    }
  }

  @Test func `A plan is planned anew in its place, and no other file is written over`() throws {
    try SittingNetwork.with { sitting in
      let path = sitting.network.folder + "/v2.plan"
      #expect(sitting.network.run(["plan", "--out", path]).status == .done)
      let first = try String(contentsOfFile: path, encoding: .utf8)
      try sitting.edit(SittingNetwork.strict)
      #expect(sitting.network.run(["plan", "--out", path]).status == .done)
      #expect(try String(contentsOfFile: path, encoding: .utf8) != first)
      #expect(!FileManager.default.fileExists(atPath: path + ".new"))
      let draft = try String(contentsOfFile: sitting.draft, encoding: .utf8)
      let refused = sitting.network.run(["plan", "--out", sitting.draft])
      #expect(refused.status == .cannotCreate)
      #expect(try String(contentsOfFile: sitting.draft, encoding: .utf8) == draft)
    }
  }

  @Test func `A plan of another file plans that one`() throws {
    try SittingNetwork.with { sitting in
      try sitting.edit(SittingNetwork.strict, to: "v2.yaml")
      let plan = try JSON(
        parsing: sitting.network.run(["plan", sitting.network.folder + "/v2.yaml", "--json"]).output
      )
      #expect(plan["planned"]?["version"] == "1.1.0")
      #expect(try sitting.network.json("plan")["planned"]?["version"] == "1.0.0")
    }
  }

  @Test func `To plan writes nothing into the log`() throws {
    try SittingNetwork.with { sitting in
      try sitting.edit(SittingNetwork.strict)
      let before = try sitting.log
      _ = sitting.network.run("plan")
      #expect(try sitting.log == before)
    }
  }

  // MARK: - Apply

  /// A plan of the draft, with a deliberation that adopted its digest before.
  private static func withPlan(
    effective: String = "2026-04-01", _ body: (SittingNetwork, String) throws -> Void
  ) throws {
    try SittingNetwork.with { sitting in
      try sitting.edit(SittingNetwork.strict)
      #expect(sitting.vote(3, against: 0, digest: try sitting.digest()).status == .done)
      let path = sitting.network.folder + "/v2.plan"
      let planned = sitting.network.run(["plan", "--effective", effective, "--out", path])
      #expect(planned.status == .done)
      #expect(planned.talk.hasSuffix("Saved: \(path)\n"))
      try body(sitting, path)
    }
  }

  @Test func `Rules are applied by the plan that was looked at, from its day`() throws {
    try Self.withPlan { sitting, path in
      let applied = sitting.network.run(["apply", path, "--adopted-by", "D-1", "--json"])
      #expect(applied.status == .done, "\(applied.talk)")
      let event = try JSON(parsing: applied.output)["events"]?.list?.first
      #expect(event?["type"] == "rules.adopted" && event?["effective"] == "2026-04-01")
      #expect(event?["data"]?["version"] == "1.1.0")
      #expect(sitting.network.run("diff").status == .done)
    }
  }

  @Test func `A plan made before something was recorded is refused, and to be made again`() throws {
    try Self.withPlan { sitting, path in
      #expect(sitting.network.run("member admit FR --class member").status == .done)
      let before = try sitting.network.json("log list").list?.count
      for line in [["apply", path, "--adopted-by", "D-1"], ["apply", path]] {
        let moved = sitting.network.run(line)
        #expect(moved.status == .tryAgain)
        #expect(moved.talk.contains("Run `admin plan` again") && moved.talk.contains("[log-moved]"))
      }
      #expect(try sitting.network.json("log list").list?.count == before)
      _ = sitting.network.run(["plan", "--effective", "2026-04-01", "--out", path])
      #expect(sitting.network.run(["apply", path, "--adopted-by", "D-1"]).status == .done)
    }
  }

  @Test func `Even an act that was refused makes a plan old`() throws {
    try Self.withPlan { sitting, path in
      #expect(sitting.network.run("member admit PT --class member").status == .refused)
      #expect(sitting.network.run(["apply", path, "--adopted-by", "D-1"]).status == .tryAgain)
    }
  }

  @Test func `A draft that was changed after the plan is refused`() throws {
    try Self.withPlan { sitting, path in
      try sitting.edit([("period: P14D", "period: P15D")])
      let refused = sitting.network.run(["apply", path, "--adopted-by", "D-1"])
      #expect(refused.status == .badData && refused.talk.contains("[plan-other-rules]"))
    }
  }

  @Test func `A deliberation that adopted another digest, or nothing, does not do`() throws {
    try Self.withPlan { sitting, path in
      let unknown = sitting.network.run(["apply", path, "--adopted-by", "D-9"])
      #expect(unknown.status == .notFound)
    }
    try SittingNetwork.with { sitting in
      try sitting.edit(SittingNetwork.strict)
      let other = String(repeating: "0", count: 64)
      #expect(sitting.vote(3, against: 0, digest: other).status == .done)
      let path = sitting.network.folder + "/v2.plan"
      _ = sitting.network.run(["plan", "--out", path])
      let refused = sitting.network.run(["apply", path, "--adopted-by", "D-1"])
      #expect(refused.status == .refused)
    }
  }

  @Test func `A day that the plan is not for is refused, its own may be said`() throws {
    try Self.withPlan { sitting, path in
      let words = ["apply", path, "--adopted-by", "D-1", "--dry-run", "--effective"]
      let other = sitting.network.run(words + ["2026-05-01"])
      #expect(other.status == .usage && other.talk.contains("[plan-other-day]"))
      #expect(sitting.network.run(words + ["2026-04-01"]).status == .done)
    }
  }

  @Test func `A trial of a plan writes nothing, and a plan founds no network`() throws {
    try Self.withPlan { sitting, path in
      let before = try sitting.network.json("log list").list?.count
      #expect(
        sitting.network.run(["apply", path, "--adopted-by", "D-1", "--dry-run"]).status == .done)
      #expect(try sitting.network.json("log list").list?.count == before)
      let founding = sitting.network.run(["apply", path, "--founding"])
      #expect(founding.status == .usage && founding.talk.contains("[apply-undecided]"))
      #expect(sitting.network.run(["apply", path]).status == .usage)
    }
  }

  @Test(arguments: [
    "", "{}", "[1]", "{\"format\": \"acta-plan/2\"}",
    "{\"format\": \"acta-plan/1\", \"effective\": \"2026-04-01\"}",
    "{\"format\": \"acta-plan/1\", \"effective\": \"soon\", \"planned\": {\"digest\": \"00\"}, \"log\": {\"head\": \"00\"}}",
    "format: plugin/1",
  ])
  func `What is no plan is told so and changes nothing`(_ text: String) throws {
    try SittingNetwork.with { sitting in
      let path = try sitting.network.file("bad.plan", text)
      let outcome = sitting.network.run(["apply", path, "--adopted-by", "D-1"])
      #expect(outcome.status == .badData && outcome.talk.contains("[plan-unreadable]"))
    }
  }

  @Test func `A plan that is not there is not found`() throws {
    try SittingNetwork.with { sitting in
      let outcome = sitting.network.run("apply nowhere.plan --adopted-by D-1")
      #expect(outcome.status == .notFound && outcome.talk.contains("[file-missing]"))
    }
  }
}
