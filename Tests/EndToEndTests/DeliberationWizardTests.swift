import Foundation
import Testing
import Values

/// A vote of twenty-five delegations typed into the wizard, through a pseudo-terminal.
@Suite(.enabled(if: Python.isThere)) struct DeliberationWizardTests {
  private static let states = [
    "AT", "BE", "BG", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT",
    "LU", "LV", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
  ]

  /// The EJCN with a plenary that sits, all states and Norway in the room.
  private static func sitting(_ body: (NetworkOnDisk) throws -> Void) throws {
    try NetworkOnDisk.with { network in
      for line in ["meeting plan plenary --from 2026-11-23", "meeting convene plenary-19"] {
        let told = try network.run(line, at: "2026-11-01T09:00:00Z")
        try #require(told.status == 0, "\(told.talk)")
      }
      let present = states.joined(separator: ",")
      let told = try network.run("meeting open plenary-19 --present \(present),NO --chair PT")
      try #require(told.status == 0, "\(told.talk)")
      try body(network)
    }
  }

  /// Which meeting, the title, and the votes by name, as each language asks for them.
  private static let questions = [
    "en": ["Which meeting?", "What is the title?", "Or votes by name"],
    "pt": ["Que reunião?", "Qual é o título?", "Ou votos por nome"],
    "es": ["¿Qué reunión?", "¿Cuál es el título?", "¿O votos por nombre"],
  ]

  private static func roll(for count: Int, _ more: String = "") -> String {
    (states.prefix(count).map { "\($0)=for" } + states.dropFirst(count).map { "\($0)=against" })
      .joined(separator: ",") + more
  }

  private static func record(
    _ network: NetworkOnDisk, _ roll: String, _ last: String, _ language: String = "en"
  ) throws -> String {
    let asked = try #require(questions[language])
    let replies = zip(asked, ["plenary-19", "Guide on retention", roll]).map { ($0, $1) }
    return try PseudoTerminal.run(
      ["-C", network.folder, "--lang", language, "deliberation", "record"], replies: replies,
      last: last, width: 160)
  }

  @Test(arguments: [("en", "y"), ("pt", "s"), ("es", "s")])
  func `The page shows the numbers before anything is recorded, and the line it stands for`(
    _ row: (language: String, yes: String)
  ) throws {
    try Self.sitting { network in
      let seen = try Self.record(network, Self.roll(for: 14), row.yes, row.language)
      #expect(seen.hasSuffix("status 0\n"), "\(seen)")
      let page = try #require(seen.range(of: "deliberation.adopted"))
      let numbers = seen[..<page.lowerBound].split(separator: "\n").map { line in
        line.matches(of: /[0-9]+/).compactMap { Int($0.output) }
      }
      #expect(numbers.contains { $0.starts(with: [25, 25, 0, 0, 14, 11, 0, 25, 25]) }, "\(seen)")
      #expect(seen.contains("deliberation record plenary-19 --title 'Guide on retention' --names"))
      let votes = try network.rows("deliberation list").last
      #expect(votes?["for"] == 14 && votes?["against"] == 11, "\(votes?.compact ?? "")")
    }
  }

  @Test func `One vote less is not adopted, as the page says before`() throws {
    try Self.sitting { network in
      let seen = try Self.record(network, Self.roll(for: 12), "y")
      #expect(seen.contains("deliberation.rejected") && seen.hasSuffix("status 0\n"), "\(seen)")
      #expect(try network.rows("deliberation list").last?["outcome"] == "rejected")
    }
  }

  @Test func `No at the end records nothing`() throws {
    try Self.sitting { network in
      let before = try network.rows("log list").count
      let seen = try Self.record(network, Self.roll(for: 14), "n")
      #expect(seen.hasSuffix("status 13\n"), "\(seen)")
      #expect(try network.rows("log list").count == before)
    }
  }

  @Test func `What the wizard says is what the line says`() throws {
    let roll = Self.roll(for: 14)
    var rows: [JSON] = []
    for byHand in [true, false] {
      try Self.sitting { network in
        if byHand {
          _ = try Self.record(network, roll, "y")
        } else {
          _ = try network.run(
            "deliberation record plenary-19 --title Guide_on_retention --names \(roll)")
        }
        rows += try network.rows("deliberation list").suffix(1)
      }
    }
    #expect(rows.count == 2 && rows.first == rows.last)
  }
}
