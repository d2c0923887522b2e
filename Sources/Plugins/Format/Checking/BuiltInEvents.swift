/// What the events of the program carry: the names and types of their fields, as expressions see them.
///
/// The tests of `Governance` hold this table to the events themselves.
package enum BuiltInEvents {
  /// The schema of each type of event.
  package static let schemas: [String: PayloadSchema] = Dictionary(
    lines(of: table).map { ($0.name, schema($0.fields)) }
  ) { first, _ in first }

  package static let types: [String] = schemas.keys.sorted()

  /// `name: field kind, field? kind`; a kind in brackets is a list, one that is no kind is a record.
  static let table = """
    absence.ended: person text, from day, until? day
    absence.recorded: person text, from day, until? day
    action.added: number int, title text, owner? text, due? day, objective? int
    action.closed: number int, on day, outcome text
    action.reported: number int, on day, text text
    agenda.frozen: meeting text, on day
    alternate.ended: person text, until day, reason text
    alternate.named: person text, rank int, from day, until? day, act? text
    amendment.decided: on day, number int, deliberation text, outcome text, for? int, against? int, abstain? int
    amendment.proposed: on day, number int, change text, first int, last? int, text? text, member? text, reason? text
    amendment.withdrawn: on day, number int, reason? text
    application.advised: body text, tenor text, on day, deliberation? text, text? text
    application.filed: member text, class text, on day, text? text, digest? text
    application.granted: on day, deliberation? text, reason? text
    application.refused: on day, deliberation? text, reason? text
    application.withdrawn: on day, deliberation? text, reason? text
    appointment.confirmed: on day
    appointment.ended: until day, reason text
    appointment.made: person text, from day, until? day, act? text
    approval.asked: act text, fields any, documents? any, effective day, note? text, by text, until day
    approval.confirmed: by text
    approval.withdrawn: by text, reason? text
    assignment.closed: on day, outcome text, result text
    assignment.extended: on day, from day, due day, reason text
    assignment.made: title text, owner text, due day, on day, meeting? text, item? text, deliberation? text, series? text
    assignment.reported: on day, text text
    backup.made: name text, position int, leaves int, head text, keys bool
    board.composed: members [text], from day, until? day, holder? text, act? text, deliberation? text, election? text
    board.elected: members [text], from day, until? day, holder? text, act? text, deliberation? text, election? text
    board.rotated: members [text], from day, until? day, holder? text, act? text, deliberation? text, election? text
    board.swapped: members [text], from day, until? day, holder? text, act? text, deliberation? text, election? text
    candidate.accepted: on day, member text
    candidate.nominated: on day, member text, proposer? text
    candidate.withdrawn: on day, member text, reason? text
    census.closed: on day, asked int, confirmed [text], waiting [text]
    census.opened: on day, until day, kind? text
    coordinator.named: members [text], from day, until? day, holder? text, act? text, deliberation? text, election? text
    delegation.arrived: member text, time? text, represented_by? text, person? text, remote? bool
    delegation.departed: member text, time? text
    delegation.excused: member text, reason? text
    delegation.moved: member text, remote bool, time? text
    deliberation.adopted: \(resolution)
    deliberation.amended: deliberation text, text? text, digest? text
    deliberation.annulled: reason text, deliberation? text
    deliberation.deferred: meeting text, body text, title text, matter text, reason text
    deliberation.rejected: \(resolution)
    deliberation.repealed: deliberation text
    deliberation.tied: \(resolution)
    deliverable.added: action int, number int, title text, due? day
    deliverable.published: action int, number int, on day, identifier? text
    election.annulled: round int, on day, reason text, deliberation? text
    election.closed: on day, elected [text], vacant int, unopposed? [text]
    election.counted: round int, meeting text, on day, body text, time? text, entitled? int, present? int, proxied int, \
    ballots int, abstain int, invalid int, marks int, places int, base int, needed? int, results [result], \
    names? [marks], elected [text], next [text], tied? [text], chosen? [text], lot? drawing, vacant? int
    election.opened: on day, body text, by text, seats int, stays? [text], until? day
    event.corrected: corrects int, changes any, effective? day, strikes bool, reason text
    floor.closed: meeting text, item? text, time? text
    floor.ended: meeting text, number int, time? text, minutes? int
    floor.given: meeting text, number int, time? text
    floor.limited: meeting text, item? text, minutes? int, times? int
    floor.requested: meeting text, number int, member text, item? text, point_of_order? bool, time? text, turns int, spoken int
    floor.withdrawn: meeting text, number int, time? text
    guard.waived: guard text, by text, deliberation? text, reason? text, subject? text, from day, until? day, repeats bool
    guest.arrived: number int, kind text, guest text, count? int, time? text, remote? bool
    guest.departed: number int, time? text
    invitation.advanced: meeting text, number int, on day
    invitation.cancelled: meeting text, number int, on day, reason? text
    invitation.registered: meeting text, number int, on day, member text, class text, person? text, waits bool, late? bool
    item.added: meeting text, item text, on day, title text, parent? text, owner? text, minutes? int, \
    papers? [paper], session text, late bool, reason? text, deliberation? text, approves? text, follows? text, refers? text, sender? text, \
    consent? bool
    item.marked: meeting text, item text, on day, session text, reason text
    item.moved: meeting text, item text, on day, parent? text, before? text
    item.treated: meeting text, item text, deliberation text
    item.withdrawn: meeting text, item text, on day, reason text
    key.created: from day, name text, public_key text, purpose text
    key.retired: from day, reason? text
    key.rotated: from day, successor text
    letter.written: about text, subject text, due day, step text, on day, person text, member? text, language text, \
    title? text, values? any
    meeting.cancelled: on day, reason text
    meeting.closed: on day, time? text
    meeting.convened: on day, agenda [text], urgent bool, reason? text, second_call_of? text
    meeting.held: by day
    meeting.moved: on day, from? day, until? day, place? text, format? text, title? text, reason text, urgent bool, \
    starts? text, zone? text, link? text
    meeting.opened: on day, time? text, present [text], chair? text, attended? text, quorum? quorum, proxies? [proxy], remote? [text]
    meeting.planned: series text, number? int, from? day, until? day, place? text, format? text, title? text, funder? text, \
    starts? text, zone? text, link? text
    member.admitted: class text, from day
    member.ended: from day, reason? text
    member.reclassified: class text, from day
    minutes.approved: meeting text, on day, version int, digest text, until? day, objections int, deliberation? text
    minutes.circulated: meeting text, on day, version int, digest text, until? day, silence bool, texts? [wording]
    minutes.commented: meeting text, on day, number int, member? text, place? text, text text, objects bool, late bool
    minutes.corrected: meeting text, on day, number int, place text, text text, reason text, version int
    minutes.drafted: meeting text, on day, version int, statements any, digest text
    minutes.restored: meeting text, on day, version int, restores int, digest text
    minutes.written: meeting text, on day, version int, paragraph text, after text, text text, digest text
    motion.decided: on day, deliberation text, outcome text, digest text, from text, transition? text, to? text
    motion.moved: \(motionStep)
    motion.put: on day, body text, title text, matter text, text text, digest text, member? text, reason? text, stage stage
    motion.reopened: on day, deliberation text
    motion.supported: on day, member text
    motion.withdrawn: \(motionStep)
    network.founded: on day, instrument text
    number.assigned: meeting text, number? int
    objective.added: number int, title text
    output.published: output text, identifier text, on day, period_ending? day
    parameter.changed: name text, value text, from day, deliberation? text
    person.erased: basis text, reason? text
    person.exported: reason? text
    person.registered: languages? [text], specialities? [text]
    person.revised: languages? [text], specialities? [text]
    procedure.answered: member text, vote text, at instant, person? text, text? text
    procedure.broken: rule text, at instant, addressees [text], objections [objection], then text
    procedure.closed: \(procedureResult)
    procedure.consented: rule text, at instant, addressees [text], agreed [text], against [text], meeting? text
    procedure.expired: \(procedureResult)
    procedure.extended: from instant, expires instant, local text, at instant, reason text
    procedure.notified: members [text], at instant, way? text, proof? text
    procedure.objected: member text, means text, at instant, late bool, text? text
    procedure.opened: rule text, kind text, body text, title text, matter text, text? text, papers [text], addressees [text], record_date day, at instant, zone text, urgent bool, reason? text, follows? text
    procedure.published: at instant, meeting? text, identifier? text
    procedure.retracted: member text, at instant, resumes bool, reason? text
    procedure.started: rule text, urgent bool, addressees [text], notified [text], from instant, expires instant, local text, zone text
    procedure.withdrawn: at instant, reason text
    programme.adopted: on day, deliberation text
    programme.amended: on day, deliberation text, version int, objectives? [objective], added? [addition], \
    dropped? [int], changed? [change]
    programme.drafted: title text, from day, until day, topics [text]
    programme.withdrawn: on day, reason text
    proxy.given: giver text, holder text, body text, meeting? text, matter? text, from day, until? day, presence bool, held int
    proxy.revoked: on day, time? text, reason? text
    referral.decided: on day, body text, deliberation text, outcome text, meeting? text
    referral.forwarded: \(handover)
    referral.made: on day, title text, from text, to text, asks text, text? text, papers? [paper], session text, deliberation? text
    referral.noted: on day, body text, text? text, meeting? text
    referral.reopened: on day, deliberation text
    referral.returned: \(handover)
    referral.scheduled: on day, body text, meeting? text
    referral.withdrawn: on day, reason text
    report.published: output text, identifier text, on day, period_ending? day
    role.assigned: person text, member? text, from day, until? day, deliberation? text
    role.ended: person text, until day, reason? text
    rules.adopted: version text, digest text, from day, deliberation? text, rules any
    seat.created: member text, kind text, number int
    subgroup.amended: on day, deliberation text, mandate? text, until? day, terms? any
    subgroup.coordinated: member text, from day, until? day
    subgroup.created: title text, mandate text, from day, until? day, deliberation text, members? [text], terms? any
    subgroup.departed: member text, from day, reason? text
    subgroup.ended: on day, reason? text
    subgroup.joined: member text, from day
    subgroup.reported: on day, text text
    waiver.used: on day, event text, subject text
    """

  private static let resolution = """
    meeting? text, procedure? text, body text, title text, matter text, text? text, method text, \
    entitled? int, present? int, votes? votes, names? [ballot], chair_vote? text, \
    dissent? [dissent], digest? text, basis? text, papers? [text], witness? text, repeats? text, \
    recusals? [recusal], proxies? [proxy], time? text, shares? shares, struck? [ballot], lot? lot, second_round_of? text, \
    motion? text, amendment? int, decides? [text], voters? [voter], \
    choice? selection, aside? [text], no_objection? [text]
    """

  private static let handover = """
    on day, from text, to text, text? text, papers? [paper], meeting? text, deliberation? text
    """

  private static let motionStep = """
    on day, transition text, from text, to text, supporters int, stage stage, reason? text
    """

  private static let procedureResult = """
    rule text, at instant, outcome text, addressees [text], answered [text], \
    objections [objection], deliberation? text
    """

  private static let records = """
    addition: number int, title text, owner? text, due? day, objective? int
    ballot: member text, vote text, by? text
    change: number int, title? text, owner? text, due? day, objective? int
    count: count int, option text, votes int
    dissent: member text, text text
    drawing: seed text, method text, tickets [ticket]
    lot: seed text, method text, for text, against text, drawn text
    marks: member text, for [text], by? text
    objection: member text, means text
    objective: number int, title text
    paper: name text, digest text
    preference: member text, order [text], by? text
    proxy: proxy text, giver text, holder text, presence bool
    quorum: base int, found int, needed int, counted_on? day
    ranking: order [text], ballots int
    recusal: member text, reason text
    result: member text, votes int
    selection: way text, rankings [ranking], names? [preference], counts [count], chosen? text, tied? [text], \
    lot? slips, chair_choice? text
    shares: entitled int, present? int, proxied int, recused int, for int, against int, abstain int
    slip: option text, digest text
    slips: seed text, method text, slips [slip]
    stage: state text, final bool, amendable bool, adoption? way, rejection? way
    ticket: member text, digest text
    voter: member text, person text
    votes: for int, against int, abstain int, recused int, represented int, proxied? int
    way: transition text, to text
    wording: language text, digest text
    """

  private static let parts: [String: String] = Dictionary(
    lines(of: records).map { ($0.name, $0.fields) }
  ) { first, _ in first }

  static func lines(of table: String) -> [(name: String, fields: String)] {
    table.split(separator: "\n").compactMap { line in
      let halves = line.split(separator: ":", maxSplits: 1).map { String($0) }
      return halves.count == 2 ? (halves[0], halves[1]) : nil
    }
  }

  private static func schema(_ fields: String) -> PayloadSchema {
    let fields = fields.split(separator: ",").map { field in
      let words = field.split(separator: " ").map { String($0) }
      let isOptional = words.first?.hasSuffix("?") == true
      let name = words.first.map { isOptional ? String($0.dropLast()) : $0 } ?? ""
      return PayloadSchema.Field(name, form(words.last ?? ""), isRequired: !isOptional)
    }
    return PayloadSchema(fields.sorted { $0.name < $1.name })
  }

  private static func form(_ word: String) -> PayloadForm {
    if word.hasPrefix("[") { return .list(form(String(word.dropFirst().dropLast())), most: 500) }
    return switch word {
    case "text": .text(.init())
    case "int": .int(-999_999_999_999...999_999_999_999)
    case "bool": .bool
    case "day": .day
    case "instant": .instant
    default: parts[word].map { .record(schema($0)) } ?? .any
    }
  }
}
