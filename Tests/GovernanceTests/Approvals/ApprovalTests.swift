import EventStore
import Governance
import TestKit
import Testing
import Values

/// The acts on approvals, decided without a log.
@Suite struct ApprovalTests {
  private func given(until: String = "2026-11-30") throws -> Given {
    let reader = try FieldReader(
      [
        "act": "person erase", "fields": ["person": ["H-1"], "basis": ["law"]], "by": "ana",
        "effective": "2026-11-23", "until": .text(until),
      ], of: "approval.asked")
    return try Given(rules: .sample).happened(
      ApprovalEvent.asked(ApprovalAsking(reader)), to: try #require(ApprovalID("A-1")),
      on: "2026-11-23")
  }

  private static let fields = ["approval": "A-1"]

  @Test func `Another person confirms, and the event says who`() throws {
    try given().when("approval confirm", Self.fields).then(
      "approval.confirmed", ["by": "secretariat"])
  }

  @Test(arguments: [
    ("2026-11-30", true), ("2026-12-01", false), ("2027-01-01", false), ("2026-11-23", true),
  ])
  func `The last day is one on which it may be confirmed`(
    _ row: (today: String, isInTime: Bool)
  ) throws {
    let outcome = try given().when("approval confirm", Self.fields, today: row.today)
    if row.isInTime {
      try outcome.then("approval.confirmed")
    } else {
      let refusal = try outcome.thenRefused("approval-lapsed")
      #expect(refusal.ways.map(\.code) == ["ask-again"])
    }
  }

  @Test func `Another day of effect does not give more time`() throws {
    try given().when("approval confirm", Self.fields, on: "2026-11-24", today: "2026-12-24")
      .thenRefused("approval-lapsed")
    try given().when(
      "approval confirm", Self.fields, on: "2020-01-01", today: "2026-12-24", takenOver: true
    ).thenRefused("approval-lapsed")
  }

  @Test func `It can be withdrawn with a reason, or without one`() throws {
    try given().when("approval withdraw", Self.fields.merging(["reason": "a mistake"]) { $1 })
      .then("approval.withdrawn", ["by": "secretariat", "reason": "a mistake"])
    try given(until: "2026-11-24").when("approval withdraw", Self.fields, today: "2026-12-24")
      .then("approval.withdrawn", ["by": "secretariat"])
  }

  @Test(arguments: ["approval confirm", "approval withdraw"])
  func `What nobody asked for is not there`(_ act: String) throws {
    let refusal = try Given(rules: .sample).when(act, Self.fields).thenRefused("approval-unknown")
    #expect(refusal.code.exit == .notFound)
  }

  @Test(arguments: ["approval confirm", "approval withdraw"])
  func `What was answered is answered for good`(_ act: String) throws {
    let id = try #require(ApprovalID("A-1"))
    let reader = try FieldReader(["by": "rui"], of: "approval")
    let answers: [ApprovalEvent] = [
      .confirmed(ApprovalConfirmation(by: "rui")), .withdrawn(try ApprovalWithdrawal(reader)),
    ]
    for answer in answers {
      try given().happened(answer, to: id).when(act, Self.fields).thenRefused("approval-closed")
    }
  }

  @Test func `An approval waits until its last day, and as long as nobody answered`() throws {
    let reader = try FieldReader(
      [
        "act": "person erase", "fields": ["person": ["H-1"]], "by": "ana",
        "effective": "2026-11-23", "until": "2026-11-30",
      ], of: "approval.asked")
    var approval = Approval(id: try #require(ApprovalID("A-1")))
    let (last, after) = (try #require(Day("2026-11-30")), try #require(Day("2026-12-01")))
    #expect(!approval.waits(on: last) && !approval.isOpen)
    let mark = Mark(position: 1, effective: SampleNetwork.today)
    approval.evolve(with: .asked(try ApprovalAsking(reader)), at: mark)
    #expect(approval.waits(on: last) && !approval.waits(on: after) && approval.isOpen)
    #expect(approval.asking?.facts.subject == "H-1")
    approval.evolve(with: .confirmed(ApprovalConfirmation(by: "rui")), at: mark)
    #expect(!approval.waits(on: last) && !approval.isOpen)
    #expect(try Approval(id: approval.id, state: approval.state) == approval)
  }
}
