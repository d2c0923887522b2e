package import Plugins
package import Values

/// Records what a body decided on a matter; whether it is adopted is computed and never typed in.
package struct RecordDeliberation: ActCommand {
  package static let kind = ActKind(
    "deliberation", "record",
    fields: [
      .subject("meeting", .id("meeting")), .required("title", .text), .optional("matter", .text),
      .optional("text", .text), .optional("consensus", .flag), .optional("for", .int),
      .optional("against", .int), .optional("abstain", .int),
      .optional("names", .pairs("member", Resolution.Vote.allCases.map(\.rawValue))),
      .optional("chair-vote", .choice(Majority.ChairVote.allCases.map(\.rawValue))),
      .optional("digest", .text), .optional("dissent", .pairs("member", nil)),
      .optional("item", .id("agenda")), .optional("not-voting", .int),
      .optional("recused", .pairs("member", nil)), .optional("time", .time),
      .optional("seed", .text),
      SecondRound.field, Consent.field,
    ] + Resolution.Circumstances.fields,
    alternatives: [
      ["consensus", "aside"], ["for", "against", "abstain", "chair-vote", "seed", "not-voting"],
      ["names", "chair-vote", "seed", "not-voting"],
    ])

  let meeting: MeetingID
  let title: String
  /// The kind of matter; nil where it was not given, so that a motion's own counts.
  let matter: String?
  let text: String?
  let ballot: Ballot
  let chairVote: Majority.ChairVote?
  let digest: String?
  let dissent: [Resolution.Dissent]
  /// How many in the room took no part in the vote, where the recorder counted them too.
  let notVoting: Int?
  let circumstances: Resolution.Circumstances
  /// Who declared to stand aside, with the reasons.
  let declared: [Resolution.Recusal]
  /// When the vote was taken: from the minute of its revocation a proxy does not count.
  let time: TimeOfDay?
  /// Of the lot that decides a tie; published before the vote.
  let seed: String?
  let round: SecondRound?
  let consent: Consent
  let item: ItemID?

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    title = try input.text("title")
    matter = try input.optional("matter", ActInput.text)
    text = try input.optional("text", ActInput.text)
    ballot = try Ballot(input, repeating: true)
    chairVote = try input.has("chair-vote") ? input.choice("chair-vote") : nil
    guard chairVote == nil || ballot != .consensus else { throw Failure(.chairVoteOnConsensus) }
    digest = try input.optional("digest", ActInput.digest)
    dissent = try input.pairs("dissent", of: Member.self).map { pair in
      Resolution.Dissent(member: pair.0, text: pair.1)
    }
    notVoting = try input.optional("not-voting", ActInput.votes)
    circumstances = try Resolution.Circumstances(input)
    declared = try Recusals.declared(input)
    time = try input.optional("time", ActInput.time)
    seed = try input.optional("seed", ActInput.seed)
    round = try SecondRound(input)
    consent = try Consent(input, ballot)
    guard seed == nil || ballot != .consensus else { throw Failure(.seedOnConsensus) }
    item = try input.has("item") ? input.id("item") : nil
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] {
    [
      .one(EntityKey(meeting)), .all(category: Member.category), .all(category: Board.category),
      .all(category: Proxy.category), .count(category: Deliberation.category),
    ] + ItemTaking.needs(item, of: meeting) + ReferralDecision.needs(item) + circumstances.needs
      + (round == nil ? [] : SecondRound.needs)
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let chamber = try Chamber(meeting, in: ledger, under: rules, on: occasion)
    let voting = try Voting(
      ballot, on: matter(in: ledger), in: chamber, without: declared, at: time, ledger,
      under: rules, on: occasion)
    var decision = Decision()
    voting.decideQuorum(into: &decision)
    try circumstances.check(in: ledger)
    let vote = try MotionVote(self, voting, ledger, on: occasion)
    try voting.tally?.check(notVoting: notVoting, in: meeting)
    decision.objections += voting.objections
    try circumstances.voters.decide(
      on: ballot, in: ledger, under: rules, on: occasion.day, into: &decision)
    let doubt = MatterDoubt(voting.matter, in: chamber.body)
    decision.objections += doubt.objections
    decision.notes += doubt.notes
    try checkDissent(in: ledger, under: rules, on: occasion)
    try round?.check(in: chamber.body.id, on: voting.matter, ledger, choosing: false)
    let id = DeliberationID(next: ledger)
    let drawing = seed.map { Resolution.Drawing(Lot(seed: $0, subject: id.text)) }
    let ruling = try Ruling(
      of: voting.matter, on: voting,
      breaking: TieBreak(chairVote: chairVote, drawing: drawing, isSecondRound: round != nil))
    decision.objections += ruling.objections
    decision.derivations += voting.derivations + lots(drawing, on: id, voting) + ruling.derivations
    let conduct = try consent.recorded(voting.conduct(at: time, drawing, round), in: voting)
    let facts = resolution(voting, conduct, vote)
    let event = DeliberationEvent(facts, ruling.outcome)
    decision.events.append(PlannedEvent(event, to: id, effective: occasion.day))
    decision.events += vote?.events(ruling.outcome, voting.tally, by: id, on: occasion) ?? []
    decision.events += try ItemTaking.events(item, of: meeting, by: id, in: ledger, on: occasion)
    ReferralDecision.settle(
      circumstances.subject?.amendment == nil ? item : nil, of: meeting, in: chamber.body,
      ruling.outcome, by: id, ledger, on: occasion, into: &decision)
    return decision
  }

  /// The matter that is voted on: the one given, else that of the motion.
  private func matter(in ledger: Ledger) -> String {
    let motion = circumstances.subject.flatMap { ledger[$0.motion] }
    return matter ?? motion?.proposal?.facts.matter ?? DecisionRule.fallback
  }

  /// Whoever dissents is of the network on the day.
  private func checkDissent(
    in ledger: Ledger, under rules: Rules, on occasion: Occasion
  ) throws(Refusal) {
    for statement in dissent {
      _ = try DelegationChecks.memberClass(
        of: statement.member, on: occasion.day, in: ledger, under: rules)
    }
  }

  private func lots(
    _ drawing: Resolution.Drawing?, on id: DeliberationID, _ voting: Voting
  ) -> [Derivation] {
    guard let drawing, let rule = voting.rule else { return [] }
    return [drawing.derivation(by: rule.clause, of: id)]
  }

  /// What the log keeps; a vote on a motion has the motion's words and its digest, unless others were given.
  private func resolution(
    _ voting: Voting, _ conduct: Resolution.Conduct, _ vote: MotionVote?
  ) -> Resolution {
    let chamber = voting.chamber
    return Resolution(
      meeting: meeting, body: chamber.body.id, title: title, matter: voting.matter,
      text: text ?? vote?.text, method: ballot.method, tally: voting.tally,
      entitled: chamber.electorate?.entitled.count, present: chamber.present?.count,
      names: voting.names, chairVote: chairVote, dissent: dissent, digest: digest ?? vote?.digest,
      circumstances: circumstances, conduct: conduct)
  }
}

extension DeliberationEvent {
  /// What became of a vote; a matter that was put off has no resolution.
  init(_ facts: Resolution, _ outcome: Deliberation.Outcome) {
    self =
      switch outcome {
      case .adopted: .adopted(facts)
      case .tied: .tied(facts)
      case .rejected, .deferred: .rejected(facts)
      }
  }
}

extension Identifier where Kind == Deliberation {
  /// The id of the next deliberation, `D-1` for the first.
  init(next ledger: Ledger) {
    let number = (ledger.counts[Deliberation.category] ?? 0) + 1
    guard let id = Self("D-\(number)") else {
      preconditionFailure("a letter, a hyphen and a number are an id")
    }
    self = id
  }
}
