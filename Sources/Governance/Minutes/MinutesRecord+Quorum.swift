import Plugins
import Values

/// When coming and going took the quorum away, or brought it back.
extension MinutesRecord {
  /// What an arrival or a departure did to the quorum; nothing where it stayed as it was, or is not known.
  ///
  /// Where proxies count for the quorum those in the room are not all that counts, and nothing is said.
  ///
  /// - Parameters:
  ///   - event: The position of the arrival or the departure.
  ///   - member: Whose delegation came or went.
  /// - Returns: One sentence at most, with the count of the opening for base and need.
  func quorumChange(at event: Int64, of member: MemberID) -> [Statement] {
    guard body?.proxies?.countsForQuorum != true, let electorate, electorate.contains(member),
      let opening = meeting.opening,
      let count = opening.facts.quorum, count.base == electorate.entitled.count
    else { return [] }
    let (before, after) = (found(at: event - 1, electorate), found(at: event, electorate))
    guard (before >= count.needed) != (after >= count.needed) else { return [] }
    return [
      Statement(
        after < count.needed ? "quorum-lost" : "quorum-restored", at: "quorum.\(event)",
        ["found": .int(after), "base": .int(count.base), "needed": .int(count.needed)],
        events: [opening.position, event])
    ]
  }

  private func found(at position: Int64, _ electorate: Electorate) -> Int {
    Set(meeting.stays.filter { $0.holds(at: position) }.map(\.member))
      .count { electorate.contains($0) }
  }
}
