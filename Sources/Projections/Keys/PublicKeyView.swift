import EventStore
import Governance
import Values

/// Each public key with its purpose: `in-use`, `rotated` or `retired`.
enum PublicKeyView: EntityView {
  static let definition = ViewDefinition(
    "key", revision: 1,
    columns: [
      .text("key"), .text("name"), .text("purpose"), .text("status"), .partialDay("since"),
      .partialDay("until"), .text("successor"), .text("reason"), .text("public_key"),
    ],
    key: ["key"], order: [.ascending("since"), .ascending("key")])

  static func rows(of key: PublicKey, on day: Day) -> [ViewRow] {
    guard let creation = key.creation?.facts else { return [] }
    let rotation = key.rotation?.facts
    let retirement = key.retirement?.facts
    let status = rotation != nil ? "rotated" : retirement != nil ? "retired" : "in-use"
    let values: [JSON] = [
      .text(key.id.text), .text(creation.key.name), .text(creation.key.purpose.word),
      .text(status), .orNull(creation.from), .orNull(rotation?.from ?? retirement?.from),
      .orNull(rotation?.successor.text), .orNull(retirement?.reason),
      .text(creation.key.text),
    ]
    return [ViewRow(values, event: key.endedBy ?? key.creation?.position)]
  }
}
