internal import Values

/// Reads what stands under `governance`; the parts refer to each other by name.
enum GovernanceReader {
  struct Parts {
    let membership: Membership
    let seats: [SeatRule]
    let bodies: [Body]
    let series: [Series]
    let programme: ProgrammeRule?
    let subgroups: SubgroupRule?
    let outputs: [OutputRule]
    let procedures: [ProcedureRule]
    let motions: MotionRule?
    let admission: AdmissionRule?
    let referrals: ReferralRule?
    let visibility: VisibilityRule?
    let reminders: [ReminderRule]
    let sender: String?
  }

  static func parts(_ section: inout Section) -> Parts? {
    let context = section.context
    let bodyEntries = section.entries("bodies")
    context.bodies = bodyEntries.map(\.name)
    context.matters = BodyReader.matters(of: bodyEntries)
    context.series = section.entries("series").map(\.name)
    let membership = section.section("membership") { Self.membership(&$0) }
    let seats = section.each("seats") { Self.seat($0, &$1) }
    let bodies = section.each("bodies") { BodyReader.body($0, &$1) }
    let series = section.each("series") { Self.series($0, &$1) }
    let programme = section.optionalSection("programme") { Self.programme(&$0) }
    let subgroups = section.optionalSection("subgroups") { Self.subgroups(&$0) }
    let outputs = section.each("outputs") { Self.output($0, &$1) }
    let procedures = section.each("procedures") { ProcedureReader.procedure($0, &$1) }
    let motions = section.optionalSection("motions") { MotionReader.motions(&$0) }
    let admission = section.optionalSection("admission") { AdmissionReader.admission(&$0) }
    let referrals = section.optionalSection("referrals") { ReferralReader.referrals(&$0) }
    let visibility = section.optionalSection("visibility") { VisibilityReader.rule(&$0) }
    let reminders = ReminderReader.reminders(&section)
    let sender = ReminderReader.sender(&section)
    if !section.has("bodies") {
      section.note(Failure(.keyMissing, ["key": .text("bodies")], at: section.place))
    }
    return membership.map {
      Parts(
        membership: $0, seats: seats, bodies: bodies, series: series, programme: programme,
        subgroups: subgroups, outputs: outputs, procedures: procedures, motions: motions,
        admission: admission, referrals: referrals, visibility: visibility,
        reminders: reminders, sender: sender)
    }
  }

  // MARK: - Members and seats

  private static func membership(_ section: inout Section) -> Membership? {
    let context = section.context
    var institutions: [String: LocalText] = [:]
    for entry in section.entries("institutions", expected: "institution", Names.isInstitution) {
      institutions[entry.name] = context.localText(entry.value)
    }
    context.institutions = institutions.keys.sorted()
    context.classes = section.entries("classes").map(\.name)
    if !section.has("classes") {
      section.note(Failure(.keyMissing, ["key": .text("classes")], at: section.place))
    }
    let classes = section.each("classes") { name, section in
      let rights = section.list("may", Form<MemberClass.Right>.choice)
      let clause = section.clause()
      guard let rights, let clause else { return MemberClass?.none }
      return MemberClass(name: name, rights: Set(rights), clause: clause)
    }
    return Membership(institutions: institutions, classes: classes)
  }

  private static func seat(_ kind: String, _ section: inout Section) -> SeatRule? {
    let context = section.context
    let classes = section.list("classes", .reference("class", to: context.classes))
    let minimum = section.required("min", .number(0...99))
    let maximum = section.optional("max", .number(1...99))
    section.checkOrder(minimum, maximum)
    let appointer = section.required("by", .reference("body", to: ["member"] + context.bodies))
    let term = section.optional("term", .period)
    let servesRemainder = section.required("remainder", .boolean)
    let holdsOver = section.required("holdover", .boolean)
    let isInDirectory = section.required("directory", .boolean)
    let alternates = section.optional("alternates", .number(0...9))
    guard let clause = section.clause(), let classes, let minimum, let appointer,
      let servesRemainder, let holdsOver, let isInDirectory
    else { return nil }
    return SeatRule(
      kind: kind, classes: classes, minimum: minimum, maximum: maximum, appointedBy: appointer,
      term: term, servesRemainder: servesRemainder, holdsOver: holdsOver,
      isInDirectory: isInDirectory, alternates: alternates ?? 0, clause: clause)
  }

