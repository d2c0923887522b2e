import EventStore
import Values

extension ActInput {
  /// What stands for a personal value, which no rule decides by.
  private static let unseen = "…"

  /// What was asked, as far as the log says it in clear.
  ///
  /// No key is needed: a personal field that was given, or that its act needs, holds a sign instead of its
  /// value. The rules of an adoption stand in its event, and what an act asks for alone is its event; nil when
  /// they were not kept, as those of an adoption that was refused.
  ///
  /// - Parameters:
  ///   - command: The act as it is kept.
  ///   - events: What it led to.
  ///   - kind: The kind of its name.
  /// - Throws: `field-unknown`, `field-missing` for fields that the kind does not have or lacks.
  init?(recorded command: RecordedCommand, events: [RecordedEvent], as kind: ActKind)
    throws(Failure)
  {
    let slots = Set(events.flatMap(\.sealed).map(\.slot))
    var values: [String: [String]] = [:]
    for field in kind.fields {
      if field.kind == .document {
        let key = String(field.name.map { $0 == "-" ? "_" : $0 })
        let whole = kind.fields.count == 1 ? events.first?.data : nil
        guard let document = events.lazy.compactMap({ $0.data[key] }).first ?? whole else {
          return nil
        }
        values[field.name] = [document.text ?? document.canonicalText]
      } else if field.isPersonal {
        if field.isRequired || slots.contains(field.name) { values[field.name] = [Self.unseen] }
      } else if let given = command.body["fields"]?[field.name] {
        values[field.name] = given.text.map { [$0] } ?? (given.list ?? []).compactMap(\.text)
      }
    }
    try self.init(kind, values)
  }
}
