import EventStore
import Plugins
package import Values

/// A year of the sample network in acts: each is accepted after those before it.
package enum SampleHistory {
  package struct Act: Sendable {
    package let name: String
    package let fields: [String: [String]]
    package let day: String

    init(_ name: String, _ fields: [String: [String]], on day: String = "2026-11-23") {
      self.name = name
      self.fields = fields
      self.day = day
    }
  }

  /// The sample rules in their next version, which has guests.
  package static let amended: JSON = {
    let lines = SampleRules.text.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.flatMap { amended(String($0)) }.joined(separator: "\n")
    do {
      return try YAML.parse(text, file: "amended.yaml").json
    } catch {
      preconditionFailure("the amended rules are YAML")
    }
  }()

  /// A line of the rules as it stands in the next version, with what is new around it.
  private static func amended(_ line: String) -> [String] {
    if line.hasPrefix("version:") { return ["version: 1.1.0"] }
    if line.contains("plenary: {title: {en: Plenary meetings}") {
      return [line.replacing("source: assumption}}", with: "source: assumption}, " + invitations)]
    }
    if line.contains("elected: {min: 2,") {
      return [line.replacing("one_per_member: true,", with: "one_per_member: true, \(ballot),")]
    }
    if line.contains("programme: {more_than: 1/2,") {
      return [line.replacing("tie: rejected,", with: "tie: rejected, choice: plurality,")]
    }
    if line.contains("observer: {may:") {
      return [line, "      guest: {may: [attend], source: charter}"]
    }
    if line.contains("title: {en: Board}") {
      return [line, "      proxies: {per_holder: 1, quorum: false, longest: P1Y, source: charter}"]
    }
    return line == "governance:" ? written + [line] + motions : [line]
  }

  package static let ballot =
    "ballot: {more_than: 1/2, of: votes_cast, abstentions: ignored, tie: lot, source: assumption}"

  private static let invitations =
    "invitations: {seats: {member: 3, observer: 1}, source: assumption}}"

  private static let motions = SampleRules.motions.split(separator: "\n").map { String($0) }

  /// What the next version has beside the keys of governance.
  private static let written = [
    "parameters: {lead_time: {type: period, default: P14D, max: P2M, source: charter}}",
    "events:", "  sample.visit.paid:", "    version: 1", "    title: {en: Visit paid}",
    "    payload: {type: object, properties: {host: {type: string, ref: member}}}",
    "guards:", "  - id: visit.hosted", "    on: [sample.visit.paid]",
    "    require: has(payload.host)", "    message: {en: A visit has a host.}",
    "    waiver: {by: [secretariat]}", "    source: charter",
    "roles: {clerk: {grants: [sample.visit.paid], who: {named: true}, source: charter}}",
  ]

  package static let acts: [Act] =
    members + seats + meeting + boards + programme + actions + subgroup + applications + census
    + end

  private static let members = [
    Act("member admit", ["member": ["PT"], "class": ["member"]], on: "2026-01-10"),
    Act("member admit", ["member": ["ES"], "class": ["member"]], on: "2026-01-10"),
    Act("member admit", ["member": ["MT"], "class": ["observer"]], on: "2026-01-10"),
    Act("member edit", ["member": ["MT"], "class": ["member"]], on: "2026-01-12"),
    Act("person add", ["name": ["Ana Example"], "languages": ["pt", "en"]]),
    Act("person add", ["name": ["Bea Example"]]),
    Act("person edit", ["person": ["H-2"], "specialities": ["e-evidence"]]),
  ]

  private static let seats = [
    Act(
      "seat appoint", ["member": ["PT"], "kind": ["contact_point"], "person": ["H-1"]],
      on: "2026-01-15"),
    Act("seat confirm", ["seat": ["PT.contact_point.1"]], on: "2026-03-01"),
    Act("seat replace", ["seat": ["PT.contact_point.1"], "person": ["H-2"]], on: "2026-04-01"),
    Act("seat end", ["seat": ["PT.contact_point.1"], "reason": ["Retired"]], on: "2026-05-01"),
    Act(
      "seat appoint", ["member": ["PT"], "kind": ["contact_point"], "person": ["H-1"]],
      on: "2026-06-01"),
    Act(
      "alternate appoint", ["seat": ["PT.contact_point.1"], "person": ["H-2"]], on: "2026-06-01"),
    Act("seat excuse", ["seat": ["PT.contact_point.1"]], on: "2026-06-02"),
    Act("seat attend", ["seat": ["PT.contact_point.1"]], on: "2026-06-05"),
    Act(
      "alternate end",
      ["seat": ["PT.contact_point.1"], "person": ["H-2"], "reason": ["Moved"]], on: "2026-06-06"),
  ]

  private static let meeting = [
    Act("meeting plan", ["series": ["plenary"], "from": ["2026-03-20"]], on: "2026-02-01"),
    Act(
      "agenda add", ["item": ["budget"], "meeting": ["plenary-1"], "title": ["Budget"]],
      on: "2026-02-01"),
    Act(
      "agenda add", ["item": ["travel"], "meeting": ["plenary-1"], "title": ["Travel"]],
      on: "2026-02-01"),
    Act(
      "agenda move", ["item": ["travel"], "meeting": ["plenary-1"], "parent": ["budget"]],
      on: "2026-02-01"),
    Act(
      "agenda mark",
      [
        "item": ["travel"], "meeting": ["plenary-1"], "session": ["restricted"],
        "reason": ["It names prices"],
      ], on: "2026-02-01"),
    Act(
      "agenda withdraw", ["item": ["travel"], "meeting": ["plenary-1"], "reason": ["No paper"]],
      on: "2026-02-02"),
    Act("agenda freeze", ["meeting": ["plenary-1"]], on: "2026-02-02"),
    Act(
      "meeting convene", ["meeting": ["plenary-1"], "agenda": ["Opening", "Reports"]],
      on: "2026-02-02"),
    Act(
      "attendance excuse",
      ["meeting": ["plenary-1"], "member": ["MT"], "reason": ["travel"]], on: "2026-03-19"),
    Act("meeting open", ["meeting": ["plenary-1"], "present": ["PT", "ES"]], on: "2026-03-20"),
    Act("attendance arrive", ["meeting": ["plenary-1"], "member": ["MT"]], on: "2026-03-20"),
    Act("attendance leave", ["meeting": ["plenary-1"], "member": ["ES"]], on: "2026-03-20"),
    Act("attendance arrive", ["meeting": ["plenary-1"], "member": ["ES"]], on: "2026-03-20"),
    Act(
      "attendance move", ["meeting": ["plenary-1"], "member": ["MT"], "to": ["remote"]],
      on: "2026-03-20"),
    Act("guest arrive", ["meeting": ["plenary-1"], "state": ["US"]], on: "2026-03-20"),
    Act("guest leave", ["meeting": ["plenary-1"], "number": ["1"]], on: "2026-03-20"),
    Act(
      "floor limit", ["meeting": ["plenary-1"], "item": ["budget"], "minutes": ["5"]],
      on: "2026-03-20"),
    Act(
      "floor request", ["meeting": ["plenary-1"], "member": ["PT"], "item": ["budget"]],
      on: "2026-03-20"),
    Act("floor give", ["meeting": ["plenary-1"]], on: "2026-03-20"),
    Act("floor end", ["meeting": ["plenary-1"], "minutes": ["3"]], on: "2026-03-20"),
    Act("floor request", ["meeting": ["plenary-1"], "member": ["ES"]], on: "2026-03-20"),
    Act("floor withdraw", ["meeting": ["plenary-1"], "number": ["2"]], on: "2026-03-20"),
    Act("floor close", ["meeting": ["plenary-1"], "item": ["budget"]], on: "2026-03-20"),
    Act(
      "deliberation record",
      ["meeting": ["plenary-1"], "title": ["On e-evidence"], "consensus": ["true"]],
      on: "2026-03-20"),
    Act(
      "deliberation record",
      [
        "meeting": ["plenary-1"], "title": ["Programme"], "matter": ["programme"], "for": ["2"],
        "against": ["1"],
      ], on: "2026-03-20"),
    Act(
      "deliberation record",
      [
        "meeting": ["plenary-1"], "title": ["Rules"], "matter": ["rules"], "for": ["3"],
        "digest": [Digest.sha256(amended.canonical).hex],
      ], on: "2026-03-20"),
    Act(
      "deliberation defer",
      [
        "meeting": ["plenary-1"], "title": ["Budget"], "reason": ["No papers"],
        "item": ["budget"],
      ], on: "2026-03-20"),
    Act(
      "deliberation record",
      ["meeting": ["plenary-1"], "title": ["Templates"], "for": ["2"], "basis": ["Article 3"]],
      on: "2026-03-20"),
    Act(
      "deliberation annul", ["deliberation": ["D-5"], "reason": ["Not all were called"]],
      on: "2026-03-20"),
    Act(
      "deliberation record",
      [
        "meeting": ["plenary-1"], "title": ["Templates"], "for": ["3"], "not-voting": ["0"],
        "witness": ["H-1"], "repeats": ["D-5"], "papers": [Digest.sha256("paper".utf8).hex],
      ], on: "2026-03-20"),
    Act(
      "deliberation amend", ["deliberation": ["D-6"], "by": ["D-1"], "text": ["Twice a year."]],
      on: "2026-03-20"),
    Act("deliberation repeal", ["deliberation": ["D-6"], "by": ["D-1"]], on: "2026-03-20"),
    Act(
      "deliberation record",
      [
        "meeting": ["plenary-1"], "title": ["Programme amended"], "matter": ["programme"],
        "for": ["3"],
      ], on: "2026-03-20"),
    Act(
      "deliberation record",
      ["meeting": ["plenary-1"], "title": ["Bureau"], "matter": ["election"], "for": ["3"]],
      on: "2026-03-20"),
    Act("meeting close", ["meeting": ["plenary-1"]], on: "2026-03-20"),
    Act("minutes draft", ["meeting": ["plenary-1"]], on: "2026-03-21"),
    Act(
      "minutes write",
      ["meeting": ["plenary-1"], "after": ["opened"], "text": ["The host spoke."]],
      on: "2026-03-21"),
    Act("minutes restore", ["meeting": ["plenary-1"], "version": ["1"]], on: "2026-03-21"),
    Act("minutes restore", ["meeting": ["plenary-1"], "version": ["2"]], on: "2026-03-21"),
    Act("minutes circulate", ["meeting": ["plenary-1"]], on: "2026-03-22"),
    Act(
      "minutes comment",
      ["meeting": ["plenary-1"], "text": ["Not so"], "member": ["PT"], "objects": ["true"]],
      on: "2026-03-23"),
    Act("minutes approve", ["meeting": ["plenary-1"], "by": ["D-1"]], on: "2026-03-24"),
    Act(
      "minutes correct",
      [
        "meeting": ["plenary-1"], "place": ["P-1"], "text": ["Nobody spoke."],
        "reason": ["The host was ill"],
      ], on: "2026-03-25"),
    Act(
      "report publish", ["output": ["outcome_report"], "meeting": ["plenary-1"]],
      on: "2026-04-01"),
    Act("meeting plan", ["series": ["plenary"], "from": ["2026-12-20"]]),
    Act(
      "meeting move",
      ["meeting": ["plenary-2"], "from": ["2026-12-21"], "reason": ["Host asked for it"]]),
    Act("meeting cancel", ["meeting": ["plenary-2"], "reason": ["No host"]]),
  ]

  private static let boards = [
    Act("board rotate", ["body": ["board"]], on: "2026-02-01"),
    Act("board swap", ["body": ["board"], "members": ["ES", "MT"]], on: "2026-06-01"),
    Act("board compose", ["body": ["board"], "members": ["PT", "ES"]], on: "2027-07-01"),
    Act("board elect", ["body": ["bureau"], "members": ["PT", "ES"], "by": ["D-8"]]),
    Act("board coordinate", ["body": ["lead"], "member": ["PT"], "by": ["D-1"]]),
  ]

  private static let programme = [
    Act("programme draft", ["title": ["Work"], "from": ["2026-04-01"]]),
    Act("objective add", ["programme": ["programme-1"], "title": ["Training"]]),
    Act(
      "programme add",
      ["programme": ["programme-1"], "title": ["Train judges"], "objective": ["1"]]),
    Act("programme adopt", ["programme": ["programme-1"], "by": ["D-2"]]),
    Act(
      "programme amend",
      [
        "programme": ["programme-1"], "by": ["D-7"], "add": ["Train prosecutors"],
        "objectives": ["Evidence"], "move": ["programme-1.2=2"],
        "owner": ["programme-1.1=Board"],
      ]),
    Act("deliverable add", ["action": ["programme-1.1"], "title": ["Course book"]]),
    Act("deliverable publish", ["deliverable": ["programme-1.1.1"], "identifier": ["2026/4"]]),
    Act("programme report", ["action": ["programme-1.1"], "text": ["Two courses held"]]),
    Act("programme close", ["action": ["programme-1.1"], "outcome": ["done"]]),
    Act("programme draft", ["title": ["Later work"], "from": ["2028-04-01"]]),
    Act("programme withdraw", ["programme": ["programme-2"], "reason": ["Drafted too early"]]),
  ]

  private static let applications = [
    Act("application file", ["member": ["FR"], "class": ["observer"]]),
    Act(
      "application opinion",
      ["application": ["AP-1"], "body": ["board"], "opinion": ["favourable"]]),
    Act("application decide", ["application": ["AP-1"], "by": ["D-1"]]),
    Act("application file", ["member": ["NL"], "class": ["observer"], "text": ["Letter 4"]]),
    Act("application withdraw", ["application": ["AP-2"], "reason": ["Next year"]]),
  ]

  private static let actions = [
    Act("meeting plan", ["series": ["plenary"], "from": ["2027-06-10"]]),
    Act(
      "action assign",
      [
        "title": ["Send the questionnaire"], "owner": ["PT"], "due": ["2027-03-01"],
        "meeting": ["plenary-1"], "item": ["budget"], "by": ["D-1"],
      ]),
    Act("action report", ["action": ["action-1"], "text": ["Sent"]]),
    Act(
      "action extend",
      ["action": ["action-1"], "until": ["2027-05-01"], "reason": ["Answers are missing"]]),
    Act(
      "action close",
      ["action": ["action-1"], "outcome": ["done"], "result": ["All members answered"]]),
  ]

  private static let subgroup = [
    Act(
      "subgroup add",
      ["subgroup": ["cloud"], "title": ["Cloud"], "mandate": ["Study"], "by": ["D-1"]]),
    Act(
      "subgroup amend",
      ["subgroup": ["cloud"], "by": ["D-1"], "until": ["2028-06-30"], "mandate": ["Draft"]]),
    Act("subgroup join", ["subgroup": ["cloud"], "member": ["PT"]]),
    Act("subgroup leave", ["subgroup": ["cloud"], "member": ["PT"], "reason": ["Busy"]]),
    Act("subgroup coordinate", ["subgroup": ["cloud"], "member": ["PT"]]),
    Act("subgroup report", ["subgroup": ["cloud"], "text": ["First meeting held"]]),
    Act(
      "referral add",
      ["referral": ["guide"], "title": ["Guide"], "from": ["cloud"], "to": ["board"]]),
    Act("referral forward", ["referral": ["guide"], "to": ["plenary"], "text": ["We agree"]]),
    Act("referral return", ["referral": ["guide"], "reason": ["No costs"]]),
    Act("referral answer", ["referral": ["guide"], "text": ["With thanks"]]),
    Act(
      "referral add",
      ["referral": ["logo"], "title": ["Logo"], "from": ["board"], "to": ["plenary"]]),
    Act("referral withdraw", ["referral": ["logo"], "reason": ["Moot"]]),
    Act("subgroup end", ["subgroup": ["cloud"], "reason": ["Done"]]),
    Act(
      "key add",
      ["public-key": ["nep.example/log+64681f6c+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c"]]),
    Act(
      "key rotate",
      [
        "id": ["64681f6c"],
        "public-key": ["nep.example/log+33b18a23+AYE5dw6ofRdfVqNUZsNMfszLjYqRtO43ol32D1uPybOU"],
      ]),
    Act("key end", ["id": ["33b18a23"], "reason": ["The office moved"]]),
    Act("backup make", ["copy": [backup]]),
  ]

  private static let census = [
    Act("person edit", ["person": ["H-1"], "email": ["ana@example.org"]]),
    Act("census open", ["until": ["2026-12-31"], "kind": ["contact_point"]]),
    Act("outbox write", ["letter": [letter]]),
    Act("census close", ["census": ["census-1"]]),
  ]

  private static let letter = """
    {"about":"census","due":"2026-12-31","language":"pt","member":"PT","on":"2026-11-23",\
    "person":"H-1","step":"begin","subject":"census-1:PT.contact_point.1"}
    """

  private static let backup = """
    {"head":"\(String(repeating: "0a", count: 32))","keys":false,"leaves":41,"name":"autumn","position":40}
    """

  private static let end =
    [
      Act(
        "event correct",
        ["event": ["3"], "counts-from": ["2026-01-09"], "reason": ["The letter says so"]]),
      Act(
        "rules adopt", ["rules": [amended.canonicalText], "adopted-by": ["D-3"]], on: "2026-11-23"),
      Act("parameter set", ["parameter": ["lead_time"], "value": ["P21D"]]),
      Act("event register", ["type": ["sample.visit.paid"], "set": ["host=PT"]]),
      Act("guard waive", ["guard": ["visit.hosted"], "reason": ["Paid to the network"]]),
      Act("event register", ["type": ["sample.visit.paid"]]),
      Act("meeting plan", ["series": ["plenary"], "from": ["2027-03-20"]]),
      Act("invitation register", ["meeting": ["plenary-4"], "member": ["PT"], "person": ["H-1"]]),
      Act("invitation cancel", ["meeting": ["plenary-4"], "number": ["1"]]),
      Act(
        "proxy give",
        ["giver": ["ES"], "holder": ["PT"], "body": ["board"], "until": ["2026-12-31"]]),
      Act("proxy revoke", ["proxy": ["X-1"], "time": ["11:30"]]),
      Act(
        "motion put",
        ["title": ["Guide"], "body": ["plenary"], "text": ["One.\n\nTwo."], "member": ["PT"]]),
      Act("motion support", ["motion": ["M-1"], "member": ["ES"]]),
      Act("motion move", ["motion": ["M-1"], "to": ["debated"]]),
      Act(
        "motion amend",
        ["motion": ["M-1"], "paragraph": ["2"], "text": ["Three."], "member": ["ES"]]),
      Act("motion withdraw", ["motion": ["M-1"], "amendment": ["1"]]),
      Act("motion withdraw", ["motion": ["M-1"], "reason": ["Settled"]]),
    ] + election + [
      Act("role assign", ["role": ["clerk"], "person": ["H-1"]]),
      Act("role end", ["role": ["clerk"], "person": ["H-1"], "reason": ["Moved on"]]),
      Act("member admit", ["member": ["NO"], "class": ["guest"]]),
      Act("member end", ["member": ["ES"], "reason": ["Withdrew"]]),
      Act("person add", ["name": ["Cea Example"], "languages": ["mt"]]),
      Act("person export", ["person": ["H-3"], "reason": ["GDPR art. 15"]]),
      Act("person erase", ["person": ["H-3"], "basis": ["GDPR art. 17(1)(a)"]]),
    ]
}
