import Plugins
import Values

/// What the acts on elections ask alike.
enum ElectionChecks {
  /// An election that was opened by the day of an act.
  ///
  /// - Throws: `election-unknown`, or `election-later` for one that was opened only afterwards.
  static func election(
    _ id: ElectionID, in ledger: Ledger, on occasion: Occasion
  ) throws(Refusal) -> (election: Election, opening: ElectionOpening) {
    guard let election = ledger[id], let opening = election.opening else {
      throw Refusal(
        .electionUnknown, ["election": .text(id.text)],
        ways: [Note("see-list", ["noun": .text("election")])])
    }
    guard opening.mark.effective <= occasion.effective.last else {
      throw Refusal(
        .electionLater, ["election": .text(id.text), "day": .day(opening.mark.effective)],
        ways: [Note("give-later-day", ["day": .day(opening.mark.effective)])])
    }
    return (election, opening.facts)
  }

  /// The same, of one that is not over.
  ///
  /// - Throws: `election-closed` too.
  static func open(
    _ id: ElectionID, in ledger: Ledger, on occasion: Occasion
  ) throws(Refusal) -> (election: Election, opening: ElectionOpening) {
    let found = try election(id, in: ledger, on: occasion)
    guard found.election.closing == nil else {
      throw Refusal(
        .electionClosed, ["election": .text(id.text)],
        ways: [
          Note("explain-it", ["id": .text(id.text)]),
          Note("open-another-election", ["body": .text(found.opening.body)]),
        ])
    }
    return found
  }

  /// How the rules fill a body and how the ballot goes.
  ///
  /// - Throws: What stands against the body, and `election-unruled` where the rules lay down no ballot.
  static func rules(
    of body: String, under rules: Rules
  ) throws(Refusal) -> (election: ElectionRule, ballot: BallotRule) {
    guard let id = BoardID(body) else {
      throw Refusal(.bodyUnknown, ["body": .text(body)], ways: [Note("lay-down-ballot")])
    }
    let found = try BoardChecks.body(id, under: rules)
    guard case .elected(let rule) = found.composition else { throw BoardChecks.otherWay(found) }
    guard let ballot = rule.ballot else {
      throw Refusal(
        .electionUnruled, ["body": .text(body)], clause: rule.clause,
        ways: [Note("lay-down-ballot"), Note("decide-election", ["body": .text(body)])])
    }
    return (rule, ballot)
  }

  /// Refuses what comes too late for candidates: they are named and accept before the first round.
  static func checkUnvoted(_ election: Election) throws(Refusal) {
    guard let round = election.rounds.first else { return }
    throw Refusal(
      .electionVoted, ["election": .text(election.id.text), "day": .day(round.mark.effective)],
      ways: [
        Note("count-next-round", ["election": .text(election.id.text)]),
        Note("explain-it", ["id": .text(election.id.text)]),
      ])
  }

  /// The candidacy of a member that has not withdrawn.
  ///
  /// - Throws: `candidate-unknown`, or `candidate-withdrew`.
  static func candidacy(of member: MemberID, in election: Election) throws(Refusal) -> Candidacy {
    let values: [String: Failure.Value] = [
      "member": .text(member.text), "election": .text(election.id.text),
    ]
    guard let candidacy = election.candidacy(of: member) else {
      throw Refusal(.candidateUnknown, values, ways: [Note("nominate-first", values)])
    }
    guard candidacy.withdrawal == nil else {
      throw Refusal(
        .candidateWithdrew, values,
        ways: election.rounds.isEmpty
          ? [Note("nominate-first", values)]
          : [Note("explain-it", ["id": .text(election.id.text)])])
    }
    return candidacy
  }
}

extension Election {
  /// The seats that are left, with what the quotas ask.
  func plan(under ballot: BallotRule) -> SeatPlan {
    SeatPlan(places: seatsLeft, seated: seated, standing: standing, quotas: ballot.quotas)
  }

  /// The candidates of the next round: those that may still be elected and for whom the quotas have a seat.
  ///
  /// Who waits for a seat that is kept for a group comes back when nobody of the group stands any more.
  func candidates(under ballot: BallotRule) -> [MemberID] {
    let plan = plan(under: ballot)
    return standing.filter { plan.hasRoom(for: $0) }
  }
}

extension ElectionRule {
  /// What stands against a member that is to be elected without the right to stand on the day.
  func objection(
    toStanding member: MemberID, in ledger: Ledger, under rules: Rules, on day: Day
  ) -> Refusal? {
    let memberClass = ledger[member]?.memberClass(on: day).flatMap(rules.membership.memberClass)
    guard memberClass?.rights.contains(.stand) != true else { return nil }
    return Refusal(
      .mayNotStand, ["member": .text(member.text)], clause: clause,
      ways: [Note("change-class", ["member": .text(member.text)])])
  }

  /// What stands against filling the body with more or fewer than it may have; with the numbers.
  func answer(toElecting count: Int) -> (derivation: Derivation, objections: [Refusal]) {
    let derivation = derivation(elected: count)
    guard !derivation.holds else { return (derivation, []) }
    let values: [String: Failure.Value] = [
      "elected": .int(count), "minimum": .int(minimum), "maximum": .int(maximum),
    ]
    let refusal = Refusal(
      .boardSize, values, clause: clause, derivation: derivation,
      ways: [Note("elect-number", values)])
    return (derivation, [refusal])
  }
}

extension RefusalCode {
  static let electionUnknown = RefusalCode("election-unknown", exit: .notFound)
  static let electionLater = RefusalCode("election-later", exit: .badData)
  static let electionClosed = RefusalCode("election-closed")
  static let electionUnruled = RefusalCode("election-unruled")
  static let electionVoted = RefusalCode("election-voted")
  static let candidateUnknown = RefusalCode("candidate-unknown", exit: .notFound)
  static let candidateWithdrew = RefusalCode("candidate-withdrew")
}
