import Plugins
import Testing
import Values

/// Answers that are right each by itself and contradict each other are told before a file is written.
@Suite struct AnswersFitTests {
  private static let head = "title: Net\nid: net\n"

  private static func faults(_ template: String, _ answers: String) throws -> [Failure] {
    let found = try #require(PluginFile.templates().first { $0.name == template })
    let node = try YAML.parse(head + answers, file: "a.yaml")
    return TemplateInstance.faults(found, answers: node, today: try #require(Day("2026-11-23")))
  }

  @Test(
    arguments: [
      ("members: [PT, ES]\nobservers: [CH]\nboard: [ES, CH]\n", []),
      ("members: [PT, ES]\nobservers: [PT]\n", [("member-named-twice", 4, 13)]),
      (
        "members: [PT, ES]\nobservers: [CH, ES, PT]\n",
        [("member-named-twice", 4, 17), ("member-named-twice", 4, 21)]
      ),
      ("members: [PT, ES]\nboard: [PT, FR]\n", [("member-not-named", 4, 13)]),
      (
        "members: [PT]\nboard: [FR, DE]\n",
        [("member-not-named", 4, 9), ("member-not-named", 4, 13)]
      ),
      ("members: [PT]\nboard: []\n", []),
    ] as [(answers: String, told: [(code: String, line: Int, column: Int)])])
  func `A board sits of members that are named, each once`(
    _ row: (answers: String, told: [(code: String, line: Int, column: Int)])
  ) throws {
    let faults = try Self.faults("plenary-of-states", row.answers)
    #expect(faults.map(\.code.name) == row.told.map(\.code))
    let places = row.told.map { Place(file: "a.yaml", line: $0.line, column: $0.column) }
    #expect(faults.map(\.place) == places)
  }

  @Test(arguments: [("FR", true), ("PT", false)])
  func `A coordinator is one of the members`(_ row: (code: String, isTold: Bool)) throws {
    let faults = try Self.faults(
      "coordinator-and-contact-points", "members: [PT, ES]\ncoordinator: \(row.code)\n")
    #expect(faults.map(\.code) == (row.isTold ? [.memberNotNamed] : []))
    #expect(faults.allSatisfy { $0.values == ["found": .text("FR")] })
  }

  @Test func `Without an answer the first member coordinates, and fits`() throws {
    #expect(try Self.faults("coordinator-and-contact-points", "members: [PT]\n").isEmpty)
  }

  @Test(arguments: PluginFile.templates().map(\.name))
  func `A language in which a template has no texts is refused where it is answered`(
    _ template: String
  ) throws {
    let faults = try Self.faults(template, "members: [PT]\nlanguages: [en, fr, pt, it]\n")
    #expect(faults.map(\.code) == [.languageNotOffered, .languageNotOffered])
    #expect(faults.first?.place == Place(file: "a.yaml", line: 4, column: 17))
    #expect(
      faults.first?.values == ["found": .text("fr"), "choices": .list(["en", "es", "pt"])])
    #expect(try Self.faults(template, "members: [PT]\nlanguages: [es, pt, en]\n").isEmpty)
  }

  @Test func `A wrong answer is told alone, before it is held to the others`() throws {
    let faults = try Self.faults(
      "plenary-of-states", "members: [PT, XX]\nlanguages: [fr]\nboard: [XX]\n")
    #expect(faults.map(\.code) == [.jurisdictionUnknown, .jurisdictionUnknown])
  }

  @Test func `Members that are named twice found no network with fewer than it seems`() throws {
    let faults = try Self.faults("blank", "members: [BE, FR, BE, BE]\n")
    #expect(faults.map(\.code) == [.valueRepeated])
    #expect(faults.first?.place == Place(file: "a.yaml", line: 3, column: 19))
  }
}
