package import Values

/// The vote of a member in the hand of another one, from its giving to its end.
///
/// Whether the body knows proxies at all is told by the rules on the day of the vote.
package struct Proxy: Entity {
  package typealias Event = ProxyEvent

  package static let category = "proxy"
  package static let fold = 1

  /// What a proxy is good for on a day.
  package enum Standing: String, CaseIterable, Sendable {
    case open
    /// Its last day is over.
    case ended
    /// Its first day has not come.
    case coming
    case revoked
  }

  package let id: ProxyID
  /// Nil only before the first event, or when that was struck by a correction.
  package private(set) var grant: Recorded<ProxyGrant>?
  package private(set) var revocation: Recorded<ProxyRevocation>?

  package init(id: ProxyID) { self.id = id }

  /// Nil for a proxy that was struck; on the day of its revocation it is revoked, whatever the minute.
  package func standing(on day: Day) -> Standing? {
    guard let grant = grant?.facts else { return nil }
    if let revocation = revocation?.facts, revocation.on <= day { return .revoked }
    if let until = grant.until, until < day { return .ended }
    return day < grant.from ? .coming : .open
  }

  package mutating func evolve(with event: ProxyEvent, at mark: Mark) {
    switch event {
    case .given(let facts): grant = Recorded(facts, at: mark)
    case .revoked(let facts): revocation = Recorded(facts, at: mark)
    }
  }
}

extension Proxy {
  package var state: JSON {
    .object(compacting: [("grant", grant?.json), ("revocation", revocation?.json)])
  }

  package init(id: ProxyID, state: JSON) throws(Failure) {
    self.id = id
    let reader = try FieldReader(state, of: Self.category)
    grant = try reader.recorded("grant")
    revocation = try reader.recorded("revocation")
  }
}

package typealias ProxyID = Identifier<Proxy>

extension Identifier where Kind == Proxy {
  /// The id of the next proxy, `X-1` for the first.
  init(next ledger: Ledger) {
    let number = (ledger.counts[Proxy.category] ?? 0) + 1
    guard let id = Self("X-\(number)") else {
      preconditionFailure("a letter, a hyphen and a number are an id")
    }
    self = id
  }
}
