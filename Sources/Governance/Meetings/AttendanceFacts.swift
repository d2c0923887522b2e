package import Values

/// The meeting begins, with the delegations that are there and the quorum that was found.
package struct Opening: EventFacts {
  package let on: PartialDay
  package let time: TimeOfDay?
  /// Empty when nobody knows any more who was there.
  package let present: [MemberID]
  package let chair: MemberID?
  /// Who attended, in the words of the source; guests stand here and nowhere else.
  package let attended: String?
  /// Nil when the rules ask for none, or when it is not known who was there.
  package let quorum: QuorumCount?
  /// The proxies of those who were away and whose holders were there.
  package let proxies: [Resolution.ProxyVote]
  /// Those of the delegations present that attend over a link.
  package let remote: [MemberID]

  package init(
    on: PartialDay, time: TimeOfDay? = nil, present: [MemberID], chair: MemberID? = nil,
    attended: String? = nil, quorum: QuorumCount? = nil, proxies: [Resolution.ProxyVote] = [],
    remote: [MemberID] = []
  ) {
    self.on = on
    self.time = time
    self.present = present
    self.chair = chair
    self.attended = attended
    self.quorum = quorum
    self.proxies = proxies
    self.remote = remote
  }

  package var data: JSON {
    .object(compacting: [
      ("on", .day(on)), ("time", time.map { .text($0.description) }), ("present", .ids(present)),
      ("chair", chair.map { .text($0.text) }), ("attended", attended.map { .text($0) }),
      ("quorum", quorum?.data), ("proxies", proxies.isEmpty ? nil : .list(proxies.map(\.json))),
      ("remote", remote.isEmpty ? nil : .ids(remote)),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    on = try reader.partialDay("on")
    time = try reader.optional("time", FieldReader.time)
    present = try reader.ids("present")
    chair = try reader.fields["chair"] == nil ? nil : reader.id("chair")
    attended = try reader.optional("attended", FieldReader.text)
    quorum = try reader.fields["quorum"].map { json throws(Failure) in
      try QuorumCount(FieldReader(json, of: reader.subject))
    }
    proxies = try reader.records("proxies", Resolution.ProxyVote.init)
    remote = try reader.has("remote") ? reader.ids("remote") : []
  }
}

/// A delegation comes in after the opening.
package struct Arrival: EventFacts {
  package let member: MemberID
  package let time: TimeOfDay?
  /// The office that sits for the head of the delegation, such as `deputy`; never a person's name.
  package let representedBy: String?
  /// Who sits for the member, in a seat of it; nil where that was not said.
  package let person: PersonID?
  /// Whether it attends over a link.
  package let isRemote: Bool

  package init(
    member: MemberID, time: TimeOfDay? = nil, representedBy: String? = nil, person: PersonID? = nil,
    isRemote: Bool = false
  ) {
    self.member = member
    self.time = time
    self.representedBy = representedBy
    self.person = person
    self.isRemote = isRemote
  }

  package var data: JSON {
    .object(compacting: [
      ("member", .text(member.text)), ("time", time.map { .text($0.description) }),
      ("represented_by", representedBy.map { .text($0) }),
      ("person", person.map { .text($0.text) }), ("remote", isRemote ? true : nil),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    member = try reader.id("member")
    time = try reader.optional("time", FieldReader.time)
    representedBy = try reader.optional("represented_by", FieldReader.text)
    person = try reader.has("person") ? reader.id("person") : nil
    isRemote = try reader.has("remote") ? reader.bool("remote") : false
  }
}

/// A delegation leaves before the end.
package struct Departure: EventFacts {
  package let member: MemberID
  package let time: TimeOfDay?

  package init(member: MemberID, time: TimeOfDay? = nil) {
    self.member = member
    self.time = time
  }

  package var data: JSON {
    .object(compacting: [
      ("member", .text(member.text)), ("time", time.map { .text($0.description) }),
    ])
  }

  package init(_ reader: FieldReader) throws(Failure) {
    member = try reader.id("member")
    time = try reader.optional("time", FieldReader.time)
  }
}
