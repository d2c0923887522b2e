internal import Values

/// What a subgroup is on a day, as acts have made it: enough to be a body with a series of meetings.
package struct SubgroupCharter: Hashable, Sendable {
  package let id: String
  package let title: String
  package let stays: [SubgroupSeats.Stay]
  /// The rules of its own, by their paths such as `quorum.members`, as a plugin writes the values.
  package let written: [String: String]
  /// The deliberation that set them, and what people call it.
  package let source: Clause.Source

  package init(
    id: String, title: String, stays: [SubgroupSeats.Stay], written: [String: String],
    source: Clause.Source
  ) {
    (self.id, self.title, self.stays) = (id, title, stays)
    (self.written, self.source) = (written, source)
  }
}

extension Rules {
  /// These rules with a body and a series for each subgroup: what they inherit, and what they set themselves.
  ///
  /// The digest stays that of the rules. A value that these rules lock, or cannot take any more, does not count.
  package func chartered(_ charters: [SubgroupCharter]) -> Rules {
    guard let rule = subgroups, !charters.isEmpty else { return self }
    var rules = self
    let parent = body(rule.inheritance.inherits)
    let model = series.first { $0.body == rule.inheritance.inherits }
    for charter in charters where body(charter.id) == nil && series(charter.id) == nil {
      let terms = rule.inheritance.terms(of: charter)
      let title = LocalText(
        Dictionary(languages.map { ($0, charter.title) }) { first, _ in first })
      let seats = SubgroupSeats(stays: charter.stays, clause: rule.clause)
      let decision = terms.decision ?? parent?.decision(on: DecisionRule.fallback)
      rules.bodies.append(
        Body(
          id: charter.id, title: title, composition: .subgroup(seats),
          quorum: terms.quorum ?? parent?.quorum, decisions: decision.map { [$0] } ?? [],
          proxies: parent?.proxies, weights: parent?.weights, chair: parent?.chair,
          remote: parent?.remote))
      rules.series.append(
        Series(
          id: charter.id, title: title, body: charter.id, minimum: nil,
          notice: terms.notice ?? model?.notice, agenda: model?.agenda, minutes: model?.minutes,
          speaking: model?.speaking))
    }
    return rules
  }
}

extension SubgroupTermsRule {
  /// What a subgroup set for itself, as far as it may and as far as it can be read.
  package func terms(of charter: SubgroupCharter) -> SubgroupTerms {
    let kept = charter.written.filter { path, _ in
      SubgroupTermsReader.key(of: path).map(settable.contains) == true
    }
    guard !kept.isEmpty else { return SubgroupTerms() }
    do throws(PluginRefused) {
      return try SubgroupTermsReader.terms(kept, of: charter.id, by: charter.source)
    } catch {
      return SubgroupTerms()
    }
  }
}

extension Body {
  /// Whether it is a subgroup, which acts made, and no body that the rules name.
  package var isSubgroup: Bool { if case .subgroup = composition { true } else { false } }
}
