internal import Values

/// Those who attend over a link: whether they count, and whether they vote.
extension Expansion {
  /// Whether `e` attends in a way that the quorum of a body counts.
  ///
  /// - Parameters:
  ///   - present: An expression that tells all who attend: those of an opening, or of the meeting as it stands.
  ///   - body: Whose rule is asked.
  /// - Returns: A condition on `e`.
  func isCounted(in present: String, of body: Body) -> String {
    guard body.remote?.countsForQuorum == false else { return "e in \(present)" }
    let isRemote =
      present == "payload.present"
      ? "has(payload.remote) && e in payload.remote" : "e in meeting.remote"
    return "e in \(present) && !(\(isRemote))"
  }

  /// A vote by names holds none of those over a link, unless a delegation in the room gave it for them.
  func remote(of body: Body) -> [ExpandedGuard] {
    guard let rule = body.remote, !rule.mayVote else { return [] }
    let part = Part(path: "bodies.\(body.id).remote", clause: rule.clause)
    return [
      part.guarding(
        ["vote"], on: Self.deliberations(of: body),
        when: "payload.body == \(Self.quoted(body.id)) && has(payload.meeting)",
        "!has(payload.names) || payload.names.all(n, has(n.by) || !(n.member in meeting.remote))")
    ]
  }
}
