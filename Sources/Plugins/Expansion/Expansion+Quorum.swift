internal import Values

/// Quorum: how many must be in the room.
extension Expansion {
  func quorum(of body: Body) -> [ExpandedGuard] {
    guard let rule = body.quorum else { return [] }
    let part = Part(path: "bodies.\(body.id).quorum", clause: rule.clause)
    let keys =
      switch rule.measure {
      case .share(let threshold): [threshold.strictness.rawValue, "of"]
      case .number: ["members"]
      case .steps: ["steps"]
      }
    let series = rules.series.filter { $0.body == body.id }.map(\.id)
    // Expressions see who is entitled now, and not who was on the first of the month.
    guard rule.counting == nil else { return secondCall(of: body, in: series) }
    // A second meeting has a quorum of its own, where the rules know one.
    let first = rule.secondCall == nil ? "" : " && !meeting.second_call"
    let opening = part.guarding(
      keys, on: ["meeting.opened"], when: "meeting.series in \(Self.list(series))\(first)",
      isReached(rule.measure, at: part.path, of: body, by: "payload.present"))
    let deliberation = part.guarding(
      keys, on: Self.deliberations(of: body),
      when: "payload.body == \(Self.quoted(body.id)) && has(payload.meeting)\(first)",
      isReachedAtDecision(rule.measure, at: part.path, of: body))
    return (series.isEmpty ? [] : [opening]) + [deliberation] + secondCall(of: body, in: series)
  }

  /// Whether so many of those entitled are present, or represented where that counts; `leaves` tells who is not asked for.
  func isReached(
    _ measure: QuorumRule.Measure, at path: String, of body: Body, by present: String,
    without leaves: String? = nil
  ) -> String {
    let all = electorate(of: body)
    let electorate = leaves.map { "\(all).filter(e, !(\($0)))" } ?? all
    let isRepresented = body.proxies?.countsForQuorum == true
    let room = isCounted(in: present, of: body) + (isRepresented ? " || e in represented" : "")
    let found = "size(\(electorate).filter(e, \(room)))"
    let met =
      switch measure {
      case .share(let threshold): meets(threshold, at: path, found, of: "size(\(electorate))")
      case .number(let number): "\(found) >= \(value(number, at: "\(path).members"))"
      case .steps(let steps):
        "cel.bind(entitled, \(electorate), cel.bind(found, size(entitled.filter(e, \(room))), "
          + isReached(in: steps, at: path) + "))"
      }
    return isRepresented ? Self.binding(represented: met) : met
  }

  /// The steps as one question after the other, of `found` and `entitled`.
  private func isReached(in steps: [QuorumStep], at path: String) -> String {
    let size = "size(entitled)"
    return steps.map { step in
      let met =
        switch step.measure {
        case .share(let threshold):
          meets(threshold, at: "\(path).steps", "found", of: size)
        case .number(let number): "found >= \(number)"
        case .steps: "false"
        }
      return step.upTo.map { "\(size) <= \($0) ? \(met) : " } ?? met
    }.joined()
  }

  /// The same when a vote is taken, without those who stand aside where the rule says so.
  func isReachedAtDecision(
    _ measure: QuorumRule.Measure, at path: String, of body: Body
  ) -> String {
    let present = "meeting.present"
    guard let aside = aside(in: body) else {
      return isReached(measure, at: path, of: body, by: present)
    }
    return "cel.bind(aside, \(aside), "
      + isReached(measure, at: path, of: body, by: present, without: "e in aside") + ")"
  }

  /// The codes of those who stand aside, on the matters on which they leave the quorum; nil where there is none.
  private func aside(in body: Body) -> String? {
    let rules = body.decisions.filter { $0.terms.recusal == .leavesBaseAndQuorum }
    guard !rules.isEmpty else { return nil }
    let matters = rules.map { matter(of: $0, in: body) }.joined(separator: " || ")
    return "\(matters) ? votes.filter(v, v.choice == 'recused').map(v, v.member) + "
      + "(has(payload.recusals) ? payload.recusals.map(r, r.member) : []) : []"
  }
}
