import Plugins
import TestKit
import Testing
import Values

/// The cycle of motions as a plugin lays it down.
@Suite struct MotionReaderTests {
  private static func codes(_ edits: [(String, String)]) -> [String] {
    do {
      _ = try PluginFile.load(resolved: SampleRules.withMotions(edits))
      return []
    } catch {
      return (error as? PluginRefused)?.findings.map(\.failure.code.name) ?? ["\(error)"]
    }
  }

  @Test func `A cycle is read with its states and ways, in the order of their names`() throws {
    let rule = try #require(try SampleRules.motionRules().motions)
    #expect(rule.first == "tabled" && rule.clause == Clause(id: "motions", source: .assumption))
    #expect(
      rule.states.map(\.id) == ["adopted", "debated", "rejected", "tabled", "withdrawn"])
    #expect(rule.states.filter(\.isFinal).map(\.id) == ["adopted", "rejected", "withdrawn"])
    #expect(rule.states.filter(\.isAmendable).map(\.id) == ["debated", "tabled"])
    #expect(
      rule.transitions.map(\.id) == ["adopt", "reject", "send_back", "take_back", "take_up"])
    let up = try #require(rule.transitions.last)
    #expect(up.from == ["tabled"] && up.to == "debated" && up.on == .move)
    #expect(up.by == [] && up.supporters == 1)
    #expect(up.clause == Clause(id: "motions.transitions.take_up", source: .assumption))
    #expect(rule.transitions[2].by == ["chair", "board"])
    #expect(rule.transitions[3].from == ["debated", "tabled"])
  }

  @Test func `Rules without a cycle have none`() throws {
    #expect(try SampleRules.rules().motions == nil)
  }

  @Test func `Rules that went through the log have the same cycle`() throws {
    let rules = try SampleRules.motionRules(SampleRules.scrubbing)
    #expect(try PluginFile.load(resolved: JSON(parsing: rules.resolved.canonical)) == rules)
    #expect(rules.motions?.state("legal-scrubbing")?.isFinal == false)
  }

  @Test func `From a state the ways of one kind are told, and no others`() throws {
    let rule = try #require(try SampleRules.motionRules().motions)
    #expect(rule.ways(from: "debated", on: .move).map(\.to) == ["tabled"])
    #expect(rule.ways(from: "debated", on: .adoption).map(\.to) == ["adopted"])
    #expect(rule.ways(from: "tabled", on: .adoption).isEmpty)
    #expect(rule.ways(from: "tabled", on: .withdrawal).map(\.id) == ["take_back"])
    #expect(rule.ways(from: "nowhere", on: .move).isEmpty)
  }

  @Test(arguments: [
    ("first: tabled", "first: tablet", "reference-unknown"),
    ("first: tabled", "", "key-missing"),
    ("tabled: {title: {en: Tabled}", "Tabled: {title: {en: Tabled}", "value-unreadable"),
    ("{title: {en: Tabled}, ", "{", "key-missing"),
    ("amendable: true}\n      debated", "amendable: yes}\n      debated", "value-unreadable"),
    (
      "{en: Adopted}, final: true}", "{en: Adopted}, final: true, amendable: true}",
      "keys-exclusive"
    ),
    ("from: [tabled], to: debated", "from: [tabled], to: nowhere", "reference-unknown"),
    ("from: [tabled], to: debated", "from: [somewhere], to: debated", "reference-unknown"),
    ("from: [tabled], to: debated", "from: [], to: debated", "list-empty"),
    ("on: move, supporters: 1", "on: jump, supporters: 1", "choice-"),
    ("on: move, supporters: 1", "on: move, supporters: 0", "value-out-of-range"),
    ("on: move, supporters: 1", "on: move, supporters: 100", "value-out-of-range"),
    ("on: adoption, source", "on: adoption, by: [chair], source", "keys-exclusive"),
    ("on: rejection, source", "on: rejection, supporters: 2, source", "keys-exclusive"),
    ("supporters: 1, source: assumption", "supporters: 1", "key-missing"),
    ("first: tabled\n    source: assumption", "first: tabled", "key-missing"),
  ])
  func `A wrong value of a cycle is a finding`(
    _ row: (found: String, wrong: String, code: String)
  ) {
    let codes = Self.codes([(row.found, row.wrong)])
    #expect(codes.contains { $0.hasPrefix(row.code) }, "\(row.wrong): \(codes)")
  }

  @Test func `An end that something leaves is refused`() {
    #expect(
      Self.codes([("from: [debated], to: tabled", "from: [debated, rejected], to: tabled")])
        == ["motion-end-left"])
  }

  @Test(arguments: ["adopted", "rejected", "withdrawn"])
  func `What ends a motion leads to an end`(_ state: String) throws {
    let title = ["adopted": "Adopted", "rejected": "Rejected", "withdrawn": "Taken back"]
    let words = try #require(title[state])
    let codes = Self.codes([("{en: \(words)}, final: true}", "{en: \(words)}}")])
    #expect(codes.contains("motion-end-open") && codes.contains("motion-state-stuck"))
  }

  @Test func `A state that no motion comes to is refused`() {
    let codes = Self.codes([
      (
        "      debated: {title: {en: Debated}",
        "      parked: {title: {en: Parked}, final: true}\n      debated: {title: {en: Debated}"
      )
    ])
    #expect(codes == ["motion-state-unreached"])
  }

  @Test func `A state that a motion could never leave is refused`() {
    let codes = Self.codes([
      (
        "      debated: {title: {en: Debated}",
        "      parked: {title: {en: Parked}}\n      debated: {title: {en: Debated}"
      ), ("from: [debated], to: tabled", "from: [debated], to: parked"),
    ])
    #expect(codes == ["motion-state-stuck"])
  }

  @Test(arguments: [
    "{from: [tabled], to: debated, on: move, source: assumption}",
    "{from: [debated], to: rejected, on: adoption, source: assumption}",
    "{from: [tabled], to: rejected, on: withdrawal, source: assumption}",
  ])
  func `Two ways that an act could not tell apart are refused`(_ way: String) {
    let codes = Self.codes([("    transitions:\n", "    transitions:\n      other: \(way)\n")])
    #expect(codes == ["motion-way-repeated"])
  }

  @Test func `A cycle has no more states and ways than anybody could follow`() {
    let states = (1...60).map { "      s\($0): {title: {en: S}, final: true}\n" }.joined()
    let ways = (1...60).map {
      "      w\($0): {from: [tabled], to: s\($0), on: move, source: assumption}\n"
    }.joined()
    let codes = Self.codes([
      ("    states:\n", "    states:\n" + states),
      ("    transitions:\n", "    transitions:\n" + ways),
    ])
    #expect(codes == ["motions-too-many"])
  }
}
