package import Values

/// Until when items are added to an agenda, and what a late one needs.
package struct AgendaRule: Hashable, Sendable {
  /// What a late item needs.
  package enum Late: String, CaseIterable, Sendable {
    /// Nothing helps.
    case never
    /// A reason that is recorded with it.
    case reason
    /// A deliberation of the body that meets.
    case decision
    /// A deliberation of the same meeting with which all those present agreed.
    case consent
  }

  /// Before the first day of the meeting; the agenda is frozen from the day after.
  package var freeze: Period
  package var late: Late
  /// The kind of matter by whose majority a late item is admitted; nil for any.
  package var matter: String?
  package var clause: Clause

  package init(freeze: Period, late: Late, matter: String?, clause: Clause) {
    self.freeze = freeze
    self.late = late
    self.matter = matter
    self.clause = clause
  }
}

/// How long minutes are open to comments, and how they are approved.
package struct MinutesRule: Hashable, Sendable {
  /// What makes minutes final.
  package enum Approval: String, CaseIterable, Sendable {
    /// That nobody objected while they were open to comments.
    case silence
    /// A deliberation of the body, at a later meeting.
    case meeting
  }

  /// From the circulation; the last day belongs to it.
  package var comments: Period
  package var approval: Approval
  package var clause: Clause

  package init(comments: Period, approval: Approval, clause: Clause) {
    self.comments = comments
    self.approval = approval
    self.clause = clause
  }
}
