internal import Plugins
internal import Values

/// What a key of the rules is called in a sentence, by the pattern of its path.
enum ChangeLabel {
  /// Patterns below `governance` with the keys of their texts, `change.label.WORD`; a star is any name.
  ///
  /// The first star is `{name}` of the text, the second one `{matter}`.
  private static let patterns: [(pattern: String, word: String)] = [
    ("bodies.*", "body"), ("bodies.*.quorum", "quorum"), ("bodies.*.quorum.members", "quorum"),
    ("bodies.*.quorum.steps", "quorum"), ("bodies.*.quorum.counted", "quorum"),
    ("bodies.*.chair", "chair"), ("bodies.*.chair.classes", "chair"),
    ("bodies.*.quorum.second_call", "second-call"), ("bodies.*.decides", "decides"),
    ("bodies.*.decides.*", "majority"), ("bodies.*.decides.*.first", "method"),
    ("bodies.*.decides.*.only", "method"), ("bodies.*.decides.*.abstentions", "abstentions"),
    ("bodies.*.decides.*.tie", "tie"), ("bodies.*.decides.*.recused", "recusal"),
    ("bodies.*.decides.*.shares", "shares"), ("bodies.*.decides.*.choice", "choice"),
    ("bodies.*.weights", "weights"), ("bodies.*.decides.*.second_vote", "second-vote"),
    ("bodies.*.composition", "composition"),
    ("bodies.*.remote", "remote"), ("bodies.*.remote.quorum", "remote"),
    ("bodies.*.remote.vote", "remote"), ("bodies.*.proxies", "proxies"),
    ("bodies.*.rotation", "rotation"),
    ("bodies.*.rotation.groups", "rotation"),
    ("bodies.*.rotation.chair_period", "chair-period"), ("bodies.*.elected", "election"),
    ("bodies.*.elected.ballot", "ballot"), ("bodies.*.elected.ballot.quotas.*", "quota"),
    ("bodies.*.elected.term", "body-term"), ("bodies.*.coordinator.term", "body-term"),
    ("bodies.*.elected.min", "least-members"), ("bodies.*.elected.max", "most-members"),
    ("series.*", "series"), ("series.*.notice", "notice"), ("series.*.notice.period", "notice"),
    ("series.*.notice.urgent", "urgent-notice"), ("series.*.notice.documents", "documents"),
    ("series.*.agenda", "agenda"), ("series.*.agenda.freeze", "freeze"),
    ("series.*.agenda.late", "late-items"), ("series.*.minutes", "minutes"),
    ("series.*.minutes.comments", "comments"), ("series.*.minutes.approval", "approval"),
    ("series.*.speaking", "speaking"), ("series.*.speaking.minutes", "speaking"),
    ("series.*.speaking.times", "speaking"), ("visibility", "visibility"),
    ("visibility.*", "visibility"), ("membership.classes.*", "class"),
    ("membership.classes.*.may", "rights"),
    ("membership.institutions.*", "institution"), ("seats.*", "seat"),
    ("seats.*.min", "least-seats"), ("seats.*.max", "most-seats"), ("seats.*.term", "seat-term"),
    ("programme", "programme"), ("programme.length", "programme"), ("subgroups", "subgroups"),
    ("subgroups.longest", "subgroups"), ("subgroups.ends_after", "subgroup-end"),
    ("subgroups.terms", "subgroup-terms"),
    ("subgroups.terms.may_set", "subgroup-terms"), ("subgroups.terms.inherits", "subgroup-terms"),
    ("subgroups.terms.chair_term", "subgroup-terms"), ("referrals", "referrals"),
    ("admission", "admission"),
    ("admission.opinion", "admission"), ("seats.*.alternates", "alternates"),
    ("procedures.*", "procedure"),
    ("procedures.*.period", "procedure-period"),
    ("procedures.*.period.days", "procedure-period"),
    ("procedures.*.period.working_days", "procedure-period"),
    ("procedures.*.consent", "procedure-consent"), ("procedures.*.answers", "procedure-answers"),
    ("motions", "motions"), ("motions.states.*", "motion-state"),
    ("motions.transitions.*", "motion-way"), ("procedures.*.broken", "procedure-broken"),
    ("outputs.*", "output"),
    ("outputs.*.within", "deadline"),
    ("recording_since", "recording"), ("timezone", "timezone"), ("languages", "languages"),
    ("in_progress", "in-progress"), ("two_persons.acts", "two-persons"),
    ("two_persons.within", "two-persons"), ("basis.*", "basis"), ("title.*", "title"),
  ]

  /// The key of the text for a change and the names that it quotes; nil for a key without words of its own.
  static func text(of change: RulesChange) -> (key: String, values: [String: Failure.Value])? {
    let key = change.key.split(separator: ".").map { String($0) }
    if change.isOfSource {
      let rule = change.clause ?? key.dropLast().joined(separator: ".")
      return ("change.label.source", ["name": .text(rule)])
    }
    if key.count == 2, key[0] == "series", change.isFrequency {
      return ("change.label.frequency", ["name": .text(key[1])])
    }
    for (pattern, word) in patterns {
      let parts = pattern.split(separator: ".")
      guard parts.count == key.count, zip(parts, key).allSatisfy({ $0 == "*" || $0 == $1 }) else {
        continue
      }
      let names = zip(parts, key).filter { $0.0 == "*" }.map { Failure.Value.text($0.1) }
      return (
        "change.label.\(word)",
        Dictionary(zip(["name", "matter"], names)) { first, _ in first }
      )
    }
    return nil
  }
}

extension RulesChange {
  /// Whether it is how often a series meets that changes, and not the series.
  var isFrequency: Bool {
    let sides = [before, after].compactMap(\.self)
    return sides.allSatisfy { side in
      side.fields.map { Set($0.names).isSubset(of: ["at_least", "per"]) } == true
    }
  }
}
