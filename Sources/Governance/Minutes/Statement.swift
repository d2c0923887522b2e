package import Values

/// One sentence of minutes as a code with its values, and the events that it rests on.
///
/// The words are those of the catalogue in each language: `minutes.CODE`. What it says follows from the
/// events alone, so that nobody types it in.
package struct Statement: Hashable, Sendable {
  /// What a reader sees it as.
  package enum Form: String, CaseIterable, Sendable {
    case heading, sentence, item, quote
  }

  package let code: String
  package let form: Form
  /// What a paragraph names to stand after it, such as `opened` or `D-3`; once in a draft.
  package let place: String
  package let values: [String: Failure.Value]
  /// Positions in the log, from the lowest.
  package let events: [Int64]

  package init(
    _ code: String, _ form: Form = .sentence, at place: String,
    _ values: [String: Failure.Value] = [:], events: [Int64?]
  ) {
    self.code = code
    self.form = form
    self.place = place
    self.values = values
    self.events = Array(Set(events.compactMap(\.self))).sorted()
  }

  package var json: JSON {
    [
      "code": .text(code), "form": .text(form.rawValue), "place": .text(place),
      "values": values.json, "events": .list(events.map { .int($0) }),
    ]
  }

  package init(_ json: JSON, of subject: String) throws(Failure) {
    let reader = try FieldReader(json, of: subject)
    code = try reader.text("code")
    form = try reader.choice("form")
    place = try reader.text("place")
    values = try [String: Failure.Value](reader.fields["values"] ?? [:])
    events = try reader.list("events").compactMap(\.int)
  }
}

extension Failure.Value {
  /// A day as far as it is known: one of the calendar is written out, a month or a year as the log has it.
  static func known(_ day: PartialDay) -> Failure.Value {
    day.precision == .day ? .day(day.first) : .text(day.description)
  }

  /// The codes of members, in the order given.
  static func members(_ members: [MemberID]) -> Failure.Value { .list(members.map(\.text)) }
}
