package import EventStore
package import Values

/// How an act was decided, or would be, by one version of the rules.
package struct Judged: Sendable {
  package let rules: RulesName
  package let verdict: Verdict
  /// The names of the events, such as `deliberation.adopted`; empty for a refused act.
  package let events: [String]
  package let reasons: Reasons

  init(_ judgement: Judgement, under rules: RulesName) {
    self.rules = rules
    verdict = judgement.verdict
    events = judgement.verdict == .refused ? [] : judgement.decision.events.map(\.event.type)
    reasons = judgement.reasons
  }

  package var isRefused: Bool { verdict == .refused }

  package var json: JSON {
    [
      "rules": rules.json, "verdict": .text(verdict.rawValue), "events": .texts(events),
      "derivations": .list(reasons.derivations.map(\.json)),
      "notes": .list(reasons.notes.map(\.json)),
      "refusals": .list(reasons.refusals.map(\.json)),
    ]
  }
}

/// One act that other rules decide otherwise, with both answers.
package struct ActDifference: Sendable {
  /// In which way; an act that is refused on one side only has no other.
  package enum Kind: String, CaseIterable, Sendable {
    /// Accepted then, and the other rules refuse it.
    case refused
    /// Refused then, and the other rules accept it.
    case accepted
    /// Another outcome, such as a matter that would not have been adopted.
    case outcome
    /// The same outcome, with a note more.
    case note
  }

  package let kind: Kind
  /// The row of the act among the commands of the log, from 1.
  package let row: Int64
  package let command: CommandID
  package let act: String
  /// What it is about, such as `D-3` or `plenary-19`.
  package let subject: String
  /// The position of its first event; nil for a refused act.
  package let position: Int64?
  package let recorded: Instant
  package let effective: Day
  package let before: Judged
  package let after: Judged
  /// The notes that only the other rules make.
  package let notes: [Note]

  /// Nil when both sides come to the same.
  init?(_ act: PastAct, before: Judged, after: Judged) {
    let known = Set(before.reasons.notes.map(\.code))
    notes = after.isRefused ? [] : after.reasons.notes.filter { !known.contains($0.code) }
    switch (before.isRefused, after.isRefused) {
    case (false, true): kind = .refused
    case (true, false): kind = .accepted
    case (true, true): return nil
    case (false, false) where before.events != after.events: kind = .outcome
    case (false, false) where !notes.isEmpty: kind = .note
    case (false, false): return nil
    }
    row = act.recorded.row
    command = act.recorded.id
    self.act = act.recorded.name
    subject = act.subject
    position = act.recorded.positions?.lowerBound
    recorded = act.recorded.recorded
    effective = act.effective?.first ?? recorded.day
    self.before = before
    self.after = after
  }

  package var json: JSON {
    .object(compacting: [
      ("kind", .text(kind.rawValue)), ("command", .text(command.description)),
      ("act", .text(act)), ("subject", .text(subject)), ("position", position.map { .int($0) }),
      ("recorded", .text(recorded.description)), ("effective", .text(effective.description)),
      ("before", before.json), ("after", after.json), ("notes", .list(notes.map(\.json))),
    ])
  }
}
