package import Values

/// Why a person was erased, in words that name nobody.
package struct PersonErasure: EventFacts {
  /// The stored name of the event.
  package static let type = "person.erased"

  /// The law, such as `GDPR art. 17(1)(a)`.
  package let basis: String
  package let reason: String?

  package init(basis: String, reason: String?) { (self.basis, self.reason) = (basis, reason) }

  package var data: JSON {
    .object(compacting: [("basis", .text(basis)), ("reason", reason.map { .text($0) })])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    basis = try reader.text("basis")
    reason = try reader.optional("reason", FieldReader.text)
  }
}
