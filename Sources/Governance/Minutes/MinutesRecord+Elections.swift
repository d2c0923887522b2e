import Values

/// What is to be said of the rounds of elections that were counted in the meeting.
extension MinutesRecord {
  var rounds: [Piece] {
    elections.flatMap { election in
      typealias Counted = (Recorded<ElectionRound>, Recorded<RoundAnnulment>?)
      let counted = election.rounds.map { round -> Counted in (round, nil) }
      let annulled = election.annulled.map { round -> Counted in (round.round, round.annulment) }
      let all = (counted + annulled).filter { $0.0.facts.meeting == meeting.id }
      return all.map { round, annulment -> Piece in
        (
          round.position,
          statements(on: round, of: election, annulled: annulment?.position)
            + isAnnulled(round, by: annulment, in: election)
        )
      }
    }
  }

  /// The same, one round after the other as they were counted.
  package var electionStatements: [Statement] {
    rounds.sorted { $0.0 < $1.0 }.flatMap(\.1)
  }

  /// That a round does not count, by whom and why.
  private func isAnnulled(
    _ round: Recorded<ElectionRound>, by annulment: Recorded<RoundAnnulment>?, in election: Election
  ) -> [Statement] {
    guard let annulment else { return [] }
    let place = Self.place(of: round.facts, in: election, annulled: annulment.position)
    return [
      Statement(
        "round-annulled", at: "\(place).annulled",
        [
          "election": .text(election.id.text), "round": .int(round.facts.number),
          "reason": .text(annulment.facts.reason), "on": .day(annulment.mark.effective),
          "chair": .text(annulment.facts.deliberation == nil ? "yes" : "no"),
          "by": .text(annulment.facts.deliberation?.text ?? ""),
        ], events: [annulment.position])
    ]
  }

  /// A round that takes the place of an annulled one has its number, and a place of its own in the minutes.
  private static func place(
    of round: ElectionRound, in election: Election, annulled: Int64?
  ) -> String {
    "\(election.id.text).\(round.number)" + (annulled.map { "-\($0)" } ?? "")
  }

  private func statements(
    on round: Recorded<ElectionRound>, of election: Election, annulled: Int64?
  ) -> [Statement] {
    let facts = round.facts
    let place = Self.place(of: facts, in: election, annulled: annulled)
    func said(
      _ code: String, _ form: Statement.Form, _ part: String,
      _ values: [String: Failure.Value]
    ) -> Statement {
      Statement(
        code, form, at: part.isEmpty ? place : "\(place).\(part)", values, events: [round.position])
    }
    let roll =
      facts.names.isEmpty ? nil : said("election-roll", .sentence, "roll", Self.roll(facts.names))
    let withdrawn = withdrawals(before: round, in: election, at: place)
    return [
      said(
        "election", .heading, "",
        [
          "election": .text(election.id.text), "body": .text(facts.body),
          "round": .int(facts.number), "seats": .int(facts.places),
        ])
    ] + withdrawn
      + [said("election-count", .sentence, "count", Self.count(facts)), roll].compactMap(\.self)
      + ties(of: round, at: place)
      + [said("election-outcome", .sentence, "outcome", outcome(facts))]
  }

  /// How a tie was broken; nothing where there was none, or where it stayed open.
  private func ties(of round: Recorded<ElectionRound>, at place: String) -> [Statement] {
    let facts = round.facts
    let draw = facts.breaking.drawing.map { drawing in
      Statement(
        "election-lot", at: "\(place).lot",
        [
          "seed": .text(drawing.seed), "members": .members(facts.outcome.tied),
          "tickets": .list(drawing.tickets.map { "\($0.member.text) \($0.digest)" }),
        ], events: [round.position])
    }
    guard !facts.breaking.chosen.isEmpty else { return [draw].compactMap(\.self) }
    return [
      Statement(
        "election-chosen", at: "\(place).chosen",
        [
          "members": .members(facts.outcome.tied), "chosen": .members(facts.breaking.chosen),
        ], events: [round.position])
    ]
  }

  private static func count(_ facts: ElectionRound) -> [String: Failure.Value] {
    [
      "ballots": .int(facts.numbers.ballots), "abstain": .int(facts.numbers.abstaining),
      "invalid": .int(facts.numbers.invalid), "valid": .int(facts.numbers.valid),
      "base": .int(facts.base), "needed": .int(facts.needed ?? 0),
      "mode": .text(facts.needed == nil ? "relative" : "majority"),
      "results": .list(facts.results.map { "\($0.member.text) \($0.votes)" }),
    ]
  }

  private static func roll(_ names: [Marks]) -> [String: Failure.Value] {
    [
      "roll": .list(
        names.map { marks in
          let given = marks.candidates.map(\.text).joined(separator: " + ")
          return "\(marks.member.text): \(given.isEmpty ? "–" : given)"
        })
    ]
  }

  private func outcome(_ facts: ElectionRound) -> [String: Failure.Value] {
    let left = facts.places - facts.elected.count - facts.vacant
    return [
      "n": .int(facts.elected.count), "elected": .members(facts.elected),
      "tied": .members(facts.outcome.tied),
      "tie": .text(facts.vacant > 0 ? "yes" : "no"), "vacant": .int(facts.vacant),
      "left": .int(left), "going": .int(left > 0 ? facts.next.count : 0),
      "next": .members(facts.next),
    ]
  }

  /// Who withdrew since the round before, or since it was named.
  private func withdrawals(
    before round: Recorded<ElectionRound>, in election: Election, at place: String
  ) -> [Statement] {
    let positions = election.rounds.map(\.position) + election.annulled.map(\.round.position)
    let former = positions.filter { $0 < round.position }.max() ?? 0
    return election.candidacies.compactMap { candidacy in
      guard let step = candidacy.withdrawal, step.position > former, step.position < round.position
      else { return nil }
      return Statement(
        "election-withdrawn", at: "\(place).withdrawn.\(candidacy.member.text)",
        [
          "member": .text(candidacy.member.text), "on": .known(step.facts.on),
          "reason": .text(step.facts.reason ?? ""),
          "reasoned": .text(step.facts.reason == nil ? "no" : "yes"),
        ], events: [step.position])
    }
  }
}
