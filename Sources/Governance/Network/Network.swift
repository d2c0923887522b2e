package import Values

/// The network itself: how it was founded, and every version of its rules.
package struct Network: Entity {
  package typealias Event = NetworkEvent

  package static let category = "network"
  package static let fold = 2

  /// Rules adopted, from the day on which they come into force.
  package struct RulesVersion: Hashable, Sendable {
    package let version: String
    /// SHA-256 of the canonical bytes of the resolved rules, in hexadecimal.
    package let digest: String
    package let from: Day
    /// The deliberation that put them in force, by its id; nil for the founding.
    package let deliberation: String?
    /// The event that holds the rules.
    package let position: Int64
  }

  package let id: Identifier<Network>
  package private(set) var founded: PartialDay?
  package private(set) var instrument: String?
  /// The position of the founding event.
  package private(set) var foundedBy: Int64?
  /// In the order of their days; of the same day, in the order in which they were recorded.
  package private(set) var versions: [RulesVersion] = []

  package init(id: Identifier<Network>) { self.id = id }

  /// The rules in force on a day: the last that came into force by then; nil before the first.
  package func rules(on day: Day) -> RulesVersion? { versions.last { $0.from <= day } }

  /// The rules that decide an act of a day in a proceeding that began under a version.
  ///
  /// The version of its beginning, unless one that came into force since, and by that day, says that it
  /// takes over what is in progress.
  ///
  /// - Parameters:
  ///   - day: The day of the act.
  ///   - beginning: The day of the proceeding's first event.
  ///   - digest: Of the rules that decided that event, in hexadecimal.
  ///   - adopts: Whether a version takes over what is in progress.
  /// - Returns: Nil when no version has that digest.
  package func rules(
    on day: Day, begunOn beginning: Day, under digest: String,
    adopts: (RulesVersion) throws -> Bool
  ) rethrows -> RulesVersion? {
    let index =
      versions.lastIndex { $0.digest == digest && $0.from <= beginning }
      ?? versions.firstIndex { $0.digest == digest }
    guard let index else { return nil }
    let later = versions[index...].dropFirst().prefix { $0.from <= day }
    return try later.last { try adopts($0) } ?? versions[index]
  }

  package mutating func evolve(with event: NetworkEvent, at mark: Mark) {
    switch event {
    case .founded(let on, let instrument):
      founded = on
      self.instrument = instrument
      foundedBy = mark.position
    case .rulesAdopted(let adopted):
      versions.append(
        RulesVersion(
          version: adopted.version, digest: adopted.digest, from: adopted.from,
          deliberation: adopted.deliberation, position: mark.position))
      versions.sort { ($0.from, $0.position) < ($1.from, $1.position) }
    // Nothing is decided by a copy that was made.
    case .backedUp: break
    }
  }
}

extension Network {
  package var state: JSON {
    .object(compacting: [
      ("founded", founded.map { .text($0.description) }),
      ("instrument", instrument.map { .text($0) }), ("founded_by", foundedBy.map { .int($0) }),
      ("versions", .list(versions.map(\.json))),
    ])
  }

  package init(id: Identifier<Network>, state: JSON) throws(Failure) {
    self.id = id
    let reader = try FieldReader(state, of: Self.category)
    founded = try reader.optional("founded", FieldReader.partialDay)
    instrument = try reader.optional("instrument", FieldReader.text)
    foundedBy = try reader.optional("founded_by", FieldReader.position)
    for item in try reader.list("versions") { versions.append(try RulesVersion(item)) }
  }
}

extension Network.RulesVersion {
  fileprivate var json: JSON {
    .object(compacting: [
      ("version", .text(version)), ("digest", .text(digest)), ("from", .text(from.description)),
      ("deliberation", deliberation.map { .text($0) }), ("position", .int(position)),
    ])
  }

  fileprivate init(_ json: JSON) throws(Failure) {
    let reader = try FieldReader(json, of: Network.category)
    version = try reader.text("version")
    digest = try reader.text("digest")
    from = try reader.day("from")
    deliberation = try reader.optional("deliberation", FieldReader.text)
    position = try reader.position("position")
  }
}
