package import Plugins
package import Values

/// Records that a body put a matter off; it decides nothing, so that it needs no quorum.
package struct DeferDeliberation: ActCommand {
  package static let kind = ActKind(
    "deliberation", "defer",
    fields: [
      .subject("meeting", .id("meeting")), .required("title", .text), .optional("matter", .text),
      .required("reason", .text), .optional("item", .id("agenda")),
    ])

  let meeting: MeetingID
  let title: String
  let matter: String
  let reason: String
  let item: ItemID?

  package init(_ input: ActInput) throws(Failure) {
    meeting = try input.id("meeting")
    title = try input.text("title")
    matter = try input.optional("matter", ActInput.text) ?? DecisionRule.fallback
    reason = try input.text("reason")
    item = try input.has("item") ? input.id("item") : nil
  }

  package var proceeding: EntityKey? { EntityKey(meeting) }

  package func needs(under rules: Rules) -> [Need] {
    [
      .one(EntityKey(meeting)), .all(category: Member.category), .all(category: Board.category),
      .count(category: Deliberation.category),
    ] + ItemTaking.needs(item, of: meeting)
  }

  package func decide(in ledger: Ledger, under rules: Rules, on occasion: Occasion) throws(Refusal)
    -> Decision
  {
    let chamber = try Chamber(meeting, in: ledger, under: rules, on: occasion)
    let deferral = Deferral(
      meeting: meeting, body: chamber.body.id, title: title, matter: matter, reason: reason)
    let id = DeliberationID(next: ledger)
    let taken = try ItemTaking.events(item, of: meeting, by: id, in: ledger, on: occasion)
    return Decision(
      [PlannedEvent(DeliberationEvent.deferred(deferral), to: id, effective: occasion.day)] + taken)
  }
}
