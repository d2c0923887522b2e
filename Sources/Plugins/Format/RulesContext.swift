internal import Values

/// What reading one part of a plugin must know of the others, and what has been found so far.
final class RulesContext {
  let findings: Findings
  var languages: [String] = []
  /// The texts of `basis` with the place of each key.
  var basis: [String: (text: String, place: Place?)] = [:]
  var classes: [String] = []
  var bodies: [String] = []
  var series: [String] = []
  var institutions: [String] = []
  /// Every type of event that a rule may name.
  var eventTypes: [String] = []
  var roles: [String] = []
  /// The names of all parameters, and those that could be read.
  var parameterNames: [String] = []
  var parameters: [ParameterRule] = []
  /// Values that acts have set, by the name of the parameter.
  let settings: [String: String]
  /// The parameter that a key uses, by the path of the key below `governance`.
  var parameterUses: [String: String] = [:]
  /// The matters of each body, `default` among them.
  var matters: [String: [String]] = [:]
  private var cited: Set<String> = []
  private var clauses: [String: Place?] = [:]

  init(findings: Findings, settings: [String: String] = [:]) {
    (self.findings, self.settings) = (findings, settings)
  }

  var basisTexts: [String: String] { basis.mapValues(\.text) }

  /// The source that a rule names; no text of `basis` passes an assumption off as published.
  ///
  /// - Throws: `reference-unknown` when `basis` does not have it.
  func source(_ node: Node) throws(Failure) -> Clause.Source {
    let keys = ["practice", "assumption"] + basis.keys.sorted()
    let key = try Form.reference("source", to: keys).read(node)
    switch key {
    case "practice": return .practice
    case "assumption": return .assumption
    default:
      cited.insert(key)
      return .basis(key: key, text: basis[key]?.text ?? "")
    }
  }

  /// Notes an id that two clauses have.
  func claim(_ id: String, at place: Place?) {
    if let first = clauses[id] {
      let line = Failure.Value.int(first?.line ?? 0)
      findings.add(Failure(.clauseRepeated, ["id": .text(id), "line": line], at: place))
    }
    clauses[id] = place
  }

  /// Warns of every text of `basis` that no rule cites.
  func warnOfUncitedBasis() {
    for (key, entry) in basis where !cited.contains(key) {
      findings.add(Failure(.basisUncited, ["key": .text(key)], at: entry.place), as: .warning)
    }
  }

  /// The code of a state, a territory or one of the plugin's institutions.
  var memberCode: Form<String> {
    Form { node throws(Failure) in
      let code = try node.string()
      guard !Jurisdictions.contains(code), !self.institutions.contains(code) else { return code }
      let nearest = Nearest.word(to: code, among: self.institutions) ?? ""
      throw Failure(
        .jurisdictionUnknown, ["found": .text(code), "nearest": .text(nearest)], at: node.place)
    }
  }
}
