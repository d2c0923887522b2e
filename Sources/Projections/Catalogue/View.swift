package import Values

/// What a noun of the command line lists: a table as it stands on a day, or what follows from several.
///
/// ```swift
/// let members = try #require(ViewCatalogue.view("member"))
/// try members.rows(views, today).map(\.json)
/// ```
package struct View: Sendable {
  /// The noun, such as `member`: `admin member list`.
  package let noun: String
  package let columns: [Column]
  /// The column that `show ID` looks into; nil for a view whose rows have no id.
  package let id: String?
  /// The column that a word after `list` picks rows by; nil for a view that is only listed whole.
  package let narrowedBy: String?
  /// A flag after `list` that picks and orders rows in a way of its own; nil for a view without one.
  package let choice: Choice?
  /// The rows on a day, in the documented order.
  package let rows: @Sendable (Views, Day) throws -> [Row]

  init(
    noun: String, columns: [Column], id: String?, narrowedBy: String? = nil,
    choice: Choice? = nil, rows: @escaping @Sendable (Views, Day) throws -> [Row]
  ) {
    self.noun = noun
    self.columns = columns
    self.id = id
    self.narrowedBy = narrowedBy
    self.choice = choice
    self.rows = rows
  }

  /// A flag of a list, such as `--overdue`.
  package struct Choice: Sendable {
    package let name: String
    /// The rows that are meant, in their order.
    package let pick: @Sendable ([Row]) -> [Row]

    init(name: String, pick: @escaping @Sendable ([Row]) -> [Row]) {
      self.name = name
      self.pick = pick
    }
  }

  /// A table as it stands.
  init(_ definition: ViewDefinition, id: String?, narrowedBy: String? = nil) {
    self.init(
      noun: definition.name, columns: definition.columns, id: id, narrowedBy: narrowedBy
    ) { views, day in
      try views.rows(definition.name, on: day)
    }
  }

  /// The rows with an id on a day; several where a thing has several rows, none when it is not there.
  package func rows(_ views: Views, with id: String, on day: Day) throws -> [Row] {
    guard let column = self.id else { return [] }
    return try rows(views, day).filter { $0.text(column) == id }
  }
}

/// Every view that a reader can ask for, in the order of the help.
package enum ViewCatalogue {
  package static let all: [View] = [
    View(noun: "network", columns: NetworkList.columns, id: "network", rows: NetworkList.rows),
    View(noun: "member", columns: MemberList.columns, id: "member", rows: MemberList.rows),
    View(ApplicationView.definition, id: "application"),
    View(noun: "person", columns: PersonList.columns, id: "person", rows: PersonList.rows),
    View(noun: "seat", columns: SeatList.columns, id: "seat", rows: SeatList.rows),
    View(
      noun: "alternate", columns: AlternateList.columns, id: "seat", rows: AlternateList.rows),
    View(noun: "coverage", columns: Coverage.columns, id: "member", rows: Coverage.rows),
    View(noun: "census", columns: CensusList.columns, id: "census", rows: CensusList.rows),
    View(
      noun: "directory", columns: DirectoryList.columns, id: "member", rows: DirectoryList.rows),
    View(noun: "board", columns: BoardList.columns, id: "body", rows: BoardList.rows),
    View(noun: "meeting", columns: MeetingList.columns, id: "meeting", rows: MeetingList.rows),
    View(AttendanceView.definition, id: "meeting"),
    View(GuestView.definition, id: "meeting", narrowedBy: "meeting"),
    View(
      noun: "deliberation", columns: DeliberationList.columns, id: "deliberation",
      rows: DeliberationList.rows),
    View(ProxyView.definition, id: "proxy"),
    View(AgendaView.definition, id: "item", narrowedBy: "meeting"),
    View(ReferralView.definition, id: "referral", narrowedBy: "body"),
    View(SpeakerView.definition, id: "meeting", narrowedBy: "meeting"),
    View(InvitationView.definition, id: "meeting", narrowedBy: "meeting"),
    View(MinutesView.definition, id: "meeting"),
    View(
      noun: "procedure", columns: ProcedureList.columns, id: "procedure", rows: ProcedureList.rows),
    View(noun: "motion", columns: MotionList.columns, id: "motion", rows: MotionList.rows),
    View(AmendmentView.definition, id: "amendment", narrowedBy: "motion"),
    View(ElectionView.definition, id: "election"),
    View(CandidateView.definition, id: "candidate", narrowedBy: "election"),
    View(ProgrammeView.definition, id: "programme"),
    View(ObjectiveView.definition, id: "objective"),
    View(
      noun: "action", columns: ActionList.columns, id: "action", choice: ActionList.overdue,
      rows: ActionList.rows),
    View(DeliverableView.definition, id: "deliverable"),
    View(SubgroupView.definition, id: "subgroup"),
    View(noun: "report", columns: ReportList.columns, id: "identifier", rows: ReportList.rows),
    View(
      noun: "obligation", columns: Obligation.columns, id: "obligation", rows: ObligationList.rows),
    View(noun: "outbox", columns: OutboxList.columns, id: "letter", rows: OutboxList.rows),
    View(NumberView.definition, id: "series"),
    View(PublicKeyView.definition, id: "key"),
    View(ApprovalView.definition, id: "approval"),
    View(
      noun: "parameter", columns: ParameterList.columns, id: "parameter", rows: ParameterList.rows),
    View(noun: "guard", columns: GuardList.columns, id: "guard", rows: GuardList.rows),
    View(WaiverView.definition, id: "waiver"),
    View(noun: "role", columns: RoleList.columns, id: "role", rows: RoleList.rows),
    View(
      noun: "event", columns: EventList.columns, id: nil, narrowedBy: "type", rows: EventList.rows),
    View(noun: "view", columns: OwnViewList.columns, id: nil, rows: OwnViewList.rows),
    View(TimelineView.definition, id: nil),
  ]

  package static func view(_ noun: String) -> View? { all.first { $0.noun == noun } }
}
