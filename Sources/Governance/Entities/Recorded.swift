package import Values

/// The facts that one event carries: its data in the log, and a part of the state that it made.
package protocol EventFacts: Hashable, Sendable {
  var data: JSON { get }

  /// Reads stored facts; throws `event-unreadable` for anything that does not have their form.
  init(_ reader: FieldReader) throws(Failure)
}

/// Facts with the event behind them, so that a row of a view can be explained by an event.
package struct Recorded<Facts: EventFacts>: Hashable, Sendable {
  package let facts: Facts
  package let mark: Mark

  package init(_ facts: Facts, at mark: Mark) {
    self.facts = facts
    self.mark = mark
  }

  /// The position of the event that recorded them.
  package var position: Int64 { mark.position }

  package var json: JSON {
    [
      "position": .int(mark.position), "effective": .text(mark.effective.description),
      "facts": facts.data,
    ]
  }

  package init(_ json: JSON, of subject: String) throws(Failure) {
    let reader = try FieldReader(json, of: subject)
    mark = Mark(position: try reader.position("position"), effective: try reader.day("effective"))
    facts = try Facts(FieldReader(reader.fields["facts"] ?? .null, of: subject))
  }
}

extension FieldReader {
  /// Recorded facts under a name; nil when there are none.
  package func recorded<Facts: EventFacts>(
    _ name: String, of facts: Facts.Type = Facts.self
  ) throws(Failure) -> Recorded<Facts>? {
    guard let json = fields[name], !json.isNull else { return nil }
    return try Recorded<Facts>(json, of: subject)
  }

  /// The recorded facts of a list.
  package func allRecorded<Facts: EventFacts>(
    _ name: String, of facts: Facts.Type = Facts.self
  ) throws(Failure) -> [Recorded<Facts>] {
    var all: [Recorded<Facts>] = []
    for json in try list(name) { all.append(try Recorded<Facts>(json, of: subject)) }
    return all
  }
}

extension JSON {
  /// A day as far as it is known, as the log writes it.
  package static func day(_ day: PartialDay) -> JSON { .text(day.description) }

  package static func count(_ number: Int) -> JSON { .int(Int64(number)) }

  package static func ids<Kind>(_ ids: some Sequence<Identifier<Kind>>) -> JSON {
    .texts(ids.map(\.text))
  }
}
