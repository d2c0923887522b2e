import TestKit
import Testing
import Values

@testable import Plugins

/// The keys of an election by candidates and rounds.
@Suite struct ElectionBallotTests {
  private static let line = "elected: {min: 2, max: 3, by: plenary, term: P2Y, "

  private static func text(_ ballot: String, matter: String = "") -> String {
    SampleRules.text.replacing(line, with: "\(line)\(matter)ballot: {\(ballot)}, ")
  }

  private static func rule(_ text: String) throws -> ElectionRule {
    let rules = try PluginFile.load(text: text, file: "s.yaml").rules
    let composition = try #require(rules.body("bureau")?.composition)
    var elected: ElectionRule?
    if case .elected(let rule) = composition { elected = rule }
    return try #require(elected)
  }

  private static let least =
    "more_than: 1/2, of: votes_cast, abstentions: ignored, tie: lot, source: charter"

  @Test func `The least that a ballot says leaves the rest as it is usual`() throws {
    let rule = try #require(try Self.rule(Self.text(Self.least)).ballot)
    #expect(rule.threshold == Threshold(.moreThan, .half) && rule.base == .votesCast)
    #expect(rule.abstentions == .ignored && rule.tie == .lot && rule.next == .all)
    #expect(rule.relativeAfter == nil && rule.rounds == nil && rule.marks == nil)
    #expect(!rule.isContestedOnly && !rule.isOpen && rule.quotas.isEmpty)
    #expect(rule.clause.id == "bodies.bureau.elected.ballot")
    #expect(rule.asksForMajority(in: 7) && rule.marks(for: 3) == 3)
  }

