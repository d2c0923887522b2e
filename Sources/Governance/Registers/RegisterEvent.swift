package import Plugins
package import Values

/// Records an event of a type that only this network has, as its rules describe it.
///
/// Source: issue 3, "Acts of a plugin's own event types".
package struct RegisterEvent: ActCommand {
  package static let kind = ActKind(
    "event", "register", fields: [.subject("type", .text), .optional("set", .texts)])

  let type: String
  /// In the order given; a name that comes again adds an item to a list.
  let pairs: [(name: String, text: String)]

  /// - Throws: `field-malformed` for what is not `name=value`.
  package init(_ input: ActInput) throws(Failure) {
    type = try input.text("type")
    var pairs: [(name: String, text: String)] = []
    for text in try input.texts("set") {
      let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, !sides[0].isEmpty else {
        throw input.malformed("set", text, "expected.pair")
      }
      pairs.append((String(sides[0]), String(sides[1])))
    }
    self.pairs = pairs
  }

  /// The things that its fields name.
  package func needs(under rules: Rules) -> [Need] {
    guard let own = rules.events.first(where: { $0.type == type }) else { return [] }
    return RegisterReferences(in: own.payload.json(of: pairs), of: own.payload).needs
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let (own, id) = try RegisterChecks.own(type, under: rules)
    let given = own.payload.json(of: pairs)
    let payload = try RegisterChecks.checked(given, as: own, in: ledger, under: rules)
    let entry = RegisterEntry(type: own.type, version: own.version, payload: payload)
    return Decision(
      [PlannedEvent(entry, to: id, effective: occasion.day)],
      objections: RegisterChecks.objections(to: occasion.actor, recording: own, under: rules))
  }
}
