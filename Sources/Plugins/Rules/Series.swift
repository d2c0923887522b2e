package import Values

/// A series of meetings of one body, with its own counter and its own notice.
package struct Series: Hashable, Sendable {
  /// Such as `plenary`; meetings are `plenary-19`.
  package var id: String
  package var title: LocalText
  package var body: String
  /// An obligation that is shown when overdue and never blocks.
  package var minimum: Frequency?
  package var notice: NoticeRule?
  /// Until when items are added; nil where nothing is laid down.
  package var agenda: AgendaRule?
  /// How minutes become final; nil where nothing is laid down.
  package var minutes: MinutesRule?
  /// How many places each member has, by its class; nil where nothing is laid down.
  package var invitations: InvitationRule?
  /// How long and how often each delegation speaks; nil where nothing is laid down.
  package var speaking: SpeakingRule?

  package init(
    id: String, title: LocalText, body: String, minimum: Frequency?, notice: NoticeRule?,
    agenda: AgendaRule? = nil, minutes: MinutesRule? = nil, invitations: InvitationRule? = nil,
    speaking: SpeakingRule? = nil
  ) {
    self.id = id
    self.title = title
    self.body = body
    self.minimum = minimum
    self.notice = notice
    self.agenda = agenda
    self.minutes = minutes
    self.invitations = invitations
    self.speaking = speaking
  }
}

/// At least so many in each period.
package struct Frequency: Hashable, Sendable {
  package var atLeast: Int
  package var per: Period
  package var clause: Clause

  package init(atLeast: Int, per: Period, clause: Clause) {
    self.atLeast = atLeast
    self.per = per
    self.clause = clause
  }
}

/// How long before its first day a meeting is convened, and its documents sent.
package struct NoticeRule: Hashable, Sendable {
  package var period: Period
  /// The shorter notice of an urgent meeting; nil when the rules know no urgency.
  package var urgent: Period?
  package var documents: Period?
  package var clause: Clause

  package init(period: Period, urgent: Period?, documents: Period?, clause: Clause) {
    self.period = period
    self.urgent = urgent
    self.documents = documents
    self.clause = clause
  }
}
