import Values

/// What is to be said of items that a body was handed, or handed on, in a meeting.
extension MinutesRecord {
  /// That a deliberation settled the item of another body; empty for any other.
  func settled(by deliberation: Deliberation) -> [Statement] {
    referrals.compactMap { referral in
      guard let decision = referral.decision, decision.facts.deliberation == deliberation.id else {
        return nil
      }
      return Statement(
        "referral-settled", at: "\(deliberation.id.text).referral",
        [
          "referral": .text(referral.id.text), "from": .text(referral.path.first ?? ""),
          "outcome": .text(decision.facts.outcome.rawValue),
        ], events: [decision.position])
    }
  }

  /// What was handed on, referred back or taken note of in this meeting.
  var handovers: [Piece] {
    referrals.flatMap { referral in
      referral.legs.filter { $0.handover.facts.meeting == meeting.id }.map { leg in
        (leg.handover.position, [said(of: leg, referral)])
      } + noted(referral)
    }
  }

  private func said(of leg: ReferralLeg, _ referral: Referral) -> Statement {
    let facts = leg.handover.facts
    return Statement(
      leg.isReturn ? "referral-returned" : "referral-forwarded",
      at: "\(referral.id.text).\(leg.handover.position)",
      [
        "referral": .text(referral.id.text), "title": .text(referral.making?.facts.title ?? ""),
        "to": .text(facts.to), "told": .text(facts.text == nil ? "no" : "yes"),
        "text": .text(facts.text ?? ""),
      ], events: [leg.handover.position])
  }

  private func noted(_ referral: Referral) -> [Piece] {
    guard let noting = referral.noting, noting.facts.meeting == meeting.id else { return [] }
    let statement = Statement(
      "referral-noted", at: "\(referral.id.text).\(noting.position)",
      [
        "referral": .text(referral.id.text), "title": .text(referral.making?.facts.title ?? ""),
        "told": .text(noting.facts.text == nil ? "no" : "yes"),
        "text": .text(noting.facts.text ?? ""),
      ], events: [noting.position])
    return [(noting.position, [statement])]
  }
}
