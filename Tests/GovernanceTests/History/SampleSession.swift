import Plugins
import TestKit
import Values

/// One meeting in which everything happens that can happen in a room, with rules on all of it.
enum SampleSession {
  struct Act {
    let name: String
    let fields: [String: [String]]
    let day: String

    init(_ name: String, _ fields: [String: [String]], on day: String = "2026-03-20") {
      (self.name, self.fields, self.day) = (name, fields, day)
    }

    /// An act of the meeting.
    init(in name: String, _ fields: [String: [String]]) {
      self.init(name, fields.merging(["meeting": ["plenary-1"]]) { own, _ in own })
    }
  }

  /// The sample rules, with what they leave out.
  static func document() throws -> JSON {
    let text = edits.reduce(SampleRules.text) { $0.replacing($1.0, with: $1.1) }
    return try SampleSitting.resolved(text + "\n" + SampleRules.motions)
  }

  private static let edits = [
    (
      "      composition: plenary\n",
      """
            composition: plenary
            chair: {classes: [member], source: charter}
            proxies: {per_holder: 2, quorum: false, source: charter}
            remote: {quorum: true, vote: true, source: assumption}

      """
    ),
    (
      "of: all_members, abstentions: counted, tie: rejected, source: assumption}\n        rules: {at_least: 2/3,",
      "of: votes_cast, abstentions: ignored, tie: chair_decides, source: assumption}\n        budget: {more_than: 1/2, of: votes_cast, abstentions: ignored, tie: lot, source: assumption}\n        hosts: {more_than: 1/2, of: votes_cast, abstentions: ignored, tie: second_round, choice: ranking, source: assumption}\n        rules: {recused: leaves_base, at_least: 2/3,"
    ),
    (
      "notice: {period: P14D,",
      "agenda: {freeze: P16D, late: decision, matter: default, source: assumption}, "
        + "minutes: {comments: P10D, approval: silence, source: assumption}, "
        + "invitations: {seats: {member: 3}, total: 90, until: P7D, late: accepted, source: assumption}, "
        + "speaking: {minutes: 5, times: 2, recorded: true, source: assumption}, notice: {period: P14D,"
    ),
    (
      "  outputs:\n",
      "  referrals: {to: {plenary: [board], board: [plenary]}, decided: false, source: assumption}\n  outputs:\n"
    ),
  ]

  static let acts = before + room + votes + motion + handed + after

  private static let before =
    ["AT", "BE", "BG", "CZ", "DE", "ES"].map {
      Act("member admit", ["member": [$0], "class": ["member"]], on: "2026-01-10")
    } + [
      Act("member admit", ["member": ["NO"], "class": ["observer"]], on: "2026-01-10"),
      Act("person add", ["name": ["Ana Example"]], on: "2026-01-10"),
      Act(
        "seat appoint", ["member": ["AT"], "kind": ["contact_point"], "person": ["H-1"]],
        on: "2026-01-15"),
      Act(
        "meeting plan",
        [
          "series": ["plenary"], "from": ["2026-03-19"], "until": ["2026-03-20"],
          "starts": ["09:00"],
          "place": ["Porto"], "format": ["hybrid"], "link": ["https://example.org/m"],
        ], on: "2026-01-20"),
      Act(
        "meeting move",
        [
          "meeting": ["plenary-1"], "from": ["2026-03-20"], "until": ["2026-03-20"],
          "reason": ["A strike"],
        ],
        on: "2026-01-21"),
      Act(
        "agenda add",
        [
          "item": ["budget"], "meeting": ["plenary-1"], "title": ["Budget"], "minutes": ["20"],
          "owner": ["PT"],
        ], on: "2026-02-01"),
      Act(
        "agenda add",
        ["item": ["people"], "meeting": ["plenary-1"], "title": ["People"], "session": ["closed"]],
        on: "2026-02-01"),
      Act(
        "agenda add",
        ["item": ["travel"], "meeting": ["plenary-1"], "title": ["Travel"], "parent": ["budget"]],
        on: "2026-02-01"),
      Act(
        "referral add",
        [
          "referral": ["guide"], "title": ["Guide"], "from": ["board"], "to": ["plenary"],
          "text": ["For decision"],
        ], on: "2026-02-02"),
      Act(
        "referral add",
        [
          "referral": ["survey"], "title": ["Survey"], "from": ["board"], "to": ["plenary"],
          "asks": ["opinion"],
        ], on: "2026-02-02"),
      Act(
        "referral add",
        [
          "referral": ["leaflet"], "title": ["Leaflet"], "from": ["board"], "to": ["plenary"],
          "asks": ["information"],
        ], on: "2026-02-02"),
      Act("meeting convene", ["meeting": ["plenary-1"]], on: "2026-02-10"),
      Act(
        "invitation register", ["meeting": ["plenary-1"], "member": ["AT"], "person": ["H-1"]],
        on: "2026-03-01"),
      Act("invitation register", ["meeting": ["plenary-1"], "member": ["BE"]], on: "2026-03-18"),
      Act(
        "proxy give",
        ["giver": ["ES"], "holder": ["AT"], "body": ["plenary"], "meeting": ["plenary-1"]],
        on: "2026-03-02"),
      Act(
        "attendance excuse", ["meeting": ["plenary-1"], "member": ["ES"], "reason": ["travel"]],
        on: "2026-03-19"),
    ]

