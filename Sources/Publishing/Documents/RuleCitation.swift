package import Plugins
import Values

/// A rule as a paper cites it: in words, with its source, and its key once for whoever looks it up.
///
/// ```swift
/// RuleCitation(rules, in: catalogue).text(ofClause: "bodies.plenary.decides.rules")
/// // "at least two thirds of all members entitled to vote (assumption: …; bodies.plenary.decides.rules)"
/// ```
package struct RuleCitation {
  private let rules: Rules
  private let catalogue: Catalogue

  /// - Parameters:
  ///   - rules: Those under which the paper's matter went.
  ///   - catalogue: The words.
  package init(_ rules: Rules, in catalogue: Catalogue) {
    self.rules = rules
    self.catalogue = catalogue
  }

  /// The rule of a clause; a clause that these rules do not have is cited by its id alone.
  package func text(ofClause id: String) -> String {
    let decisions = rules.bodies.flatMap(\.decisions)
    if let rule = decisions.first(where: { $0.clause.id == id }) {
      return cited(words(of: rule), rule.clause)
    }
    if let rule = rules.procedures.first(where: { $0.clause.id == id }) {
      return cited(words(of: rule), rule.clause)
    }
    if let rule = decisions.compactMap(\.terms.shares).first(where: { $0.clause.id == id }) {
      return cited(words(of: rule), rule.clause)
    }
    return rules.bodies.lazy.compactMap { self.text(ofClause: id, in: $0) }.first ?? id
  }

  /// A rule of a body on quorum, proxies or weights; nil for any other.
  private func text(ofClause id: String, in body: Body) -> String? {
    if let rule = body.quorum, rule.clause.id == id { return cited(words(of: rule), rule.clause) }
    if let rule = body.quorum?.secondCall, rule.clause.id == id {
      return cited(words(of: rule), rule.clause)
    }
    if let rule = body.proxies, rule.clause.id == id { return cited(words(of: rule), rule.clause) }
    guard let rule = body.weights, rule.clause.id == id else { return nil }
    return cited(catalogue.text("rule.weights"), rule.clause)
  }

  /// The notice that a series asks for, of the kind that was given.
  func text(of rule: NoticeRule, isUrgent: Bool) -> String {
    let period = isUrgent ? rule.urgent ?? rule.period : rule.period
    return cited(catalogue.period(period), rule.clause)
  }

  private func cited(_ words: String, _ clause: Clause) -> String {
    catalogue.text(
      "rule.cited",
      ["rule": .text(words), "source": .text(source(clause.source)), "clause": .text(clause.id)])
  }

  /// What stands in the basis of the rules; practice and assumptions say that they are.
  private func source(_ source: Clause.Source) -> String {
    switch source {
    case .basis(_, let text): text
    case .practice, .assumption: catalogue.text("source.\(source.key)")
    }
  }

  // MARK: - In words

  private func words(of rule: DecisionRule) -> String {
    guard rule.method != .consensus, let threshold = rule.threshold else {
      return catalogue.text("rule.consensus")
    }
    return catalogue.text(
      "rule.majority",
      [
        "method": .text(rule.method.rawValue), "strictness": .text(threshold.strictness.rawValue),
        "fraction": .text(words(of: threshold.fraction)), "base": .text(rule.base.rawValue),
        "abstentions": .text(rule.base == .votesCast ? rule.abstentions.rawValue : "other"),
      ])
  }

  /// `two thirds`; of a fraction without a name its digits.
  private func words(of fraction: Fraction) -> String {
    catalogue.template("fraction.\(fraction.numerator)-\(fraction.denominator)")
      ?? fraction.description
  }

  private func words(of rule: ShareRule) -> String {
    var values = words(of: rule.threshold)
    values["base"] = .text(rule.base.rawValue)
    return catalogue.text("rule.shares", values)
  }

  private func words(of rule: QuorumRule) -> String {
    guard let counting = rule.counting else { return words(of: rule.measure) }
    return catalogue.text(
      "rule.quorum-counted",
      ["quorum": .text(words(of: rule.measure)), "counting": .text(counting.rawValue)])
  }

  private func words(of measure: QuorumRule.Measure) -> String {
    switch measure {
    case .share(let threshold): catalogue.text("rule.quorum", words(of: threshold))
    case .number(let number): catalogue.text("rule.quorum-number", ["n": .int(number)])
    case .steps(let steps): steps.map { words(of: $0) }.joined(separator: "; ")
    }
  }

  private func words(of step: QuorumStep) -> String {
    catalogue.text(
      "rule.quorum-step",
      [
        "bounded": .text(step.upTo == nil ? "no" : "yes"), "upto": .int(step.upTo ?? 0),
        "quorum": .text(words(of: step.measure)),
      ])
  }

  private func words(of rule: SecondCallRule) -> String {
    let quorum = rule.threshold.map { catalogue.text("rule.quorum", words(of: $0)) }
    return catalogue.text(
      "rule.second-call",
      ["asked": .text(quorum == nil ? "no" : "yes"), "quorum": .text(quorum ?? "")])
  }

  private func words(of rule: ProxyRule) -> String {
    catalogue.text(
      "rule.proxies",
      [
        "n": .int(rule.perHolder), "counted": .text(rule.countsForQuorum ? "yes" : "no"),
        "limited": .text(rule.longest == nil ? "no" : "yes"),
        "longest": .text(rule.longest.map { catalogue.period($0) } ?? ""),
      ])
  }

  private func words(of threshold: Threshold) -> [String: Failure.Value] {
    [
      "strictness": .text(threshold.strictness.rawValue),
      "fraction": .text(words(of: threshold.fraction)),
    ]
  }

  private func words(of rule: ProcedureRule) -> String {
    catalogue.text(
      rule.kind == .silence ? "rule.silence" : "rule.written",
      ["period": .text(period(rule.period.count, rule.period.unit))])
  }

  private func period(_ count: Int, _ unit: ProcedurePeriod.Unit) -> String {
    catalogue.text("rule.period", ["n": .int(count), "unit": .text(unit.rawValue)])
  }
}
