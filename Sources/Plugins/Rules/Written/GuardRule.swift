package import Values

/// A rule of the network's own: what must hold when something of a kind is recorded.
package struct GuardRule: Hashable, Sendable {
  /// What becomes of an act for which it does not hold; the raw value is written in plugins.
  package enum Severity: String, CaseIterable, Sendable {
    /// It is refused.
    case deny
    /// It passes, and the warning is kept.
    case warn
    /// It passes, and what would have happened is kept.
    case trial
  }

  /// Who may let an act pass for which the rule does not hold.
  package struct Waiver: Hashable, Sendable {
    package enum Reason: String, CaseIterable, Sendable {
      case required, optional
    }

    /// Roles.
    package var by: [String]
    package var reason: Reason

    package init(by: [String], reason: Reason) { (self.by, self.reason) = (by, reason) }
  }

  package var id: String
  /// Types of events, each with a payload of its own.
  package var on: [String]
  /// Whether it applies at all; nil for always.
  package var when: ExpressionText?
  package var require: ExpressionText
  package var severity: Severity
  /// What it asks for, which is told of an act that it lets pass; nil where the message does for both.
  package var title: LocalText?
  package var message: LocalText
  /// What the message quotes.
  package var values: [NamedExpression]
  package var waiver: Waiver?
  /// Whether a plugin that extends this one can neither change nor remove it.
  package var isFinal: Bool
  package var clause: Clause

  package init(
    id: String, on: [String], when: ExpressionText?, require: ExpressionText, severity: Severity,
    title: LocalText? = nil, message: LocalText, values: [NamedExpression], waiver: Waiver?,
    isFinal: Bool, clause: Clause
  ) {
    (self.id, self.on, self.when, self.require) = (id, on, when, require)
    (self.severity, self.title, self.message, self.values) = (severity, title, message, values)
    (self.waiver, self.isFinal, self.clause) = (waiver, isFinal, clause)
  }
}

/// What is owed by a day once something was recorded, and what meets it.
package struct ObligationRule: Hashable, Sendable {
  package var id: String
  /// The type of event that brings it about.
  package var on: String
  package var when: ExpressionText?
  /// A role.
  package var owedBy: String
  /// Gives the moment by which it is due.
  package var due: ExpressionText
  /// The type of event that meets it.
  package var metBy: String
  /// Whether an event of that type meets this one; nil for any.
  package var metWhere: ExpressionText?
  package var message: LocalText
  package var values: [NamedExpression]
  /// How long before the day due somebody is reminded.
  package var remind: [Period]
  /// The role that is told when it is overdue.
  package var lateTo: String?
  package var clause: Clause

  package init(
    id: String, on: String, when: ExpressionText?, owedBy: String, due: ExpressionText,
    metBy: String, metWhere: ExpressionText?, message: LocalText, values: [NamedExpression],
    remind: [Period], lateTo: String?, clause: Clause
  ) {
    (self.id, self.on, self.when, self.owedBy, self.due) = (id, on, when, owedBy, due)
    (self.metBy, self.metWhere, self.message, self.values) = (metBy, metWhere, message, values)
    (self.remind, self.lateTo, self.clause) = (remind, lateTo, clause)
  }
}

/// A list that is made from events: one row for each key, the latest event last.
package struct ViewRule: Hashable, Sendable {
  package struct Origin: Hashable, Sendable {
    package var event: String
    package var columns: [NamedExpression]

    package init(event: String, columns: [NamedExpression]) {
      (self.event, self.columns) = (event, columns)
    }
  }

  /// What its expressions see: the event and nothing of the network, so that the log alone gives the rows.
  package static let names = ["event", "now", "params", "payload"]
  /// Names that every row has besides its columns.
  package static let takenColumns = ["key", "valid_from", "valid_until", "event"]

  package var name: String
  package var title: LocalText
  /// What names a row.
  package var key: ExpressionText
  package var origins: [Origin]

  package init(name: String, title: LocalText, key: ExpressionText, origins: [Origin]) {
    (self.name, self.title, self.key, self.origins) = (name, title, key, origins)
  }

  /// The names of all columns, in the order of their letters.
  package var columns: [String] {
    Set(origins.flatMap { $0.columns.map(\.name) }).sorted()
  }
}

/// A text that is written when something was recorded.
package struct DocumentRule: Hashable, Sendable {
  package enum Format: String, CaseIterable, Sendable {
    case pdf, html, text, json
  }

  package var name: String
  package var on: String
  package var formats: [Format]
  package var body: LocalText
  package var values: [NamedExpression]

  package init(
    name: String, on: String, formats: [Format], body: LocalText, values: [NamedExpression]
  ) {
    (self.name, self.on, self.formats, self.body, self.values) = (name, on, formats, body, values)
  }
}
