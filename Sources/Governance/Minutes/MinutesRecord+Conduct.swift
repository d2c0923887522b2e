import Plugins
import Values

/// What is to be said of how a vote went, beside its numbers.
extension MinutesRecord {
  /// Who stood aside, before the numbers.
  func conduct(before resolution: Recorded<Resolution>, of id: String) -> [Statement] {
    let facts = resolution.facts
    let rule = body?.decision(on: facts.matter)?.terms.recusal ?? .stays
    return facts.conduct.recusals.map { recusal in
      Statement(
        "recusal", at: "\(id).recusal.\(recusal.member.text)",
        [
          "member": .text(recusal.member.text), "reason": .text(recusal.reason),
          "leaves": .text(rule.rawValue),
        ], events: [resolution.position])
    }
  }
}
