import Plugins
import Values

/// What the rules ask of whoever chairs a meeting.
enum ChairChecks {
  /// Adds how the rule of the body came to its answer, and what it has against the delegation that chairs.
  ///
  /// Nothing where nobody was named as chair, or the rules leave it to any delegation.
  static func ask(
    _ chair: MemberID?, of body: Body?, on day: Day, in ledger: Ledger,
    into decision: inout Decision
  ) {
    guard let chair, let rule = body?.chair else { return }
    let derivation = rule.derivation(of: chair, in: ledger[chair]?.memberClass(on: day))
    decision.derivations.append(derivation)
    guard !derivation.holds else { return }
    decision.objections.append(
      Refusal(
        .mayNotChair,
        [
          "member": .text(chair.text), "body": .text(body?.id ?? ""),
          "classes": .list(rule.classes),
        ], clause: rule.clause, derivation: derivation,
        ways: [Note("name-other-chair", ["classes": .list(rule.classes)])]))
  }
}

extension ChairRule {
  /// Whether a member of a class may chair; one without a class may not.
  package func derivation(of member: MemberID, in memberClass: String?) -> Derivation {
    Derivation(
      clause, "chair",
      JSON.Fields([
        ("member", .text(member.text)), ("class", .text(memberClass ?? "")),
        ("classes", .texts(classes)),
      ]), holds: memberClass.map(classes.contains) ?? false)
  }
}

extension RefusalCode {
  static let mayNotChair = RefusalCode("may-not-chair")
}
