import Foundation
import Governance
import Plugins
import TestKit
import Testing
import Values

@testable import Publishing

/// Rules as papers cite them: in words, with their source, and their key once.
@Suite struct RuleCitationTests {
  private func cited(_ clause: String, _ language: Language = .english) -> String {
    RuleCitation(.sample, in: Catalogue(language)).text(ofClause: clause)
  }

  @Test(arguments: [
    (
      "default", "consensus or, failing that, more than half of all members entitled to vote"
    ),
    ("rules", "at least two thirds of all members entitled to vote"),
    ("election", "more than half of the votes cast, abstentions not counting"),
    ("admission", "consensus"),
  ])
  func `A majority is told in words, and an assumption as one`(
    _ row: (matter: String, words: String)
  ) {
    let key = "bodies.plenary.decides.\(row.matter)"
    #expect(cited(key) == "\(row.words) (assumption: nothing is published; \(key))")
  }

  @Test(arguments: [
    (Language.portuguese, "pelo menos dois terços de todos os membros com direito de voto"),
    (.spanish, "al menos dos tercios de todos los miembros con derecho a voto"),
  ])
  func `Portuguese and Spanish have their own words`(_ row: (Language, String)) {
    #expect(cited("bodies.plenary.decides.rules", row.0).hasPrefix(row.1 + " ("))
  }

  @Test(arguments: Language.allCases)
  func `The key of a rule stands once in its citation`(_ language: Language) {
    for rule in Rules.sample.bodies.flatMap(\.decisions) {
      let parts = cited(rule.clause.id, language).components(separatedBy: rule.clause.id)
      #expect(parts.count == 2, "\(parts)")
      #expect(!parts.joined().contains("["), "\(parts)")
    }
  }

  @Test func `What stands in the basis is cited with its text`() throws {
    var rules = Rules.sample
    let charter = Clause(
      id: "bodies.plenary.decides.rules", source: .basis(key: "charter", text: "Charter, art. 7"))
    let index = try #require(rules.bodies[0].decisions.firstIndex { $0.matter == "rules" })
    rules.bodies[0].decisions[index].clause = charter
    let text = RuleCitation(rules, in: Catalogue(.english)).text(ofClause: charter.id)
    #expect(text.hasSuffix("(Charter, art. 7; bodies.plenary.decides.rules)"))
  }

  @Test func `A fraction without a name is told in digits`() throws {
    var rules = Rules.sample
    let fraction = try #require(Fraction(5, 9))
    rules.bodies[0].decisions[0].threshold = Threshold(.moreThan, fraction)
    let text = RuleCitation(rules, in: Catalogue(.english))
      .text(ofClause: rules.bodies[0].decisions[0].clause.id)
    #expect(text.contains("more than 5/9 of all members"))
  }

  // MARK: - Rules beside the majority

  /// A body with a quorum by number and at a second call, proxies, and a majority by weight.
  private func rules(_ quorum: QuorumRule) throws -> Rules {
    func clause(_ key: String) -> Clause {
      Clause(id: "bodies.plenary.\(key)", source: .practice)
    }
    var rules = Rules.sample
    rules.bodies[0].quorum = quorum
    rules.bodies[0].proxies = ProxyRule(
      perHolder: 2, countsForQuorum: true, longest: Period("P1Y"), clause: clause("proxies"))
    rules.bodies[0].weights = WeightRule(
      members: ["PT": 3], classes: [:], clause: clause("weights"))
    let half = try #require(Fraction(1, 2))
    rules.bodies[0].decisions[0].terms.shares = ShareRule(
      threshold: Threshold(.moreThan, half), base: .allMembers, clause: clause("shares"))
    return rules
  }

  private static let quorum = Clause(id: "bodies.plenary.quorum", source: .practice)

