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
    ] + Resolution.Circumstances.fields,
    alternatives: [
      ["consensus"], ["for", "against", "abstain", "chair-vote", "not-voting"],
      ["names", "chair-vote", "not-voting"],
    ])

  let meeting: MeetingID
  let title: String
  let matter: String
  let text: String?
  let ballot: Ballot
  let chairVote: Majority.ChairVote?
  let digest: String?
  let dissent: [Resolution.Dissent]
  /// How many in the room took no part in the vote, where the recorder counted them too.
  let notVoting: Int?
  let circumstances: Resolution.Circumstances
  let item: ItemID?

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    title = try input.text("title")
    matter = try input.optional("matter", ActInput.text) ?? DecisionRule.fallback
    text = try input.optional("text", ActInput.text)
    ballot = try Ballot(input)
    chairVote = try input.has("chair-vote") ? input.choice("chair-vote") : nil
    guard chairVote == nil || ballot != .consensus else { throw Failure(.chairVoteOnConsensus) }
    digest = try input.optional("digest", ActInput.digest)
    dissent = try input.pairs("dissent", of: Member.self).map { pair in
      Resolution.Dissent(member: pair.0, text: pair.1)
    }
    notVoting = try input.optional("not-voting", ActInput.votes)
    circumstances = try Resolution.Circumstances(input)
    item = try input.has("item") ? input.id("item") : nil
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] {
    [
      .one(EntityKey(meeting)), .all(category: Member.category), .all(category: Board.category),
      .count(category: Deliberation.category),
    ] + ItemTaking.needs(item, of: meeting) + circumstances.needs
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let chamber = try Chamber(meeting, in: ledger, under: rules, on: occasion)
    var decision = Decision()
    chamber.decideQuorum(into: &decision)
    try circumstances.check(in: ledger)
    let count = VoteCount(chamber: chamber, ledger: ledger, rules: rules, day: occasion.day)
    let (tally, objections) = try count.tally(of: ballot)
    try tally?.check(notVoting: notVoting, in: meeting)
    decision.objections += objections
    let doubt = MatterDoubt(matter, in: chamber.body)
    decision.objections += doubt.objections
    decision.notes += doubt.notes
    for statement in dissent {
      _ = try DelegationChecks.memberClass(
        of: statement.member, on: occasion.day, in: ledger, under: rules)
    }
    let ruling = try Ruling(of: matter, in: chamber, tally: tally, chairVote: chairVote)
    decision.objections += ruling.objections
    if let derivation = ruling.derivation { decision.derivations.append(derivation) }
    let facts = resolution(chamber, tally)
    let event = ruling.isAdopted ? DeliberationEvent.adopted(facts) : .rejected(facts)
    let id = DeliberationID(next: ledger)
    decision.events.append(PlannedEvent(event, to: id, effective: occasion.day))
    decision.events += try ItemTaking.events(item, of: meeting, by: id, in: ledger, on: occasion)
    return decision
  }

  private func resolution(_ chamber: Chamber, _ tally: Tally?) -> Resolution {
    var names: [Resolution.Cast] = []
    if case .names(let given) = ballot { names = given }
    return Resolution(
      meeting: meeting, body: chamber.body.id, title: title, matter: matter, text: text,
      method: ballot.method, tally: tally, entitled: chamber.electorate?.entitled.count,
      present: chamber.present?.count, names: names, chairVote: chairVote, dissent: dissent,
      digest: digest, circumstances: circumstances)
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
