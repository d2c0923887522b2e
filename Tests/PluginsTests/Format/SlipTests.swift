import Plugins
import Testing
import Values

/// What can be read and is most likely a slip is a warning, with its place.
@Suite struct SlipTests {
  private static func warnings(_ right: String, _ wrong: String) throws -> [Finding] {
    try #require(SamplePlugin.text.contains(right))
    let text = SamplePlugin.text.replacing(right, with: wrong, maxReplacements: 1)
    return try PluginFile.load(text: text, file: "s.yaml").warnings
  }

  @Test(arguments: [
    ("P14D", true), ("P15D", true), ("P2W", true), ("P1M", true), ("P1Y", true), ("P13D", false),
    ("P1W", false), ("P1D", false),
  ])
  func `An urgent notice that is not shorter than the usual one of fourteen days is told`(
    _ row: (urgent: String, isTold: Bool)
  ) throws {
    let found = try Self.warnings("urgent: P4D", "urgent: \(row.urgent)")
    let urgent = try #require(Period(row.urgent))
    let values: [String: Failure.Value] = ["urgent": .period(urgent), "usual": .period(.days(14))]
    let place = Place(file: "s.yaml", line: 61, column: 38)
    let told = Finding(.warning, Failure(.urgentNotShorter, values, at: place))
    #expect(found == (row.isTold ? [told] : []))
  }

  @Test(arguments: [(9, false), (10, true), (30, true), (366, true)])
  func `So are days of an urgent matter that are not fewer than the usual ten`(
    _ row: (urgent: Int, isTold: Bool)
  ) throws {
    let found = try Self.warnings("urgent: 3,", "urgent: \(row.urgent),").map(\.failure)
    #expect(found.map(\.code) == (row.isTold ? [.urgentNotShorter] : []))
    #expect(found.allSatisfy { $0.values == ["urgent": .int(row.urgent), "usual": .int(10)] })
  }

  static let lists: [(right: String, wrong: String, twice: [String])] = [
    ("[en, pt]", "[en, pt, en]", ["en"]), ("may: [attend, vote]", "may: [vote, vote]", ["vote"]),
    ("[NL, SK, EUROJUST]", "[NL, NL, NL]", ["NL", "NL"]),
    ("[EE, BG, AT]", "[EE, BG, \"EE\"]", ["EE"]),
    ("classes: [member, observer]", "classes: [member, member]", ["member"]),
    ("not_for: [rules]", "not_for: [rules, rules]", ["rules"]),
    ("by: [objection, meeting_request]", "by: [objection, objection]", ["objection"]),
    ("by: [secretariat, chair]", "by: [chair, chair]", ["chair"]),
    ("[NL, SK, EUROJUST]", "[NL, SK, EE]", []),
  ]

  @Test(arguments: lists)
  func `A word that stands in a list again is told each time, and read as before`(
    _ row: (right: String, wrong: String, twice: [String])
  ) throws {
    let found = try Self.warnings(row.right, row.wrong)
    #expect(found.allSatisfy { $0.severity == .warning && $0.failure.code == .valueRepeated })
    #expect(found.map { $0.failure.values["found"] } == row.twice.map { .text($0) })
  }

  @Test func `Rules with more warnings than are kept are refused for an error after them`() throws {
    let many = Array(repeating: "NL", count: 200).joined(separator: ", ")
    let text = SamplePlugin.text.replacing("[NL, SK, EUROJUST]", with: "[\(many)]")
      .replacing("by: [objection, meeting_request]", with: "by: [objection, meeting_reqest]")
    let refused = #expect(throws: PluginRefused.self) {
      _ = try PluginFile.load(text: text, file: "s.yaml")
    }
    #expect(refused?.errors.map(\.code) == [.choiceMisspelt])
    #expect(refused?.isCut == true)
  }

  @Test func `The place is that of the second word`() throws {
    let found = try Self.warnings(
      "[NL, SK, EUROJUST]", "[NL, SK,\n\(String(repeating: " ", count: 16))NL]")
    #expect(found.first?.failure.place == Place(file: "s.yaml", line: 44, column: 17))
  }
}
