package import Values

/// What an event of a type carries: the names and types of its fields.
package struct PayloadSchema: Hashable, Sendable {
  package struct Field: Hashable, Sendable {
    package var name: String
    package var form: PayloadForm
    package var isRequired: Bool
    /// Taken when the field is missing.
    package var fallback: JSON?

    package init(_ name: String, _ form: PayloadForm, isRequired: Bool, fallback: JSON? = nil) {
      (self.name, self.form, self.isRequired, self.fallback) = (name, form, isRequired, fallback)
    }
  }

  /// In the order of their names.
  package var fields: [Field]

  package init(_ fields: [Field]) { self.fields = fields }
}

/// The type of a field.
package indirect enum PayloadForm: Hashable, Sendable {
  case text(TextForm)
  case int(ClosedRange<Int>)
  case bool
  /// A day; of what was taken over, perhaps a month or a year.
  case day
  case instant
  case choice([String])
  case list(PayloadForm, most: Int)
  case record(PayloadSchema)
  /// Whatever it is: only in events of the program itself.
  case any

  package struct TextForm: Hashable, Sendable {
    /// A regular expression of the linear subset.
    package var pattern: String?
    /// In characters.
    package var least: Int
    package var most: Int
    /// The noun of what it names, such as `meeting`.
    package var noun: String?

    package init(pattern: String? = nil, least: Int = 0, most: Int = 10_000, noun: String? = nil) {
      (self.pattern, self.least, self.most, self.noun) = (pattern, least, most, noun)
    }
  }

  /// The words that plugins write for the types.
  package enum Name: String, CaseIterable, Sendable {
    case string, integer, boolean, day, instant, array, object
  }
}

/// A type of event that only this network has.
package struct OwnEvent: Hashable, Sendable {
  /// How a payload of one version becomes that of the next.
  package struct Upcast: Hashable, Sendable {
    package var from: Int
    /// The new name of a field by its old one.
    package var rename: [String: String]
    package var add: [String: JSON]
    package var drop: [String]

    package init(from: Int, rename: [String: String], add: [String: JSON], drop: [String]) {
      (self.from, self.rename, self.add, self.drop) = (from, rename, add, drop)
    }
  }

  /// Such as `ejcn.guideline.published`.
  package var type: String
  /// Of the payload, counted from 1.
  package var version: Int
  package var title: LocalText
  /// The roles that record it; empty for the secretariat alone.
  package var by: [String]
  package var payload: PayloadSchema
  /// One for each earlier version, in their order.
  package var upcasts: [Upcast]

  package init(
    type: String, version: Int, title: LocalText, by: [String], payload: PayloadSchema,
    upcasts: [Upcast]
  ) {
    (self.type, self.version, self.title, self.by) = (type, version, title, by)
    (self.payload, self.upcasts) = (payload, upcasts)
  }

  /// A payload of an earlier version as one of the newest.
  ///
  /// - Parameters:
  ///   - payload: As it was recorded.
  ///   - version: With which it was; one that is not earlier changes nothing.
  /// - Returns: The payload after every step from that version on.
  package func upcast(_ payload: JSON, from version: Int) -> JSON {
    upcasts.filter { $0.from >= version }.reduce(payload) { $1.applied(to: $0) }
  }
}

extension OwnEvent.Upcast {
  fileprivate func applied(to payload: JSON) -> JSON {
    let kept = (payload.fields?.members ?? []).filter { !drop.contains($0.name) }
    let renamed = kept.map { (rename[$0.name] ?? $0.name, $0.value) }
    let names = Set(renamed.map(\.0))
    let added = add.sorted { $0.key < $1.key }.filter { !names.contains($0.key) }
    return .object(JSON.Fields(renamed + added.map { ($0.key, $0.value) }))
  }
}
