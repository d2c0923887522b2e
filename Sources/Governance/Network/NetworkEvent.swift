package import Values

/// What happens to the network as a whole.
package enum NetworkEvent: EntityEvent {
  /// Rules as they were adopted: the whole resolved plugin, so that old decisions can be explained by it.
  package struct RulesAdopted: Hashable, Sendable {
    package let version: String
    /// SHA-256 of the canonical bytes of `rules`, in hexadecimal.
    package let digest: String
    package let from: Day
    /// The deliberation that adopted them; nil for the founding.
    package let deliberation: String?
    package let rules: JSON
  }

  case founded(on: PartialDay, instrument: String)
  case rulesAdopted(RulesAdopted)
  case backedUp(BackupFacts)

  package static let schemas = ["network.founded": 1, "rules.adopted": 1, "backup.made": 1]

  package var type: String {
    switch self {
    case .founded: "network.founded"
    case .rulesAdopted: "rules.adopted"
    case .backedUp: "backup.made"
    }
  }

  package var data: JSON {
    switch self {
    case .founded(let on, let instrument):
      ["on": .text(on.description), "instrument": .text(instrument)]
    case .rulesAdopted(let adopted):
      .object(compacting: [
        ("version", .text(adopted.version)), ("digest", .text(adopted.digest)),
        ("from", .text(adopted.from.description)),
        ("deliberation", adopted.deliberation.map { .text($0) }), ("rules", adopted.rules),
      ])
    case .backedUp(let facts): facts.data
    }
  }

  package init(type: String, data: JSON) throws(Failure) {
    let reader = try FieldReader(data, of: type)
    switch type {
    case "network.founded":
      self = .founded(
        on: try reader.partialDay("on"), instrument: try reader.text("instrument"))
    case "rules.adopted":
      self = .rulesAdopted(
        RulesAdopted(
          version: try reader.text("version"), digest: try reader.text("digest"),
          from: try reader.day("from"),
          deliberation: try reader.optional("deliberation", FieldReader.text),
          rules: .object(reader.fields["rules"]?.fields ?? JSON.Fields())))
    case "backup.made": self = .backedUp(try BackupFacts(reader))
    default: throw Failure(.eventUnknown, ["type": .text(type)])
    }
  }
}
