internal import Values

/// Proxies: how many a member holds, how long they last, and whom they count for.
extension Expansion {
  func proxies(of body: Body) -> [ExpandedGuard] {
    guard let rule = body.proxies else { return [] }
    let part = Part(path: "bodies.\(body.id).proxies", clause: rule.clause)
    func given(_ key: String, _ require: String) -> ExpandedGuard {
      part.guarding(
        [key], on: ["proxy.given"], when: "payload.body == \(Self.quoted(body.id))", require)
    }
    let held = given(
      "per_holder", "payload.held <= \(value(rule.perHolder, at: "\(part.path).per_holder"))")
    let longest = rule.longest.map { longest in
      let term = value(longest, at: "\(part.path).longest")
      return given(
        "longest",
        "has(payload.until) ? addPeriod(payload.until, 'P1D') <= addPeriod(payload.from, \(term)) "
          + ": has(payload.meeting)")
    }
    return [held, longest].compactMap(\.self)
  }

  /// An expression in which `represented` are those whom a proxy makes count for the quorum.
  static func binding(represented body: String) -> String {
    "cel.bind(represented, has(payload.proxies) ? "
      + "payload.proxies.filter(p, p.presence).map(p, p.giver) : [], \(body))"
  }

  /// Those for whom a proxy votes, beside the delegations in the room.
  static let proxied = " + (has(payload.votes.proxied) ? payload.votes.proxied : 0)"
}
