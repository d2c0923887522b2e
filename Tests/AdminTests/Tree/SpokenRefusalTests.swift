import Publishing
import Testing
import Values

@testable import admin

/// Refusals as people read them, in three languages: every sentence is there and every value in its place.
@Suite struct SpokenRefusalTests {
  /// A network of two members with a seat, a meeting that is open and one that is planned.
  private static func withNetwork(_ body: (SampleNetwork) throws -> Void) throws {
    try SampleNetwork.with { network in
      var network = network
      network.now = "2026-11-01T09:00:00Z"
      for line in [
        "member admit PT --class member", "member admit ES --class member",
        "member admit CH --class observer", "person add 'Ana Dias' --languages pt",
        "person add 'Eva Sol'", "seat appoint PT --kind contact_point --person H-1",
        "meeting plan plenary --from 2026-11-23 --until 2026-11-24",
        "meeting convene plenary-1 --agenda Opening", "meeting plan plenary --from 2026-12-20",
      ] {
        let told = network.run(line)
        #expect(told.status == .done, "\(line): \(told.talk)")
      }
      network.now = "2026-11-23T10:00:00Z"
      let opened = network.run("meeting open plenary-1 --present PT,ES --time 10:00")
      #expect(opened.status == .done, "\(opened.talk)")
      try body(network)
    }
  }

  /// A line that is refused, with the code of the refusal.
  private static let refused: [(line: String, code: String)] = [
    ("member admit PT --class member", "member-admitted-already"),
    ("member admit XX --class member", "member-code-unknown"),
    ("member admit FR --class friend", "class-unknown"),
    ("member edit PT --class member", "class-held-already"),
    ("member edit FR --class member", "member-unknown"),
    ("member end PT --effective 2020-01-01", "member-not-then"),
    ("person edit H-9 --languages pt", "person-unknown"), ("person edit H-1", "person-unchanged"),
    ("person add Rui --languages Portuguese", "language-unknown"),
    ("seat appoint PT --kind contact_point --person H-1", "appointed-already"),
    ("seat appoint PT --kind throne --person H-2", "seat-kind-unknown"),
    ("seat replace PT.contact_point.1 --person H-1", "appointed-already"),
    ("seat confirm ES.contact_point.1", "seat-unknown"),
    ("board rotate plenary", "body-is-plenary"), ("board rotate council", "body-unknown"),
    ("meeting plan congress --from 2026-12-20", "series-unknown"),
    ("meeting plan plenary --from 2026-12-20 --until 2026-12-19", "meeting-ends-before"),
    ("meeting plan plenary", "meeting-day-missing"),
    ("meeting plan plenary --from 2020-01-01", "meeting-in-the-past"),
    ("meeting plan plenary --from 2026-12-20 --number 9", "number-not-chosen"),
    ("meeting plan plenary --from 2026-12-20 --held", "meeting-held-now"),
    ("meeting convene plenary-1", "meeting-open-already"),
    ("meeting convene plenary-9", "meeting-unknown"),
    ("meeting move plenary-1 --from 2026-12-30 --reason x", "meeting-open-already"),
    ("meeting move plenary-2 --reason x", "nothing-moved"),
    ("meeting move plenary-2 --until 2026-12-01 --reason x", "meeting-ends-before"),
    ("meeting open plenary-2 --present PT", "meeting-before-its-day"),
    ("attendance arrive plenary-1 --member PT", "delegation-present-already"),
    ("attendance arrive plenary-1 --member FR", "delegation-unknown"),
    ("attendance arrive plenary-1 --member CH --time 09:59", "arrives-before-opening"),
    ("attendance leave plenary-1 --member CH", "delegation-not-present"),
    ("attendance leave plenary-1 --member PT --time 09:00", "leaves-before-arrival"),
    ("meeting close plenary-1 --time 09:00", "closed-before-opening"),
    (
      "deliberation record plenary-1 --title x --consensus --effective 2026-11-22",
      "deliberation-outside-meeting"
    ),
    ("deliberation record plenary-1 --title x --for 9", "votes-exceed-present"),
    ("deliberation record plenary-1 --title x --names PT=for,CH=for", "may-not-vote"),
    ("deliberation record plenary-2 --title x --consensus", "meeting-not-open"),
    ("programme adopt programme-1 --by D-1", "programme-unknown"),
    ("programme report programme-1.1 --text x", "programme-unknown"),
    ("subgroup report cloud --text x", "subgroup-unknown"),
    ("subgroup add cloud --title x --mandate y --by D-9", "deliberation-unknown"),
    ("event correct 999 --strike --reason x", "event-not-found"),
    ("event correct 3 --reason x", "nothing-corrected"),
    ("event correct 1 --strike --reason x", "foundation-fixed"),
    ("report publish nothing --meeting plenary-1", "output-unknown"),
    ("apply --founding", "network-founded-already"),
  ]

  @Test(arguments: Language.allCases)
  func `Each says what and why, with nothing left to be filled in`(_ language: Language) throws {
    try Self.withNetwork { network in
      for row in Self.refused {
        let told = network.run("--lang \(language.rawValue) \(row.line) --dry-run")
        #expect(
          [.refused, .badData, .notFound].contains(told.status), "\(row.line): \(told.status)")
        #expect(told.output.isEmpty, "\(row.line)")
        let gaps = told.talk.matches(of: #/\[[a-z_.-]+\]/#).map { String($0.output) }
        #expect(gaps == [], "\(row.line): \(told.talk)")
        #expect(told.talk.split(separator: "\n").count >= 2, "\(row.line): \(told.talk)")
      }
    }
  }

  @Test func `For a program each has its code, and the same exit status`() throws {
    try Self.withNetwork { network in
      for row in Self.refused {
        let told = network.run("\(row.line) --dry-run --json")
        let object = try JSON(parsing: told.output)
        let codes = (object["refusals"]?.list ?? []).map { $0["code"]?.text }
        #expect(codes.first == row.code, "\(row.line)")
        #expect(told.status == network.run("\(row.line) --dry-run").status, "\(row.line)")
      }
    }
  }

  @Test func `No trial leaves anything behind`() throws {
    try Self.withNetwork { network in
      let before = network.eventCount
      for row in Self.refused { _ = network.run("\(row.line) --dry-run") }
      #expect(network.eventCount == before)
      let kept = try network.json("log list --refused")
      #expect(kept == [])
    }
  }
}
