import Governance
import Values

/// The network on a day: its founding and the version of its rules in force.
enum NetworkView: EntityView {
  static let definition = ViewDefinition(
    "network", revision: 1,
    columns: [
      .text("network"), .partialDay("founded"), .text("instrument"), .text("version"),
      .text("digest"), .day("rules_from"),
    ],
    key: ["network"], order: [.ascending("network")])

  static func rows(of network: Network, on day: Day) -> [ViewRow] {
    guard network.founded != nil || !network.versions.isEmpty else { return [] }
    let version = network.rules(on: day)
    let values: [JSON] = [
      .text(network.id.text), .orNull(network.founded), .orNull(network.instrument),
      .orNull(version?.version), .orNull(version?.digest), .orNull(version?.from),
    ]
    return [ViewRow(values, event: version?.position ?? network.foundedBy)]
  }

  static func turningDays(of network: Network) -> [Day] { network.versions.map(\.from) }
}
