package import Values

/// One act of an import file: its fields as they are written, and where.
package struct ImportEntry: Hashable, Sendable {
  package let kind: ActKind
  /// Texts or lists of texts; a text `$NAME` stands for what an earlier entry made.
  package let values: [String: [String]]
  package let places: [String: Place]
  /// From when the act counts; nil for the day of the import.
  package let effective: PartialDay?
  package let note: String?
  /// Who asks for it; nil for whoever imports the file.
  package var actor: String?
  /// The name by which later entries may refer to this one.
  package let label: String?
  package let place: Place?

  /// The act's input, with references to earlier entries replaced.
  ///
  /// For a field that asks for a number, `$NAME` is the position of the first event of that entry; for
  /// any other, the id of the thing in whose stream that event stands.
  ///
  /// - Throws: `import-reference` for a name that no earlier entry has; what `ActInput` throws.
  package func input(after answers: [String: Answer]) throws(Failure) -> ActInput {
    var resolved: [String: [String]] = [:]
    for (name, texts) in values {
      var all: [String] = []
      for text in texts { all.append(try resolve(text, for: name, among: answers)) }
      resolved[name] = all
    }
    do {
      return try ActInput(kind, resolved, places: places)
    } catch {
      throw error.place == nil ? Failure(error.code, error.values, at: place) : error
    }
  }

  private func resolve(_ text: String, for name: String, among answers: [String: Answer])
    throws(Failure) -> String
  {
    guard text.hasPrefix("$") else { return text }
    guard let event = answers[String(text.dropFirst())]?.events.first else {
      throw Failure(.importReference, ["name": .text(text)], at: places[name] ?? place)
    }
    let asksForPosition = kind.fields.first { $0.name == name }?.kind == .int
    return asksForPosition ? String(event.position) : event.subject
  }
}

extension Answer.Event {
  /// The id of the thing that it happened to: what stands behind the category in the stream's name.
  package var subject: String {
    stream.split(separator: "-", maxSplits: 1).last.map(String.init) ?? stream
  }
}

extension Failure.Code {
  /// A `$NAME` refers to no earlier entry of the file: give that entry `as: NAME`.
  package static let importReference = Failure.Code("import-reference", exit: .badData)
  /// The entry names no act, or one that there is not: write `do: "member admit"`.
  package static let importAct = Failure.Code("import-act", exit: .badData)
  /// The file is no list of acts: begin each with `- do:`.
  package static let importShape = Failure.Code("import-shape", exit: .badData)
  /// Two entries have the same `as:`: give them different names.
  package static let importLabel = Failure.Code("import-label", exit: .badData)
}
