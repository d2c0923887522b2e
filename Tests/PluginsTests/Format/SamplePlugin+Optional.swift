/// The keys that a plugin may leave out, and that the sample leaves out for the tests that add them.
extension SamplePlugin {
  /// The sample with all that it says in expressions, and with each of those keys.
  static let whole = optional.reduce(written) { text, row in
    text.replacing(row.line, with: row.longer)
  }

  /// A part of the sample, and the same with further keys.
  static let optional: [(line: String, longer: String)] = [
    (
      "    panel:\n      title: {en: Panel, pt: Painel}\n",
      "    panel:\n      title: {en: Panel, pt: Painel}\n      quorum: {steps: [{up_to: 4, members: 3}, "
        + "{up_to: 6, at_least: 2/3}, {more_than: 1/2}], counted: month, source: assumption}\n"
    ),
    ("remainder: true\n", "remainder: true\n      alternates: 2\n"),
    (
      "composition: plenary\n",
      """
      composition: plenary
            proxies: {per_holder: 2, quorum: true, longest: P3Y, source: assumption}
            weights: {members: {PT: 5}, classes: {member: 2}, source: statute}
            remote: {vote: true, quorum: true, source: assumption}

      """
    ),
    ("default: {more_than: 1/2,", "default: {choice: ranking, more_than: 1/2,"),
    (
      "observer: 1}, total: 90, source",
      "observer: 1}, total: 90, until: P7D, late: refused, source"
    ),
    ("count: 1, then: next_meeting, source", "count: 1, then: next_meeting, resumes: true, source"),
    (
      "rules: {first: consensus,",
      "rules: {first: consensus, recused: leaves_base, second_vote: replaces, "
        + "shares: {at_least: 13/20, of: all_members, source: assumption},"
    ),
    (
      "  outputs:\n",
      "  sender: secretariat@sample.example\n"
        + "  reminders:\n"
        + "    terms: {before: [P60D, P14D], source: assumption}\n"
        + "    confirmations: {every: P18M, before: [P1M], after: [P1M], id: fresh, source: assumption}\n"
        + "  outputs:\n"
    ),
    (
      "      minutes: {comments",
      "      speaking: {minutes: 5, times: 2, recorded: true, source: assumption}\n"
        + "      minutes: {comments"
    ),
    (
      "elected: {min: 3, max: 7, by: plenary, term: P18M, ",
      "elected: {min: 3, max: 7, by: plenary, term: P18M, ballot: {more_than: 1/2, "
        + "of: votes_cast, abstentions: ignored, relative_after: 1, rounds: 4, marks: 3, next: double, tie: lot, "
        + "contested: true, open: true, quotas: {north: {members: [DK], min: 1, max: 2, "
        + "source: assumption}}, source: assumption}, "
    ),
    (
      "  subgroups: {by",
      "  admission: {by: plenary, matter: default, opinion: board, source: assumption}\n"
        + "  subgroups: {by"
    ),
    (
      "longest: P2Y, source: assumption}",
      "longest: P2Y, ends_after: P30D, source: assumption, "
        + "terms: {inherits: plenary, may_set: [quorum, notice], "
        + "chair_term: P1Y, source: assumption}}"
    ),
    (
      "  outputs:\n",
      "  referrals: {to: {board: [subgroups], plenary: [board]}, decided: true, "
        + "source: assumption}\n"
        + "  visibility: {name: [member], email: [member], phone: [member], languages: [member], "
        + "specialities: [member], restricted: [member], closed: [member], source: assumption}\n"
        + "  outputs:\n"
    ),
    (
      "scope: own_state, source: statute",
      "scope: own_state, who: {seats: [contact_point], chairs: [board], classes: [member]}, "
        + "source: statute"
    ),
  ]
}
