package import Values

/// A document that belongs to an item, known by the digest of its bytes.
package struct Paper: Hashable, Sendable {
  /// What people call it, such as the name of its file.
  package let name: String
  /// SHA-256, 64 hexadecimal digits in lower case.
  package let digest: String

  package init(name: String, digest: String) {
    self.name = name
    self.digest = digest
  }

  package var data: JSON { ["name": .text(name), "digest": .text(digest)] }

  package init(_ reader: FieldReader) throws(Failure) {
    name = try reader.text("name")
    digest = try reader.text("digest")
  }
}

/// An item joins the agenda of a meeting.
package struct ItemAddition: EventFacts {
  /// Who hears an item, from the widest to the narrowest.
  package enum Session: String, CaseIterable, Sendable {
    case open, restricted, closed
  }

  package let meeting: MeetingID
  package let item: ItemID
  package let on: PartialDay
  package let title: String
  package let parent: ItemID?
  /// Who presents it, such as a member or an office; never a person's name.
  package let owner: String?
  /// How long it should take.
  package let minutes: Int?
  package let papers: [Paper]
  package let session: Session
  /// Whether the agenda was frozen already.
  package let isLate: Bool
  /// Why it is late.
  package let reason: String?
  /// What admitted it late.
  package let deliberation: DeliberationID?
  /// The meeting whose minutes it puts to approval; its title is then the reader's to write.
  package let approves: MeetingID?
  /// The action that it follows up.
  package let follows: AssignmentID?
  /// The referral that it stands for, whose id it has, and who handed it over.
  package let refers: ReferralID?
  package let sender: String?
  /// Whether all those present agreed to the late item, as its rule asks.
  package let isByConsent: Bool

  package init(
    meeting: MeetingID, item: ItemID, on: PartialDay, title: String, parent: ItemID? = nil,
    owner: String? = nil, minutes: Int? = nil, papers: [Paper] = [], session: Session = .open,
    isLate: Bool = false, reason: String? = nil, deliberation: DeliberationID? = nil,
    approves: MeetingID? = nil, follows: AssignmentID? = nil, refers: ReferralID? = nil,
    sender: String? = nil, isByConsent: Bool = false
  ) {
    self.meeting = meeting
    self.item = item
    self.on = on
    self.title = title
    self.parent = parent
    self.owner = owner
    self.minutes = minutes
    self.papers = papers
    self.session = session
    self.isLate = isLate
    self.reason = reason
    self.deliberation = deliberation
    self.approves = approves
    self.follows = follows
    self.refers = refers
    self.sender = sender
    self.isByConsent = isByConsent
  }

  package var data: JSON {
    .object(compacting: [
      ("meeting", .text(meeting.text)), ("item", .text(item.text)), ("on", .day(on)),
      ("title", .text(title)), ("parent", parent.map { .text($0.text) }),
      ("owner", owner.map { .text($0) }), ("minutes", minutes.map { .count($0) }),
      ("papers", papers.isEmpty ? nil : .list(papers.map(\.data))),
      ("session", .text(session.rawValue)), ("late", .bool(isLate)),
      ("reason", reason.map { .text($0) }),
      ("deliberation", deliberation.map { .text($0.text) }),
      ("approves", approves.map { .text($0.text) }), ("follows", follows.map { .text($0.text) }),
      ("refers", refers.map { .text($0.text) }), ("sender", sender.map { .text($0) }),
      ("consent", isByConsent ? .bool(true) : nil),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    meeting = try reader.id("meeting")
    item = try reader.id("item")
    on = try reader.partialDay("on")
    title = try reader.text("title")
    parent = try reader.has("parent") ? reader.id("parent") : nil
    owner = try reader.optional("owner", FieldReader.text)
    minutes = try reader.optional("minutes", FieldReader.int)
    var papers: [Paper] = []
    for json in reader.fields["papers"]?.list ?? [] {
      papers.append(try Paper(FieldReader(json, of: reader.subject)))
    }
    self.papers = papers
    session = try reader.choice("session")
    isLate = try reader.bool("late")
    reason = try reader.optional("reason", FieldReader.text)
    deliberation = try reader.has("deliberation") ? reader.id("deliberation") : nil
    approves = try reader.has("approves") ? reader.id("approves") : nil
    follows = try reader.has("follows") ? reader.id("follows") : nil
    refers = try reader.has("refers") ? reader.id("refers") : nil
    sender = try reader.optional("sender", FieldReader.text)
    isByConsent = try reader.has("consent") ? reader.bool("consent") : false
  }

  /// What admitted a late item, as sentences choose by it: `consent`, `decision`, `reason` or `other`.
  package var admission: String {
    if isByConsent { return "consent" }
    return deliberation != nil ? "decision" : reason != nil ? "reason" : "other"
  }
}
