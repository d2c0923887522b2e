import Testing
import Values

@testable import admin

/// Alternates on the command line, in each language.
@Suite struct AlternateTalkTests {
  /// PT with a holder, H-1, and an alternate, H-2, in an open plenary with ES.
  private static func with(_ body: (WritePathNetwork) throws -> Void) throws {
    try WritePathNetwork.with { network in
      let lines = [
        "apply --founding", "member admit PT --class member", "member admit ES --class member",
        "person add Ana", "person add Bea",
        "seat appoint PT --kind contact_point --person H-1",
        "alternate appoint PT.contact_point.1 --person H-2",
        "meeting plan plenary --from 2026-03-20 --effective 2026-02-01",
        "meeting convene plenary-1 --effective 2026-02-02",
        "meeting open plenary-1 --present PT,ES --effective 2026-03-20",
      ]
      for line in lines {
        let isDated = line.contains("--effective") || line.hasPrefix("apply")
        let told = network.run(ShellWords.split(isDated ? line : line + " --effective 2026-01-10"))
        #expect(told.status == .done, "\(line): \(told.talk)")
      }
      try body(network)
    }
  }

  private static func vote(_ voter: String, _ network: WritePathNetwork, _ language: String = "en")
    -> Outcome
  {
    network.run(
      ShellWords.split(
        "deliberation record plenary-1 --title Budget --names PT=for,ES=for --voters PT=\(voter)"
          + " --effective 2026-03-20 --dry-run --lang \(language)"))
  }

  @Test(arguments: [
    ("en", "H-1 is away from the seat PT.contact_point.1", "Let H-2 act"),
    ("pt", "H-1 está ausente do lugar PT.contact_point.1", "Deixe H-2 atuar"),
    ("es", "H-1 está ausente del puesto PT.contact_point.1", "Deje que H-2 actúe"),
  ])
  func `A holder who is away is told so, with the clause and who acts`(
    _ language: String, _ what: String, _ way: String
  ) throws {
    try Self.with { network in
      let away = network.run(
        ShellWords.split("seat excuse PT.contact_point.1 --effective 2026-03-20"))
      #expect(away.output.contains("H-2 acts for the seat PT.contact_point.1 now."))
      let refused = Self.vote("H-1", network, language)
      #expect(refused.status == .refused)
      #expect(refused.talk.contains(what) && refused.talk.contains(way), "\(refused.talk)")
      #expect(refused.talk.contains("seats.contact_point"))
      let accepted = Self.vote("H-2", network, language)
      #expect(accepted.status == .done)
      #expect(accepted.output.contains("[seats.contact_point]"), "\(accepted.output)")
    }
  }

  @Test func `An alternate who is not called is told what to record`() throws {
    try Self.with { network in
      let refused = Self.vote("H-2", network)
      #expect(refused.status == .refused)
      #expect(refused.talk.contains("seat excuse PT.contact_point.1"), "\(refused.talk)")
      #expect(Self.vote("H-1", network).status == .done)
    }
  }

  @Test func `The order is listed, and shown for one seat`() throws {
    try Self.with { network in
      let listed = network.run(["alternate", "list", "--as-of", "2026-02-01"]).output
      #expect(listed.contains("PT.contact_point.1") && listed.contains("waiting"))
      let shown = network.run(["alternate", "show", "PT.contact_point.1", "--json"])
      #expect(shown.status == .done && shown.output.contains("\"H-2\""))
    }
  }
}
