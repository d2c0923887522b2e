package import EventStore
package import Plugins
package import Values

/// Names one version of a network's rules so that nobody can mean another: id, version and digest.
package struct RulesName: Hashable, Sendable {
  package let id: String
  package let version: String
  /// Of the canonical bytes of the resolved rules.
  package let digest: Digest

  package init(_ rules: Rules) {
    id = rules.id
    version = rules.version
    digest = Digest.sha256(rules.resolved.canonical)
  }

  /// `ejcn@1.0.0#5be1c09a2f47`, with the first twelve digits of the digest.
  package var text: String { "\(id)@\(version)#\(digest.hex.prefix(12))" }

  package var json: JSON {
    ["id": .text(id), "version": .text(version), "digest": .text(digest.hex)]
  }
}
