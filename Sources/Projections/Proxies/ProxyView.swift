import Governance
import Values

/// Each proxy with who gave it to whom, where it counts, and whether it still does.
enum ProxyView: EntityView {
  static let definition = ViewDefinition(
    "proxy", revision: 1,
    columns: [
      .text("proxy"), .text("giver"), .text("holder"), .text("body"), .text("meeting"),
      .text("matter"), .day("from"), .day("until"), .bool("presence"), .int("held_at_once"),
      .text("state"), .day("revoked_on"), .text("revoked_at"), .text("reason"),
    ], key: ["proxy"], order: [.natural("proxy")])

  static func rows(of proxy: Proxy, on day: Day) -> [ViewRow] {
    guard let grant = proxy.grant, let standing = proxy.standing(on: day) else { return [] }
    let facts = grant.facts
    let end = proxy.revocation?.facts
    let values: [JSON] = [
      .text(proxy.id.text), .text(facts.giver.text), .text(facts.holder.text), .text(facts.body),
      .orNull(facts.meeting?.text), .orNull(facts.matter), .orNull(facts.from),
      .orNull(facts.until), .bool(facts.presence), .orNull(facts.held), .text(standing.rawValue),
      .orNull(end?.on), .orNull(end?.time?.description), .orNull(end?.reason),
    ]
    return [ViewRow(values, event: proxy.revocation?.position ?? grant.position)]
  }

  static func turningDays(of proxy: Proxy) -> [Day] {
    guard let grant = proxy.grant?.facts else { return [] }
    return [grant.from] + (grant.until.map { [Day(number: $0.number + 1)] } ?? [])
  }
}
