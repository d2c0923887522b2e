package import Values

/// A body hands an item to another one, under a name that it keeps wherever it goes.
package struct ReferralMaking: EventFacts {
  /// What the receiving body is asked for.
  package enum Asked: String, CaseIterable, Sendable {
    case decision, opinion, information
  }

  package let on: PartialDay
  package let title: String
  /// The subgroup or the body that hands it over, by id.
  package let from: String
  /// The body of the rules that receives it.
  package let to: String
  package let asks: Asked
  package let text: String?
  package let papers: [Paper]
  package let session: ItemAddition.Session
  /// By which the sender decided to hand it over; nil where none was named.
  package let deliberation: DeliberationID?

  package init(
    on: PartialDay, title: String, from: String, to: String, asks: Asked = .decision,
    text: String? = nil, papers: [Paper] = [], session: ItemAddition.Session = .open,
    deliberation: DeliberationID? = nil
  ) {
    (self.on, self.title, self.from, self.to) = (on, title, from, to)
    (self.asks, self.text, self.papers) = (asks, text, papers)
    (self.session, self.deliberation) = (session, deliberation)
  }

  package var data: JSON {
    .object(compacting: [
      ("on", .day(on)), ("title", .text(title)), ("from", .text(from)), ("to", .text(to)),
      ("asks", .text(asks.rawValue)), ("text", text.map { .text($0) }),
      ("papers", papers.isEmpty ? nil : .list(papers.map(\.data))),
      ("session", .text(session.rawValue)),
      ("deliberation", deliberation.map { .text($0.text) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    title = try reader.text("title")
    from = try reader.text("from")
    to = try reader.text("to")
    asks = try reader.choice("asks")
    text = try reader.optional("text", FieldReader.text)
    papers = try reader.records("papers", Paper.init)
    session = try reader.choice("session")
    deliberation = try reader.has("deliberation") ? reader.id("deliberation") : nil
  }
}

/// A body hands on what it was handed: up to the next one, or back to the one before.
package struct ReferralHandover: EventFacts {
  package let on: PartialDay
  package let from: String
  package let to: String
  /// What it says to it; of a return, why it goes back.
  package let text: String?
  /// What comes to the papers before.
  package let papers: [Paper]
  /// In which it did so; nil where that was not said.
  package let meeting: MeetingID?
  package let deliberation: DeliberationID?

  package init(
    on: PartialDay, from: String, to: String, text: String? = nil, papers: [Paper] = [],
    meeting: MeetingID? = nil, deliberation: DeliberationID? = nil
  ) {
    (self.on, self.from, self.to, self.text) = (on, from, to, text)
    (self.papers, self.meeting, self.deliberation) = (papers, meeting, deliberation)
  }

  package var data: JSON {
    .object(compacting: [
      ("on", .day(on)), ("from", .text(from)), ("to", .text(to)),
      ("text", text.map { .text($0) }),
      ("papers", papers.isEmpty ? nil : .list(papers.map(\.data))),
      ("meeting", meeting.map { .text($0.text) }),
      ("deliberation", deliberation.map { .text($0.text) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    from = try reader.text("from")
    to = try reader.text("to")
    text = try reader.optional("text", FieldReader.text)
    papers = try reader.records("papers", Paper.init)
    meeting = try reader.has("meeting") ? reader.id("meeting") : nil
    deliberation = try reader.has("deliberation") ? reader.id("deliberation") : nil
  }
}

/// What was handed over stands on the agenda of a meeting, or waits for one to be planned.
package struct ReferralScheduling: EventFacts {
  package let on: PartialDay
  /// The body that has it.
  package let body: String
  /// Nil as long as no meeting of the body is to come.
  package let meeting: MeetingID?

  package init(on: PartialDay, body: String, meeting: MeetingID?) {
    (self.on, self.body, self.meeting) = (on, body, meeting)
  }

  package var data: JSON {
    .object(compacting: [
      ("on", .day(on)), ("body", .text(body)), ("meeting", meeting.map { .text($0.text) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    body = try reader.text("body")
    meeting = try reader.has("meeting") ? reader.id("meeting") : nil
  }
}
