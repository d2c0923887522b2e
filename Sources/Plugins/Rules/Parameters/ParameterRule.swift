package import Values

/// A value that the network changes by an act, within bounds, instead of amending a rule.
package struct ParameterRule: Hashable, Sendable {
  /// What kind of value it has; the raw value is written in plugins.
  package enum Kind: String, CaseIterable, Sendable {
    case int, period, fraction, choice, bool, text
  }

  package var name: String
  package var kind: Kind
  /// Nil when the plugin gives it none; the name stands in.
  package var title: LocalText?
  /// What holds until an act sets another value.
  package var fallback: ParameterValue
  /// Bounds, included; only of numbers, periods and fractions.
  package var least: ParameterValue?
  package var most: ParameterValue?
  /// Of a choice; empty for all others.
  package var choices: [String]
  /// What holds now: the default, or what an act has set.
  package var value: ParameterValue
  package var clause: Clause

  package init(
    name: String, kind: Kind, title: LocalText? = nil, fallback: ParameterValue,
    least: ParameterValue? = nil, most: ParameterValue? = nil, choices: [String] = [],
    value: ParameterValue, clause: Clause
  ) {
    (self.name, self.kind, self.title, self.fallback) = (name, kind, title, fallback)
    (self.least, self.most, self.choices) = (least, most, choices)
    (self.value, self.clause) = (value, clause)
  }

  /// Whether a value keeps to the bounds.
  package func allows(_ value: ParameterValue) -> Bool {
    (least.map { !(value < $0) } ?? true) && (most.map { !($0 < value) } ?? true)
  }
}

/// The value of a parameter.
package enum ParameterValue: Hashable, Sendable {
  case int(Int)
  case period(Period)
  case fraction(Fraction)
  case bool(Bool)
  /// Of a text, or the word that was chosen.
  case text(String)

  /// As a plugin writes it.
  package var text: String {
    switch self {
    case .int(let value): String(value)
    case .period(let value): value.description
    case .fraction(let value): value.description
    case .bool(let value): value ? "true" : "false"
    case .text(let value): value
    }
  }
}

extension ParameterValue: Comparable {
  /// Numbers, periods and fractions by size; no other two are one before the other.
  ///
  /// Periods are compared by their mean length: 400 years of the Gregorian calendar are 4,800 months
  /// and 146,097 days, so that P1M is more than P30D and less than P31D.
  package static func < (left: ParameterValue, right: ParameterValue) -> Bool {
    switch (left, right) {
    case (.int(let left), .int(let right)): left < right
    case (.period(let left), .period(let right)): left.meanLength < right.meanLength
    case (.fraction(let left), .fraction(let right)):
      left.numerator * right.denominator < right.numerator * left.denominator
    default: false
    }
  }
}

extension Period {
  /// In parts of which a day has 4,800; each part of a period is under 10,000, so that nothing overflows.
  var meanLength: Int { (years * 12 + months) * 146_097 + days * 4_800 }
}
