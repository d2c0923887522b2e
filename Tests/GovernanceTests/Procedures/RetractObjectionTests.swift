import Governance
import Plugins
import TestKit
import Testing
import Values

/// An objection withdrawn: until when, by whom, and what becomes of the procedure by the rules.
@Suite struct RetractObjectionTests {
  /// Rules by which a broken silence goes on, or stays broken.
  private func given(resumes: Bool = true) throws -> Given {
    let edit = (
      "count: 1, then: next_meeting,",
      "count: 1, then: next_meeting, resumes: \(resumes),"
    )
    return try Given(rules: SampleRules.procedureRules([edit])).admitted("ES FR IT PT")
  }

  private func broken(_ given: Given, by members: String = "FR") throws -> Given {
    let broken: JSON = [
      "rule": "silence", "at": "2026-06-05T09:00:00Z", "addressees": ["ES", "FR", "IT", "PT"],
      "objections": .list(
        members.split(separator: " ").map { ["member": .text(String($0)), "means": "objection"] }),
      "then": "next_meeting",
    ]
    return try members.split(separator: " ").reduce(given) { try $0.objected(String($1)) }
      .proceeded(ProcedureEvent(type: "procedure.broken", data: broken), on: "2026-06-05")
  }

  private func retract(
    _ member: String = "FR", at moment: String = "2026-06-10T12:00:00Z", in given: Given
  ) throws -> Given.Outcome {
    try given.when(
      "procedure retract", ["procedure": "P-1", "member": member, "reason": "Clear now"],
      at: moment)
  }

  @Test func `Where the rules say so, the silence goes on and ends when it would have ended`()
    throws
  {
    let decision = try retract(in: broken(given().running("silence"))).then(
      "procedure.retracted",
      [
        "member": "FR", "resumes": true, "reason": "Clear now",
        "at": "2026-06-10T12:00:00.000000Z",
      ])
    #expect(decision.derivations.map(\.question) == ["procedure-deadline", "procedure-break"])
    #expect(decision.derivations.last?.holds == false)
    #expect(decision.notes.map(\.code) == ["procedure-goes-on"])
    #expect(decision.notes.first?.values["expires"] == .text("2026-06-15 10:00"))
  }

  @Test func `What goes on is adopted at its end, with nobody against it`() throws {
    let retracted = ProcedureEvent.retracted(
      ProcedureRetraction(
        member: try #require(MemberID("FR")), at: try #require(Instant("2026-06-10T12:00:00Z")),
        resumes: true))
    try broken(given().running("silence")).proceeded(retracted, on: "2026-06-10")
      .when("procedure close", ["procedure": "P-1"], at: "2026-06-15T10:00:00Z")
      .then(
        ["procedure.expired", "deliberation.adopted"], ["outcome": "adopted", "objections": []])
  }

  @Test func `Where the rules do not say so, it stays broken, and the way is a new procedure`()
    throws
  {
    let refusal = try retract(in: broken(given(resumes: false).running("silence")))
      .thenRefused("break-stands", clause: "procedures.silence.broken")
    #expect(refusal.ways.map(\.code) == ["explain-it", "open-anew"])
  }

  @Test func `As long as another one stands it stays broken, and that is told`() throws {
    let decision = try retract(in: broken(given().running("silence"), by: "ES FR"))
      .then("procedure.retracted", ["resumes": false])
    #expect(decision.notes.map(\.code) == ["stays-broken"])
    #expect(decision.notes.first?.values["count"] == .int(1))
  }

  /// The time ends on 15 June at 10:00.
  @Test(arguments: [("2026-06-15T09:59:59Z", true), ("2026-06-15T10:00:00Z", false)])
  func `It can be taken back as long as the time runs, to the second`(
    _ row: (at: String, isInTime: Bool)
  ) throws {
    let outcome = try retract(at: row.at, in: broken(given().running("silence")))
    if row.isInTime {
      try outcome.then("procedure.retracted", ["resumes": true])
    } else {
      let refusal = try outcome.thenRefused("retraction-late", clause: "procedures.silence.period")
      #expect(refusal.values["ended"] == .text("2026-06-15 10:00"))
    }
  }

