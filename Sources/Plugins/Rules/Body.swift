package import Values

/// A body of the network: who sits in it, when it may decide, and by which majority.
package struct Body: Hashable, Sendable {
  /// Such as `plenary`, `board`.
  package var id: String
  package var title: LocalText
  package var composition: Composition
  /// When the body may decide; nil when the rules ask for none.
  package var quorum: QuorumRule?
  /// One for each kind of matter, with `default` for all others; empty for a body that decides nothing.
  package var decisions: [DecisionRule]
  /// How members give their votes to others; nil for a body that knows no proxies.
  package var proxies: ProxyRule?
  /// What votes weigh; nil for a body in which every vote counts as one.
  package var weights: WeightRule?
  /// Who may chair its meetings; nil when any delegation may.
  package var chair: ChairRule?
  /// Whether those who attend over a link count and vote; nil when that makes no difference.
  package var remote: RemoteRule?

  package init(
    id: String, title: LocalText, composition: Composition, quorum: QuorumRule?,
    decisions: [DecisionRule], proxies: ProxyRule? = nil, weights: WeightRule? = nil,
    chair: ChairRule? = nil, remote: RemoteRule? = nil
  ) {
    self.id = id
    self.title = title
    self.composition = composition
    self.quorum = quorum
    self.decisions = decisions
    self.proxies = proxies
    self.weights = weights
    self.chair = chair
    self.remote = remote
  }

  /// The rule for a kind of matter, else the default; nil for a body that decides nothing.
  package func decision(on matter: String) -> DecisionRule? {
    decisions.first { $0.matter == matter }
      ?? decisions.first { $0.matter == DecisionRule.fallback }
  }
}

/// Who sits in a body.
package enum Composition: Hashable, Sendable {
  /// All members whose class may vote; the others attend by their class's rights.
  case plenary
  /// Groups of states by the calendar, given as data, since calendars were amended before.
  case rotation(RotationRule)
  /// One member or service that leads until it is replaced.
  case coordinator(CoordinatorRule)
  /// Chosen by another body.
  case elected(ElectionRule)
  /// Members that take part in a subgroup, which acts make; no plugin writes it.
  case subgroup(SubgroupSeats)
}

extension Composition {
  /// The most members that the rules let sit at a time; nil where they set no limit.
  var mostMembers: Int? {
    switch self {
    case .plenary, .subgroup: nil
    case .rotation(let rule): rule.groups.map(\.members.count).min()
    case .coordinator: 1
    case .elected(let rule): rule.maximum
    }
  }
}

/// Whose delegations may chair the meetings of a body.
package struct ChairRule: Hashable, Sendable {
  /// Names of classes, at least one.
  package var classes: [String]
  package var clause: Clause

  package init(classes: [String], clause: Clause) {
    self.classes = classes
    self.clause = clause
  }
}

/// A board whose members follow from a calendar.
package struct RotationRule: Hashable, Sendable {
  package struct Group: Hashable, Sendable {
    package var members: [String]
    package var from: Day
    /// The last day, included.
    package var until: Day

    package init(members: [String], from: Day, until: Day) {
      self.members = members
      self.from = from
      self.until = until
    }
  }

  /// In the order of their days, without overlap.
  package var groups: [Group]
  /// How long each of a group chairs, in the order given; nil when nobody chairs by turn.
  package var chairPeriod: Period?
  package var clause: Clause

  package init(groups: [Group], chairPeriod: Period?, clause: Clause) {
    self.groups = groups
    self.chairPeriod = chairPeriod
    self.clause = clause
  }

  package func group(on day: Day) -> Group? { groups.first { $0.from <= day && day <= $0.until } }
}

/// A body that is one coordinating member.
package struct CoordinatorRule: Hashable, Sendable {
  /// Which body may name another; nil when the rules do not say.
  package var namedBy: String?
  package var term: Period?
  package var clause: Clause

  package init(namedBy: String?, term: Period?, clause: Clause) {
    self.namedBy = namedBy
    self.term = term
    self.clause = clause
  }
}

/// A body whose seats are filled by election.
package struct ElectionRule: Hashable, Sendable {
  package var minimum: Int
  package var maximum: Int
  package var electedBy: String
  package var term: Period?
  /// Whether no member may have two seats.
  package var isOnePerMember: Bool
  /// How many of those who sit may leave at one election, so that terms are staggered; nil for no limit.
  package var mostLeaving: Int?
  /// The kind of matter on which a deliberation elects; nil where the rules do not say.
  package var matter: String?
  /// How candidates are voted on, round by round; nil where the rules do not say.
  package var ballot: BallotRule?
  package var clause: Clause

  package init(
    minimum: Int, maximum: Int, electedBy: String, term: Period?, isOnePerMember: Bool,
    mostLeaving: Int? = nil, matter: String? = nil, ballot: BallotRule? = nil, clause: Clause
  ) {
    self.minimum = minimum
    self.maximum = maximum
    self.electedBy = electedBy
    self.term = term
    self.isOnePerMember = isOnePerMember
    self.mostLeaving = mostLeaving
    self.matter = matter
    self.ballot = ballot
    self.clause = clause
  }
}
