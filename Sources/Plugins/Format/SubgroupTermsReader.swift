internal import Values

/// Reads the rules that a subgroup sets for itself: a small file, or pairs of a path and a value.
///
/// ```yaml
/// quorum: {members: 3}
/// notice: {period: P7D}
/// decides: {more_than: 1/2, of: votes_cast, abstentions: ignored, tie: rejected}
/// lifetime: P1Y
/// chair_term: P6M
/// ```
///
/// Where such a rule comes from is not written: it is the deliberation that set it.
package enum SubgroupTermsReader {
  /// How deep a path can go, such as `quorum.second_call.after`.
  private static let deepest = 3
  /// What is written in plugins and not in terms of reference.
  private static let foreign = ["source", "id", "shares"]

  /// The key of a path, such as `quorum` of `quorum.members`; nil for a path of anything else.
  package static func key(of path: String) -> SubgroupTermsRule.Key? {
    path.split(separator: ".").first.flatMap { SubgroupTermsRule.Key(rawValue: String($0)) }
  }

  /// The rules that a subgroup wrote down.
  ///
  /// - Parameters:
  ///   - written: Values by their paths, as a plugin writes them.
  ///   - subgroup: Whose clauses they become, such as `subgroups.crypto.quorum`.
  ///   - source: The deliberation that set them.
  /// - Returns: The rules.
  /// - Throws: All that was found; each finding says what may stand there.
  package static func terms(
    _ written: [String: String], of subgroup: String, by source: Clause.Source
  ) throws(PluginRefused) -> SubgroupTerms {
    let findings = Findings()
    for path in written.keys.sorted() where !isFit(path) {
      findings.add(Self.unfit(path, at: nil))
    }
    guard !findings.hasErrors else { throw PluginRefused(findings) }
    return try terms(node(written), of: subgroup, by: source, findings)
  }

  /// The pairs of a file, such as `quorum.members=3`, sorted by their paths.
  ///
  /// - Throws: All that was found in it, with the places.
  package static func pairs(file path: String) throws(PluginRefused) -> [String] {
    let findings = Findings()
    let reading = findings.collect { () throws(Failure) in try YAMLFile.reading(path) }
    for failure in reading?.failures ?? [] { findings.add(failure) }
    guard let node = reading?.node, !findings.hasErrors else { throw PluginRefused(findings) }
    var pairs: [String: String] = [:]
    flatten(node, at: [], into: &pairs, findings)
    guard !findings.hasErrors else { throw PluginRefused(findings) }
    _ = try terms(node, of: "subgroup", by: .practice, findings)
    return pairs.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }

  private static func terms(
    _ node: Node, of subgroup: String, by source: Clause.Source, _ findings: Findings
  ) throws(PluginRefused) -> SubgroupTerms {
    let context = RulesContext(findings: findings)
    if case .basis(let key, let text) = source { context.basis[key] = (text, nil) }
    let sourced = sourced(node, source.key, depth: 0)
    let terms = Section.read(sourced, path: "subgroups.\(subgroup)", in: context) { section in
      SubgroupTerms(
        quorum: section.optionalSection("quorum") { BodyReader.quorum(&$0, of: nil) },
        notice: section.optionalSection("notice") { GovernanceReader.notice(&$0) },
        decision: section.optionalSection("decides") {
          BodyReader.decision(on: DecisionRule.fallback, &$0)
        }, lifetime: section.optional("lifetime", .period),
        chairTerm: section.optional("chair_term", .period))
    }
    guard let terms, !findings.hasErrors else { throw PluginRefused(findings) }
    return terms
  }

  // MARK: - Paths and trees

  private static func isFit(_ path: String) -> Bool {
    let parts = path.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= deepest && parts.allSatisfy { !$0.isEmpty }
      && !parts.contains { foreign.contains(String($0)) }
  }

  private static func unfit(_ path: String, at place: Place?) -> Failure {
    Failure(
      .keyUnknown,
      [
        "key": .text(String(path.prefix(80))),
        "choices": .list(SubgroupTermsRule.Key.allCases.map(\.rawValue)),
      ], at: place)
  }

  /// Values under their paths as a tree; a value that has others below it stays a value.
  private static func node(_ written: [String: String]) -> Node {
    let groups = Dictionary(grouping: written.keys) { path in
      path.prefix { $0 != "." }
    }
    let entries = groups.sorted { $0.key < $1.key }.map { name, paths -> Entry in
      if let value = written[String(name)] {
        return Entry(String(name), value: Node(.scalar(Scalar(value, .plain))))
      }
      let below = paths.map { path in
        (String(path.dropFirst(name.count + 1)), written[path] ?? "")
      }
      return Entry(String(name), value: node(Dictionary(below) { first, _ in first }))
    }
    return Node(.mapping(entries))
  }

  /// Every mapping below the top with the source that nobody wrote.
  private static func sourced(_ node: Node, _ source: String, depth: Int) -> Node {
    guard case .mapping(let entries) = node.kind, depth < deepest else { return node }
    let below = entries.map { entry in
      Entry(entry.name, at: entry.place, value: sourced(entry.value, source, depth: depth + 1))
    }
    let own = Entry("source", at: node.place, value: Node(.scalar(Scalar(source, .quoted))))
    return Node(.mapping(depth == 0 ? below : below + [own]), at: node.place)
  }

  private static func flatten(
    _ node: Node, at path: [String], into pairs: inout [String: String], _ findings: Findings
  ) {
    guard case .mapping(let entries) = node.kind else {
      let value = findings.collect { () throws(Failure) in try node.string() }
      if path.isEmpty { findings.add(node.unreadable("mapping")) }
      pairs[path.joined(separator: ".")] = value
      return
    }
    for entry in entries {
      let below = path + [entry.name]
      let whole = below.joined(separator: ".")
      guard isFit(whole) else {
        findings.add(unfit(whole, at: entry.place))
        continue
      }
      flatten(entry.value, at: below, into: &pairs, findings)
    }
  }

  // MARK: - The rule of the network

  /// What stands under `subgroups.terms`.
  static func rule(_ section: inout Section, createdBy: String?) -> SubgroupTermsRule? {
    let inherits = section.optional(
      "inherits", .reference("body", to: section.context.bodies))
    let settable = section.list("may_set", Form<SubgroupTermsRule.Key>.choice)
    let chairTerm = section.optional("chair_term", .period)
    guard let clause = section.clause(), let settable, let body = inherits ?? createdBy else {
      return nil
    }
    return SubgroupTermsRule(
      inherits: body, settable: settable, chairTerm: chairTerm, clause: clause)
  }
}
