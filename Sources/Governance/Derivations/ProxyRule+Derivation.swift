import Plugins
import Values

extension ProxyRule {
  /// Whether a holder has no more proxies at one time than the rule lets it have.
  func held(by grant: ProxyGrant) -> Derivation {
    Derivation(
      clause, "proxies-held",
      JSON.Fields([
        ("holder", .text(grant.holder.text)), ("held", .count(grant.held)),
        ("most", .count(perHolder)),
      ]), holds: grant.held <= perHolder)
  }

  /// Whether a proxy ends in time; nil for one of a single meeting, and where the rule has no limit.
  func length(of grant: ProxyGrant) -> Derivation? {
    guard let longest, grant.meeting == nil || grant.until != nil else { return nil }
    let latest = (grant.from + longest).number - 1
    let lawful = Day(number: max(grant.from.number, latest))
    return Derivation(
      clause, "proxy-length",
      JSON.Fields([
        ("from", .text(grant.from.description)), ("longest", .text(longest.description)),
        ("lawful_until", .text(lawful.description)),
        ("until", grant.until.map { .text($0.description) } ?? .null),
      ]), holds: grant.until.map { $0 <= lawful } ?? false)
  }

  /// What the rule has against a proxy, with the derivations of its answers.
  func objections(to grant: ProxyGrant) -> [Refusal] {
    let (held, length) = (held(by: grant), length(of: grant))
    var objections: [Refusal] = []
    if !held.holds {
      objections.append(
        Refusal(
          .proxiesExceeded,
          [
            "holder": .text(grant.holder.text), "held": .int(grant.held), "most": .int(perHolder),
          ], clause: clause, derivation: held, ways: [Note("name-other-holder")]))
    }
    if let length, !length.holds, let longest {
      let lawful = length.inputs["lawful_until"]?.text ?? ""
      objections.append(
        Refusal(
          .proxyTooLong, ["longest": .period(longest), "from": .day(grant.from)], clause: clause,
          derivation: length, ways: [Note("end-proxy-by", ["until": .text(lawful)])]))
    }
    return objections
  }
}

extension RefusalCode {
  static let proxiesExceeded = RefusalCode("proxies-exceeded")
  static let proxyTooLong = RefusalCode("proxy-too-long")
}
