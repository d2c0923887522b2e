import Governance
import TestKit
import Testing
import Values

/// Persons named for a role, and taken out of it.
@Suite struct AssignRoleTests {
  private func given() throws -> Given {
    try Given(rules: SampleRoles.rules()).registered(1).admitted("PT")
  }

  private func named(until: String? = nil) throws -> Given {
    let assignment = RoleAssignment(
      person: try #require(PersonID("H-1")), from: try #require(PartialDay("2026-05-01")),
      until: until.flatMap { Day($0) })
    return try given().happened(
      .assigned(assignment), to: #require(RoleID("clerk")), on: "2026-05-01")
  }

  @Test func `A person is named for a role that the rules fill by acts`() throws {
    let decision = try given().when(
      "role assign",
      ["role": "clerk", "person": "H-1", "member": "PT", "until": "2027-01-01"], on: "2026-06-01"
    ).then(
      "role.assigned",
      ["person": "H-1", "member": "PT", "from": "2026-06-01", "until": "2027-01-01"])
    #expect(decision.derivations.map(\.question) == ["role-filled"])
    #expect(decision.derivations.first?.holds == true)
  }

  @Test func `What was not given is left out of the event`() throws {
    let decision = try given().when("role assign", ["role": "clerk", "person": "H-1"]).then(
      "role.assigned")
    #expect(decision.events.first?.event.data.fields?.names == ["person", "from"])
  }

  @Test(arguments: ["authority", "chair", "office", "trio", "voters"])
  func `Any other role is not filled by an act, and says where it is seen`(_ role: String) throws {
    let refusal = try given().when("role assign", ["role": role, "person": "H-1"])
      .thenRefused("role-not-assigned", clause: "roles.\(role)")
    #expect(refusal.ways.map(\.code) == ["see-role", "adopt-rules"])
    #expect(refusal.derivation?.holds == false)
  }

  @Test(arguments: [
    (["role": "clrk", "person": "H-1"], "role-unknown"),
    (["role": "clerk", "person": "H-9"], "person-unknown"),
    (["role": "clerk", "person": "H-1", "member": "FR"], "member-unknown"),
    (["role": "clerk", "person": "H-1", "until": "2026-11-23"], "until-before-from"),
    (["role": "clerk", "person": "H-1", "by": "D-9"], "deliberation-unknown"),
  ])
  func `What the log does not know cannot be named`(
    _ row: (fields: [String: String], code: String)
  ) throws {
    try given().when("role assign", row.fields).thenRefused(row.code)
  }

  @Test func `Nobody is named twice, and anybody again after the time is over`() throws {
    try named().when("role assign", ["role": "clerk", "person": "H-1"])
      .thenRefused("role-held-already")
    try named(until: "2026-11-23").when("role assign", ["role": "clerk", "person": "H-1"])
      .then("role.assigned")
  }

  @Test func `A person is taken out of a role from the day of the act`() throws {
    try named().when("role end", ["role": "clerk", "person": "H-1", "reason": "Moved on"])
      .then("role.ended", ["person": "H-1", "until": "2026-11-23", "reason": "Moved on"])
  }

  @Test func `Nobody is taken out who is not in it on the day`() throws {
    let refusal = try named().when(
      "role end", ["role": "clerk", "person": "H-1"], on: "2026-04-30"
    ).thenRefused("role-not-held")
    #expect(refusal.ways.map(\.code) == ["see-role"])
    try given().when("role end", ["role": "clerk", "person": "H-1"]).thenRefused("role-not-held")
  }

  @Test func `Rules without roles name none`() throws {
    let refusal = try Given(rules: .sample).when("role assign", ["role": "clerk", "person": "H-1"])
      .thenRefused("role-unknown")
    #expect(refusal.ways.map(\.code) == ["adopt-rules"])
  }
}
