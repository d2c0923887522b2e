import EventStore
import Plugins
import TestKit
import Testing
import Values

@testable import Governance

/// What the roster says of a day, and what the registrar does, are one thing.
@Suite struct RoleLawTests {
  /// An act for each role, of a kind that the role alone records.
  private static let acts: [String: (act: String, fields: [String: [String]])] = [
    "authority": ("seat end", ["seat": ["PT.contact_point.1"], "reason": ["Left"]]),
    "clerk": ("person add", ["name": ["Person 9"]]),
    "trio": ("meeting plan", ["series": ["plenary"], "from": ["2026-12-20"]]),
  ]

  private static let names = ["H-1", "H-2", "H-3", "PT", "ES", "MT", "EUROJUST", "nobody"]

  /// A network to which a few acts by chance have happened.
  private func network(_ random: inout Seeded) throws -> SampleNetwork {
    let network = try SampleRoles.network()
    for _ in 0..<6 {
      let day = "2026-0\(Int.random(in: 3...9, using: &random))-01"
      let person = "H-\(Int.random(in: 1...3, using: &random))"
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        try network.record("role assign", ["role": ["clerk"], "person": [person]], on: day)
      case 1:
        try network.record("role end", ["role": ["clerk"], "person": [person]], on: day)
      case 2:
        try network.record(
          "seat replace", ["seat": ["PT.contact_point.1"], "person": [person]], on: day)
      default:
        try network.record(
          "board compose", ["body": ["board"], "members": ["ES", "MT"]], on: day)
      }
    }
    return network
  }

  private func roster(_ network: SampleNetwork, under rules: Rules, on day: Day) throws
    -> RoleRoster
  {
    var shelf = Shelf(reading: network.log)
    try shelf.load(RoleFacts.needs)
    return RoleRoster(rules, RoleFacts(shelf.ledger, under: rules, on: day))
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `Whoever the roster names may act, and nobody else`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let network = try network(&random)
    let rules = try SampleRoles.rules()
    for text in ["2026-02-15", "2026-06-30", "2026-11-23"] {
      let day = try #require(Day(text))
      let roster = try roster(network, under: rules, on: day)
      for role in rules.roles {
        guard let (act, fields) = Self.acts[role.name] else { continue }
        for name in Self.names {
          let isIn = roster.holders(of: role).contains { $0.isNamed(name) }
          let codes = try network.refusals(act, fields, as: "\(name)/\(role.name)", on: text)
          #expect(
            codes.contains("actor-not-in-role") == !isIn, "\(text) \(name) \(role.name)")
        }
      }
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `A name alone may do what it may in one of its roles`(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let network = try network(&random)
    let rules = try SampleRoles.rules()
    for name in Self.names {
      for (act, fields) in Self.acts.values {
        let alone = try network.refusals(act, fields, as: name)
        let inRoles = try rules.roles.filter { $0.who != nil }.map {
          try network.refusals(act, fields, as: "\(name)/\($0.name)")
        }
        let isOpen = { (codes: [String]) in
          !codes.contains { $0.hasPrefix("actor-") || $0.hasPrefix("role-") }
        }
        #expect(isOpen(alone) == inRoles.contains(where: isOpen), "\(name) \(act)")
      }
    }
  }

  @Test func `A class narrows seats, bodies and chairs, and an act that names it does not`() throws
  {
    var facts = RoleFacts()
    facts.memberships = [
      .init(member: "PT", memberClass: "member", since: nil, event: 1),
      .init(member: "MT", memberClass: "observer", since: nil, event: 2),
    ]
    facts.holdings = [
      .init(
        seat: "PT.contact_point.1", kind: "contact_point", member: "PT", person: "H-1",
        since: nil, until: nil, event: 3),
      .init(
        seat: "MT.contact_point.1", kind: "contact_point", member: "MT", person: "H-2",
        since: nil, until: nil, event: 4),
      .init(
        seat: "FR.contact_point.1", kind: "contact_point", member: "FR", person: "H-4",
        since: nil, until: nil, event: 5),
    ]
    facts.sittings = [
      .init(body: "board", member: "MT", isChair: true, since: nil, until: nil, event: 6),
      .init(body: "board", member: "PT", isChair: false, since: nil, until: nil, event: 6),
    ]
    facts.namings = [
      .init(role: "r", person: "H-3", member: nil, since: nil, until: nil, event: 7),
      .init(role: "s", person: "H-5", member: nil, since: nil, until: nil, event: 8),
    ]
    let roster = RoleRoster(try SampleRoles.rules(), facts)
    let persons = { (who: RoleWho) in
      let clause = Clause(id: "roles.r", source: .practice)
      let role = RoleRule(name: "r", grants: [], scope: .any, who: who, clause: clause)
      return roster.holders(of: role).map { "\($0.way.rawValue) \($0.person ?? "-")" }
    }
    #expect(persons(RoleWho(seats: ["contact_point"])) == ["seat H-2", "seat H-1"])
    #expect(persons(RoleWho(seats: ["contact_point"], classes: ["member"])) == ["seat H-1"])
    #expect(persons(RoleWho(bodies: ["board"], classes: ["observer"])) == ["body H-2"])
    #expect(persons(RoleWho(chairs: ["board"], classes: ["member"])) == [])
    #expect(
      persons(RoleWho(bodies: ["plenary"], chairs: ["board"])) == ["body H-1", "chair H-2"])
    #expect(persons(RoleWho(isNamed: true, classes: ["member"])) == ["assignment H-3"])
  }

  @Test func `Of an office nobody is known, and it acts for itself`() throws {
    let rules = try SampleRoles.rules()
    let office = try #require(rules.roles.first { $0.name == "office" })
    let roster = RoleRoster(rules, RoleFacts())
    #expect(roster.holders(of: office) == [])
    #expect(roster.members(of: "PT", in: office) == ["PT"])
    let authority = try #require(rules.roles.first { $0.name == "authority" })
    #expect(roster.members(of: "PT", in: authority) == [])
  }
}
