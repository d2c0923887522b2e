package import EventStore
package import Values

/// A key comes into use, under a name and for a purpose.
package struct KeyCreation: EventFacts {
  /// Name, purpose and public bytes in one text, `NAME+HASH+KEY`.
  package let key: NoteKey
  package let from: PartialDay

  package init(key: NoteKey, from: PartialDay) {
    self.key = key
    self.from = from
  }

  package var data: JSON {
    [
      "name": .text(key.name), "purpose": .text(key.purpose.word), "public_key": .text(key.text),
      "from": .day(from),
    ]
  }

  package init(_ reader: FieldReader) throws(Failure) {
    guard let key = NoteKey(try reader.text("public_key")), try reader.text("name") == key.name,
      try reader.text("purpose") == key.purpose.word
    else {
      throw Failure(
        .eventUnreadable, ["subject": .text(reader.subject), "field": .text("public_key")])
    }
    self.key = key
    from = try reader.partialDay("from")
  }
}

/// Another key takes the place of this one.
package struct KeyRotation: EventFacts {
  package let successor: PublicKeyID
  package let from: PartialDay

  package init(successor: PublicKeyID, from: PartialDay) {
    self.successor = successor
    self.from = from
  }

  package var data: JSON { ["successor": .text(successor.text), "from": .day(from)] }

  package init(_ reader: FieldReader) throws(Failure) {
    successor = try reader.id("successor")
    from = try reader.partialDay("from")
  }
}

/// A key signs no more.
package struct KeyRetirement: EventFacts {
  package let from: PartialDay
  package let reason: String?

  package init(from: PartialDay, reason: String?) {
    self.from = from
    self.reason = reason
  }

  package var data: JSON {
    .object(compacting: [("from", .day(from)), ("reason", reason.map { .text($0) })])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    from = try reader.partialDay("from")
    reason = try reader.optional("reason", FieldReader.text)
  }
}
