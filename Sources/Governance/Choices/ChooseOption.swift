package import Plugins
package import Values

/// Records that a body chose one of several options, by first choices or by rankings; which one is computed.
package struct ChooseOption: ActCommand {
  package static let kind = ActKind(
    "deliberation", "choose",
    fields: [
      .subject("meeting", .id("meeting")), .required("title", .text), .optional("matter", .text),
      .optional("text", .text),
    ] + OptionBallots.fields + [
      .optional("chair-choice", .id("option")), .optional("seed", .text),
      .optional("recused", .pairs("member", nil)), .optional("time", .time),
      .optional("item", .id("agenda")), SecondRound.field,
    ] + Resolution.Circumstances.fields.filter { Self.kept.contains($0.name) },
    alternatives: OptionBallots.alternatives)

  /// What stands beside a choice as beside any vote; a motion is decided by yes and no.
  private static let kept: Set<String> = ["basis", "papers", "witness", "repeats", "decides"]

  let meeting: MeetingID
  let title: String
  let matter: String
  let text: String?
  let ballots: OptionBallots
  let chairChoice: OptionID?
  let seed: String?
  let declared: [Resolution.Recusal]
  let time: TimeOfDay?
  let item: ItemID?
  let round: SecondRound?
  let circumstances: Resolution.Circumstances

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    title = try input.text("title")
    matter = try input.optional("matter", ActInput.text) ?? DecisionRule.fallback
    text = try input.optional("text", ActInput.text)
    ballots = try OptionBallots(input)
    chairChoice = input.has("chair-choice") ? try input.id("chair-choice") : nil
    seed = try input.optional("seed", ActInput.seed)
    declared = try Recusals.declared(input)
    time = try input.optional("time", ActInput.time)
    item = try input.has("item") ? input.id("item") : nil
    round = try SecondRound(input)
    circumstances = try Resolution.Circumstances(input)
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
      ballots.ballot, on: matter, in: chamber, without: declared, at: time, ledger,
      under: rules, on: occasion)
    var decision = Decision()
    voting.decideQuorum(into: &decision)
    try circumstances.check(in: ledger)
    let doubt = MatterDoubt(matter, in: chamber.body)
    decision.objections += voting.objections + doubt.objections
    decision.notes += doubt.notes
    try round?.check(in: chamber.body.id, on: matter, ledger, choosing: true)
    try checkOptions(in: ledger)
    let id = DeliberationID(next: ledger)
    let ruling = try OptionRuling(self, voting, as: id)
    decision.objections += ruling.objections
    decision.derivations += voting.derivations + ruling.derivations
    let event = DeliberationEvent(resolution(voting, ruling), ruling.outcome)
    decision.events.append(PlannedEvent(event, to: id, effective: occasion.day))
    decision.events += try ItemTaking.events(item, of: meeting, by: id, in: ledger, on: occasion)
    ReferralDecision.settle(
      item, of: meeting, in: chamber.body, ruling.outcome, by: id, ledger, on: occasion,
      into: &decision)
    return decision
  }

  /// A choice has two options or more, and a second round those that were tied.
  private func checkOptions(in ledger: Ledger) throws(Refusal) {
    let tied = round.flatMap { ledger[$0.first] }?.resolution?.facts.conduct.selection?.tied ?? []
    if let stranger = ballots.options.first(where: { !tied.isEmpty && !tied.contains($0) }) {
      throw Refusal(
        .optionNotTied, ["option": .text(stranger.text), "tied": .list(tied.map(\.text))],
        ways: [Note("vote-on-tied", ["tied": .list(tied.map(\.text))])])
    }
    guard ballots.preferences.isEmpty, !ballots.isRanking, ballots.options.count < 2 else { return }
    throw Refusal(.optionsTooFew, ways: [Note("record-yes-and-no")])
  }

  private func resolution(_ voting: Voting, _ ruling: OptionRuling) -> Resolution {
    let chamber = voting.chamber
    var conduct = voting.conduct(at: time, nil, round)
    conduct.selection = ruling.selection
    return Resolution(
      meeting: meeting, body: chamber.body.id, title: title, matter: matter, text: text,
      method: ballots.preferences.isEmpty ? .counts : .names, tally: ruling.tally,
      entitled: chamber.electorate?.entitled.count, present: chamber.present?.count,
      circumstances: circumstances, conduct: conduct)
  }
}

extension RefusalCode {
  static let optionNotTied = RefusalCode("option-not-tied")
  static let optionsTooFew = RefusalCode("options-too-few", exit: .badData)
}