  @Test func `Each key is read`() throws {
    let quotas =
      "quotas: {north: {members: [SE, FI], min: 1, max: 2, id: the-north, source: practice}, "
      + "south: {members: [PT], max: 1, source: assumption}}"
    let rule = try #require(
      try Self.rule(
        Self.text(
          "at_least: 2/3, of: present, abstentions: counted, tie: chair_decides, "
            + "relative_after: 2, rounds: 4, marks: 1, next: without_last, contested: true, "
            + "open: true, \(quotas), id: rounds, source: charter")
      ).ballot)
    #expect(rule.threshold == Threshold(.atLeast, .twoThirds) && rule.next == .withoutLast)
    #expect(rule.relativeAfter == 2 && rule.rounds == 4 && rule.marks == 1)
    #expect(rule.isContestedOnly && rule.isOpen && rule.clause.id == "rounds")
    #expect([1, 2, 3].map(rule.asksForMajority) == [true, true, false])
    #expect(rule.quotas.map(\.name) == ["north", "south"])
    #expect(rule.quotas[0].members == ["FI", "SE"] && rule.quotas[0].clause.id == "the-north")
    #expect(rule.quotas[0].minimum == 1 && rule.quotas[0].maximum == 2)
    #expect(rule.quotas[1].minimum == 0 && rule.quotas[1].maximum == 1)
  }

  @Test func `The kind of matter is one of the body that elects`() throws {
    #expect(
      try Self.rule(Self.text(Self.least, matter: "matter: programme, ")).matter == "programme")
    let refused = #expect(throws: PluginRefused.self) {
      _ = try Self.rule(Self.text(Self.least, matter: "matter: elections, "))
    }
    #expect(refused?.errors.map(\.code) == [.referenceUnknown])
  }

  static let wrong: [(ballot: String, code: String)] = [
    ("of: votes_cast, abstentions: ignored, tie: lot, source: charter", "keys-neither"),
    ("at_least: 1/2, " + least, "keys-exclusive"),
    (least.replacing("of: votes_cast, ", with: ""), "key-missing"),
    (least.replacing("abstentions: ignored, ", with: ""), "key-missing"),
    (least.replacing("tie: lot, ", with: ""), "key-missing"),
    (least.replacing(", source: charter", with: ""), "key-missing"),
    (least.replacing("tie: lot", with: "tie: coin"), "choice-unknown"),
    (least + ", next: best", "choice-unknown"), (least + ", rounds: 0", "value-out-of-range"),
    (least + ", rounds: 21", "value-out-of-range"), (least + ", marks: 0", "value-out-of-range"),
    (least + ", relative_after: 0", "value-out-of-range"),
    (least + ", open: often", "value-unreadable"), (least + ", contest: true", "key-misspelt"),
    (least + ", quotas: {n: {members: [FI], source: charter}}", "keys-neither"),
    (least + ", quotas: {n: {members: [FI], min: 2, source: charter}}", "quota-out-of-reach"),
    (
      least + ", quotas: {n: {members: [FI, SE], min: 2, max: 1, source: charter}}",
      "range-backwards"
    ),
    (least + ", quotas: {n: {members: [UK], max: 1, source: charter}}", "jurisdiction-unknown"),
    (
      least + ", quotas: {n: {members: [FI], max: 1, source: charter}, "
        + "o: {members: [FI], max: 1, source: charter}}", "quota-member-twice"
    ),
    (
      least + ", quotas: {n: {members: [FI, SE], min: 2, source: charter}, "
        + "o: {members: [PT, ES], min: 2, source: charter}}", "quotas-over-seats"
    ),
  ]

  @Test(arguments: wrong)
  func `What cannot be meant is refused with its place`(_ row: (ballot: String, code: String)) {
    let refused = #expect(throws: PluginRefused.self) {
      _ = try PluginFile.load(text: Self.text(row.ballot), file: "s.yaml")
    }
    #expect(refused?.errors.map(\.code.name).contains(row.code) == true, "\(refused?.errors ?? [])")
    #expect(refused?.errors.allSatisfy { $0.place?.line != nil } == true)
  }

  // MARK: - Guards and variants

  private static func guards(_ ballot: String) throws -> [String] {
    let rules = try PluginFile.load(text: text(ballot), file: "s.yaml").rules
    return rules.expandedGuards.filter { $0.path == "bodies.bureau.elected.ballot" }.map {
      "\($0.keys.joined(separator: ",")): \($0.require.text)"
    }
  }

  @Test func `The keys are written as guards over a round`() throws {
    #expect(
      try Self.guards(Self.least + ", relative_after: 1, contested: true, rounds: 3") == [
        "more_than,of,abstentions,relative_after: payload.round > 1 || "
          + "payload.results.filter(r, r.member in payload.elected).all(r, moreThan(r.votes, '1/2', "
          + "payload.ballots - payload.abstain - payload.invalid))",
        "marks: payload.marks <= payload.places * (payload.ballots - payload.abstain - "
          + "payload.invalid) && (!has(payload.names) || payload.names.all(n, size(n.for) <= "
          + "payload.places))",
        "contested: size(payload.results) > payload.places", "open: !has(payload.names)",
        "rounds: payload.round <= 3",
      ])
    let open = try Self.guards(Self.least + ", open: true, marks: 2")
    #expect(open.count == 2)
    #expect(open[1].contains("payload.marks <= 2 * ("))
  }

  @Test(arguments: [
    ("of: all_members", "size(members.filter(m, m.votes).map(m, m.id))"),
    ("of: present", "payload.present"), ("of: votes_cast", "payload.ballots - payload.invalid"),
  ])
  func `The base is that of the body that elects`(_ row: (of: String, words: String)) throws {
    let ballot = Self.least.replacing("of: votes_cast, abstentions: ignored", with: row.of)
    let guards = try Self.guards(ballot + ", abstentions: counted")
    #expect(guards.first?.hasSuffix("\(row.words)))") == true, "\(guards)")
  }

  @Test func `Each value of a ballot has its variants`() throws {
    let text = Self.text(
      Self.least + ", relative_after: 1, rounds: 3, marks: 2, next: double, contested: true, "
        + "open: true, quotas: {north: {members: [FI, SE], min: 1, max: 2, source: charter}}")
    let mutants = Mutant.all(of: try YAML.parse(text, file: "s.yaml")).filter {
      $0.path.hasPrefix("bodies.bureau.elected.ballot.")
    }
    let found = mutants.map { "\($0.path.dropFirst(29)): \($0.to ?? "nothing")" }
    #expect(
      Set(found).isSuperset(of: [
        "more_than: 1/3", "more_than: 3/5", "of: present", "of: all_members",
        "abstentions: counted", "relative_after: 2", "relative_after: nothing", "rounds: 2",
        "rounds: nothing", "marks: 1", "next: all", "next: without_last", "tie: rejected",
        "tie: second_round", "contested: nothing", "open: nothing", "quotas.north.min: 2",
        "quotas.north.max: 1",
      ]), "\(found)")
  }
}
