package import Values

/// The values given for an act's fields, each a text or a list of texts, checked for form when asked for.
///
/// From the command line and from an import file alike; `place` says where a value stood.
package struct ActInput: Hashable, Sendable {
  package let kind: ActKind
  package private(set) var values: [String: [String]]
  private var places: [String: Place]

  /// Takes values by field name; a field without a value is left out and a flag has the value `true`.
  ///
  /// - Throws: `field-unknown` with the fields the act has, `field-missing` for a required one.
  package init(
    _ kind: ActKind, _ values: [String: [String]], places: [String: Place] = [:]
  ) throws(Failure) {
    self.kind = kind
    self.values = values
    self.places = places
    for name in values.keys.sorted() where !kind.fields.contains(where: { $0.name == name }) {
      throw Failure(
        .fieldUnknown,
        ["act": .text(kind.name), "field": .text(name), "known": .list(kind.fields.map(\.name))],
        at: places[name])
    }
    for field in kind.fields where field.isRequired && (values[field.name] ?? []).isEmpty {
      throw Failure(.fieldMissing, ["act": .text(kind.name), "field": .text(field.name)])
    }
  }

  package func has(_ name: String) -> Bool { values[name]?.isEmpty == false }

  package func text(_ name: String) throws(Failure) -> String {
    guard let all = values[name], let value = all.first, all.count == 1 else {
      throw Failure(.fieldMissing, ["act": .text(kind.name), "field": .text(name)])
    }
    try check(value, of: name)
    guard !Self.isBlank(value) else { throw malformed(name, value, "expected.text") }
    return value
  }

  /// Refuses what the log and a page cannot carry: a text too long, or with control characters in it.
  private func check(_ value: String, of name: String) throws(Failure) {
    let isDocument = kind.fields.first { $0.name == name }?.kind == .document
    // In bytes: a document as large as a plugin may be, any other value as long as a long motion.
    guard value.utf8.count <= (isDocument ? 1_048_576 : 20_000) else {
      throw malformed(name, value, isDocument ? "form.short-document" : "form.short-text")
    }
    guard !value.unicodeScalars.contains(where: Self.isControl) else {
      throw malformed(name, value, "form.plain-text")
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
  }

  private static func isBlank(_ value: String) -> Bool {
    value.unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }

  /// The texts of a list; an empty list when the field was not given.
  ///
  /// A blank one is refused where the field is one of texts or words; of a list of other things the reader says what fits.
  package func texts(_ name: String) throws(Failure) -> [String] {
    let texts = try items(name)
    let form = kind.fields.first { $0.name == name }?.kind
    for text in texts where (form == .texts || form == .words) && Self.isBlank(text) {
      throw malformed(name, text, "expected.text")
    }
    return texts
  }

  /// The items of a list, whatever they are to be read as.
  private func items(_ name: String) throws(Failure) -> [String] {
    let items = values[name] ?? []
    for item in items { try check(item, of: name) }
    return items
  }

  /// Whether a flag is set; not set when it was not given.
  package func flag(_ name: String) throws(Failure) -> Bool {
    guard has(name) else { return false }
    return try parsed(name, "boolean") { $0 == "true" ? true : $0 == "false" ? false : nil }
  }

  package func int(_ name: String) throws(Failure) -> Int {
    try parsed(name, "number") { text in text.utf8.count <= 9 ? Int(text) : nil }
  }

  package func day(_ name: String) throws(Failure) -> Day { try parsed(name, "day") { Day($0) } }

  package func partialDay(_ name: String) throws(Failure) -> PartialDay {
    try parsed(name, "partial-day") { PartialDay($0) }
  }

  package func time(_ name: String) throws(Failure) -> TimeOfDay {
    try parsed(name, "time") { TimeOfDay($0) }
  }

  package func period(_ name: String) throws(Failure) -> Period {
    try parsed(name, "period") { Period($0) }
  }

  package func id<Kind>(_ name: String, of kind: Kind.Type = Kind.self) throws(Failure)
    -> Identifier<Kind>
  {
    try parsed(name, "id") { Identifier<Kind>($0) }
  }

  /// The ids of a list; an empty list when the field was not given.
  package func ids<Kind>(_ name: String, of kind: Kind.Type = Kind.self) throws(Failure)
    -> [Identifier<Kind>]
  {
    var ids: [Identifier<Kind>] = []
    for text in try items(name) {
      guard let id = Identifier<Kind>(text) else { throw malformed(name, text, "expected.id") }
      guard !ids.contains(id) else { throw repeated(name, text) }
      ids.append(id)
    }
    return ids
  }

  /// Pairs such as `PT=for`, in the order given, each left side once unless it may be repeated.
  package func pairs<Kind>(
    _ name: String, of kind: Kind.Type = Kind.self, repeating: Bool = false
  ) throws(Failure) -> [(Identifier<Kind>, String)] {
    var pairs: [(Identifier<Kind>, String)] = []
    for text in try items(name) {
      let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, let id = Identifier<Kind>(sides[0]), !sides[1].isEmpty else {
        throw malformed(name, text, "expected.pair")
      }
      guard repeating || !pairs.contains(where: { $0.0 == id }) else { throw repeated(name, text) }
      pairs.append((id, String(sides[1])))
    }
    return pairs
  }

  package func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, of choice: Choice.Type = Choice.self
  ) throws(Failure) -> Choice {
    try parsed(name, "choice") { Choice(rawValue: $0) }
  }

  /// A value that may be left out: nil when it was.
  package func optional<Value>(
    _ name: String, _ read: (ActInput) -> (String) throws(Failure) -> Value
  ) throws(Failure) -> Value? {
    has(name) ? try read(self)(name) : nil
  }

  /// What was asked, for the log, without documents and without personal fields, which are stored sealed only.
  package var body: JSON {
    let open = kind.fields.filter { !$0.isPersonal && $0.kind != .document && has($0.name) }
    return .object(
      JSON.Fields(
        open.map { field in
          let all = values[field.name] ?? []
          return (field.name, all.count == 1 ? .text(all[0]) : .texts(all))
        }))
  }

  /// Everything that was asked, personal fields too: what tells a repeated request from another one.
  package var request: JSON {
    .object(JSON.Fields(values.sorted { $0.key < $1.key }.map { ($0.key, .texts($0.value)) }))
  }

  private func parsed<Value>(
    _ name: String, _ form: String, _ parse: (String) -> Value?
  ) throws(Failure) -> Value {
    let text = try text(name)
    guard let value = parse(text) else { throw malformed(name, text, "expected.\(form)") }
    return value
  }

  /// The failure of a value without the form of its field, which a word of the catalogue describes.
  ///
  /// A personal value is not quoted, any other as far as its 80th character.
  func malformed(_ name: String, _ text: String, _ form: String) -> Failure {
    let isPersonal = kind.fields.first { $0.name == name }?.isPersonal == true
    let shown = isPersonal ? "…" : String(text.prefix(80))
    return Failure(
      .fieldMalformed,
      ["field": .text(name), "found": .text(shown), "form": .word(form)],
      at: places[name])
  }

  private func repeated(_ name: String, _ text: String) -> Failure {
    Failure(.fieldRepeated, ["field": .text(name), "found": .text(text)], at: places[name])
  }
}

extension Failure.Code {
  /// The act has no such field: use one of those named.
  package static let fieldUnknown = Failure.Code("field-unknown", exit: .usage)
  /// A field that the act needs was not given: give it.
  package static let fieldMissing = Failure.Code("field-missing", exit: .usage)
  /// A value does not have the form of its field: write it as the message shows.
  package static let fieldMalformed = Failure.Code("field-malformed", exit: .badData)
  /// A list names the same thing twice: name it once.
  package static let fieldRepeated = Failure.Code("field-repeated", exit: .badData)
}
