import Foundation
import Testing
import Values

@testable import admin

/// `admin diff`: two versions of rules, in words.
@Suite struct DiffCommandTests {
  @Test func `A draft that was not changed does not differ from the rules in force`() throws {
    try SittingNetwork.with { sitting in
      let outcome = sitting.network.run("diff")
      #expect(outcome.status == .done && outcome.output.isEmpty)
      #expect(outcome.talk == "0 to add, 0 to change, 0 to remove.\n")
    }
  }

  @Test func `Each change is a line, with the numbers of today where the log gives them`() throws {
    try SittingNetwork.with { sitting in
      try sitting.edit(
        SittingNetwork.strict + [
          ("period: P14D", "period: P21D"), ("at_least: 2/3", "at_least: 3/5"),
        ])
      let outcome = sitting.network.run("diff")
      #expect(outcome.status == .differences)
      #expect(
        outcome.output == """
          ~ majority for default in plenary: more than 1/2 of all members (2 of 3) -> more than 2/3 of all members (3 of 3)
          ~ majority for rules in plenary: at least 2/3 of all members (2 of 3) -> at least 3/5 of all members (2 of 3): the same number today
          ~ notice of plenary: 14 days -> 21 days

          """)
      #expect(outcome.talk == "0 to add, 3 to change, 0 to remove.\n")
    }
  }

  @Test func `Two files are compared without a log, and so without numbers of today`() throws {
    try SittingNetwork.with { sitting in
      try sitting.edit(SittingNetwork.strict, to: "v2.yaml")
      let (one, other) = (sitting.draft, sitting.network.folder + "/v2.yaml")
      let there = sitting.network.run(["diff", one, other])
      #expect(there.status == .differences)
      #expect(
        there.output
          == "~ majority for default in plenary: more than 1/2 of all members -> more than 2/3 of all members\n"
      )
      let back = sitting.network.run(["diff", other, one])
      #expect(back.output.contains("more than 2/3 of all members -> more than 1/2"))
    }
  }

  @Test func `A program gets each change with its key, clause, values and numbers`() throws {
    try SittingNetwork.with { sitting in
      try sitting.edit(SittingNetwork.strict)
      let changes = try #require(try sitting.network.json("diff").list)
      #expect(changes.count == 1)
      let change = try #require(changes.first)
      #expect(change["change"] == "changed")
      #expect(change["key"] == "bodies.plenary.decides.default")
      #expect(change["clause"] == "bodies.plenary.decides.default")
      #expect(change["before"] == ["more_than": "1/2", "of": "all_members"])
      #expect(change["after"] == ["more_than": "2/3", "of": "all_members"])
      #expect(change["needed_before"] == 2 && change["needed_after"] == 3 && change["base"] == 3)
    }
  }

  @Test func `What is added and what is removed say so`() throws {
    try SittingNetwork.with { sitting in
      try sitting.edit([
        (", urgent: P4D", ", urgent: P5D"),
        ("subgroups: {by: plenary", "subgroups: {longest: P1Y, by: plenary"),
        (
          "      EJN: {en: European Judicial Network, pt: Rede Judiciária Europeia, es: Red Judicial Europea}\n",
          ""
        ),
      ])
      let output = sitting.network.run("diff").output
      #expect(output.contains("~ notice of plenary in urgent matters: 4 days -> 5 days\n"))
      #expect(output.contains("+ longest mandate of a subgroup: 1 year\n"))
      #expect(output.contains("- institution EJN: en European Judicial Network, "))
    }
  }

  @Test(arguments: [
    (
      "pt", "~ antecedência de plenary: 14 dias -> 21 dias\n",
      "0 a acrescentar, 1 a alterar, 0 a suprimir.\n"
    ),
    (
      "es", "~ antelación de plenary: 14 días -> 21 días\n",
      "0 por añadir, 1 por cambiar, 0 por suprimir.\n"
    ),
    ("en", "~ notice of plenary: 14 days -> 21 days\n", "0 to add, 1 to change, 0 to remove.\n"),
  ])
  func `A change is told in the reader's language`(
    _ row: (language: String, line: String, summary: String)
  ) throws {
    try SittingNetwork.with { sitting in
      try sitting.edit([("period: P14D", "period: P21D")])
      let outcome = sitting.network.run("diff --lang \(row.language)")
      #expect(outcome.output == row.line && outcome.talk == row.summary)
    }
  }

  @Test func `A file that is not there, or is no plugin, is told with its remedy`() throws {
    try SittingNetwork.with { sitting in
      let missing = sitting.network.run("diff nowhere.yaml")
      #expect(missing.status == .notFound && missing.talk.contains("[file-missing]"))
      try sitting.edit([("format: plugin/1", "format: plugin/9")])
      let wrong = sitting.network.run("diff")
      #expect(wrong.status != .done && wrong.output.isEmpty)
      #expect(wrong.talk.contains("network.yaml:7:"))
    }
  }
}
