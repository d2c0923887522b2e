internal import Projections
internal import Publishing
internal import Values

/// Which columns of a view a person sees at first; the others come with `--fields` and in every form for programs.
enum TableColumns {
  static let essential: [String: [String]] = [
    "member": ["member", "class", "since"],
    "person": ["person", "name", "email", "phone", "languages", "specialities"],
    "approval": [
      "approval", "act", "subject", "state", "asked_by", "asked_on", "confirm_until", "answered_by",
    ],
    "seat": [
      "seat", "member", "kind", "state", "person", "since", "until", "vacant_since", "acting",
    ],
    "board": ["body", "member", "chair", "since", "until", "origin", "holder", "is_member"],
    "meeting": [
      "meeting", "number", "from", "until", "place", "stage", "present", "documents_due",
      "report_due", "report_late",
    ],
    "deliberation": [
      "deliberation", "meeting", "on", "title", "matter", "outcome", "status", "method", "for",
      "against",
      "abstain",
    ],
    "agenda": ["meeting", "number", "item", "title", "minutes", "owner", "session", "late"],
    "minutes": [
      "meeting", "stage", "version", "circulated_on", "comments_until", "objections",
      "approved_on", "corrigenda",
    ],
    "amendment": [
      "amendment", "change", "first", "last", "member", "state", "collides_with", "deliberation",
      "for",
      "against", "abstain",
    ],
    "motion": [
      "motion", "title", "body", "state", "since", "member", "supporters", "may_become", "outcome",
      "deliberation",
    ],
    "election": [
      "election", "body", "stage", "seats", "stays", "round", "candidates", "elected",
      "seats_left", "vacant",
    ],
    "candidate": [
      "candidate", "member", "proposer", "accepted_on", "state", "votes", "round", "reason",
    ],
    "procedure": [
      "procedure", "kind", "title", "stage", "ends", "days_left", "expiry_due", "without_notice",
      "turnout", "unanswered", "outcome", "deliberation",
    ],
    "action": [
      "action", "title", "owner", "due", "status", "days_overdue", "ordered_by", "meeting",
      "reported_on",
    ],
    "programme": [
      "programme", "title", "from", "until", "status", "version", "adopted_by", "actions",
      "actions_open",
    ],
    "obligation": ["obligation", "source", "owed_by", "due", "overdue_since", "state"],
    "key": ["key", "name", "purpose", "status", "since", "until", "successor"],
    "parameter": ["parameter", "value", "default", "least", "most", "since", "title"],
    "guard": ["guard", "on", "severity", "may_waive", "waivers"],
    "proxy": [
      "proxy", "giver", "holder", "body", "meeting", "matter", "from", "until", "state",
    ],
    "application": [
      "application", "member", "class", "filed_on", "stage", "opinion", "deliberation",
      "decided_on",
    ],
    "waiver": [
      "waiver", "guard", "given_by", "subject", "since", "until", "state", "last_used",
    ],
    "census": [
      "census", "kind", "opened_on", "until", "status", "asked", "confirmed", "unanswered",
    ],
    "outbox": ["letter", "state", "about", "subject", "step", "on", "due", "person", "member"],
    "role": ["role", "person", "member", "way", "through", "since", "until"],
    "timeline": ["day", "position", "type", "noun", "subject"],
    "network": ["network", "title", "founded", "instrument", "version", "rules_from"],
  ]

  /// The names of the columns of a table, in their order.
  static func names(of view: View) -> [String] {
    let all = view.columns.filter { $0.kind != .record }.map(\.name)
    guard let chosen = essential[view.noun] else { return all }
    return chosen.filter(all.contains)
  }
}
