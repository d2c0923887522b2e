package import Values

/// Where each clause of a plugin stands, by its id.
package struct ClausePlaces: Hashable, Sendable {
  private var places: [String: Place] = [:]

  /// - Parameter tree: A whole plugin, as `Loaded.tree` has it.
  package init(of tree: Node) {
    guard case .mapping(let entries) = tree.kind else { return }
    for entry in entries {
      switch entry.name {
      case "founding", "calendar", "two_persons": note(entry.value, path: entry.name)
      case "governance": note(entry.value, path: "")
      case "guards": note(guards: entry.value)
      default: break
      }
    }
  }

  package subscript(clause: String) -> Place? { places[clause] }

  private mutating func note(guards node: Node) {
    guard case .sequence(let items) = node.kind else { return }
    for item in items { if let id = item.id { places[id] = item.place } }
  }

  private mutating func note(_ node: Node, path: String) {
    guard case .mapping(let entries) = node.kind else { return }
    if entries.contains(where: { $0.name == "source" }) {
      let id = entries.first { $0.name == "id" }.flatMap { try? $0.value.string() }
      places[id ?? path] = node.place
    }
    for entry in entries {
      note(entry.value, path: path.isEmpty ? entry.name : "\(path).\(entry.name)")
    }
  }
}

extension Rules {
  /// The clauses that can say yes or no to an act, in the order of a plugin's keys, its own guards last.
  ///
  /// Left out are the founding and how often a series should meet: these are shown and never decide.
  package var decidingClauses: [Clause] {
    membership.classes.map(\.clause) + seats.map(\.clause) + bodies.flatMap(\.clauses)
      + series.flatMap {
        [
          $0.notice?.clause, $0.agenda?.clause, $0.minutes?.clause, $0.invitations?.clause,
          $0.speaking?.clause,
        ]
      }
      .compactMap(\.self)
      + [
        programme?.clause, subgroups?.clause, subgroups?.terms?.clause, admission?.clause,
        referrals?.clause,
      ]
      .compactMap(\.self)
      + outputs.map(\.clause)
      + [twoPersons?.clause].compactMap(\.self)
      + procedures.flatMap(\.clauses) + (motions?.transitions.map(\.clause) ?? [])
      + guards.map(\.clause)
  }
}

extension ProcedureRule {
  fileprivate var clauses: [Clause] {
    [clause, period.clause]
      + [consent?.clause, answers?.clause, breaking?.clause].compactMap(\.self)
  }
}

extension Body {
  fileprivate var clauses: [Clause] {
    let seating: Clause? =
      switch composition {
      case .plenary: nil
      case .rotation(let rule): rule.clause
      case .coordinator(let rule): rule.clause
      case .elected(let rule): rule.clause
      case .subgroup(let seats): seats.clause
      }
    let votes = [
      quorum?.clause, quorum?.secondCall?.clause, proxies?.clause, weights?.clause,
      remote?.clause,
    ].compactMap(\.self)
    return votes + decisions.flatMap { [$0.clause, $0.terms.shares?.clause].compactMap(\.self) }
      + (seating.map { [$0] } ?? [])
  }
}
