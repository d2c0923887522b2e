import EventStore
import Governance
import TestKit
import Testing
import Values

/// From circulation to approval: the time for comments, silence and its end, a deliberation, the lock.
@Suite struct MinutesApprovalTests {
  private static let silence = "{comments: P10D, approval: silence, source: assumption}"
  private static let atMeeting = "{comments: P10D, approval: meeting, source: assumption}"

  private func drafted(_ rule: String? = silence) throws -> SampleNetwork {
    let network = try SampleSitting.network(minutes: rule)
    try record(network, "draft")
    return network
  }

  @discardableResult
  private func record(
    _ network: SampleNetwork, _ act: String, _ fields: [String: String] = [:],
    on day: String = "2026-03-21"
  ) throws -> Answer {
    var values = fields.mapValues { [$0] }
    values["meeting"] = ["plenary-1"]
    return try network.record("minutes \(act)", values, on: day)
  }

  private func refusal(
    _ network: SampleNetwork, _ act: String, _ fields: [String: String] = [:],
    on day: String = "2026-03-21"
  ) throws -> Refusal.Record {
    try SampleSitting.refusal(network, act, fields, on: day)
  }

  @Test func `The time for comments begins with the circulation`() throws {
    let network = try drafted()
    let answer = try record(network, "circulate")
    let data = answer.events[0].data
    #expect(data["until"] == "2026-03-31" && data["silence"] == true && data["version"] == 1)
    #expect(
      data["digest"]
        == (try SampleSitting.file(network)).minutes?.content().map { JSON.text($0.digest) })
    #expect(answer.reasons.derivations.map(\.question) == ["comments"])
    #expect(answer.events.count == 1, "silence needs no item on an agenda")
  }

  @Test func `The texts that are sent round are kept by their digests`() throws {
    let network = try drafted()
    let digest = String(repeating: "ab", count: 32)
    let answer = try network.record(
      "minutes circulate", ["meeting": ["plenary-1"], "wording": ["en=\(digest)"]],
      on: "2026-03-21")
    #expect(
      answer.events[0].data["texts"] == [["language": "en", "digest": .text(digest)]])
  }

  @Test(arguments: [("2026-03-31", false), ("2026-04-01", true)])
  func `Silence approves on the day after the last one for comments, and not before`(
    _ row: (day: String, isApproved: Bool)
  ) throws {
    let network = try drafted()
    try record(network, "circulate")
    guard row.isApproved else {
      let refusal = try refusal(network, "approve", on: row.day)
      #expect(refusal.code == "comments-open" && refusal.rule == "series.plenary.minutes")
      #expect(refusal.ways.map(\.code) == ["wait-for-comments", "approve-by-deliberation"])
      return
    }
    let answer = try record(network, "approve", on: row.day)
    #expect(answer.events.map(\.type) == ["minutes.approved"])
    #expect(answer.events[0].data["objections"] == 0)
    #expect(answer.events[0].data["deliberation"] == nil)
    #expect((try SampleSitting.file(network)).minutes?.stage == .approved)
  }

  @Test func `A disagreement in time ends the silence, and the body decides`() throws {
    let network = try drafted()
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-09-20"]], on: "2026-03-21")
    try record(network, "circulate")
    let comment = try record(
      network, "comment", ["text": "It was ten.", "member": "ES", "objects": "true"],
      on: "2026-03-31")
    #expect(comment.events.map(\.type) == ["minutes.commented", "item.added"])
    #expect(comment.events[1].stream == "agenda-plenary-2")
    #expect(comment.events[1].data["approves"] == "plenary-1")
    #expect(comment.reasons.notes.map(\.code) == ["approval-on-agenda"])
    let refusal = try refusal(network, "approve", on: "2026-04-01")
    #expect(refusal.code == "minutes-disputed" && refusal.values["count"] == .int(1))
    let answer = try record(network, "approve", ["by": "D-1"], on: "2026-04-01")
    #expect(answer.events[0].data["deliberation"] == "D-1")
    #expect(answer.events[0].data["objections"] == 1)
  }

  @Test func `A comment that agrees, or comes late, ends nothing`() throws {
    let network = try drafted()
    try record(network, "circulate")
    try record(network, "comment", ["text": "Well written."], on: "2026-03-25")
    let late = try record(
      network, "comment", ["text": "No.", "objects": "true"], on: "2026-04-01")
    #expect(late.events[0].data["late"] == true && late.events.count == 1)
    #expect(late.reasons.notes.map(\.code) == ["comment-late"])
    #expect(try record(network, "approve", on: "2026-04-02").verdict == .accepted)
  }

  @Test func `Where a meeting approves, its agenda gets the item by itself`() throws {
    let network = try drafted(Self.atMeeting)
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-09-20"]], on: "2026-03-21")
    let answer = try record(network, "circulate")
    #expect(answer.events.map(\.type) == ["minutes.circulated", "item.added"])
    #expect(answer.events[1].data["item"] == "minutes-plenary-1")
    let refusal = try refusal(network, "approve", on: "2026-05-01")
    #expect(refusal.code == "approval-needs-deliberation")
    #expect(refusal.rule == "series.plenary.minutes")
    #expect(try record(network, "approve", ["by": "D-1"], on: "2026-05-01").verdict == .accepted)
  }

  @Test func `Without a later meeting, or with its agenda frozen, that is said`() throws {
    let network = try drafted(Self.atMeeting)
    #expect(try record(network, "circulate").reasons.notes.map(\.code) == ["no-next-meeting"])
    try record(network, "write", ["after": "opened", "text": "Said."])
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-09-20"]], on: "2026-03-21")
    try network.record("agenda freeze", ["meeting": ["plenary-2"]], on: "2026-03-21")
    let answer = try record(network, "circulate")
    #expect(answer.reasons.notes.map(\.code) == ["next-agenda-frozen"])
    #expect(answer.events.count == 1)
  }

  @Test func `A second circulation finds the item there`() throws {
    let network = try drafted(Self.atMeeting)
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-09-20"]], on: "2026-03-21")
    try record(network, "circulate")
    try record(network, "write", ["after": "opened", "text": "Said."])
    let answer = try record(network, "circulate")
    #expect(answer.events.map(\.type) == ["minutes.circulated"] && answer.reasons.notes.isEmpty)
  }

  @Test func `Without a rule only a deliberation approves`() throws {
    let network = try drafted(nil)
    let answer = try record(network, "circulate")
    #expect(answer.events[0].data["until"] == nil && answer.events[0].data["silence"] == false)
    let refusal = try refusal(network, "approve", on: "2026-06-01")
    #expect(refusal.code == "approval-needs-deliberation" && refusal.rule == nil)
    #expect(try record(network, "approve", ["by": "D-1"], on: "2026-06-01").verdict == .accepted)
  }

  @Test func `Only what was adopted approves, and only what was sent round is approved`() throws {
    let network = try drafted()
    try record(network, "circulate")
    #expect(try refusal(network, "approve", ["by": "D-2"]).code == "deliberation-not-adopted")
    #expect(try refusal(network, "circulate").code == "minutes-circulated-already")
    try record(network, "write", ["after": "opened", "text": "Said."])
    let changed = try refusal(network, "approve", on: "2026-04-01")
    #expect(changed.code == "minutes-changed-since")
    #expect(changed.values["circulated"] == .int(1) && changed.values["newest"] == .int(2))
  }

  @Test func `A new circulation begins the time anew, and what was objected before is settled`()
    throws
  {
    let network = try drafted()
    try record(network, "circulate")
    try record(network, "comment", ["text": "No.", "objects": "true"], on: "2026-03-22")
    try record(network, "write", ["after": "opened", "text": "At ten."], on: "2026-03-23")
    let again = try record(network, "circulate", on: "2026-03-25")
    #expect(again.events[0].data["until"] == "2026-04-04" && again.events[0].data["version"] == 2)
    #expect(try refusal(network, "approve", on: "2026-04-04").code == "comments-open")
    #expect(try record(network, "approve", on: "2026-04-05").verdict == .accepted)
  }

  @Test(arguments: ["draft", "write", "circulate", "comment", "approve"])
  func `Approved minutes do not change any more`(_ act: String) throws {
    let network = try drafted()
    try record(network, "circulate")
    try record(network, "approve", on: "2026-04-01")
    let kind = try #require(ActCatalogue.command(named: "minutes \(act)")).kind
    let fields = ["after": "opened", "text": "x"].filter { name, _ in
      kind.fields.contains { $0.name == name }
    }
    let refusal = try refusal(network, act, fields, on: "2026-04-02")
    #expect(refusal.code == "minutes-approved")
    #expect(refusal.ways.map(\.code) == ["correct-minutes"])
  }

  @Test func `A corrigendum puts one place right and leaves the text as it was approved`() throws {
    let network = try drafted()
    let before = try SampleSitting.file(network).minutes?.content()?.digest
    let fields = ["place": "opened", "text": "At ten.", "reason": "the hall's log"]
    #expect(try refusal(network, "correct", fields).code == "minutes-not-approved")
    try record(network, "circulate")
    try record(network, "approve", on: "2026-04-01")
    let answer = try record(network, "correct", fields, on: "2026-05-01")
    #expect(answer.events[0].data["number"] == 1 && answer.events[0].data["version"] == 1)
    #expect(try record(network, "correct", fields, on: "2026-05-02").events[0].data["number"] == 2)
    let minutes = try #require(try SampleSitting.file(network).minutes)
    #expect(minutes.content()?.digest == before && minutes.corrigenda.count == 2)
    let nowhere = ["place": "nowhere", "text": "x", "reason": "r"]
    #expect(
      try refusal(network, "correct", nowhere, on: "2026-05-03").code == "minutes-place-unknown")
  }

  @Test(arguments: [("2026-03-31", 0), ("2026-04-01", 1), ("2026-12-31", 1)])
  func `Silence that nobody recorded yet is due from the day after`(
    _ row: (day: String, count: Int)
  ) throws {
    let network = try drafted()
    try record(network, "circulate")
    let minutes = try #require(try SampleSitting.file(network).minutes)
    let due = MinutesDue.due([minutes], on: try #require(Day(row.day)))
    #expect(due.count == row.count)
    for item in due {
      #expect(item.effective.description == "2026-04-01")
      let answer = try network.record(
        MinutesDue.act, item.fields, on: item.effective.description)
      #expect(answer.verdict == .accepted)
      let after = try #require(try SampleSitting.file(network).minutes)
      #expect(MinutesDue.due([after], on: try #require(Day(row.day))).isEmpty)
    }
  }

  @Test func `A tick records the silence once, from the day after the last one for comments`()
    throws
  {
    let network = try drafted()
    try record(network, "circulate")
    let today = try #require(Day("2026-04-20"))
    let moment = try #require(Instant("2026-04-20T12:00:00Z"))
    let tick = {
      try network.registrar.tick(by: moment, now: SampleNetwork.now, today: today, actor: "timer")
    }
    #expect(try tick().map(\.answer.act) == ["minutes approve"])
    let minutes = try #require(try SampleSitting.file(network).minutes)
    #expect(minutes.approval?.mark.effective == Day("2026-04-01"))
    #expect(try tick().isEmpty)
  }

  @Test func `What is disputed, changed or left to a meeting is never due`() throws {
    let day = try #require(Day("2027-01-01"))
    let disputed = try drafted()
    try record(disputed, "circulate")
    try record(disputed, "comment", ["text": "No.", "objects": "true"])
    let changed = try drafted()
    try record(changed, "circulate")
    try record(changed, "write", ["after": "opened", "text": "Said."])
    let meeting = try drafted(Self.atMeeting)
    try record(meeting, "circulate")
    let draft = try drafted()
    for network in [disputed, changed, meeting, draft] {
      let minutes = try #require(try SampleSitting.file(network).minutes)
      #expect(MinutesDue.due([minutes], on: day).isEmpty)
    }
  }

  @Test(arguments: ["silence", "meeting"])
  func `The key and its guard say the same of an approval`(_ approval: String) throws {
    let words = "documents: P7D, source: assumption}"
    var expanded = try ExpandedRules([
      (
        words + "}",
        words + ", minutes: {comments: P10D, approval: \(approval), source: assumption}}"
      )
    ])
    let network = expanded.network
    for member in ["ES", "MT", "PT"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try network.convene("plenary-1", for: "2026-03-20", on: "2026-02-02")
    try network.open("plenary-1", on: "2026-03-20")
    try network.vote(3, against: 0, on: "2026-03-20", matter: "programme")
    try record(network, "draft")
    try record(network, "circulate")
    let days = ["2026-03-25", "2026-03-31", "2026-04-01", "2026-05-01"]
    let meeting = ["meeting": ["plenary-1"]]
    for day in days { try expanded.compare("minutes approve", meeting, on: day) }
    try record(network, "comment", ["text": "No.", "objects": "true"])
    for day in days {
      try expanded.compare("minutes approve", meeting, on: day)
      try expanded.compare("minutes approve", meeting.merging(["by": ["D-1"]]) { $1 }, on: day)
    }
    #expect(expanded.differences.isEmpty, "\(expanded.differences.prefix(3))")
    #expect(expanded.held.contains("series.plenary.minutes"))
    #expect(expanded.refused.contains("series.plenary.minutes"))
  }
}
