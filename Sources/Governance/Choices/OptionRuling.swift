import Plugins
import Values

/// What became of a choice among several: the outcome, how it came about, and what stands against it.
struct OptionRuling {
  let outcome: Deliberation.Outcome
  let selection: Selection
  let tally: Tally
  private(set) var derivations: [Derivation] = []
  private(set) var objections: [Refusal] = []

  /// - Throws: `option-tie-otherwise` and its like for what was given to break a tie that is none, or in
  ///   another way than the rule's.
  init(_ act: ChooseOption, _ voting: Voting, as id: DeliberationID) throws(Refusal) {
    let rule = voting.rule
    let count = OptionCount(
      act.ballots, by: rule?.terms.choice ?? (act.ballots.isRanking ? .ranking : .plurality),
      voting.tally)
    let isEnough = rule.map(count.isEnough) ?? true
    let isTie = isEnough && count.leading.count > 1
    try Self.check(act, count, isTie, rule)
    let tied = isTie ? count.leading : []
    let drawing = act.seed.map { OptionDrawing(Lot(seed: $0, subject: id.text), among: tied) }
    let broken = act.chairChoice ?? drawing?.slips.first?.option
    let chosen = isTie ? broken : isEnough ? count.leading.first : nil
    selection = Selection(count, of: act, voting, chosen: chosen, tied: tied, drawing)
    tally = count.tally
    let goesOn = isTie && chosen == nil && rule?.tie == .secondRound && act.round == nil
    outcome = chosen != nil ? .adopted : goesOn ? .tied : .rejected
    guard let rule else {
      objections = [
        Refusal(
          .bodyDecidesNothing, ["body": .text(voting.chamber.body.id)],
          ways: [Note("defer-matter", ["meeting": .text(act.meeting.text)])])
      ]
      return
    }
    derivations = [count.derivation(under: rule, selection)]
    objections = Self.objections(act, rule, isOpen: isTie && chosen == nil, tied: count.leading)
  }

  private static func check(
    _ act: ChooseOption, _ count: OptionCount, _ isTie: Bool, _ rule: DecisionRule?
  ) throws(Refusal) {
    guard act.seed != nil || act.chairChoice != nil else { return }
    guard isTie else {
      throw Refusal(.optionsWithoutTie, ways: [Note("leave-choice-out")])
    }
    let isFit =
      act.seed != nil
      ? rule?.tie == .lot && act.chairChoice == nil
      : rule?.tie == .chairDecides && act.chairChoice.map(count.leading.contains) == true
    guard !isFit else { return }
    throw Refusal(
      .optionTieOtherwise, ["tied": .list(count.leading.map(\.text))], clause: rule?.clause,
      ways: [Note("leave-choice-out")])
  }

  private static func objections(
    _ act: ChooseOption, _ rule: DecisionRule, isOpen: Bool, tied: [OptionID]
  ) -> [Refusal] {
    guard let way = rule.terms.choice else {
      return [
        Refusal(
          .choiceNotProvided, ["matter": .text(rule.matter)], clause: rule.clause,
          ways: [Note("record-yes-and-no")])
      ]
    }
    if way == .ranking
      ? !act.ballots.isRanking && act.ballots.preferences.isEmpty
      : act.ballots.isRanking
    {
      return [
        Refusal(
          .choiceOtherwise, ["choice": .word("term.\(way.rawValue)")], clause: rule.clause,
          ways: [Note(way == .ranking ? "give-rankings" : "give-options")])
      ]
    }
    guard isOpen, [.lot, .chairDecides].contains(rule.tie) else { return [] }
    return [
      Refusal(
        .optionTieOpen, ["tied": .list(tied.map(\.text))], clause: rule.clause,
        ways: [Note(rule.tie == .lot ? "draw-option" : "give-chair-choice")])
    ]
  }
}

extension Selection {
  /// What the log keeps of a choice: the ballots as they were given, and what came of them.
  fileprivate init(
    _ count: OptionCount, of act: ChooseOption, _ voting: Voting, chosen: OptionID?,
    tied: [OptionID], _ drawing: OptionDrawing?
  ) {
    self.init(
      way: count.way, rankings: act.ballots.rankings,
      preferences: act.ballots.preferences.map { preference in
        Selection.Preference(
          member: preference.member, order: preference.order,
          by: voting.proxies.holder(for: preference.member))
      }, counts: count.counts, chosen: chosen, tied: tied, drawing: drawing,
      chairChoice: act.chairChoice)
  }
}

extension RefusalCode {
  static let optionsWithoutTie = RefusalCode("options-without-tie")
  static let optionTieOtherwise = RefusalCode("option-tie-otherwise")
  static let optionTieOpen = RefusalCode("option-tie-open")
  static let choiceNotProvided = RefusalCode("choice-not-provided")
  static let choiceOtherwise = RefusalCode("choice-otherwise")
}
