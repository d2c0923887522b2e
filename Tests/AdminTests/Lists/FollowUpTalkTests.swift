import Foundation
import Testing
import Values

@testable import admin

/// Amended programmes and actions from meetings on the command line, in each language.
@Suite struct FollowUpTalkTests {
  /// A plenary that adopted a programme with two actions, and decided once more on it.
  private static func with(_ body: (SampleNetwork) throws -> Void) throws {
    try SampleNetwork.with { network in
      let lines = [
        "member admit PT --class member", "member admit ES --class member",
        "meeting plan plenary --from 2026-12-10",
        "meeting convene plenary-1 --agenda Opening",
        "programme draft 'Work programme' --from 2027-01-01",
        "objective add programme-1 --title Training",
        "programme add programme-1 --title 'Course, with examples' --owner PT --objective 1",
        "programme add programme-1 --title Guide --due 2027-03-01",
      ]
      for line in lines { #expect(network.run(line).status == .done, "\(line)") }
      var meeting = network
      meeting.now = "2026-12-10T09:00:00Z"
      for line in [
        "meeting open plenary-1 --present PT,ES",
        "deliberation record plenary-1 --title Adopted --matter programme --for 2",
        "deliberation record plenary-1 --title Amended --matter programme --for 2",
        "programme adopt programme-1 --by D-1",
      ] {
        let told = meeting.run(line)
        #expect(told.status == .done, "\(line): \(told.talk)")
      }
      try body(meeting)
    }
  }

  private static let amendment = [
    "programme", "amend", "programme-1", "--by", "D-2", "--add", "Retention, in two parts",
    "--without", "programme-1.2", "--title", "programme-1.1=Course, without examples",
    "--due", "programme-1.3=2027-06-30",
  ]

  @Test func `A programme is amended on one line, and its versions are compared`() throws {
    try Self.with { network in
      let told = network.run(Self.amendment)
      #expect(told.status == .done, "\(told.talk)")
      let compared = network.run("programme compare programme-1 1 2 --json")
      #expect(compared.status == .differences)
      let rows = try #require(JSON(parsing: compared.output).list)
      let lines = rows.map { row in
        ["action", "change", "field", "before", "after"].map { row[$0].flatMap(\.text) ?? "-" }
          .joined(separator: "|")
      }
      #expect(
        lines == [
          "programme-1.1|changed|title|Course, with examples|Course, without examples",
          "programme-1.2|dropped|-|Guide|-",
          "programme-1.3|added|-|-|Retention, in two parts",
        ])
      #expect(rows.allSatisfy { $0["by"] == ["D-2"] })
      #expect(network.run("programme compare programme-1 2 2").status == .done)
      let shown = try network.json("action show programme-1.3")
      #expect(shown["due"] == "2027-06-30")
      #expect(shown["ordered_by"] == "D-2")
    }
  }

  @Test(arguments: [("en", "added"), ("pt", "acrescentado"), ("es", "añadido")])
  func `An objective that an amendment adds is told with its id`(
    _ row: (language: String, word: String)
  ) throws {
    try Self.with { network in
      let told = network.run([
        "programme", "amend", "programme-1", "--by", "D-2", "--objectives", "Evidence",
      ])
      #expect(told.status == .done, "\(told.talk)")
      let table = network.run("programme compare programme-1 1 2 --lang \(row.language)").output
      #expect(table.contains("programme-1.O2") && table.contains(row.word), "\(table)")
      let compared = network.run("programme compare programme-1 1 2 --json")
      #expect(compared.status == .differences)
      let rows = try #require(JSON(parsing: compared.output).list)
      #expect(rows.count == 1)
      #expect(rows.first?["objective"] == "programme-1.O2" && rows.first?["action"]?.text == nil)
      #expect(rows.first?["after"] == "Evidence" && rows.first?["by"] == ["D-2"])
    }
  }

  @Test(arguments: [
    ("en", "does not change without a deliberation", "programme amend programme-1"),
    ("pt", "não se altera sem deliberação", "programme amend programme-1"),
    ("es", "no se modifica sin acuerdo", "programme amend programme-1"),
  ])
  func `A change without a decision is refused with the way out`(
    _ row: (language: String, words: String, way: String)
  ) throws {
    try Self.with { network in
      let before = network.eventCount
      let refused = network.run("programme add programme-1 --title More --lang \(row.language)")
      #expect(refused.status == .refused)
      #expect(refused.talk.contains(row.words), "\(refused.talk)")
      #expect(refused.talk.contains(row.way), "\(refused.talk)")
      #expect(network.eventCount == before)
    }
  }

  @Test(arguments: ["0 1", "1 3", "9 1"])
  func `A version that there is not is no version`(_ versions: String) throws {
    try Self.with { network in
      #expect(network.run(Self.amendment).status == .done)
      let told = network.run("programme compare programme-1 \(versions)")
      #expect(told.status == .notFound)
      #expect(told.talk.contains("2"), "the newest version is named: \(told.talk)")
      #expect(network.run("programme compare programme-7 1 2").status == .notFound)
    }
  }

  @Test func `An action of a meeting is on the next agenda, and in the paper that convenes it`()
    throws
  {
    try Self.with { network in
      let assigned = network.run(
        "action assign 'Ask all members' --owner PT --due 2027-02-01 --meeting plenary-1")
      #expect(assigned.status == .done, "\(assigned.talk)")
      #expect(network.run("meeting close plenary-1").status == .done)
      #expect(network.run("meeting plan plenary --from 2027-06-10").status == .done)
      let agenda = try #require(try network.json("agenda list plenary-2").list)
      #expect(agenda.map { $0["follows"] } == ["action-1"])
      for (language, words) in [
        ("en", "Follow-up of action-1: Ask all members"),
        ("pt", "Seguimento de action-1: Ask all members"),
        ("es", "Seguimiento de action-1: Ask all members"),
      ] {
        let paper = network.run("meeting convocation plenary-2 --lang \(language)").output
        #expect(paper.contains(words), "\(paper)")
      }
      let late = network.run("action list --overdue --as-of 2027-02-11 --json")
      let rows = try #require(JSON(parsing: late.output).list)
      #expect(rows.map { $0["action"] } == ["action-1"])
      #expect(rows.map { $0["days_overdue"] } == [10])
      let closed = network.run("action close action-1 --outcome done --result 'All answered'")
      #expect(closed.status == .done, "\(closed.talk)")
      #expect(try network.json("agenda list plenary-2").list == [])
    }
  }

  @Test func `An action is not closed without what came of it`() throws {
    try Self.with { network in
      _ = network.run("action assign Ask --owner PT --due 2027-02-01 --meeting plenary-1")
      let told = network.run("action close action-1 --outcome done")
      #expect(told.status == .usage)
      #expect(told.talk.contains("--result"), "\(told.talk)")
    }
  }

  @Test func `Nothing is overdue in a list without overdue actions`() throws {
    try Self.with { network in
      let all = try #require(try network.json("action list").list)
      #expect(all.count == 2)
      let late = network.run("action list --overdue --as-of 2027-03-01 --json")
      #expect(try JSON(parsing: late.output) == [])
    }
  }
}
