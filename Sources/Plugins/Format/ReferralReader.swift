internal import Values

/// Reads which body hands items to which.
enum ReferralReader {
  static func referrals(_ section: inout Section) -> ReferralRule? {
    let bodies = section.context.bodies
    let routes = section.section("to") { section -> [String: [String]]? in
      var routes: [String: [String]] = [:]
      for name in bodies where section.has(name) {
        routes[name] = section.list(
          name, .reference("body", to: [ReferralRule.subgroups] + bodies.filter { $0 != name }))
      }
      return routes
    }
    if routes?.isEmpty == true {
      section.note(Failure(.listEmpty, at: section.place(of: "to")))
    }
    let needsDecision = section.optional("decided", .boolean) ?? false
    guard let clause = section.clause(), let routes else { return nil }
    return ReferralRule(routes: routes, needsDecision: needsDecision, clause: clause)
  }
}
