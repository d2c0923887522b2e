import Governance
import Plugins
import TestKit
import Testing
import Values

/// A subgroup, a board with meetings of its own, and the plenary above them.
enum SampleReferrals {
  /// The sample rules with a series of the board, and perhaps a rule on what bodies hand to each other.
  static func rules(_ rule: ReferralRule? = nil, freeze: Period? = nil) -> Rules {
    var rules = Rules.sample
    let agenda = freeze.map {
      AgendaRule(
        freeze: $0, late: .never, matter: nil,
        clause: Clause(id: "series.board.agenda", source: .assumption))
    }
    rules.series.append(
      Series(
        id: "board", title: LocalText(["en": "Board"]), body: "board", minimum: nil, notice: nil,
        agenda: agenda))
    rules.referrals = rule
    return rules
  }

  static let clause = Clause(id: "referrals", source: .practice)

  /// Upwards only, one step at a time, and by a decision of the sender.
  static let strict = ReferralRule(
    routes: ["board": ["subgroups"], "plenary": ["board"]], needsDecision: true, clause: clause)

  /// The subgroup `cloud` at work, and D-1 adopted by the plenary.
  static func given(_ rules: Rules = SampleReferrals.rules()) throws -> Given {
    let decision = try #require(DeliberationID("D-1"))
    let creation = SubgroupCreation(
      title: "Cloud", mandate: "Study", from: PartialDay(day("2026-02-01")), until: nil,
      deliberation: decision)
    return try Given(rules: rules).admitted("ES FR PT")
      .decided("D-1", in: "plenary")
      .happened(.created(creation), to: try #require(SubgroupID("cloud")), on: "2026-02-01")
  }

  static let fields = [
    "referral": "guide", "title": "Guide on seizure", "from": "cloud", "to": "board",
  ]
}

extension Given {
  /// A deliberation of a body that was adopted.
  func decided(_ id: String, in body: String, deciding things: [String] = []) throws -> Given {
    let resolution = Resolution(
      procedure: try #require(ProcedureID("P-1")), body: body, title: "Decided",
      method: .consensus)
    let inMeeting = Resolution(
      meeting: try #require(MeetingID("plenary-9")), body: body, title: "Decided",
      method: .consensus, circumstances: Resolution.Circumstances(decides: things))
    return try happened(
      .adopted(things.isEmpty ? resolution : inMeeting), to: try #require(DeliberationID(id)))
  }

  /// A meeting of the board that is planned.
  func boardMeets(_ number: Int, from: String) throws -> Given {
    let meeting = try #require(MeetingID("board-\(number)"))
    let plan = MeetingPlan(series: "board", number: number, from: PartialDay(from))
    return try happened(.planned(plan), to: meeting, on: "2026-01-10")
  }

  /// The item `guide`, handed to the board by the subgroup.
  func handedOver(to body: String = "board", asks: ReferralMaking.Asked = .decision) throws -> Given
  {
    try referred(
      .made(
        ReferralMaking(
          on: PartialDay(day("2026-03-01")), title: "Guide on seizure", from: "cloud", to: body,
          asks: asks)), on: "2026-03-01")
  }

  /// Something that happened to the item `guide`.
  func referred(_ event: ReferralEvent, on day: String = "2026-03-02") throws -> Given {
    try happened(event, to: try #require(ReferralID("guide")), on: day)
  }

  /// It went from one body to another one.
  func passed(_ from: String, to: String, back isReturn: Bool = false) throws -> Given {
    let handover = ReferralHandover(
      on: PartialDay(day("2026-03-02")), from: from, to: to, text: isReturn ? "Incomplete" : nil)
    return try referred(isReturn ? .returned(handover) : .forwarded(handover))
  }

  /// It stands on the agenda of a meeting.
  func standing(at meeting: String, of body: String, sender: String = "cloud") throws -> Given {
    let id = try #require(MeetingID(meeting))
    let item = ItemAddition(
      meeting: id, item: try #require(ItemID("guide")), on: PartialDay(day("2026-03-02")),
      title: "Guide on seizure", refers: ReferralID("guide"), sender: sender)
    return try happened(.added(item), to: AgendaID(sharedWith: id), on: "2026-03-02").referred(
      .scheduled(
        ReferralScheduling(on: PartialDay(day("2026-03-02")), body: body, meeting: id)))
  }
}
