internal import Values

/// The second call: its quorum, and the time that must have passed.
extension Expansion {
  /// - Parameters:
  ///   - body: Whose meeting it is.
  ///   - series: The series of the body.
  /// - Returns: None where the rules know no second call.
  func secondCall(of body: Body, in series: [String]) -> [ExpandedGuard] {
    guard let rule = body.quorum?.secondCall, !series.isEmpty else { return [] }
    let part = Part(path: "bodies.\(body.id).quorum.second_call", clause: rule.clause)
    let isOfBody = "meeting.series in \(Self.list(series))"
    let after = value(rule.after, at: "\(part.path).after")
    let waited = part.guarding(
      ["after"], on: ["meeting.convened"],
      when: "has(payload.second_call_of) && \(isOfBody) && has(meeting.from)",
      "meetings.filter(f, f.id == payload.second_call_of && has(f.from))"
        + ".all(f, addPeriod(f.from, \(after)) <= meeting.from)")
    guard let threshold = rule.threshold, body.quorum?.counting == nil else { return [waited] }
    let key = threshold.strictness.rawValue
    return [
      waited,
      part.guarding(
        [key], on: ["meeting.opened"], when: "\(isOfBody) && meeting.second_call",
        isReached(.share(threshold), at: part.path, of: body, by: "payload.present")),
      part.guarding(
        [key], on: Self.deliberations(of: body),
        when: "payload.body == \(Self.quoted(body.id)) && has(payload.meeting) "
          + "&& meeting.second_call",
        isReachedAtDecision(.share(threshold), at: part.path, of: body)),
    ]
  }
}
