/// A sentence with places for values: the small part of ICU's message format that texts here need.
///
/// ```
/// {name}                                        the value, written in the reader's language
/// {n, plural, =0 {no vote} one {# vote} other {# votes}}
/// {outcome, select, adopted {passes} other {fails}}
/// ```
///
/// `#` in a form of a plural stands for its number. Two apostrophes are one; a single one before a brace
/// or `#` makes everything up to the next one plain text, and is an apostrophe anywhere else.
///
/// Source: ICU User Guide, "Formatting Messages", apostrophe mode DOUBLE_OPTIONAL.
package struct Message: Hashable, Sendable {
  /// How deep forms may stand in forms.
  package static let greatestDepth = 4

  package indirect enum Part: Hashable, Sendable {
    case text(String)
    case value(String)
    /// The number of the plural around it.
    case number
    /// Forms by exact number and by class; `other` is always there.
    case plural(String, exact: [Int: Message], forms: [PluralClass: Message])
    /// Forms by word; `other` is always there.
    case select(String, forms: [String: Message])
  }

  package let parts: [Part]

  init(parts: [Part]) { self.parts = parts }

  /// A text that stands for itself, braces and all.
  package init(plain text: String) { parts = [.text(text)] }

  /// The names of the values that the text quotes, in all its forms.
  package var placeholders: Set<String> {
    parts.reduce(into: []) { names, part in
      switch part {
      case .text, .number: break
      case .value(let name): names.insert(name)
      case .plural(let name, let exact, let forms):
        names.insert(name)
        for form in [Message](exact.values) + forms.values { names.formUnion(form.placeholders) }
      case .select(let name, let forms):
        names.insert(name)
        for form in forms.values { names.formUnion(form.placeholders) }
      }
    }
  }

  /// What is wrong with a text, and where: `offset` counts the Unicode scalars before it.
  package struct Fault: Error, Hashable, Sendable {
    package enum Reason: String, CaseIterable, Sendable {
      /// A brace that is opened and not closed.
      case unclosed
      /// A brace that closes nothing.
      case unopened
      /// A name is missing, or is not of letters, digits, `_` and `-`.
      case nameUnfit = "name-unfit"
      /// After the name stands another word than `plural` or `select`.
      case kindUnknown = "kind-unknown"
      /// A form is no word, or of a plural not `one`, `other` or `=N`; or it stands there twice.
      case formUnfit = "form-unfit"
      /// No form `other`, which serves whatever the others do not.
      case otherMissing = "other-missing"
      /// Forms stand in forms too often.
      case tooDeep = "too-deep"
    }

    package let reason: Reason
    package let offset: Int

    package init(_ reason: Reason, at offset: Int) { (self.reason, self.offset) = (reason, offset) }
  }
}

/// The class of words that goes with a number.
///
/// English, European Portuguese and Spanish agree for whole numbers: one, and all the others.
///
/// Source: Unicode CLDR, "Language Plural Rules", en, pt-PT and es, without compact forms.
package enum PluralClass: String, CaseIterable, Sendable {
  case one
  case other

  package init(_ number: Int) { self = number == 1 ? .one : .other }
}
