package import Values

/// A network's rules, resolved: the template merged in, every value checked, every rule with its clause.
///
/// A value is made by `RulesReader` from a plugin file or from the log; nothing in it can be
/// contradictory, so that deciders need not check again.
///
/// ## Topics
/// - ``Clause``, the numbered statement that each rule is
/// - ``MemberClass``, ``SeatRule``, ``Body``, ``Series``, ``DecisionRule``, ``ProgrammeRule``,
///   ``SubgroupRule``, ``OutputRule``, ``ProcedureRule``, ``AdmissionRule``,
///   ``ReferralRule``
package struct Rules: Hashable, Sendable {
  /// Lower-case letters, digits and hyphens, such as `forum-cibercrime`.
  package var id: String
  /// Of these rules, three numbers with points, such as `1.0.0`.
  package var version: String
  /// The template that was merged in, such as `plenary-of-states@1`; nil for none.
  package var template: String?
  /// The languages of the network's own texts, first the one that stands in for a missing one.
  package var languages: [String]
  /// A name of the IANA time zone data, such as `Europe/Lisbon`.
  package var zone: String
  /// Acts effective before this day are taken over, not decided again.
  package var recordingSince: Day
  package var title: LocalText
  /// What the rules cite, by key.
  package var basis: [String: String]
  package var founding: Founding
  package var membership: Membership
  package var seats: [SeatRule]
  package var bodies: [Body]
  package var series: [Series]
  package var programme: ProgrammeRule?
  package var subgroups: SubgroupRule?
  package var outputs: [OutputRule]
  /// The days on which the network works.
  package var calendar = CalendarRule.usual
  /// How states come in; nil where the rules leave it open.
  package var admission: AdmissionRule?
  /// Which body hands items to which; nil where the rules leave it to the default.
  package var referrals: ReferralRule?
  /// What the readers of each class see; nil where none of them sees more than what everybody may know.
  package var visibility: VisibilityRule?
  /// How bodies decide outside a meeting.
  package var procedures: [ProcedureRule] = []
  /// How a motion goes from its first state to its end; nil where nothing is laid down.
  package var motions: MotionRule?
  /// When letters are written, for each matter of which the rules say something.
  package var reminders: [ReminderRule] = []
  /// The address of the office that letters come from; nil where the rules name none.
  package var sender: String?
  /// What acts may change, each with the value that holds.
  package var parameters: [ParameterRule] = []
  /// The parameter that a key below `governance` uses, by its path, such as `series.plenary.notice.period`.
  package var parameterUses: [String: String] = [:]
  /// Named parts of expressions, each after those that it uses.
  package var definitions: [NamedExpression] = []
  package var guards: [GuardRule] = []
  package var events: [OwnEvent] = []
  package var obligations: [ObligationRule] = []
  package var roles: [RoleRule] = []
  package var views: [ViewRule] = []
  package var documents: [DocumentRule] = []
  /// How long lists may become, where the plugin says less than the program.
  package var maxima = CEL.Maxima()
  /// What becomes of proceedings that have begun when these rules come into force.
  package var inProgress: InProgress
  /// Which acts need two persons; nil when each is done by one.
  package var twoPersons: TwoPersonsRule?
  /// The whole resolved plugin; its canonical bytes are what a digest of the rules covers.
  package var resolved: JSON

  package init(
    id: String, version: String, template: String?, languages: [String], zone: String,
    recordingSince: Day, title: LocalText, basis: [String: String], founding: Founding,
    membership: Membership,
    seats: [SeatRule], bodies: [Body], series: [Series], programme: ProgrammeRule?,
    subgroups: SubgroupRule?, outputs: [OutputRule], inProgress: InProgress = .keep, resolved: JSON
  ) {
    self.id = id
    self.version = version
    self.template = template
    self.languages = languages
    self.zone = zone
    self.recordingSince = recordingSince
    self.title = title
    self.basis = basis
    self.founding = founding
    self.membership = membership
    self.seats = seats
    self.bodies = bodies
    self.series = series
    self.programme = programme
    self.subgroups = subgroups
    self.outputs = outputs
    self.inProgress = inProgress
    self.resolved = resolved
  }

  package func seat(_ kind: String) -> SeatRule? { seats.first { $0.kind == kind } }
  package func body(_ id: String) -> Body? { bodies.first { $0.id == id } }
  package func series(_ id: String) -> Series? { series.first { $0.id == id } }
  package func procedure(_ id: String) -> ProcedureRule? { procedures.first { $0.id == id } }
}

/// One text in several languages, by language tag.
package struct LocalText: Hashable, Sendable {
  package var texts: [String: String]

  package init(_ texts: [String: String]) { self.texts = texts }

  /// The text in a language, else in the first of the others that has one.
  package func text(in language: String, else others: [String] = []) -> String {
    for tag in [language] + others { if let text = texts[tag] { return text } }
    return texts.min { $0.key < $1.key }?.value ?? ""
  }
}
