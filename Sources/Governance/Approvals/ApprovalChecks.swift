import Plugins
import Values

/// What the acts on approvals ask of the state alike.
enum ApprovalChecks {
  /// What was asked for and nobody has answered.
  static func open(_ id: ApprovalID, in ledger: Ledger) throws(Refusal) -> ApprovalAsking {
    guard let approval = ledger[id], let asking = approval.asking?.facts else {
      throw Refusal(
        .approvalUnknown, ["approval": .text(id.text)],
        ways: [Note("see-list", ["noun": .text(Approval.category)])])
    }
    guard approval.isOpen else {
      throw Refusal(
        .approvalClosed, ["approval": .text(id.text)],
        ways: [Note("see-list", ["noun": .text(Approval.category)])])
    }
    return asking
  }

  /// Refuses to ask twice for what waits already.
  static func checkNew(_ request: ActRequest, in ledger: Ledger, _ rule: TwoPersonsRule)
    throws(Refusal)
  {
    let same = ledger.all(Approval.self).first {
      $0.waits(on: request.today) && $0.asking?.facts.isSame(as: request) == true
    }
    guard let same, let asking = same.asking?.facts else { return }
    throw Refusal(
      .secondPersonNeeded, ["approval": .text(same.id.text), "actor": .text(asking.by)],
      clause: rule.clause,
      ways: [Note("confirm-as-another", ["approval": .text(same.id.text)])])
  }
}

extension TwoPersonsRule {
  /// Why an act waits for a second person, or that it need not any more.
  func derivation(_ asking: ApprovalAsking, confirmedBy second: String?) -> Derivation {
    var inputs: [(String, JSON)] = [
      ("act", .text(asking.act)), ("asked_by", .text(asking.by)),
      ("within", .text(within.description)), ("confirm_until", .text(asking.until.description)),
    ]
    if let second { inputs.append(("confirmed_by", .text(second))) }
    let question = second == nil ? "second-person" : "two-persons"
    return Derivation(clause, question, JSON.Fields(inputs), holds: true)
  }
}

extension RefusalCode {
  static let approvalUnknown = RefusalCode("approval-unknown", exit: .notFound)
  static let approvalClosed = RefusalCode("approval-closed")
  static let approvalLapsed = RefusalCode("approval-lapsed")
  /// Whoever asked is the one who should be confirmed by another.
  static let secondPersonNeeded = RefusalCode("second-person-needed")
}
