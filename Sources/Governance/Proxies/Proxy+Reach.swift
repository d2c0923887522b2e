import Values

/// Where and when a proxy counts.
extension Proxy {
  /// Whether it counts in a body at a moment.
  ///
  /// A revocation counts from its minute; where that or the moment has no time, from its day. Without a matter
  /// it is the opening of the meeting, at which a proxy for one matter does not count.
  func counts(
    in body: String, _ meeting: MeetingID, on matter: String?, at moment: LocalMoment
  ) -> Bool {
    guard let grant = grant?.facts, grant.body == body, grant.isOpen(on: moment.day) else {
      return false
    }
    guard grant.meeting == nil || grant.meeting == meeting else { return false }
    guard grant.matter == nil || grant.matter == matter else { return false }
    guard let end = revocation?.facts else { return true }
    return moment.isBefore(LocalMoment(end.on, end.time))
  }

  /// Whether it is still there, so that it can be taken back or stand beside another one.
  var isStanding: Bool { grant != nil && revocation == nil }
}

extension ProxyGrant {
  func isOpen(on day: Day) -> Bool { from <= day && until.map { day <= $0 } != false }

  /// Whether there may be a vote on which both count.
  func meets(_ other: ProxyGrant) -> Bool {
    guard body == other.body else { return false }
    func agree<Part: Equatable>(_ part: KeyPath<ProxyGrant, Part?>) -> Bool {
      let (mine, others) = (self[keyPath: part], other[keyPath: part])
      return mine == nil || others == nil || mine == others
    }
    let isInTime =
      (until.map { other.from <= $0 } ?? true) && (other.until.map { from <= $0 } ?? true)
    return isInTime && agree(\.meeting) && agree(\.matter)
  }

  /// How many of some proxies count together with this one on one day at the most, itself among them.
  ///
  /// Periods of days that meet have the most together on the first day of one of them.
  func most(of others: [ProxyGrant]) -> Int {
    let met = others.filter { meets($0) }
    let days = [from] + met.map(\.from).filter { isOpen(on: $0) }
    return 1 + (days.map { day in met.count { $0.isOpen(on: day) } }.max() ?? 0)
  }
}
