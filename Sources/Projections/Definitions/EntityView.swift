package import Governance
package import Values

/// A view of one kind of entity: a pure function from its state and a day to rows.
///
/// The state holds the events effective up to the day and no others; the function adds what the
/// calendar alone brings, such as a term that has run out. It reads no clock, no rules and no
/// other entity, so that one stream can be rendered again whenever one of its events is corrected.
package protocol EntityView<Subject>: SendableMetatype {
  associatedtype Subject: Entity

  static var definition: ViewDefinition { get }

  /// The rows on a day, in a fixed order; their keys differ.
  static func rows(of entity: Subject, on day: Day) -> [ViewRow]

  /// The days on which rows can change without an event, such as the end of a term.
  ///
  /// Days that lie before the last event are allowed and ignored.
  static func turningDays(of entity: Subject) -> [Day]
}

extension EntityView {
  package static func turningDays(of entity: Subject) -> [Day] { [] }
}

/// One row of a view on one day.
package struct ViewRow: Hashable, Sendable {
  /// One value for each column of the view.
  package let values: [JSON]
  /// The position of the event that explains the row; nil for the last event of the day.
  package let event: Int64?

  package init(_ values: [JSON], event: Int64?) {
    self.values = values
    self.event = event
  }
}

extension JSON {
  /// The ISO text of a day, or null.
  static func orNull(_ day: Day?) -> JSON { day.map { .text($0.description) } ?? .null }

  /// As much of a day as is known, or null.
  static func orNull(_ day: PartialDay?) -> JSON { day.map { .text($0.description) } ?? .null }

  /// A text, or null.
  static func orNull(_ text: String?) -> JSON { text.map { .text($0) } ?? .null }

  /// A number, or null.
  static func orNull(_ number: Int?) -> JSON { number.map { .int(Int64($0)) } ?? .null }

  /// A position, or null.
  static func orNull(_ position: Int64?) -> JSON { position.map { .int($0) } ?? .null }
}
