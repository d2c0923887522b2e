package import Values

/// Minutes are drawn up from what is recorded at that time.
package struct MinutesDraft: EventFacts {
  package let meeting: MeetingID
  package let on: PartialDay
  package let version: Int
  package let statements: [Statement]
  /// SHA-256 of the whole version in canonical JSON.
  package let digest: String

  package init(
    meeting: MeetingID, on: PartialDay, version: Int, statements: [Statement], digest: String
  ) {
    self.meeting = meeting
    self.on = on
    self.version = version
    self.statements = statements
    self.digest = digest
  }

  package var data: JSON {
    [
      "meeting": .text(meeting.text), "on": .day(on), "version": .count(version),
      "statements": .list(statements.map(\.json)), "digest": .text(digest),
    ]
  }

  package init(_ reader: FieldReader) throws(Failure) {
    meeting = try reader.id("meeting")
    on = try reader.partialDay("on")
    version = try reader.int("version")
    var statements: [Statement] = []
    for json in try reader.list("statements") {
      statements.append(try Statement(json, of: reader.subject))
    }
    self.statements = statements
    digest = try reader.text("digest")
  }
}

/// A paragraph of the secretariat's own, after a statement; written again it takes the place of the former.
package struct MinutesParagraph: EventFacts {
  package let meeting: MeetingID
  package let on: PartialDay
  package let version: Int
  /// `P-1`, counted in the minutes.
  package let paragraph: String
  /// The place of the statement, or the paragraph, after which it stands.
  package let after: String
  package let text: String
  package let digest: String

  package init(
    meeting: MeetingID, on: PartialDay, version: Int, paragraph: String, after: String,
    text: String, digest: String
  ) {
    self.meeting = meeting
    self.on = on
    self.version = version
    self.paragraph = paragraph
    self.after = after
    self.text = text
    self.digest = digest
  }

  package var data: JSON {
    [
      "meeting": .text(meeting.text), "on": .day(on), "version": .count(version),
      "paragraph": .text(paragraph), "after": .text(after), "text": .text(text),
      "digest": .text(digest),
    ]
  }

  package init(_ reader: FieldReader) throws(Failure) {
    meeting = try reader.id("meeting")
    on = try reader.partialDay("on")
    version = try reader.int("version")
    paragraph = try reader.text("paragraph")
    after = try reader.text("after")
    text = try reader.text("text")
    digest = try reader.text("digest")
  }
}

/// What was sent round in one language, by the digest of its bytes.
package struct Wording: Hashable, Sendable {
  package let language: String
  package let digest: String

  package init(language: String, digest: String) {
    self.language = language
    self.digest = digest
  }

  package var data: JSON { ["language": .text(language), "digest": .text(digest)] }

  package init(_ reader: FieldReader) throws(Failure) {
    language = try reader.text("language")
    digest = try reader.text("digest")
  }
}

/// A version of minutes goes to those who were there.
package struct Circulation: EventFacts {
  package let meeting: MeetingID
  package let on: PartialDay
  package let version: Int
  package let digest: String
  /// The last day for comments; nil where the rules give no time for them.
  package let until: Day?
  /// Whether the version is approved when nobody has objected by then.
  package let isSilence: Bool
  /// The exact text in each language in which it was sent.
  package let texts: [Wording]

  package init(
    meeting: MeetingID, on: PartialDay, version: Int, digest: String, until: Day? = nil,
    isSilence: Bool = false, texts: [Wording] = []
  ) {
    self.meeting = meeting
    self.on = on
    self.version = version
    self.digest = digest
    self.until = until
    self.isSilence = isSilence
    self.texts = texts
  }

  package var data: JSON {
    .object(compacting: [
      ("meeting", .text(meeting.text)), ("on", .day(on)), ("version", .count(version)),
      ("digest", .text(digest)), ("until", until.map { .text($0.description) }),
      ("silence", .bool(isSilence)),
      ("texts", texts.isEmpty ? nil : .list(texts.map(\.data))),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    meeting = try reader.id("meeting")
    on = try reader.partialDay("on")
    version = try reader.int("version")
    digest = try reader.text("digest")
    until = try reader.optional("until", FieldReader.day)
    isSilence = try reader.bool("silence")
    var texts: [Wording] = []
    for json in reader.fields["texts"]?.list ?? [] {
      texts.append(try Wording(FieldReader(json, of: reader.subject)))
    }
    self.texts = texts
  }
}
