import Plugins
import Values

/// What the rules ask of an event that only this network has.
enum RegisterChecks {
  /// The type in the rules.
  ///
  /// - Throws: `event-type-unknown` with those that the rules have.
  static func own(
    _ type: String, under rules: Rules
  ) throws(Refusal) -> (event: OwnEvent, id: RegisterID) {
    guard let own = rules.events.first(where: { $0.type == type }), let id = RegisterID(type) else {
      let known = rules.events.map(\.type)
      throw Refusal(
        .eventTypeUnknown, ["type": .text(String(type.prefix(80)))],
        ways: known.isEmpty
          ? [Note("adopt-rules")] : [Note("use-one-of", ["known": .list(known)])])
    }
    return (own, id)
  }

  /// The payload with each value of its type.
  ///
  /// - Throws: `payload-…`, each with the way that mends it; all that is wrong with the fields, the first
  ///   with the others.
  static func typed(_ payload: JSON, as own: OwnEvent) throws(Refusal) -> JSON {
    do throws(Failure) {
      return try own.payload.typed(payload)
    } catch {
      throw Refusal(all: refusals(of: payload, as: own)) ?? Refusal(unfit: error)
    }
  }

  /// The payload of an event that is recorded, with each value of its type and each thing that it names there.
  ///
  /// - Throws: All that is wrong with it, the first with the others, so that it is put right in one go.
  static func checked(
    _ given: JSON, as own: OwnEvent, in ledger: Ledger, under rules: Rules
  ) throws(Refusal) -> JSON {
    let unfit = refusals(of: given, as: own)
    let payload = unfit.isEmpty ? try typed(given, as: own) : given
    let missing = RegisterReferences(in: payload, of: own.payload)
      .refusals(in: ledger, under: rules)
    let wrong = Array((unfit + missing).prefix(PayloadSchema.mostFaults))
    if let refusal = Refusal(all: wrong) { throw refusal }
    return payload
  }

  private static func refusals(of payload: JSON, as own: OwnEvent) -> [Refusal] {
    own.payload.faults(in: payload).map { Refusal(unfit: $0) }
  }

  /// What the rules have against somebody who records: the secretariat may, and those in the roles named.
  static func objections(
    to actor: String, recording own: OwnEvent, under rules: Rules
  ) -> [Refusal] {
    let (grants, name) = (RoleGrants(rules), Actor(actor).name)
    let named = grants.roles(recording: own.type)
    let entitled = named.contains(secretariat) ? named : named + [secretariat]
    guard !entitled.contains(name) else { return [] }
    let clause = rules.roles.first { named.contains($0.name) }?.clause
    return [
      Refusal(
        .actorNotEntitled, ["actor": .text(actor), "type": .text(own.type)], clause: clause,
        ways: [Note("record-as", ["roles": .list(entitled)])])
    ]
  }

  /// A correction whose new values are of their types; one of another entity as it is.
  ///
  /// - Throws: `payload-…` for a value that does not fit, `register-version-earlier` for an event of an
  ///   earlier version, whose fields the rules no longer tell.
  static func typed(
    _ correction: Correction, of event: PastEvent, under rules: Rules
  ) throws(Refusal) -> Correction {
    guard event.key.category == Register.category, !correction.changes.members.isEmpty else {
      return correction
    }
    let own = try own(event.type, under: rules).event
    guard event.schema == own.version else {
      throw Refusal(
        .registerVersionEarlier,
        [
          "event": .text(String(event.position)), "found": .int(event.schema),
          "version": .int(own.version),
        ], ways: [Note("strike-and-register", ["event": .text(String(event.position))])])
    }
    let payload = try typed(correction.corrected(event.data), as: own)
    let changes = correction.changes.members.map { ($0.name, payload[$0.name] ?? .null) }
    return Correction(
      corrects: correction.corrects, changes: JSON.Fields(changes),
      effective: correction.effective, strikes: false, reason: correction.reason)
  }

  private static let secretariat = RoleGrants.secretariat
}

extension Refusal {
  /// The first of several, with the others beside it; nil when there is none.
  init?(all refusals: [Refusal]) {
    guard let first = refusals.first else { return nil }
    self = first
    others = Array(refusals.dropFirst())
  }

  /// What the schema of a payload has against it, with the way that mends it.
  fileprivate init(unfit failure: Failure) {
    var values = failure.values
    let (code, way): (RefusalCode, String) =
      switch failure.code {
      case .payloadChoice: (.payloadChoice, "use-one-of")
      case .payloadFieldUnknown: (.payloadFieldUnknown, "use-one-of")
      case .payloadFieldMissing: (.payloadFieldMissing, "give-payload-field")
      case .payloadOutside: (.payloadOutside, "keep-to-bounds")
      case .payloadPattern: (.payloadPattern, "match-pattern")
      default: (.payloadUnfit, "write-as-expected")
      }
    values["known"] = values["choices"]
    self.init(code, values, ways: [Note(way, values)])
  }
}

extension RefusalCode {
  static let eventTypeUnknown = RefusalCode("event-type-unknown", exit: .notFound)
  static let actorNotEntitled = RefusalCode("actor-not-entitled")
  static let registerVersionEarlier = RefusalCode("register-version-earlier")
  static let payloadChoice = RefusalCode("payload-choice", exit: .badData)
  static let payloadFieldMissing = RefusalCode("payload-field-missing", exit: .badData)
  static let payloadFieldUnknown = RefusalCode("payload-field-unknown", exit: .badData)
  static let payloadOutside = RefusalCode("payload-outside", exit: .badData)
  static let payloadPattern = RefusalCode("payload-pattern", exit: .badData)
  static let payloadUnfit = RefusalCode("payload-unfit", exit: .badData)
}
