import Plugins
import Values

/// What the rules make of a procedure that was not broken, with how each came to its answer.
struct ProcedureOutcome {
  let word: ProcedureResult.Outcome
  private(set) var derivations: [Derivation]
  /// Nil for silence.
  private let tally: Tally?
  /// Nil where no weights count.
  private let shares: ShareCount?

  var isDecided: Bool { word != .lapsed }

  /// - Throws: `no-majority` where rules that took over what is in progress decide nothing in the body.
  init(of file: ProcedureFile, in ledger: Ledger, under rules: Rules) throws(Refusal) {
    derivations = []
    let addressees = file.opening.addressees.count
    if let breaking = file.rule.breaking {
      derivations.append(
        breaking.derivation(by: file.procedure.standing.map(\.member), of: addressees))
    }
    guard file.rule.kind == .written else {
      derivations.append(file.rule.silence(of: file.procedure))
      (word, tally, shares) = (.adopted, nil, nil)
      return
    }
    let tally = Self.tally(of: file.procedure)
    self.tally = tally
    shares = Self.shares(of: file, in: ledger, under: rules)
    let answers = file.rule.answers?.derivation(answered: tally.present ?? 0, of: addressees)
    if let answers { derivations.append(answers) }
    guard answers?.holds != false else {
      word = .lapsed
      return
    }
    let majority = try Self.majority(of: tally, in: file, under: rules)
    derivations.append(majority)
    let rule = rules.body(file.opening.body)?.decision(on: file.opening.matter)
    let weighed = shares.flatMap { rule?.derivation(of: $0) }
    derivations += [weighed].compactMap(\.self)
    word = majority.holds && weighed?.holds != false ? .adopted : .rejected
  }

  /// The answers by their weights; nobody who answered is absent, and nobody is represented.
  private static func shares(
    of file: ProcedureFile, in ledger: Ledger, under rules: Rules
  ) -> ShareCount? {
    let votes = file.procedure.votes
    return rules.body(file.opening.body).flatMap { body in
      Weighing(
        body, on: file.opening.matter, Electorate(file.opening.addressees),
        present: Set(votes.map(\.member)), ledger: ledger, day: file.zone.day(of: file.opening.at))
    }?.count(votes, method: .names, aside: votes.filter { $0.vote == .recused }.map(\.member))
  }

  /// Those who answered stand for those present; nobody can be represented.
  private static func tally(of procedure: Procedure) -> Tally {
    let votes = procedure.votes.map(\.vote)
    func count(_ vote: Resolution.Vote) -> Int { votes.count { $0 == vote } }
    return Tally(
      entitled: procedure.addressees.count, present: votes.count, recused: count(.recused),
      inFavour: count(.for), against: count(.against), abstaining: count(.abstain))
  }

  /// By the same arithmetic as a vote in a meeting; outside one no chair breaks a tie.
  private static func majority(
    of tally: Tally, in file: ProcedureFile, under rules: Rules
  ) throws(Refusal) -> Derivation {
    let rule = rules.body(file.opening.body)?.decision(on: file.opening.matter)
    guard let derivation = rule?.derivation(of: tally, chairVote: nil) else {
      throw Refusal(
        .noMajority,
        ["body": .text(file.opening.body), "matter": .text(file.opening.matter)],
        clause: file.rule.clause, ways: [Note("use-body-that-decides")])
    }
    return derivation
  }

  /// As it stands in the register of deliberations.
  func resolution(of file: ProcedureFile) -> Resolution {
    let opening = file.opening
    return Resolution(
      procedure: file.id, body: opening.body, title: opening.title,
      matter: opening.matter, text: opening.text, method: tally == nil ? .silence : .names,
      tally: tally, entitled: opening.addressees.count, present: tally?.present,
      names: tally == nil ? [] : file.procedure.votes, digest: opening.papers.first,
      voters: file.procedure.voters,
      conduct: Resolution.Conduct(shares: shares?.tally))
  }
}