  private static let room = [
    Act(
      in: "meeting open",
      [
        "present": ["AT", "BE", "CZ"], "remote": ["BG"], "chair": ["AT"], "time": ["09:05"],
        "attended": ["Twenty persons"],
      ]),
    Act(
      in: "attendance arrive", ["member": ["DE"], "time": ["09:30"], "represented-by": ["embassy"]]),
    Act(in: "attendance move", ["member": ["CZ"], "to": ["remote"], "time": ["09:40"]]),
    Act(
      in: "guest arrive",
      ["organisation": ["Council of Europe"], "count": ["2"], "time": ["09:45"]]),
    Act(in: "guest arrive", ["state": ["US"]]),
    Act(in: "floor limit", ["item": ["budget"], "minutes": ["4"]]),
    Act(in: "floor request", ["member": ["BE"], "item": ["budget"], "time": ["10:00"]]),
    Act(in: "floor request", ["member": ["BG"], "point-of-order": ["true"], "time": ["10:01"]]),
    Act(in: "floor give", ["time": ["10:02"]]),
    Act(in: "floor end", ["time": ["10:03"]]),
    Act(in: "floor give", [:]),
    Act(in: "floor end", ["minutes": ["3"]]),
    Act(in: "floor close", ["item": ["budget"]]),
    Act(in: "guest leave", ["number": ["1"], "time": ["10:30"]]),
  ]

  private static let votes = [
    Act(
      in: "deliberation record",
      [
        "title": ["Budget"], "item": ["budget"], "matter": ["budget"],
        "names": ["AT=for", "BE=for", "BG=against", "CZ=against", "DE=abstain"], "seed": ["autumn"],
        "time": ["10:40"], "voters": ["AT=H-1"], "dissent": ["BG=Too dear."],
      ]),
    Act(
      in: "deliberation record",
      [
        "title": ["Rules of travel"], "item": ["travel"], "for": ["2"], "against": ["2"],
        "abstain": ["1"], "chair-vote": ["for"], "text": ["Article 1\nTravel is paid."],
      ]),
    Act(
      in: "deliberation record",
      [
        "title": ["Own case"], "item": ["people"], "matter": ["rules"], "for": ["4"],
        "against": ["0"], "recused": ["CZ=own case"], "digest": [SampleSitting.document],
      ]),
    Act(
      in: "deliberation record",
      [
        "title": ["Friendship"], "consensus": ["true"], "aside": ["BG"], "basis": ["Article 3"],
        "dissent": ["BG=On the wording."],
      ]),
    Act(
      in: "deliberation record",
      ["title": ["Seat"], "matter": ["hosts"], "for": ["2"], "against": ["2"]]),
    Act(
      in: "deliberation record",
      [
        "title": ["Seat"], "matter": ["hosts"], "for": ["3"], "against": ["1"],
        "second-round-of": ["D-5"], "not-voting": ["2"],
      ]),
    Act(
      in: "deliberation choose",
      [
        "title": ["Next host"], "matter": ["hosts"],
        "rankings": ["lisbon/rome=2", "madrid=2", "rome/lisbon=1"],
      ]),
    Act(in: "attendance leave", ["member": ["DE", "BE"], "time": ["11:00"]]),
    Act(in: "deliberation defer", ["title": ["Courses"], "reason": ["No papers"]]),
    Act(in: "attendance arrive", ["member": ["BE"], "time": ["11:20"]]),
  ]

  private static let motion = [
    Act(
      "motion put",
      ["title": ["Retention"], "body": ["plenary"], "text": ["One.\n\nTwo."], "member": ["AT"]]),
    Act("motion support", ["motion": ["M-1"], "member": ["BE"]]),
    Act("motion move", ["motion": ["M-1"], "to": ["debated"]]),
    Act(
      "motion amend", ["motion": ["M-1"], "paragraph": ["2"], "text": ["Three."], "member": ["BG"]]),
    Act(
      "motion amend",
      [
        "motion": ["M-1"], "paragraph": ["1"], "insert": ["true"], "text": ["And a half."],
        "member": ["BE"],
      ]),
    Act(
      in: "deliberation record",
      [
        "title": ["Second paragraph"], "motion": ["M-1"], "amendment": ["1"], "for": ["3"],
        "against": ["1"],
      ]),
    Act(
      in: "deliberation record",
      ["title": ["Between"], "motion": ["M-1"], "amendment": ["2"], "for": ["1"], "against": ["3"]]),
    Act(
      in: "deliberation record", ["title": ["Retention"], "motion": ["M-1"], "consensus": ["true"]]),
  ]

  private static let handed = [
    Act(in: "referral return", ["referral": ["guide"], "reason": ["A chapter is missing"]]),
    Act(in: "referral forward", ["referral": ["survey"], "to": ["board"], "text": ["We agree"]]),
    Act(in: "referral answer", ["referral": ["leaflet"], "text": ["With thanks"]]),
    Act(
      in: "action assign",
      [
        "title": ["Write to the ministry"], "owner": ["BE"], "due": ["2026-09-01"],
        "item": ["budget"], "by": ["D-2"],
      ]),
    Act(
      in: "action assign",
      ["title": ["Ask the court"], "owner": ["the secretariat"], "due": ["2026-10-01"]]),
  ]

  private static let after = [
    Act(in: "meeting close", ["time": ["17:00"]]),
    Act(in: "minutes draft", [:]),
  ]
}
