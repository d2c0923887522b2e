internal import Values

/// Reads the types of events that only this network has.
enum EventReader {
  static func events(_ section: inout Section) -> [OwnEvent] {
    let context = section.context
    return section.eventEntries().compactMap { entry in
      if BuiltInEvents.types.contains(entry.name) {
        context.findings.add(Failure(.eventTaken, ["type": .text(entry.name)], at: entry.place))
      }
      return Section.read(entry.value, path: "events.\(entry.name)", in: context) { section in
        Self.event(entry.name, &section)
      }
    }
  }

  private static func event(_ type: String, _ section: inout Section) -> OwnEvent? {
    let version = section.required("version", .number(1...999))
    let title = section.localText("title")
    let by = section.optionalList("by", .reference("role", to: section.context.actors))
    let payload = section.section("payload") { PayloadReader.schema(&$0) }
    let upcasts = upcasts(to: version ?? 1, &section)
    guard let version, let title, let payload else { return nil }
    return OwnEvent(
      type: type, version: version, title: title, by: by, payload: payload, upcasts: upcasts)
  }

  /// One step for each earlier version; a gap is noted.
  private static func upcasts(to version: Int, _ section: inout Section) -> [OwnEvent.Upcast] {
    let context = section.context
    let entries = section.entries("upcast", expected: "number") { Int($0).map { $0 > 0 } ?? false }
    for earlier in 1..<max(version, 1) where !entries.contains(where: { $0.name == "\(earlier)" }) {
      section.note(
        Failure(
          .upcastMissing, ["version": .int(earlier), "next": .int(earlier + 1)],
          at: section.place(of: "version")))
    }
    let steps = entries.compactMap { entry in
      Section.read(entry.value, path: "upcast", in: context) { section in
        Int(entry.name).map { step(from: $0, &section) }
      }
    }
    return steps.sorted { $0.from < $1.from }
  }

  private static func step(from version: Int, _ section: inout Section) -> OwnEvent.Upcast {
    var rename: [String: String] = [:]
    for entry in section.entries("rename") {
      rename[entry.name] = section.context.findings.collect { () throws(Failure) in
        try Form.name.read(entry.value)
      }
    }
    let added = section.entries("add").map { ($0.name, $0.value.json) }
    return OwnEvent.Upcast(
      from: version, rename: rename, add: Dictionary(added) { first, _ in first },
      drop: section.optionalList("drop", .name))
  }
}

extension Section {
  /// What stands under `events`, sorted; names that are no types of events are noted.
  mutating func eventEntries() -> [Entry] {
    entries("events", expected: "event-type", Names.isEventType)
  }

  mutating func eventNames() -> [String] {
    eventEntries().map(\.name).filter { !BuiltInEvents.types.contains($0) }
  }
}

/// Reads what an event carries: a part of JSON Schema.
enum PayloadReader {
  static func schema(_ section: inout Section) -> PayloadSchema? {
    _ = section.optional("type", Form { node throws(Failure) in try node.choice(of: ["object"]) })
    _ = section.optional(
      "additionalProperties",
      Form { node throws(Failure) in try node.choice(of: ["false"]) })
    let entries = section.entries("properties")
    let required = section.optionalList(
      "required", .reference("field", to: entries.map(\.name)))
    let context = section.context
    let fields = entries.compactMap { entry in
      Section.read(entry.value, path: section.path, in: context) { section in
        field(entry.name, isRequired: required.contains(entry.name), &section)
      }
    }
    return PayloadSchema(fields)
  }

  private static func field(
    _ name: String, isRequired: Bool, _ section: inout Section
  ) -> PayloadSchema.Field? {
    guard let form = form(&section) else { return nil }
    let fallback = section.optional(
      "default", Form { node throws(Failure) in try form.typed(node, name) })
    return PayloadSchema.Field(name, form, isRequired: isRequired, fallback: fallback)
  }

  private static func form(_ section: inout Section) -> PayloadForm? {
    if section.has("enum") {
      _ = section.optional("type", Form { node throws(Failure) in try node.choice(of: ["string"]) })
      return section.list("enum", .text).map { .choice($0) }
    }
    switch section.required("type", Form<PayloadForm.Name>.choice) {
    case nil:
      section.ignore([
        "minLength", "maxLength", "pattern", "ref", "minimum", "maximum", "items", "maxItems",
        "properties", "required", "additionalProperties", "default",
      ])
      return nil
    case .boolean: return .bool
    case .day: return .day
    case .instant: return .instant
    case .string: return .text(text(&section))
    case .integer:
      let least = section.optional("minimum", .number(-999_999_999...999_999_999)) ?? -999_999_999
      let most = section.optional("maximum", .number(-999_999_999...999_999_999)) ?? 999_999_999
      section.checkOrder(least, most)
      return .int(min(least, most)...max(least, most))
    case .array:
      let most = section.optional("maxItems", .number(1...10_000)) ?? 500
      let inner = section.section("items") { Self.form(&$0) }
      return inner.map { .list($0, most: most) }
    case .object: return schema(&section).map { .record($0) }
    }
  }

  private static func text(_ section: inout Section) -> PayloadForm.TextForm {
    let least = section.optional("minLength", .number(0...10_000)) ?? 0
    let most = section.optional("maxLength", .number(1...10_000)) ?? 10_000
    section.checkOrder(least, most)
    let noun = section.optional("ref", .reference("noun", to: PayloadReader.nouns))
    return PayloadForm.TextForm(
      pattern: section.optional("pattern", .pattern), least: min(least, most), most: most,
      noun: noun)
  }

  /// What a field may name.
  static let nouns = [
    "member", "person", "seat", "body", "meeting", "deliberation", "programme", "subgroup",
  ]
}

extension Form where Value == String {
  /// A regular expression of the linear subset.
  fileprivate static var pattern: Form {
    Form { node throws(Failure) in
      let text = try node.string()
      do throws(CEL.Pattern.Unreadable) {
        _ = try CEL.Pattern(text)
      } catch {
        throw Failure(error.code, error.values, at: node.place)
      }
      return text
    }
  }
}

extension PayloadForm {
  /// A default; a fault of it is told at its place.
  fileprivate func typed(_ node: Node, _ name: String) throws(Failure) -> JSON {
    do throws(Failure) {
      return try typed(node.json, at: name)
    } catch {
      throw Failure(error.code, error.values, at: node.place)
    }
  }
}
