package import Values

/// One text of a catalogue, taken apart at its placeholders.
///
/// `{name}` stands for a value; `{n|one: vote|other: votes}` for the word that fits the number `n`.
/// Placeholders do not nest. A brace that opens nothing stands for itself.
package struct Message: Equatable, Sendable {
  enum Part: Equatable, Sendable {
    case text(String)
    case value(String)
    case plural(String, forms: [String: String])
  }

  let parts: [Part]

  /// Takes a template apart; any text is accepted.
  package init(_ template: String) {
    var parts: [Part] = []
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{"),
      let close = rest[open...].firstIndex(of: "}")
    {
      parts.append(.text(String(rest[..<open])))
      parts.append(Self.placeholder(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    parts.append(.text(String(rest)))
    self.parts = parts.filter { $0 != .text("") }
  }

  /// The names of the values that the text quotes.
  package var placeholders: Set<String> {
    Set(
      parts.compactMap { part in
        switch part {
        case .text: nil
        case .value(let name), .plural(let name, _): name
        }
      })
  }

  private static func placeholder(_ inner: Substring) -> Part {
    let pieces = inner.split(separator: "|", omittingEmptySubsequences: false)
    guard pieces.count > 1 else { return .value(String(inner)) }
    var forms: [String: String] = [:]
    for piece in pieces.dropFirst() {
      let halves = piece.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      forms[String(halves[0])] = halves.count == 2 ? String(halves[1].drop { $0 == " " }) : ""
    }
    return .plural(String(pieces[0]), forms: forms)
  }

  /// The text with its values in the language of the catalogue; `[name]` for one that is not given.
  package func text(_ values: [String: Failure.Value], in catalogue: Catalogue) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .value(let name): values[name].map(catalogue.text(of:)) ?? "[\(name)]"
      case .plural(let name, let forms):
        forms[values[name].map(Self.pluralClass)?.rawValue ?? ""] ?? forms["other"] ?? "[\(name)]"
      }
    }.joined()
  }

  private static func pluralClass(of value: Failure.Value) -> PluralClass {
    if case .int(let number) = value { PluralClass(number) } else { .other }
  }
}

/// The class of words that goes with a number.
///
/// English, European Portuguese and Spanish agree for whole numbers: one, and all the others.
///
/// Source: Unicode CLDR, "Language Plural Rules", en, pt-PT and es, without compact forms.
package enum PluralClass: String, Sendable {
  case one
  case other

  package init(_ number: Int) { self = number == 1 ? .one : .other }
}