  @Test func `After a recorded end nothing is taken back`() throws {
    let withdrawal = ProcedureEvent.withdrawn(
      ProcedureWithdrawal(at: try #require(Instant("2026-06-08T10:00:00Z")), reason: "Revised"))
    try retract(in: given().running("silence").objected("FR").proceeded(withdrawal))
      .thenRefused("retraction-late", clause: "procedures.silence.broken")
  }

  @Test(arguments: ["PT", "SE"])
  func `Who said nothing has nothing to take back, and those who did are named`(_ member: String)
    throws
  {
    let refusal = try retract(member, in: broken(given().running("silence")))
      .thenRefused("objection-none", clause: "procedures.silence.broken")
    #expect(refusal.ways.first?.values["known"] == .list(["FR"]))
  }

  @Test func `What was not said yet cannot be taken back`() throws {
    try given().running("asked").objected("FR").when(
      "procedure retract", ["procedure": "P-1", "member": "FR", "time": "08:59"],
      at: "2026-06-05T12:00:00Z"
    ).thenRefused("objection-none", clause: "procedures.asked.broken")
  }

  @Test func `While it takes two, the first is taken back and may object again`() throws {
    let once = try given().running("asked").objected("FR")
    let decision = try retract(in: once).then("procedure.retracted", ["resumes": false])
    #expect(decision.notes.first?.values["count"] == .int(2))
    let retracted = ProcedureEvent.retracted(
      ProcedureRetraction(
        member: try #require(MemberID("FR")), at: try #require(Instant("2026-06-06T12:00:00Z")),
        resumes: false))
    let without = try once.proceeded(retracted, on: "2026-06-06")
    try without.when("procedure object", ["procedure": "P-1", "member": "PT"], at: Self.later)
      .then("procedure.objected")
    try without.objected("FR")
      .when("procedure object", ["procedure": "P-1", "member": "PT"], at: Self.later)
      .then(["procedure.objected", "procedure.broken"])
  }

  private static let later = "2026-06-10T12:00:00Z"

  // MARK: - What was said and done while it was broken

  @Test func `Whoever objects while it is broken is heard where it may go on`() throws {
    let once = try broken(given().running("silence"))
    let decision = try once.when(
      "procedure object", ["procedure": "P-1", "member": "ES"], at: Self.later
    ).then("procedure.objected", ["late": false])
    #expect(decision.notes.map(\.code) == ["objection-kept"])
    let retracted = try retract(in: once.objected("ES"))
      .then("procedure.retracted", ["resumes": false])
    #expect(retracted.notes.map(\.code) == ["stays-broken"])
    try broken(given(resumes: false).running("silence"))
      .when("procedure object", ["procedure": "P-1", "member": "ES"], at: Self.later)
      .then("procedure.objected", ["late": true])
  }

  private func followed(_ given: Given) throws -> Given {
    let opening: JSON = [
      "rule": "silence", "kind": "silence", "body": "plenary", "title": "Guide, revised",
      "matter": "default", "papers": [], "addressees": ["ES", "FR", "IT", "PT"],
      "record_date": "2026-06-06", "at": "2026-06-06T10:00:00Z", "zone": "UTC", "urgent": false,
      "follows": "P-1",
    ]
    return try given.happened(
      ProcedureEvent(type: "procedure.opened", data: opening), to: try #require(ProcedureID("P-2")),
      on: "2026-06-06")
  }

  @Test func `It does not go on beside a procedure on the revised text, until that is withdrawn`()
    throws
  {
    let followed = try followed(broken(given().running("silence")))
    let refusal = try retract(in: followed)
      .thenRefused("matter-taken-up", clause: "procedures.silence.broken")
    #expect(refusal.values["other"] == .text("P-2"))
    #expect(refusal.ways.map(\.code) == ["withdraw-procedure", "explain-it"])
    let withdrawal = ProcedureWithdrawal(
      at: try #require(Instant("2026-06-07T10:00:00Z")), reason: "Not needed")
    try retract(
      in: followed.happened(
        ProcedureEvent.withdrawn(withdrawal), to: try #require(ProcedureID("P-2")))
    ).then("procedure.retracted", ["resumes": true])
  }

  @Test
  func `It does not go on after the body has decided the matter, unless that vote is annulled`()
    throws
  {
    let decision: JSON = [
      "body": "plenary", "title": "Guide", "matter": "default", "method": "consensus",
    ]
    let id = try #require(DeliberationID("D-1"))
    let decided = try broken(given().running("silence")).happened(
      DeliberationEvent(type: "deliberation.rejected", data: decision), to: id, on: "2026-06-08")
    let refusal = try retract(in: decided)
      .thenRefused("matter-taken-up", clause: "procedures.silence.broken")
    #expect(refusal.values["other"] == .text("D-1"))
    #expect(refusal.ways.map(\.code) == ["explain-it"])
    try retract(
      in: decided.happened(DeliberationEvent.annulled(Annulment(reason: "No quorum")), to: id)
    ).then("procedure.retracted", ["resumes": true])
  }

  @Test(arguments: [("plenary", "Another guide"), ("board", "Guide")])
  func `Decisions on another matter, or of another body, do not stand against it`(
    _ row: (body: String, title: String)
  ) throws {
    let decision: JSON = [
      "body": .text(row.body), "title": .text(row.title), "matter": "default",
      "method": "consensus",
    ]
    let decided = try broken(given().running("silence")).happened(
      DeliberationEvent(type: "deliberation.rejected", data: decision),
      to: try #require(DeliberationID("D-1")), on: "2026-06-08")
    try retract(in: decided).then("procedure.retracted", ["resumes": true])
  }

  @Test func `A vote that nothing ends has nothing to take back`() throws {
    try retract(in: given().running("plain", kind: "written"))
      .thenRefused("objection-none", clause: "procedures.plain")
  }
}
