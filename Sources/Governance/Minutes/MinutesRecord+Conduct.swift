import Plugins
import Values

/// What is to be said of how a vote went, beside its numbers.
extension MinutesRecord {
  /// Who stood aside and who was represented by proxy, before the numbers.
  func conduct(before resolution: Recorded<Resolution>, of id: String) -> [Statement] {
    let facts = resolution.facts
    let rule = body?.decision(on: facts.matter)
    let leaves = rule?.terms.recusal ?? .stays
    let proxies = said(
      facts.conduct.proxies, at: "\(id).proxies", events: [resolution.position])
    let round = facts.conduct.secondRoundOf.map { first in
      Statement(
        "second-round", at: "\(id).second-round", ["first": .text(first.text)],
        events: [resolution.position])
    }
    return [round].compactMap(\.self)
      + facts.conduct.recusals.map { recusal in
        Statement(
          "recusal", at: "\(id).recusal.\(recusal.member.text)",
          [
            "member": .text(recusal.member.text), "reason": .text(recusal.reason),
            "leaves": .text(leaves.rawValue), "clause": .text(rule?.clause.id ?? ""),
            "ruled": .text(leaves == .stays ? "no" : "yes"),
          ], events: [resolution.position])
      } + proxies + struck(facts, at: "\(id).struck", events: [resolution.position])
  }

  /// Votes that do not count, and by which rule.
  private func struck(
    _ facts: Resolution, at place: String, events: [Int64?]
  ) -> [Statement] {
    let struck = facts.conduct.struck
    guard !struck.isEmpty else { return [] }
    let rule = body?.decision(on: facts.matter)?.terms.secondVote ?? .refused
    return [
      Statement(
        "struck", at: place,
        [
          "members": .members(Array(Set(struck.map(\.member))).sorted()),
          "rule": .text(rule.rawValue),
        ], events: events)
    ]
  }

  /// The weights of a vote, after its numbers; nil where none count.
  func shares(of resolution: Recorded<Resolution>, at id: String) -> Statement? {
    let facts = resolution.facts
    let rule = body?.decision(on: facts.matter)
    guard let shares = facts.conduct.shares, let majority = rule?.shareMajority(of: shares) else {
      return nil
    }
    return Statement(
      "shares", at: "\(id).shares",
      [
        "entitled": .int(shares.entitled), "for": .int(shares.inFavour),
        "against": .int(shares.against), "abstain": .int(shares.abstaining),
        "recused": .int(shares.recused), "base": .int(majority.base),
        "needed": .int(majority.needed), "clause": .text(rule?.terms.shares?.clause.id ?? ""),
      ], events: [resolution.position])
  }

  /// The lot that decided a tie; nil where none did.
  func lot(of resolution: Recorded<Resolution>, at id: String) -> Statement? {
    resolution.facts.conduct.drawing.map { drawing in
      Statement(
        "lot", at: "\(id).lot",
        [
          "drawn": .text(drawing.drawn.rawValue), "seed": .text(drawing.seed),
          "for": .text(drawing.inFavour), "against": .text(drawing.against),
        ], events: [resolution.position])
    }
  }

  /// Who was represented at the opening.
  var proxiesAtOpening: [Statement] {
    guard let opening = meeting.opening else { return [] }
    return said(opening.facts.proxies, at: "proxies", events: [opening.position])
  }

  private func said(
    _ proxies: [Resolution.ProxyVote], at place: String, events: [Int64?]
  ) -> [Statement] {
    guard !proxies.isEmpty else { return [] }
    let clause = body?.proxies?.clause.id
    return [
      Statement(
        "proxies", at: place,
        [
          "n": .int(proxies.count), "proxies": .list(proxies.map(\.words)),
          "clause": .text(clause ?? ""), "ruled": .text(clause == nil ? "no" : "yes"),
        ], events: events)
    ]
  }
}
