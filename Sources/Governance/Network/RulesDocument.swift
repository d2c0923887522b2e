import EventStore
package import Plugins
package import Values

/// Rules on their way into the log: read from a field, and digested.
package enum RulesDocument {
  static func rules(in text: String) throws(Failure) -> Rules {
    let document: JSON
    do throws(JSON.Unreadable) {
      document = try JSON(parsing: text)
    } catch {
      throw Failure(
        .fieldMalformed,
        [
          "field": .text("rules"), "found": .text("…"), "form": .word("expected.mapping"),
        ])
    }
    return try rules(resolved: document, isAdopted: false)
  }

  /// The rules of a resolved plugin; throws the first of the faults that it has.
  ///
  /// Rules that come from the log were checked when they were adopted.
  package static func rules(
    resolved document: JSON, isAdopted: Bool = true
  ) throws(Failure) -> Rules {
    do throws(PluginRefused) {
      return try PluginFile.load(resolved: document, isAdopted: isAdopted)
    } catch {
      throw error.findings.first?.failure
        ?? Failure(.eventUnreadable, ["subject": .text("rules.adopted"), "field": .text("rules")])
    }
  }

  static func adoption(of rules: Rules, from day: Day, by deliberation: String?)
    -> NetworkEvent.RulesAdopted
  {
    NetworkEvent.RulesAdopted(
      version: rules.version, digest: Digest.sha256(rules.resolved.canonical).hex, from: day,
      deliberation: deliberation, rules: rules.resolved)
  }
}
