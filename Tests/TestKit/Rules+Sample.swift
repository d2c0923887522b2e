package import Plugins
package import Values

extension Rules {
  /// The rules of an invented network with five members' worth of everything that deciders ask about.
  package static let sample = Rules(
    id: "sample", version: "1.0.0", template: nil, languages: ["en"], zone: "UTC",
    recordingSince: Day(number: 20_454), title: LocalText(["en": "Sample network"]),
    basis: ["charter": "Charter of the sample network"],
    founding: Founding(
      on: PartialDay(Day(number: 20_454)), instrument: "Charter of the sample network",
      clause: charter("founding")),
    membership: Membership(
      institutions: ["EUROJUST": LocalText(["en": "Eurojust"])],
      classes: [
        MemberClass(
          name: "member", rights: Set(MemberClass.Right.allCases),
          clause: charter("membership.classes.member")),
        MemberClass(
          name: "observer", rights: [.attend, .speak, .receive],
          clause: charter("membership.classes.observer")),
      ]),
    seats: [contactPoint], bodies: [plenary, board, bureau, lead], series: [plenaries],
    programme: ProgrammeRule(
      length: Period(years: 2), adoptedBy: "plenary", matter: "programme",
      clause: charter("programme")),
    subgroups: SubgroupRule(
      createdBy: "plenary", matter: "default", longest: Period(years: 2),
      clause: assumed("subgroups")),
    outputs: [
      OutputRule(
        id: "outcome_report", title: LocalText(["en": "Outcome report"]),
        occasion: .meeting(series: "plenary"), within: .days(30), numbering: .yearOrdinal,
        clause: assumed("outputs.outcome_report"))
    ], resolved: ["id": "sample"])

  private static func charter(_ id: String) -> Clause {
    Clause(id: id, source: .basis(key: "charter", text: "Charter of the sample network"))
  }

  private static func assumed(_ id: String) -> Clause { Clause(id: id, source: .assumption) }

  private static let half = Fraction.half

  private static let contactPoint = SeatRule(
    kind: "contact_point", classes: ["member"], minimum: 1, maximum: 2, appointedBy: "member",
    term: Period(years: 4), servesRemainder: true, holdsOver: true, isInDirectory: true,
    alternates: 2,
    clause: assumed("seats.contact_point"))

  private static let plenary = Body(
    id: "plenary", title: LocalText(["en": "Plenary"]), composition: .plenary,
    quorum: QuorumRule(
      .share(Threshold(.moreThan, half)), clause: assumed("bodies.plenary.quorum")),
    decisions: [
      DecisionRule(
        matter: "default", method: .consensusFirst, threshold: Threshold(.moreThan, half),
        base: .allMembers, abstentions: .counted, tie: .rejected,
        clause: assumed("bodies.plenary.decides.default")),
      DecisionRule(
        matter: "rules", method: .vote, threshold: Threshold(.atLeast, .twoThirds),
        base: .allMembers, abstentions: .counted, tie: .rejected,
        clause: assumed("bodies.plenary.decides.rules")),
      DecisionRule(
        matter: "election", method: .vote, threshold: Threshold(.moreThan, half),
        base: .votesCast, abstentions: .ignored, tie: .chairDecides,
        clause: assumed("bodies.plenary.decides.election")),
      DecisionRule(
        matter: "admission", method: .consensus, threshold: nil, base: .allMembers,
        abstentions: .ignored, tie: .rejected,
        clause: assumed("bodies.plenary.decides.admission")),
    ])

  private static let board = Body(
    id: "board", title: LocalText(["en": "Board"]),
    composition: .rotation(
      RotationRule(
        groups: [
          .init(members: ["PT", "ES", "MT"], from: Day(number: 20_454), until: Day(number: 20_999))
        ], chairPeriod: Period(months: 6), clause: charter("bodies.board.rotation"))),
    quorum: nil, decisions: [])

  private static let bureau = Body(
    id: "bureau", title: LocalText(["en": "Bureau"]),
    composition: .elected(
      ElectionRule(
        minimum: 2, maximum: 3, electedBy: "plenary", term: Period(years: 2), isOnePerMember: true,
        clause: assumed("bodies.bureau.elected"))), quorum: nil, decisions: [])

  private static let lead = Body(
    id: "lead", title: LocalText(["en": "Coordinator"]),
    composition: .coordinator(
      CoordinatorRule(namedBy: "plenary", term: nil, clause: assumed("bodies.lead.coordinator"))),
    quorum: nil, decisions: [])

  private static let plenaries = Series(
    id: "plenary", title: LocalText(["en": "Plenary meetings"]), body: "plenary",
    minimum: Frequency(atLeast: 2, per: Period(years: 1), clause: charter("series.plenary")),
    notice: NoticeRule(
      period: .days(14), urgent: .days(4), documents: .days(7),
      clause: assumed("series.plenary.notice")))
}

extension Fraction {
  package static let half = of(1, 2)
  package static let twoThirds = of(2, 3)

  private static func of(_ numerator: Int, _ denominator: Int) -> Fraction {
    guard let fraction = Fraction(numerator, denominator) else {
      preconditionFailure("a sample fraction is a fraction")
    }
    return fraction
  }
}
