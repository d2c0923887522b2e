package import Values

/// That a vote does not count, since it was not taken as it should have been; the vote stays in the log.
package struct Annulment: EventFacts {
  package let reason: String
  /// By which the body annulled it; nil when the chair did, in the meeting of the vote.
  package let deliberation: DeliberationID?

  package init(reason: String, deliberation: DeliberationID? = nil) {
    self.reason = reason
    self.deliberation = deliberation
  }

  package var data: JSON {
    .object(compacting: [
      ("reason", .text(reason)), ("deliberation", deliberation.map { .text($0.text) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    reason = try reader.text("reason")
    deliberation = reader.has("deliberation") ? try reader.id("deliberation") : nil
  }
}

/// That a later deliberation changed what an earlier one had decided.
package struct LaterAmendment: EventFacts {
  package let deliberation: DeliberationID
  /// The whole text as it reads from now on.
  package let text: String?
  /// Of the document as it reads from now on, in hexadecimal digits.
  package let digest: String?

  package init(deliberation: DeliberationID, text: String? = nil, digest: String? = nil) {
    self.deliberation = deliberation
    self.text = text
    self.digest = digest
  }

  package var data: JSON {
    .object(compacting: [
      ("deliberation", .text(deliberation.text)), ("text", text.map { .text($0) }),
      ("digest", digest.map { .text($0) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    deliberation = try reader.id("deliberation")
    text = try reader.optional("text", FieldReader.text)
    digest = try reader.optional("digest", FieldReader.text)
  }
}

/// That a later deliberation ended what an earlier one had decided.
package struct Repeal: EventFacts {
  package let deliberation: DeliberationID

  package init(deliberation: DeliberationID) { self.deliberation = deliberation }

  package var data: JSON { ["deliberation": .text(deliberation.text)] }

  package init(_ reader: FieldReader) throws(Failure) {
    deliberation = try reader.id("deliberation")
  }
}
