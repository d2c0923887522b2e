import Plugins
import Values

/// What the acts on proxies ask of the rules and of the state alike.
enum ProxyChecks {
  static func body(_ id: String, under rules: Rules) throws(Refusal) -> Body {
    guard let body = rules.body(id) else {
      throw Refusal(
        .bodyUnknown, ["body": .text(id)],
        ways: [Note("use-one-of", ["known": .list(rules.bodies.map(\.id))])])
    }
    return body
  }

  /// Giver and holder have a vote in the body on the first day, and are not the same.
  static func check(
    _ members: [MemberID], in body: Body, on day: Day, in ledger: Ledger, under rules: Rules
  ) throws(Refusal) {
    for member in members {
      _ = try DelegationChecks.memberClass(of: member, on: day, in: ledger, under: rules)
    }
    if let member = members.first, members.dropFirst().contains(member) {
      throw Refusal(
        .proxyToItself, ["member": .text(member.text)], ways: [Note("name-other-holder")])
    }
    let electorate = Electorate(of: body, on: day, in: ledger, under: rules)
    for member in members where electorate?.contains(member) == false {
      throw Refusal(
        .notInBody, ["member": .text(member.text), "body": .text(body.id)],
        ways: [Note("see-list", ["noun": .text("member")])])
    }
  }

  /// A proxy for one meeting is for one of the body that has not ended.
  static func check(
    _ id: MeetingID?, of body: Body, in ledger: Ledger, under rules: Rules, isPast: Bool
  ) throws(Refusal) {
    guard let id else { return }
    let meeting = try MeetingChecks.meeting(id, in: ledger)
    if !isPast { try MeetingChecks.check(meeting, isIn: [.planned, .convened, .open]) }
    guard let other = MeetingChecks.body(of: meeting, under: rules), other.id != body.id else {
      return
    }
    throw Refusal(
      .proxyForOtherBody,
      ["meeting": .text(id.text), "body": .text(body.id), "other": .text(other.id)],
      ways: [Note("name-body", ["body": .text(other.id)])])
  }

  static func check(from: Day, until: Day?) throws(Refusal) {
    guard let until, until < from else { return }
    throw Refusal(
      .proxyEndsBefore, ["from": .day(from), "until": .day(until)],
      ways: [Note("give-later-end", ["from": .text(from.description)])])
  }

  /// A vote is in one hand: no other proxy of the giver counts at the same time on the same matter.
  static func checkAlone(_ grant: ProxyGrant, in ledger: Ledger) throws(Refusal) {
    let other = ledger.all(Proxy.self).first { proxy in
      proxy.isStanding
        && proxy.grant.map { $0.facts.giver == grant.giver && grant.meets($0.facts) } == true
    }
    guard let other, let facts = other.grant?.facts else { return }
    throw Refusal(
      .proxyGivenAlready,
      [
        "member": .text(grant.giver.text), "holder": .text(facts.holder.text),
        "proxy": .text(other.id.text),
      ], ways: [Note("revoke-first", ["proxy": .text(other.id.text)])])
  }
}

extension RefusalCode {
  static let proxyToItself = RefusalCode("proxy-to-itself")
  static let proxyForOtherBody = RefusalCode("proxy-for-other-body")
  static let proxyEndsBefore = RefusalCode("proxy-ends-before")
  static let proxyGivenAlready = RefusalCode("proxy-given-already")
}
