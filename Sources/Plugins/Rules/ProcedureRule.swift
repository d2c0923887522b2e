package import Values

/// How a body decides outside a meeting: who agrees to the method, how long it runs, what ends it.
///
/// Each part is a clause of its own, since networks borrow them from different texts.
package struct ProcedureRule: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// The members answer, and the majority of the body decides.
    case written
    /// The text is adopted when nobody breaks the silence in time.
    case silence
  }

  /// Such as `silence`; each one that is opened is `P-1`, `P-2`.
  package var id: String
  package var title: LocalText
  package var kind: Kind
  /// Whose members decide, by the majority that the body has for the matter.
  package var body: String
  /// Kinds of matter that are not decided in this way, sorted.
  package var notFor: [String]
  package var period: ProcedurePeriod
  /// Nil when nobody is asked whether the method may be used.
  package var consent: ConsentRule?
  /// How many must answer for the vote to count; nil when the rules ask for none.
  package var answers: AnswersRule?
  /// Nil when nothing ends the procedure before its time; always there for silence.
  package var breaking: BreakingRule?
  package var clause: Clause

  package init(
    id: String, title: LocalText, kind: Kind, body: String, notFor: [String] = [],
    period: ProcedurePeriod, consent: ConsentRule? = nil, answers: AnswersRule? = nil,
    breaking: BreakingRule? = nil, clause: Clause
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.body = body
    self.notFor = notFor
    self.period = period
    self.consent = consent
    self.answers = answers
    self.breaking = breaking
    self.clause = clause
  }
}

/// How long a procedure runs, from when, and at what time of its last day it ends.
package struct ProcedurePeriod: Hashable, Sendable {
  package enum Unit: String, CaseIterable, Sendable {
    case days
    case workingDays = "working_days"
  }

  /// From when the time is counted, once the method is agreed to.
  package enum Start: String, CaseIterable, Sendable {
    case opening
    /// Every addressee has a notice that is proven.
    case lastNotice = "last_notice"
  }

  /// From 1 to 366.
  package var count: Int
  package var unit: Unit
  /// The shorter one of an urgent matter, in the same unit; nil when the rules know no urgency.
  package var urgent: Int?
  /// The local time at which the last day ends; nil for the time of day at which it started.
  package var at: TimeOfDay?
  package var start: Start
  package var clause: Clause

  package init(
    count: Int, unit: Unit, urgent: Int?, at: TimeOfDay?, start: Start, clause: Clause
  ) {
    self.count = count
    self.unit = unit
    self.urgent = urgent
    self.at = at
    self.start = start
    self.clause = clause
  }
}

/// Who must agree that a matter is decided outside a meeting.
package struct ConsentRule: Hashable, Sendable {
  /// Of the addressees; nil when it is enough that nobody is against it.
  package var threshold: Threshold?
  package var clause: Clause

  package init(threshold: Threshold?, clause: Clause) {
    self.threshold = threshold
    self.clause = clause
  }
}

/// How many of the addressees must answer for a written vote to count.
package struct AnswersRule: Hashable, Sendable {
  package var threshold: Threshold
  package var clause: Clause

  package init(threshold: Threshold, clause: Clause) {
    self.threshold = threshold
    self.clause = clause
  }
}

/// What ends a procedure without a result, by whom, and what follows.
package struct BreakingRule: Hashable, Sendable {
  package enum Means: String, CaseIterable, Sendable {
    case objection, amendment
    case meetingRequest = "meeting_request"
  }

  package enum Author: String, CaseIterable, Sendable {
    /// Those entitled to decide: the addressees.
    case entitled
    /// Any member of the network, whatever its class.
    case anyMember = "any_member"
  }

  /// What becomes of the matter.
  package enum Consequence: String, CaseIterable, Sendable {
    case nextMeeting = "next_meeting"
    case fails
    /// A revised text may be put to a new procedure.
    case restart
  }

  /// How many members it takes.
  package enum Number: Hashable, Sendable {
    case count(Int)
    /// Of the addressees.
    case share(Threshold)
  }

  /// In the order of `Means`, none twice.
  package var means: [Means]
  package var author: Author
  package var number: Number
  package var consequence: Consequence
  /// Whether it goes on, as long as its time runs, when so many take back what they said that too few are left.
  package var resumes: Bool
  package var clause: Clause

  package init(
    means: [Means], author: Author, number: Number, consequence: Consequence,
    resumes: Bool = false, clause: Clause
  ) {
    self.means = means
    self.author = author
    self.number = number
    self.consequence = consequence
    self.resumes = resumes
    self.clause = clause
  }

  /// How many members it takes to break a procedure that went to so many.
  package func needed(of addressees: Int) -> Int {
    switch number {
    case .count(let count): count
    case .share(let threshold): threshold.needed(of: addressees)
    }
  }
}
