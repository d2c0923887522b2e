import Foundation
import Testing
import Values

@testable import admin

/// The chain and the activity report as people and programs read them.
@Suite struct ChainAndActivityTalkTests {
  private static func with(_ body: (SampleNetwork) throws -> Void) throws {
    try SampleNetwork.with { network in
      let lines = [
        "member admit PT --class member", "member admit ES --class member",
        "meeting plan plenary --from 2026-12-10 --place '*Porto*'",
        "meeting convene plenary-1 --agenda Opening",
      ]
      for line in lines { #expect(network.run(line).status == .done, "\(line)") }
      var meeting = network
      meeting.now = "2026-12-10T09:00:00Z"
      for line in [
        "meeting open plenary-1 --present PT,ES",
        "deliberation record plenary-1 --title 'Questionnaire' --for 2",
        "action assign 'Ask <all>' --owner PT --due 2026-12-31 --by D-1",
        "action close action-1 --outcome done --result 'All answered'",
        "meeting close plenary-1",
      ] {
        let told = meeting.run(line)
        #expect(told.status == .done, "\(line): \(told.talk)")
      }
      try body(meeting)
    }
  }

  private static let report = "report activity --from 2026-11-01 --to 2026-12-31"

  @Test func `The chain is a table for people and a list for programs`() throws {
    try Self.with { network in
      let rows = try #require(try network.json("chain action-1").list)
      #expect(rows.map { $0["id"] } == ["plenary-1", "D-1", "action-1"])
      #expect(rows.map { $0["level"]?.int } == [-2, -1, 0])
      #expect(rows.map { $0["what"] } == ["meeting", "deliberation", "action"])
      #expect(rows.last?["status"] == "done")
      let table = network.run("chain D-1 --lang pt").output
      #expect(table.contains("deliberação"))
      #expect(table.contains("ação"))
    }
  }

  @Test(arguments: [("en", "D-1"), ("pt", "D-1"), ("es", "D-1")])
  func `What is no link is refused, with the nearest that is`(_ row: (String, String)) throws {
    try Self.with { network in
      let told = network.run("chain D-11 --lang \(row.0)")
      #expect(told.status == .notFound)
      #expect(told.talk.contains(row.1), "\(told.talk)")
    }
  }

  @Test func `The activity report has the same bytes a year later on a copy of the log`() throws {
    try Self.with { network in
      let first = network.run(Self.report).output
      let page = network.run(Self.report + " --html").output
      let copy = network.folder + "-copy"
      try FileManager.default.copyItem(atPath: network.folder, toPath: copy)
      defer { try? FileManager.default.removeItem(atPath: copy) }
      try? FileManager.default.removeItem(atPath: copy + "/views.db")
      var later = SampleNetwork(folder: copy)
      later.now = "2027-12-10T09:00:00Z"
      #expect(later.run("member admit FR --class member").status == .done)
      #expect(later.run(Self.report).output == first)
      #expect(later.run(Self.report + " --html").output == page)
      #expect(first.contains("All answered"))
    }
  }

  @Test func `It is Markdown or a page, in which words of others are no marks`() throws {
    try Self.with { network in
      let markdown = network.run(Self.report).output
      #expect(markdown.hasPrefix("# Activity report (restricted)\n"))
      #expect(markdown.contains("## Meetings"))
      #expect(markdown.contains(#"\*Porto\*"#), "\(markdown)")
      let page = network.run(Self.report + " --html").output
      #expect(page.hasPrefix("<!DOCTYPE html>") || page.hasPrefix("<!doctype html>"))
      #expect(page.contains("Ask &lt;all&gt;"))
      #expect(!page.contains("<all>"))
    }
  }

  @Test(arguments: [
    ("en", "# Activity report", "open at its end"), ("pt", "# Relatório de atividades", "no fim"),
    ("es", "# Informe de actividades", "al final"),
  ])
  func `It is written in the reader's language`(_ row: (String, String, String)) throws {
    try Self.with { network in
      let text = network.run(Self.report + " --lang \(row.0)").output
      #expect(text.hasPrefix(row.1))
      #expect(text.contains(row.2), "\(text)")
    }
  }

  @Test(arguments: [
    ("en", "- **For** everybody", "- **For** those who may hear every session"),
    ("pt", "- **Destinatários** todos", "- **Destinatários** quem pode assistir a todas"),
    ("es", "- **Destinatarios** todos", "- **Destinatarios** quienes pueden asistir a todas"),
  ])
  func `It says for whom it is, and what an owner wrote is not for everybody`(
    _ row: (language: String, open: String, narrow: String)
  ) throws {
    try Self.with { network in
      let narrow = network.run(Self.report + " --lang \(row.language)").output
      #expect(narrow.contains(row.narrow) && narrow.contains("All answered"), "\(narrow)")
      let open = network.run(Self.report + " --public --lang \(row.language)").output
      #expect(open.contains(row.open) && !open.contains("All answered"), "\(open)")
      #expect(open.contains("Questionnaire") && open.contains("Ask"))
    }
  }

  @Test func `A period in which nothing happened says so`() throws {
    try Self.with { network in
      let text = network.run("report activity --from 2020-01-01 --to 2020-12-31").output
      #expect(text.contains("Nothing is on record"), "\(text)")
    }
  }

  @Test(arguments: [
    "--from 2026-12-31 --to 2026-11-01", "--from 2026-12-31", "--from soon --to 2026-12-31",
  ])
  func `A period without its days in order is refused`(_ options: String) throws {
    try Self.with { network in
      let told = network.run("report activity \(options)")
      #expect([.usage, .badData].contains(told.status), "\(told.talk)")
      #expect(told.output == "")
    }
  }

  @Test(arguments: ["--member XX", "--subgroup cloud"])
  func `A report is not made of what is not there`(_ option: String) throws {
    try Self.with { network in
      #expect(network.run(Self.report + " " + option).status == .notFound)
    }
  }
}
