package import Plugins
package import Values

/// Records that a state, territory or institution applies for a class of membership.
package struct FileApplication: ActCommand {
  package static let kind = ActKind(
    "application", "file",
    fields: [
      .newcomer("member", .id("member")), .required("class", .id("class")),
      .optional("text", .text), .optional("digest", .text),
    ])

  let member: MemberID
  let memberClass: String
  let text: String?
  let digest: String?

  package init(_ input: ActInput) throws(Failure) {
    member = try input.id("member")
    memberClass = try input.text("class")
    text = try input.optional("text", ActInput.text)
    digest = try input.optional("digest", ActInput.digest)
  }

  package func needs(under rules: Rules) -> [Need] {
    [
      .one(EntityKey(member)), .all(category: Application.category),
      .count(category: Application.category),
    ]
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    try MemberChecks.check(code: member, under: rules)
    try MemberChecks.check(class: memberClass, under: rules)
    if let held = ledger[member]?.memberClass(on: occasion.day), held == memberClass {
      throw Refusal(
        .classHeldAlready, ["member": .text(member.text), "class": .text(held)],
        ways: [Note("use-one-of", ["known": .list(rules.membership.classes.map(\.name))])])
    }
    try checkNoneOpen(in: ledger)
    let number = (ledger.counts[Application.category] ?? 0) + 1
    guard let id = ApplicationID("AP-\(number)") else {
      preconditionFailure("letters, a hyphen and a number are an id")
    }
    let filing = ApplicationFiling(
      member: member, memberClass: memberClass, on: occasion.effective, text: text, digest: digest)
    return Decision([
      PlannedEvent(ApplicationEvent.filed(filing), to: id, effective: occasion.day)
    ])
  }

  /// Of one member, one application at a time waits for a decision.
  private func checkNoneOpen(in ledger: Ledger) throws(Refusal) {
    let open = ledger.all(Application.self).first { application in
      application.filing?.facts.member == member && application.end == nil
    }
    guard let open else { return }
    throw Refusal(
      .applicationOpenAlready,
      ["member": .text(member.text), "application": .text(open.id.text)],
      ways: [Note("decide-application", ["application": .text(open.id.text)])])
  }
}

extension RefusalCode {
  static let applicationOpenAlready = RefusalCode("application-open-already")
}
