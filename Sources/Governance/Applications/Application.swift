package import Values

package typealias ApplicationID = Identifier<Application>

/// What somebody asks of a network who wants to belong to it: from the filing over an opinion to the decision.
///
/// Nobody belongs by an application: `member.admitted` is an event of its own, recorded with the decision.
package struct Application: Entity {
  package typealias Event = ApplicationEvent

  package static let category = "application"
  package static let fold = 1

  /// How far it has come.
  package enum Stage: String, CaseIterable, Sendable {
    case filed, advised, granted, refused, withdrawn
  }

  package let id: ApplicationID
  /// Nil only before the first event, or when the filing was struck by a correction.
  package private(set) var filing: Recorded<ApplicationFiling>?
  /// In the order of recording; the last one of a body is the one that counts.
  package private(set) var opinions: [Recorded<ApplicationOpinion>] = []
  package private(set) var granting: Recorded<ApplicationEnd>?
  package private(set) var refusing: Recorded<ApplicationEnd>?
  package private(set) var withdrawal: Recorded<ApplicationEnd>?

  package init(id: ApplicationID) { self.id = id }

  package var stage: Stage {
    if granting != nil { return .granted }
    if refusing != nil { return .refused }
    if withdrawal != nil { return .withdrawn }
    return opinions.isEmpty ? .filed : .advised
  }

  /// The event that ended it; nil while it is open.
  package var end: Recorded<ApplicationEnd>? { granting ?? refusing ?? withdrawal }

  package func opinion(of body: String) -> Recorded<ApplicationOpinion>? {
    opinions.last { $0.facts.body == body }
  }

  package mutating func evolve(with event: ApplicationEvent, at mark: Mark) {
    switch event {
    case .filed(let facts): filing = Recorded(facts, at: mark)
    case .advised(let facts): opinions.append(Recorded(facts, at: mark))
    case .granted(let facts): granting = Recorded(facts, at: mark)
    case .refused(let facts): refusing = Recorded(facts, at: mark)
    case .withdrawn(let facts): withdrawal = Recorded(facts, at: mark)
    }
  }
}

extension Application {
  package var state: JSON {
    .object(compacting: [
      ("filing", filing?.json), ("opinions", .list(opinions.map(\.json))),
      ("granting", granting?.json), ("refusing", refusing?.json),
      ("withdrawal", withdrawal?.json),
    ])
  }

  package init(id: ApplicationID, state: JSON) throws(Failure) {
    self.id = id
    let reader = try FieldReader(state, of: Self.category)
    filing = try reader.recorded("filing")
    opinions = try reader.allRecorded("opinions")
    granting = try reader.recorded("granting")
    refusing = try reader.recorded("refusing")
    withdrawal = try reader.recorded("withdrawal")
  }
}
