package import Values

/// That everything known of a person was handed out, and why.
package struct PersonDisclosure: EventFacts {
  /// The stored name of the event.
  package static let type = "person.exported"

  package let reason: String?

  package init(reason: String?) { self.reason = reason }

  package var data: JSON { .object(compacting: [("reason", reason.map { .text($0) })]) }

  package init(_ reader: FieldReader) throws(Failure) {
    reason = try reader.optional("reason", FieldReader.text)
  }
}
