import Foundation
import Testing
import Values

@testable import admin

/// `admin desk` as a person and a program read it.
@Suite struct DeskTalkTests {
  private static func with(_ body: (SampleNetwork) throws -> Void) throws {
    try SampleNetwork.with { network in
      for line in [
        "member admit PT --class member", "member admit ES --class member",
        "meeting plan plenary --from 2026-12-15",
      ] { #expect(network.run(line).status == .done, "\(line)") }
      try body(network)
    }
  }

  @Test func `Each line of the desk can be typed as it stands there`() throws {
    try Self.with { network in
      let rows = try #require(try network.json("desk --within P1Y").list)
      #expect(rows.contains { $0["command"] == "admin meeting convene plenary-1" })
      for row in rows {
        let words = ShellWords.split(row["command"]?.text ?? "")
        #expect(words.first == "admin")
        let (noun, verb) = (words.dropFirst().first ?? "", words.dropFirst(2).first)
        let isKnown = CommandTree.all.commands.contains {
          $0.noun == noun && ($0.verb == nil || $0.verb == verb)
        }
        #expect(isKnown, "\(words)")
      }
    }
  }

  @Test(arguments: [("en", "convene by"), ("pt", "convocar até"), ("es", "convocar antes del")])
  func `A person reads what is to be done in their language`(_ row: (String, String)) throws {
    try Self.with { network in
      let table = network.run("desk --lang \(row.0)").output
      #expect(table.contains(row.1), "\(table)")
      #expect(table.contains("admin meeting convene plenary-1"))
    }
  }

  @Test
  func `A program reads the same words in every language, days left and whether it is overdue`()
    throws
  {
    try Self.with { network in
      let english = network.run("desk --json --as-of 2026-12-20").output
      #expect(network.run("desk --json --as-of 2026-12-20 --lang pt").output == english)
      let rows = try #require(JSON(parsing: english).list)
      let convene = try #require(rows.first { $0["what"] == "convene" })
      #expect(convene["overdue"] == true)
      let due = try #require(convene["due"]?.text.flatMap { Day($0) })
      let today = try #require(Day("2026-12-20"))
      #expect(convene["days_left"] == .int(Int64(today.days(until: due))))
    }
  }

  @Test func `A period that is none is refused with its form`() throws {
    try Self.with { network in
      let told = network.run("desk --within month")
      #expect(told.status == .usage)
      #expect(told.talk.contains("P14D"), "\(told.talk)")
    }
  }

  @Test func `An empty desk says so to a person and is an empty list to a program`() throws {
    try SampleNetwork.with { network in
      let told = network.run("desk --as-of 2016-01-01")
      #expect(told.talk.contains("Nothing is overdue"))
      #expect(told.output == "")
      let answered = try network.json("desk --as-of 2016-01-01")
      #expect(answered == [])
    }
  }
}
