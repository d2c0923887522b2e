import Plugins
import Values

/// The things that an event of a network's own type names, by those of its fields that have a `ref`.
struct RegisterReferences {
  private struct Reference {
    let field: String
    let noun: String
    let id: String
  }

  private var references: [Reference] = []

  /// - Parameters:
  ///   - payload: As it was given or as it is typed; what does not fit the schema names nothing.
  ///   - schema: Of its type.
  init(in payload: JSON, of schema: PayloadSchema) { collect(payload, schema, below: "") }

  /// What has to be loaded before they can be looked up.
  var needs: [Need] {
    Set(references.map(\.noun)).sorted().compactMap { noun in
      Self.kind(of: noun).map { .all(category: $0.category) }
    }
  }

  /// What stands against each that is not there, with the nearest that is.
  func refusals(in ledger: Ledger, under rules: Rules) -> [Refusal] {
    references.compactMap { reference in
      let known = Self.known(reference.noun, in: ledger, under: rules)
      guard !known.contains(reference.id) else { return nil }
      return Refusal(
        .payloadReferenceUnknown,
        [
          "field": .text(reference.field), "noun": .word("noun.\(reference.noun)"),
          "found": .text(String(reference.id.prefix(80))),
        ], ways: [Self.way(to: reference, among: known)])
    }
  }

  private mutating func collect(_ payload: JSON, _ schema: PayloadSchema, below path: String) {
    for field in schema.fields {
      guard let value = payload[field.name] else { continue }
      collect(value, field.form, at: path + field.name)
    }
  }

  private mutating func collect(_ value: JSON, _ form: PayloadForm, at path: String) {
    switch form {
    case .text(let form):
      guard let noun = form.noun, let id = value.text else { return }
      references.append(Reference(field: path, noun: noun, id: id))
    case .list(let inner, _):
      for item in value.list ?? [] { collect(item, inner, at: path) }
    case .record(let schema): collect(value, schema, below: path + ".")
    case .int, .bool, .day, .instant, .choice, .any: return
    }
  }

  /// The entity of a noun; nil for a body, which the rules name.
  private static func kind(of noun: String) -> (any Entity.Type)? {
    noun == "body" ? nil : EntityCatalogue.kind(of: noun)
  }

  private static func known(_ noun: String, in ledger: Ledger, under rules: Rules) -> [String] {
    kind(of: noun).map { ids(of: $0, in: ledger) } ?? rules.bodies.map(\.id)
  }

  private static func ids<E: Entity>(of kind: E.Type, in ledger: Ledger) -> [String] {
    ledger.all(kind).map(\.id.text)
  }

  private static func way(to reference: Reference, among known: [String]) -> Note {
    if let nearest = Nearest.word(to: reference.id, among: known) {
      return Note("use-nearest", ["nearest": .text(nearest)])
    }
    return kind(of: reference.noun) == nil
      ? Note("use-one-of", ["known": .list(known)])
      : Note("see-list", ["noun": .text(reference.noun)])
  }
}

extension RefusalCode {
  /// A field names a thing that is not there.
  static let payloadReferenceUnknown = RefusalCode("payload-reference-unknown", exit: .notFound)
}
