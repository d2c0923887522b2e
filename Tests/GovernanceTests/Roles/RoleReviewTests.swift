import EventStore
import Governance
import TestKit
import Testing
import Values

/// An act is asked by somebody in a role, and the roles of the rules say whether it may.
@Suite struct RoleReviewTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let actor: String
    let act: String
    let fields: [String: String]
    let codes: [String]
    var testDescription: String { "\(actor): \(act) \(fields["seat"] ?? "") \(codes)" }

    init(_ actor: String, _ act: String, _ fields: [String: String], _ codes: String...) {
      (self.actor, self.act, self.fields, self.codes) = (actor, act, fields, codes)
    }
  }

  private static let plan = ["series": "plenary", "from": "2026-12-20"]
  private static let ended = ["seat": "PT.contact_point.1", "reason": "Left"]
  private static let joined = ["member": "FR", "class": "member"]
  private static let person = ["name": "Person 4"]

  static let rows = [
    Row("H-1/authority", "seat end", ended),
    Row("H-2/authority", "seat end", ended, "role-own-member"),
    Row("H-3/authority", "seat end", ended, "actor-not-in-role"),
    Row("PT/authority", "seat end", ended, "actor-not-in-role"),
    Row("H-1/authority", "member admit", joined, "role-not-granted"),
    Row("H-1/trio", "meeting plan", plan), Row("PT/trio", "meeting plan", plan),
    Row("MT/trio", "meeting plan", plan),
    Row("H-3/trio", "meeting plan", plan, "actor-not-in-role"),
    Row("FR/trio", "meeting plan", plan, "actor-not-in-role"),
    Row("H-1/clerk", "person add", person, "actor-not-in-role"),
    Row("H-9/office", "member admit", joined), Row("office", "member admit", joined),
    Row("office", "person add", person, "role-not-granted"),
    Row("clerk", "person add", person, "actor-not-in-role"),
    Row("H-1/clrk", "person add", person, "actor-role-unknown"),
    Row("plenary", "member admit", joined, "role-not-granted"),
    Row("H-1/plenary", "member admit", joined, "role-not-granted"),
    Row("H-1", "seat end", ended), Row("H-1", "meeting plan", plan),
    Row("H-2", "seat end", ended, "role-own-member"),
    Row("H-1", "member admit", joined, "role-not-granted"),
    Row("H-3", "meeting plan", plan, "actor-without-role"),
    Row("nobody", "member admit", joined, "actor-without-role"),
    Row("nobody", "member end", ["member": "MT"]), Row("H-3", "member end", ["member": "MT"]),
    Row("H-3/office", "member end", ["member": "MT"], "role-not-granted"),
    Row("plenary", "member end", ["member": "MT"], "role-not-granted"),
    Row("secretariat", "member admit", joined), Row("secretariat", "seat end", ended),
    Row("H-3/secretariat", "person add", person),
  ]

  @Test(arguments: rows)
  func `An act is recorded in a role that the rules grant it, and refused in any other`(
    _ row: Row
  ) throws {
    let fields = row.fields.mapValues { [$0] }
    #expect(try SampleRoles.network().refusals(row.act, fields, as: row.actor) == row.codes)
  }

  @Test func `A network whose rules grant nothing asks nobody for a role`() throws {
    let network = try SampleNetwork()
    for actor in ["nobody", "H-1/clerk", "plenary", "secretariat"] {
      #expect(
        try network.refusals(
          "member admit", ["member": ["FR"], "class": ["member"]], as: actor) == [])
    }
  }

  @Test func `Whoever chairs by turn is in the role as long as the turn lasts`() throws {
    let network = try SampleRoles.network()
    try network.record("meeting plan", ["series": ["plenary"], "from": ["2026-12-20"]])
    let fields = ["meeting": ["plenary-1"], "agenda": ["Rules"]]
    let convene = { (actor: String, day: String) in
      try network.refusals("meeting convene", fields, as: actor, on: day)
    }
    #expect(try convene("H-1/chair", "2026-06-30") == [])
    #expect(try convene("H-1/chair", "2026-07-01") == ["actor-not-in-role"])
    #expect(try convene("H-2/chair", "2026-07-01") == [])
    #expect(try convene("H-2/chair", "2026-06-30") == ["actor-not-in-role"])
  }

  @Test func `Every member that may vote is in a plenary, and an observer is not`() throws {
    let network = try SampleRoles.network()
    try network.record("meeting plan", ["series": ["plenary"], "from": ["2026-12-20"]])
    let fields = ["meeting": ["plenary-1"], "reason": ["No host"]]
    for (actor, codes) in [
      ("MT/voters", []), ("H-2/voters", []), ("EUROJUST/voters", ["actor-not-in-role"]),
    ] as [(String, [String])] {
      #expect(try network.refusals("meeting cancel", fields, as: actor, on: "2026-11-23") == codes)
    }
  }

  @Test func `Whoever was named for a role is in it until it ends`() throws {
    let network = try SampleRoles.network()
    let add = { (day: String) in
      try network.refusals("person add", ["name": ["Person 4"]], as: "H-3/clerk", on: day)
    }
    try network.record(
      "role assign", ["role": ["clerk"], "person": ["H-3"]], on: "2026-05-01")
    try network.record("role end", ["role": ["clerk"], "person": ["H-3"]], on: "2026-09-01")
    #expect(try add("2026-04-30") == ["actor-not-in-role"])
    #expect(try add("2026-05-01") == [] && add("2026-08-31") == [])
    #expect(try add("2026-09-01") == ["actor-not-in-role"])
  }

  @Test func `An act is refused whole, with the clause, how it was told and the ways out`() throws {
    let network = try SampleRoles.network()
    let before = try network.log.head().position
    let answer = try network.record(
      "member admit", ["member": ["FR"], "class": ["member"]], as: "H-1/authority")
    #expect(answer.verdict == .refused && answer.events.isEmpty)
    #expect(try network.log.head().position == before)
    let refusal = try #require(answer.reasons.refusals.first)
    #expect(refusal.rule == "roles.authority" && refusal.source == "charter")
    #expect(refusal.values["types"] == .list(["member.admitted"]))
    let inputs = try #require(refusal.derivation?.inputs)
    #expect(inputs["acting"] == "H-1" && inputs["acting_role"] == "authority")
    #expect(inputs["in_role_by"] == "seat PT.contact_point.1")
    #expect(inputs["granted_to"] == ["office"])
    #expect(refusal.ways.map(\.code) == ["record-as"])
    #expect(refusal.ways.first?.values["roles"] == .list(["office", "secretariat"]))
  }

  @Test func `An act that passes keeps by what its role was told`() throws {
    let answer = try SampleRoles.network().record(
      "seat end", ["seat": ["ES.contact_point.1"], "reason": ["Left"]], as: "H-2")
    let told = try #require(answer.reasons.derivations.first)
    #expect(told.question == "role" && told.holds && told.rule == "roles.authority")
    #expect(told.inputs["in_role_by"] == "seat ES.contact_point.1")
  }

  @Test func `What goes along with another event needs no grant of its own`() throws {
    let network = try SampleRoles.network()
    let answer = try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-12-20"]], as: "PT/trio")
    #expect(answer.events.map(\.type) == ["meeting.planned", "number.assigned"])
    let appointed = try network.record(
      "seat appoint", ["member": ["PT"], "kind": ["contact_point"], "person": ["H-3"]],
      as: "H-1/authority")
    #expect(appointed.events.map(\.type) == ["seat.created", "appointment.made"])
  }

  @Test func `A past that is taken over keeps the objection as a note`() throws {
    let answer = try SampleRoles.network().record(
      "member admit", ["member": ["FR"], "class": ["member"]], on: "2020-01-01", as: "nobody")
    #expect(answer.verdict == .takenOver)
    #expect(answer.reasons.notes.map(\.code).contains("actor-without-role"))
  }

  @Test func `The secretariat has what is granted to it, and what is granted to nobody`() throws {
    let network = try SampleNetwork(
      adding: """
        roles:
          secretariat: {grants: [member.admitted], source: practice}
          clerk: {grants: [person.registered], source: practice}
        """)
    let acts: [(String, [String: [String]], [String])] = [
      ("member admit", ["member": ["PT"], "class": ["member"]], []),
      ("person add", ["name": ["Person 1"]], ["role-not-granted"]),
      ("meeting plan", ["series": ["plenary"], "from": ["2026-12-20"]], []),
    ]
    for (act, fields, codes) in acts {
      #expect(try network.refusals(act, fields, as: "secretariat") == codes, "\(act)")
    }
    let refused = try network.record("person add", ["name": ["Person 1"]])
    #expect(refused.reasons.refusals.first?.ways.first?.values["roles"] == .list(["clerk"]))
  }

  @Test func `A guard sees who acts, in which role and for which member`() throws {
    let network = try SampleRoles.network(
      adding: """
        guards:
          - id: seen
            on: [appointment.ended, meeting.planned]
            severity: warn
            require: "false"
            message: {en: "{who} {roles} {state}"}
            values: {who: actor.id, roles: actor.roles, state: "actor.?state.orValue('none')"}
            source: practice
        """)
    let notes = { (act: String, fields: [String: [String]], actor: String) in
      try network.record(act, fields, mode: .trial, as: actor).reasons.notes
        .first { $0.code == "guard-warns" }?.values ?? [:]
    }
    let seat = ["seat": ["PT.contact_point.1"], "reason": ["Left"]]
    let own = try notes("seat end", seat, "H-1/authority")
    #expect(own["who"] == .text("H-1") && own["roles"] == .list(["authority"]))
    #expect(own["state"] == .text("PT"))
    let office = try notes("seat end", seat, "secretariat")
    #expect(office["who"] == .text("secretariat") && office["state"] == .text("none"))
    let plan = ["series": ["plenary"], "from": ["2026-12-20"]]
    #expect(try notes("meeting plan", plan, "MT/trio")["state"] == .text("MT"))
  }

  @Test func `One person in two roles is one person where two are needed`() throws {
    let network = try SampleNetwork(
      adding: "two_persons: {acts: [person_erase], within: P7D, source: assumption}\n")
    try network.record("person add", ["name": ["Person 1"]])
    try network.record(
      "person erase", ["person": ["H-1"], "basis": ["GDPR art. 17"]], as: "H-7/clerk")
    let again = try network.record("approval confirm", ["approval": ["A-1"]], as: "H-7/board")
    #expect(again.reasons.refusals.map(\.code) == ["second-person-needed"])
    let other = try network.record("approval confirm", ["approval": ["A-1"]], as: "H-8/clerk")
    #expect(other.verdict == .accepted)
  }

  @Test func `What if hears what the registrar hears`() throws {
    let network = try SampleRoles.network()
    try network.record(
      "member admit", ["member": ["FR"], "class": ["member"]], as: "H-1/authority")
    try network.record(
      "member admit", ["member": ["IT"], "class": ["member"]], as: "office")
    let outcomes = try Recheck.outcomes(of: nil, in: network.log)
    #expect(outcomes.count > 8 && !outcomes.values.contains(.different))
  }
}