  @Test(arguments: [
    (
      Language.english, "more than half of the members entitled to vote",
      "at most 2 proxies for each member, those represented counting for the quorum, for 1 year at most",
      "more than half of the weight of all members entitled to vote",
      "second call: no quorum is needed"
    ),
    (
      .portuguese, "mais de metade dos membros com direito de voto",
      "no máximo 2 procurações por membro, contando os representados para o quórum, por 1 ano no máximo",
      "mais de metade da ponderação de todos os membros com direito de voto",
      "segunda convocatória: não é necessário quórum"
    ),
    (
      .spanish, "más de la mitad de los miembros con derecho a voto",
      "como máximo 2 delegaciones de voto por miembro, contando los representados para el quórum, por 1 año como máximo",
      "más de la mitad de la ponderación de todos los miembros con derecho a voto",
      "segunda convocatoria: no es necesario quórum"
    ),
  ])
  func `Quorum, second call, proxies and weights are told in words too`(
    _ row: (language: Language, quorum: String, proxies: String, shares: String, second: String)
  ) throws {
    let half = Threshold(.moreThan, try #require(Fraction(1, 2)))
    let second = SecondCallRule(
      threshold: nil, after: try #require(Period("P14D")),
      clause: Clause(id: "bodies.plenary.quorum.second_call", source: .practice))
    let rules = try rules(QuorumRule(.share(half), secondCall: second, clause: Self.quorum))
    let citation = RuleCitation(rules, in: Catalogue(row.language))
    func words(_ key: String) -> String {
      citation.text(ofClause: "bodies.plenary.\(key)").components(separatedBy: " (")[0]
    }
    #expect(words("quorum") == row.quorum)
    #expect(words("proxies") == row.proxies)
    #expect(words("shares") == row.shares)
    #expect(words("quorum.second_call") == row.second)
    #expect(!words("weights").contains("bodies."))
  }

  @Test func `A quorum by number says how many members it takes`() throws {
    let rules = try rules(QuorumRule(.number(5), clause: Self.quorum))
    let text = RuleCitation(rules, in: Catalogue(.english)).text(ofClause: Self.quorum.id)
    #expect(text == "5 members entitled to vote (practice; bodies.plenary.quorum)")
  }

  @Test func `A clause that the rules do not have stands for itself`() {
    #expect(cited("bodies.council.decides.default") == "bodies.council.decides.default")
  }

  // MARK: - In sentences

  private let vote = Governance.Statement(
    "vote", at: "D-1.votes",
    [
      "entitled": .int(5), "present": .int(4), "known": .text("yes"), "represented": .int(0),
      "recused": .int(0), "for": .int(4), "against": .int(0), "abstain": .int(0), "cast": .int(4),
      "valid": .int(4), "base": .int(5), "needed": .int(4),
      "clause": .text("bodies.plenary.decides.rules"),
    ], events: [1])

  @Test func `A sentence cites its rule in words, or not at all where the paper has done so`() {
    let catalogue = Catalogue(.english)
    let key = "bodies.plenary.decides.rules"
    #expect(StatementText(catalogue).sentence(vote).hasSuffix("Rule: \(key)."))
    let words = StatementText(catalogue, citing: .words(RuleCitation(.sample, in: catalogue)))
    #expect(words.sentence(vote).hasSuffix("of a base of 5. Rule: \(cited(key))."))
    #expect(StatementText(catalogue, citing: .cited).sentence(vote).hasSuffix("of a base of 5."))
  }

  @Test func `Institutions stand by their names in lists of members`() {
    let roll = Governance.Statement(
      "present", at: "present", ["n": .int(2), "members": .list(["EUROJUST", "PT"])], events: [1])
    let text = StatementText(
      Catalogue(.english), citing: .key, names: PaperNames(institutions: ["EUROJUST": "Eurojust"]))
    #expect(text.sentence(roll).contains("PT and Eurojust"), "states stand first")
    #expect(StatementText(Catalogue(.english)).sentence(roll).contains("EUROJUST and PT"))
  }

  @Test(arguments: [
    (
      Language.english,
      "where up to 7 are entitled to vote, 4 members entitled to vote; where more are, more than half of the members "
        + "entitled to vote, counted on the first day of the month"
    ),
    (
      .portuguese,
      "até 7 membros com direito de voto, 4 membros com direito de voto; acima desse número, mais de metade dos membros "
        + "com direito de voto, contados no primeiro dia do mês"
    ),
    (
      .spanish,
      "hasta 7 miembros con derecho a voto, 4 miembros con derecho a voto; por encima de ese número, más de la mitad de "
        + "los miembros con derecho a voto, contados el primer día del mes"
    ),
  ])
  func `A quorum by sizes says each size, and when members are counted`(
    _ row: (language: Language, words: String)
  ) throws {
    let half = Threshold(.moreThan, try #require(Fraction(1, 2)))
    let steps = [QuorumStep(upTo: 7, .number(4)), QuorumStep(upTo: nil, .share(half))]
    let rules = try rules(QuorumRule(.steps(steps), counting: .month, clause: Self.quorum))
    let text = RuleCitation(rules, in: Catalogue(row.language)).text(ofClause: Self.quorum.id)
    #expect(text.hasPrefix(row.words + " ("))
  }
}
