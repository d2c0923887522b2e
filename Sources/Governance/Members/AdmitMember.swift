package import Plugins
package import Values

/// Admits a state, territory or institution in a class of the rules.
package struct AdmitMember: ActCommand {
  package static let kind = ActKind(
    "member", "admit",
    fields: [
      .newcomer("member", .id("member")),
      .required("class", .id("class")),
    ])

  package let member: MemberID
  package let memberClass: String

  package init(_ input: ActInput) throws(Failure) {
    member = try input.id("member")
    memberClass = try input.text("class")
  }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(member))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    try MemberChecks.check(code: member, under: rules)
    try MemberChecks.check(class: memberClass, under: rules)
    let found = ledger[member]
    if let held = found?.memberClass(on: occasion.day) {
      throw Refusal(
        .memberAdmittedAlready, ["member": .text(member.text), "class": .text(held)],
        ways: [Note("change-class", ["member": .text(member.text)])])
    }
    if let later = found?.admission(after: occasion.day) {
      throw Refusal(
        .memberAdmittedLater, ["member": .text(member.text), "from": .day(later.from.first)],
        ways: [
          Note(
            "correct-first-day",
            ["position": .text(String(later.position)), "day": .text(occasion.day.description)])
        ])
    }
    let event = MemberEvent.admitted(memberClass: memberClass, from: occasion.effective)
    return Decision(
      [PlannedEvent(event, to: member, effective: occasion.day)],
      objections: [byApplication(under: rules)].compactMap(\.self))
  }

  /// Where the rules let members in by a decision on an application, nobody comes in by another way.
  private func byApplication(under rules: Rules) -> Refusal? {
    guard let rule = rules.admission else { return nil }
    return Refusal(
      .admissionByApplication, ["member": .text(member.text), "body": .text(rule.decidedBy)],
      clause: rule.clause, ways: [Note("file-application", ["member": .text(member.text)])])
  }
}