  // MARK: - Meetings

  private static func series(_ id: String, _ section: inout Section) -> Series? {
    let title = section.localText("title")
    let body = section.required("body", .reference("body", to: section.context.bodies))
    let minimum = section.has("at_least") ? Self.frequency(&section) : nil
    let notice = section.optionalSection("notice") { Self.notice(&$0) }
    let agenda = section.optionalSection("agenda") { Self.agenda(&$0) }
    let minutes = section.optionalSection("minutes") { Self.minutes(&$0) }
    let invitations = section.optionalSection("invitations") {
      InvitationReader.invitations(&$0)
    }
    let speaking = section.optionalSection("speaking") { SpeakingReader.speaking(&$0) }
    guard let title, let body else { return nil }
    return Series(
      id: id, title: title, body: body, minimum: minimum, notice: notice, agenda: agenda,
      minutes: minutes, invitations: invitations, speaking: speaking)
  }

  private static func frequency(_ section: inout Section) -> Frequency? {
    let atLeast = section.required("at_least", .number(1...366))
    let per = section.required("per", .period)
    guard let clause = section.clause(), let atLeast, let per else { return nil }
    return Frequency(atLeast: atLeast, per: per, clause: clause)
  }

  static func notice(_ section: inout Section) -> NoticeRule? {
    let period = section.required("period", .period)
    let urgent = section.optional("urgent", .period)
    let documents = section.optional("documents", .period)
    section.lookAtUrgent(urgent, beside: period)
    guard let clause = section.clause(), let period else { return nil }
    return NoticeRule(period: period, urgent: urgent, documents: documents, clause: clause)
  }

  private static func agenda(_ section: inout Section) -> AgendaRule? {
    let freeze = section.required("freeze", .period)
    let late = section.required("late", Form<AgendaRule.Late>.choice)
    let matter = section.optional("matter", .name)
    guard let clause = section.clause(), let freeze, let late else { return nil }
    return AgendaRule(freeze: freeze, late: late, matter: matter, clause: clause)
  }

  private static func minutes(_ section: inout Section) -> MinutesRule? {
    let comments = section.required("comments", .period)
    let approval = section.required("approval", Form<MinutesRule.Approval>.choice)
    guard let clause = section.clause(), let comments, let approval else { return nil }
    return MinutesRule(comments: comments, approval: approval, clause: clause)
  }

  // MARK: - Programme, subgroups, outputs

  private static func programme(_ section: inout Section) -> ProgrammeRule? {
    let length = section.required("length", .period)
    let decided = section.decidedBy()
    guard let clause = section.clause(), let length, let decided else { return nil }
    return ProgrammeRule(
      length: length, adoptedBy: decided.body, matter: decided.matter, clause: clause)
  }

  private static func subgroups(_ section: inout Section) -> SubgroupRule? {
    let decided = section.decidedBy()
    let longest = section.optional("longest", .period)
    let endsAfter = section.optional("ends_after", .period)
    let terms = section.optionalSection("terms") {
      SubgroupTermsReader.rule(&$0, createdBy: decided?.body)
    }
    guard let clause = section.clause(), let decided else { return nil }
    return SubgroupRule(
      createdBy: decided.body, matter: decided.matter, longest: longest, endsAfter: endsAfter,
      terms: terms, clause: clause)
  }

  private static func output(_ id: String, _ section: inout Section) -> OutputRule? {
    let title = section.localText("title")
    let occasion = section.section("per") { Self.occasion(&$0) }
    let within = section.optional("within", .period)
    let numbering = section.required("numbering", Form<OutputRule.Numbering>.choice)
    guard let clause = section.clause(), let title, let occasion, let numbering else { return nil }
    return OutputRule(
      id: id, title: title, occasion: occasion, within: within, numbering: numbering,
      clause: clause)
  }

  private static func occasion(_ section: inout Section) -> OutputRule.Occasion? {
    guard section.exactlyOne(of: "series", "period") else { return nil }
    let context = section.context
    return section.has("series")
      ? section.required("series", .reference("series", to: context.series)).map {
        .meeting(series: $0)
      }
      : section.required("period", .period).map { .period($0) }
  }
}
