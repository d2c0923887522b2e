internal import Values

/// Reads what a rule says of a vote beside its majority.
enum VoteTermsReader {
  static func terms(_ section: inout Section) -> VoteTerms {
    if section.has("choice"), section.has("shares") {
      section.note(
        Failure(
          .keysExclusive, ["one": .text("choice"), "other": .text("shares")],
          at: section.place(of: "choice")))
    }
    return VoteTerms(
      recusal: recusal(&section),
      secondVote: section.optional("second_vote", Form<VoteTerms.SecondVote>.choice) ?? .refused,
      shares: section.optionalSection("shares") { WeightReader.shares(&$0) },
      choice: section.optional("choice", Form<VoteTerms.Choice>.choice))
  }

  /// Where only consensus decides nobody votes, and a member may stand aside all the same.
  static func termsOfConsensus(_ section: inout Section) -> VoteTerms {
    VoteTerms(recusal: recusal(&section))
  }

  private static func recusal(_ section: inout Section) -> VoteTerms.Recusal {
    section.optional("recused", Form<VoteTerms.Recusal>.choice) ?? .stays
  }
}
