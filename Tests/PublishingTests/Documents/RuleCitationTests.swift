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
    #expect(text.sentence(roll).contains("Eurojust and PT"))
    #expect(StatementText(Catalogue(.english)).sentence(roll).contains("EUROJUST and PT"))
  }
}
