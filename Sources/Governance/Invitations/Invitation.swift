package import Values

package typealias InvitationID = Identifier<Invitation>

/// The places at one meeting, whose id it has, and who waits for one.
package struct Invitation: Entity {
  package typealias Event = InvitationEvent

  package static let category = "invitation"
  package static let fold = 1

  /// One place that was asked for.
  package struct Entry: Hashable, Sendable {
    package let registration: Recorded<Registration>
    package fileprivate(set) var advancement: Recorded<Advancement>?
    package fileprivate(set) var end: Recorded<RegistrationEnd>?

    package var number: Int { registration.facts.number }
    package var isWaiting: Bool {
      end == nil && advancement == nil && registration.facts.isWaiting
    }
    /// Whether it takes a place.
    package var isSeated: Bool { end == nil && !isWaiting }
  }

  package let id: InvitationID
  /// In the order in which they were asked for.
  package private(set) var entries: [Entry] = []

  package init(id: InvitationID) { self.id = id }

  package mutating func evolve(with event: InvitationEvent, at mark: Mark) {
    switch event {
    case .registered(let facts):
      guard entry(facts.number) == nil else { return }
      entries.append(Entry(registration: Recorded(facts, at: mark)))
    case .cancelled(let facts): change(facts.number) { $0.end = Recorded(facts, at: mark) }
    case .advanced(let facts): change(facts.number) { $0.advancement = Recorded(facts, at: mark) }
    }
  }

  private mutating func change(_ number: Int, _ body: (inout Entry) -> Void) {
    guard let index = entries.firstIndex(where: { $0.number == number }) else { return }
    body(&entries[index])
  }

  package func entry(_ number: Int) -> Entry? { entries.first { $0.number == number } }

  /// The entries that take a place, of one member or of all.
  package func seated(of member: MemberID? = nil) -> [Entry] {
    entries.filter { $0.isSeated && (member == nil || $0.registration.facts.member == member) }
  }

  /// Those without a place, first come first.
  package var waiting: [Entry] { entries.filter(\.isWaiting) }
}

extension Invitation {
  package var state: JSON {
    [
      "entries": .list(
        entries.map { entry in
          .object(compacting: [
            ("registration", entry.registration.json), ("advancement", entry.advancement?.json),
            ("end", entry.end?.json),
          ])
        })
    ]
  }

  package init(id: InvitationID, state: JSON) throws(Failure) {
    self.id = id
    for json in try FieldReader(state, of: Self.category).list("entries") {
      let reader = try FieldReader(json, of: Self.category)
      var entry = Entry(
        registration: try Recorded(reader.fields["registration"] ?? .null, of: Self.category))
      entry.advancement = try reader.recorded("advancement")
      entry.end = try reader.recorded("end")
      entries.append(entry)
    }
  }
}
