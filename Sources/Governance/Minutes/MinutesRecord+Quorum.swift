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
    let known = proxies.filter { $0.grant.map { $0.position <= position } == true }
    let givers = ProxiesInRoom(
      in: body, meeting.id, on: nil, at: moment, among: electorate, present: present,
      proxies: known
    ).givers(countedBy: body.proxies).filter { !present.contains($0) }
    return (present.count + givers.count, givers.count)
  }
}
