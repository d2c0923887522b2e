internal import Values

extension MutationOperator {
  /// Changes of who hands items to whom.
  static let referrals: [MutationOperator] = [
    MutationOperator("decision", "referrals", "decided") { site, key in
      guard let found = site.text(key) else { return [] }
      return [site.setting(key, to: found == "true" ? "false" : "true")]
    },
    MutationOperator("route", "referrals", "to", withoutEachRoute),
  ]

  /// Without each receiving body, which then receives nothing.
  private static let withoutEachRoute: Changes = { site, key in
    guard case .mapping(let routes) = site.node(key)?.kind, routes.count > 1 else { return [] }
    return routes.map { route in
      let rest = Node(.mapping(routes.filter { $0.name != route.name }), at: site.node(key)?.place)
      let entries = site.entries.map { entry in
        entry.name == key ? Entry(key, at: entry.place, value: rest) : entry
      }
      return MutationSite.Change(entries: entries, to: "to without \(route.name)")
    }
  }
}
