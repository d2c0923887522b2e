import EventStore
package import Plugins
package import Values

/// Records that a copy of the log was made; `admin backup` asks for it once the copy was found whole.
package struct MakeBackup: ActCommand {
  package static let kind = ActKind("backup", "make", fields: [.required("copy", .document)])

  let facts: BackupFacts

  /// - Throws: `field-malformed` for a text that does not describe a copy.
  package init(_ input: ActInput) throws(Failure) {
    let text = try input.text("copy")
    let json: JSON
    do throws(JSON.Unreadable) { json = try JSON(parsing: text) } catch {
      throw Self.malformed(text)
    }
    guard let reader = try? FieldReader(json, of: "backup.made"),
      let facts = try? BackupFacts(reader), facts.data.canonical == json.canonical,
      (1...BackupFacts.maximumNameBytes).contains(facts.name.utf8.count), facts.position >= 0,
      facts.leaves >= facts.position, Digest(hex: facts.head) != nil
    else { throw Self.malformed(text) }
    self.facts = facts
  }

  package func needs(under rules: Rules) -> [Need] { [] }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    guard let network = Identifier<Network>(rules.id) else {
      throw Refusal(.networkIDUnfit, ["id": .text(rules.id)])
    }
    return Decision([
      PlannedEvent(NetworkEvent.backedUp(facts), to: network, effective: occasion.day)
    ])
  }

  private static func malformed(_ text: String) -> Failure {
    Failure(
      .fieldMalformed,
      [
        "field": .text("copy"), "found": .text(String(text.prefix(80))),
        "form": .word("expected.mapping"),
      ])
  }
}
