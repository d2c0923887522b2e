import Plugins
import Values

/// When coming and going took the quorum away, or brought it back.
extension MinutesRecord {
  /// What an arrival or a departure did to the quorum; nothing where it stayed as it was, or is not known.
  ///
  /// - Parameters:
  ///   - event: The position of the arrival or the departure.
  ///   - member: Whose delegation came or went.
  ///   - moment: Of the same event, with its time where that is known.
  /// - Returns: One sentence at most, with the count of the opening for base and need.
  func quorumChange(
    at event: Int64, of member: MemberID, _ moment: LocalMoment
  ) -> [Statement] {
    guard let electorate, electorate.contains(member), let opening = meeting.opening,
      let count = opening.facts.quorum, count.base == electorate.base
    else { return [] }
    let (before, after) = (
      counted(at: event - 1, moment, electorate), counted(at: event, moment, electorate)
    )
    guard (before.found >= count.needed) != (after.found >= count.needed) else { return [] }
    return [
      Statement(
        after.found < count.needed ? "quorum-lost" : "quorum-restored", at: "quorum.\(event)",
        [
          "found": .int(after.found), "base": .int(count.base), "needed": .int(count.needed),
          "proxied": .text(max(before.proxied, after.proxied) > 0 ? "yes" : "no"),
        ], events: [opening.position, event])
    ]
  }

  /// What a proxy that was given or taken back did to the quorum, at its event.
  func quorumChange(byProxy proxy: Proxy, at event: Int64) -> [Statement] {
    guard let grant = proxy.grant?.facts else { return [] }
    let end = proxy.revocation.flatMap { $0.position == event ? $0.facts : nil }
    return quorumChange(
      at: event, of: grant.giver, LocalMoment(end?.on ?? grant.from, end?.time))
  }

  /// The rule by which the quorum was counted: that of a second call, where the meeting was one.
  var quorumClause: String? {
    let rule = body?.quorum
    let isSecond = meeting.convocation?.facts.secondCallOf != nil
    return (isSecond ? rule?.secondCall?.clause : nil)?.id ?? rule?.clause.id
  }

  /// Whether some of those counted at the opening were represented by proxy.
  func countsProxies(_ opening: Opening) -> Bool {
    body?.proxies?.countsForQuorum == true && opening.proxies.contains(where: \.presence)
  }

  /// Those who count for the quorum after an event, and how many of them by proxy alone.
  ///
  /// A proxy counts while its holder is there and its giver is not, as it does at the opening.
  private func counted(
    at position: Int64, _ moment: LocalMoment, _ electorate: Electorate
  ) -> (found: Int, proxied: Int) {
    let stays = meeting.present(at: position).filter { electorate.contains($0.member) }
    let attending = Set(stays.map(\.member))
    let away = Set(stays.filter(\.isRemote).map(\.member))
    let present = body?.inQuorum(attending, remote: away) ?? attending
    guard let body, body.proxies?.countsForQuorum == true else { return (present.count, 0) }
    let known = proxies.compactMap { $0.known(at: position) }
    let givers = ProxiesInRoom(
      in: body, meeting.id, on: nil, at: moment, among: electorate, present: present,
      proxies: known
    ).givers(countedBy: body.proxies).filter { !present.contains($0) }
    return (present.count + givers.count, givers.count)
  }
}

extension Proxy {
  /// The proxy as it stood after an event; nil before it was given.
  ///
  /// Not yet taken back, it counts whatever its minute is; so minutes tell of the quorum in the order of the log.
  fileprivate func known(at position: Int64) -> Proxy? {
    guard let grant, grant.position <= position else { return nil }
    guard let revocation, position < revocation.position else { return self }
    var former = Proxy(id: id)
    former.evolve(with: .given(grant.facts), at: grant.mark)
    return former
  }
}
