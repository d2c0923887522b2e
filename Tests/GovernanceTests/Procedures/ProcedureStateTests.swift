import Governance
import Plugins
import TestKit
import Testing
import Values

/// The state of a procedure: what its events made of it, and that it can be kept.
@Suite struct ProcedureStateTests {
  private static func event(_ type: String, _ data: JSON) throws -> ProcedureEvent {
    try ProcedureEvent(type: "procedure.\(type)", data: data)
  }

  private func procedure(_ events: [(String, JSON)]) throws -> Procedure {
    var procedure = Procedure(id: try #require(ProcedureID("P-1")))
    for (index, (type, data)) in events.enumerated() {
      procedure.evolve(
        with: try Self.event(type, data),
        at: Mark(position: Int64(index + 5), effective: try #require(Day("2026-06-01"))))
    }
    return procedure
  }

  private static let opening: JSON = [
    "rule": "silence", "kind": "silence", "body": "plenary", "title": "Guide",
    "matter": "default", "papers": [], "addressees": ["ES", "FR", "PT"],
    "record_date": "2026-06-01", "at": "2026-06-01T10:00:00Z", "zone": "UTC", "urgent": false,
  ]
  private static let clock: JSON = [
    "rule": "silence", "urgent": false, "addressees": ["ES", "FR", "PT"], "notified": ["PT"],
    "from": "2026-06-01T10:00:00Z", "expires": "2026-06-15T10:00:00Z",
    "local": "2026-06-15 10:00", "zone": "UTC",
  ]

  private static func result(_ outcome: String) -> JSON {
    [
      "rule": "silence", "at": "2026-06-15T10:00:00Z", "outcome": .text(outcome),
      "addressees": ["PT"], "answered": [], "objections": [],
    ]
  }

  private static let broken: JSON = [
    "rule": "silence", "at": "2026-06-05T10:00:00Z", "addressees": ["PT"], "objections": [],
    "then": "fails",
  ]

  static let stages: [(events: [(String, JSON)], stage: Procedure.Stage)] = [
    ([], .unopened), ([("opened", opening)], .waiting),
    ([("opened", opening), ("started", clock)], .running),
    ([("opened", opening), ("started", clock), ("expired", result("adopted"))], .adopted),
    ([("opened", opening), ("started", clock), ("closed", result("rejected"))], .rejected),
    ([("opened", opening), ("started", clock), ("expired", result("lapsed"))], .lapsed),
    ([("opened", opening), ("broken", broken)], .broken),
    (
      [("opened", opening), ("withdrawn", ["at": "2026-06-02T10:00:00Z", "reason": "r"])],
      .withdrawn
    ),
  ]

  @Test(arguments: stages)
  func `Its stage follows from its events`(
    _ row: (events: [(String, JSON)], stage: Procedure.Stage)
  )
    throws
  {
    let procedure = try procedure(row.events)
    #expect(procedure.stage == row.stage)
    #expect(procedure.stage.isOngoing == [.waiting, .running].contains(row.stage))
    #expect((procedure.ended == nil) == [.unopened, .waiting, .running].contains(row.stage))
    #expect(try Procedure(id: procedure.id, state: procedure.state) == procedure)
  }

  @Test func `A procedure with everything in it is kept and read back`() throws {
    let whole = try procedure([
      ("opened", Self.opening), ("notified", ["members": ["PT"], "at": "2026-06-01T10:00:00Z"]),
      (
        "consented",
        [
          "rule": "silence", "at": "2026-06-01T10:00:00Z", "addressees": ["PT"], "agreed": ["PT"],
          "against": [],
        ]
      ), ("started", Self.clock),
      ("answered", ["member": "PT", "vote": "for", "at": "2026-06-02T10:00:00Z"]),
      (
        "objected",
        ["member": "FR", "means": "objection", "at": "2026-06-02T10:00:00Z", "late": false]
      ),
      (
        "extended",
        [
          "from": "2026-06-15T10:00:00Z", "expires": "2026-06-16T10:00:00Z",
          "local": "2026-06-16 10:00", "at": "2026-06-02T10:00:00Z", "reason": "r",
        ]
      ), ("expired", Self.result("adopted")), ("published", ["at": "2026-07-01T10:00:00Z"]),
    ])
    let again = try Procedure(id: whole.id, state: try JSON(parsing: whole.state.canonical))
    #expect(again == whole)
    #expect(whole.expires == Instant("2026-06-16T10:00:00Z"))
    #expect(whole.expiresLocal == "2026-06-16 10:00")
    #expect(whole.notified.map(\.text) == ["PT"])
    #expect(whole.votes.map(\.member.text) == ["PT"])
    #expect(whole.beginning?.position == 5)
    #expect(!whole.isOpen)
  }

  @Test func `Of a member's objections the last in time stands, and a late one never`() throws {
    func objection(_ member: String, _ means: String, late: Bool) -> (String, JSON) {
      (
        "objected",
        [
          "member": .text(member), "means": .text(means), "at": "2026-06-02T10:00:00Z",
          "late": .bool(late),
        ]
      )
    }
    let procedure = try procedure([
      ("opened", Self.opening), objection("FR", "objection", late: false),
      objection("PT", "amendment", late: false), objection("FR", "meeting_request", late: false),
      objection("ES", "objection", late: true),
    ])
    #expect(procedure.standing.map(\.member.text) == ["PT", "FR"])
    #expect(procedure.standing.map(\.means) == [.amendment, .meetingRequest])
    #expect(procedure.objections.count == 4)
  }

  @Test func `A vote of one that was not asked is none`() throws {
    let procedure = try procedure([
      ("opened", Self.opening),
      ("answered", ["member": "SE", "vote": "for", "at": "2026-06-02T10:00:00Z"]),
    ])
    #expect(procedure.votes.isEmpty)
  }
}
