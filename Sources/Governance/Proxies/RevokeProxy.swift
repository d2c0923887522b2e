package import Plugins
package import Values

/// Records that a member takes its vote back; from that minute on the proxy counts no more.
package struct RevokeProxy: ActCommand {
  package static let kind = ActKind(
    "proxy", "revoke",
    fields: [
      .subject("proxy", .id("proxy")), .optional("time", .time), .optional("reason", .text),
    ])

  let proxy: ProxyID
  let time: TimeOfDay?
  let reason: String?

  package init(_ input: ActInput) throws(Failure) {
    proxy = try input.id("proxy")
    time = try input.optional("time", ActInput.time)
    reason = try input.optional("reason", ActInput.text)
  }

  package func needs(under rules: Rules) -> [Need] { [.one(EntityKey(proxy))] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    guard let found = ledger[proxy], let grant = found.grant?.facts else {
      throw Refusal(
        .proxyUnknown, ["proxy": .text(proxy.text)],
        ways: [Note("see-list", ["noun": .text("proxy")])])
    }
    if let end = found.revocation?.facts.on ?? grant.until,
      found.revocation != nil || end < occasion.day
    {
      throw Refusal(
        .proxyOver, ["proxy": .text(proxy.text), "day": .day(end)],
        ways: [Note("see-list", ["noun": .text("proxy")])])
    }
    let revocation = ProxyRevocation(on: occasion.day, time: time, reason: reason)
    return Decision([
      PlannedEvent(ProxyEvent.revoked(revocation), to: proxy, effective: occasion.day)
    ])
  }
}

extension RefusalCode {
  static let proxyUnknown = RefusalCode("proxy-unknown", exit: .notFound)
  static let proxyOver = RefusalCode("proxy-over")
}
