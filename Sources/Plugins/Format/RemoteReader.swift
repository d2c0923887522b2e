internal import Values

/// Reads whether those who attend a body over a link count and vote.
enum RemoteReader {
  static func rule(_ section: inout Section) -> RemoteRule? {
    let countsForQuorum = section.required("quorum", .boolean)
    let mayVote = section.required("vote", .boolean)
    guard let clause = section.clause(), let countsForQuorum, let mayVote else { return nil }
    return RemoteRule(countsForQuorum: countsForQuorum, mayVote: mayVote, clause: clause)
  }
}
