package import EventStore
package import Values

/// An act as it reaches the registrar: what is asked, by whom, from when it counts.
package struct ActRequest: Sendable {
  /// The same id and the same request give the first answer again; another request is a conflict.
  package let id: CommandID
  package let input: ActInput
  package let actor: String
  package let effective: PartialDay
  /// The day on which it is recorded, in the network's zone.
  package let today: Day
  /// What the recorder wants a reader to know.
  package let note: String?
  /// Where the request stands in an import file.
  package let place: Place?
  /// Whether it tells what happened on its day, in a scratch network that has no clock.
  let isStaged: Bool

  package init(
    id: CommandID, input: ActInput, actor: String, effective: PartialDay, today: Day,
    note: String? = nil, place: Place? = nil
  ) {
    self.init(
      id: id, input: input, actor: actor, effective: effective, today: today, note: note,
      place: place, isStaged: false)
  }

  init(
    id: CommandID, input: ActInput, actor: String, effective: PartialDay, today: Day,
    note: String?, place: Place?, isStaged: Bool
  ) {
    self.id = id
    self.input = input
    self.actor = actor
    self.effective = effective
    self.today = today
    self.note = note
    self.place = place
    self.isStaged = isStaged
  }

  /// What the log keeps of the request, without personal fields.
  var body: JSON {
    .object(compacting: [
      ("fields", input.body), ("effective", .text(effective.description)),
      ("note", note.map { .text($0) }),
    ])
  }

  /// Everything that makes it this request and no other.
  var identity: JSON {
    .object(compacting: [
      ("act", .text(input.kind.name)), ("fields", input.request),
      ("effective", .text(effective.description)), ("actor", .text(actor)),
      ("note", note.map { .text($0) }),
    ])
  }
}
