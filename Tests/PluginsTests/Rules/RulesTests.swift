import Plugins
import Testing
import Values

/// What deciders ask of rules that are read.
@Suite struct RulesTests {
  private static let clause = Clause(id: "c", source: .assumption)

  private static func rule(_ matter: String) -> DecisionRule {
    DecisionRule(
      matter: matter, method: .vote, threshold: nil, base: .present, abstentions: .ignored,
      tie: .rejected, clause: clause)
  }

  private static func body(_ matters: [String]) -> Body {
    Body(
      id: "plenary", title: LocalText([:]), composition: .plenary, quorum: nil,
      decisions: matters.map(rule))
  }

  @Test func `A matter with a rule of its own is decided by it`() {
    let body = Self.body(["default", "rules", "names"])
    #expect(body.decision(on: "rules")?.matter == "rules")
    #expect(body.decision(on: "names")?.matter == "names")
  }

  @Test(arguments: ["default", "budget", "", "Rules"])
  func `Any other matter is decided by the default`(_ matter: String) {
    #expect(Self.body(["rules", "default"]).decision(on: matter)?.matter == DecisionRule.fallback)
  }

  @Test func `Without a default no other matter is decided`() {
    #expect(Self.body(["rules"]).decision(on: "budget") == nil)
    #expect(Self.body([]).decision(on: "default") == nil)
  }

  @Test(
    arguments: [
      ("2015-12-31", nil), ("2016-01-01", "NL"), ("2017-06-30", "NL"), ("2017-07-01", nil),
      ("2017-08-31", nil), ("2017-09-01", "EE"), ("2018-12-31", "EE"), ("2019-01-01", nil),
    ] as [(String, String?)])
  func `A group serves from its first to its last day, both included`(
    _ row: (day: String, member: String?)
  ) throws {
    let groups = [("NL", "2016-01-01", "2017-06-30"), ("EE", "2017-09-01", "2018-12-31")]
    let rotation = RotationRule(
      groups: try groups.map { member, from, until in
        try RotationRule.Group(
          members: [member], from: #require(Day(from)), until: #require(Day(until)))
      }, chairPeriod: nil, clause: Self.clause)
    #expect(rotation.group(on: try #require(Day(row.day)))?.members.first == row.member)
  }

  @Test func `A rotation without groups has none on any day`() {
    let rotation = RotationRule(groups: [], chairPeriod: nil, clause: Self.clause)
    #expect(rotation.group(on: Day(number: 0)) == nil)
  }

  @Test func `Kinds, bodies, series and classes are found by their names alone`() throws {
    let rules = try PluginFile.load(text: SamplePlugin.text, file: "s.yaml").rules
    #expect(rules.seat("contact_point")?.kind == "contact_point")
    #expect(rules.body("board")?.id == "board")
    #expect(rules.series("plenary")?.id == "plenary")
    #expect(rules.membership.memberClass("observer")?.name == "observer")
    #expect(rules.seat("plenary") == nil)
    #expect(rules.body("Plenary") == nil)
    #expect(rules.series("") == nil)
    #expect(rules.membership.memberClass("guest") == nil)
  }

  @Test func `Only the right to vote lets a class vote`() {
    for right in MemberClass.Right.allCases {
      let of = MemberClass(name: "c", rights: [right], clause: Self.clause)
      #expect(of.mayVote == (right == .vote))
    }
    #expect(!MemberClass(name: "c", rights: [], clause: Self.clause).mayVote)
  }

  @Test func `A source is written by its key`() {
    #expect(Clause.Source.basis(key: "statute", text: "Statute of 2020").key == "statute")
    #expect(Clause.Source.practice.key == "practice")
    #expect(Clause.Source.assumption.key == "assumption")
  }
}

@Suite struct ThresholdTests {
  private static let fractions = (1...6).flatMap { denominator in
    (0...denominator).compactMap { Fraction($0, denominator) }
  }

  @Test func `The number needed is the least that meets the threshold, and at least one`() {
    for fraction in Self.fractions {
      for base in 0...50 {
        let share = fraction.numerator * base
        let reached = (1...base + 1).first { $0 * fraction.denominator >= share }
        let passed = (1...base + 1).first { $0 * fraction.denominator > share }
        #expect(Threshold(.atLeast, fraction).needed(of: base) == reached, "\(fraction) \(base)")
        #expect(Threshold(.moreThan, fraction).needed(of: base) == passed, "\(fraction) \(base)")
      }
    }
  }

  @Test(arguments: [Threshold.Strictness.moreThan, .atLeast])
  func `Nobody's vote decides nothing`(_ strictness: Threshold.Strictness) throws {
    for fraction in Self.fractions {
      #expect(Threshold(strictness, fraction).needed(of: 0) == 1)
    }
  }
}

@Suite struct LocalTextTests {
  private static let text = LocalText(["pt": "Rede", "es": "Red", "en": "Network"])

  @Test(
    arguments: [
      ("pt", [], "Rede"), ("en", ["pt"], "Network"), ("fr", ["es", "pt"], "Red"),
      ("fr", ["de", "pt"], "Rede"), ("fr", [], "Network"), ("fr", ["de"], "Network"),
    ] as [(String, [String], String)])
  func `A text is had in the language, else in the others, else in the first by its tag`(
    _ row: (language: String, others: [String], text: String)
  ) {
    #expect(Self.text.text(in: row.language, else: row.others) == row.text)
  }

  @Test func `No text in any language is an empty text`() {
    #expect(LocalText([:]).text(in: "en", else: ["pt"]).isEmpty)
  }

  @Test func `An empty text is a text`() {
    #expect(LocalText(["en": "", "pt": "Rede"]).text(in: "en", else: ["pt"]).isEmpty)
  }
}
