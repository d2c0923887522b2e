import Governance
import Plugins
import TestKit
import Testing
import Values

/// A meeting that was held before the log began, on a day that nobody knows any more.
@Suite struct HeldMeetingTests {
  private let given: Given

  init() throws { given = try Given(rules: .sample).admitted("AT BE BG") }

  private let fields = ["series": "plenary", "number": "4", "held": "true"]

  private func held() throws -> Given {
    try given.planned(4, from: nil).met(4, .held(Holding(by: PartialDay(day("2025-12-31")))))
  }

  @Test func `A past says that it was held, and by when`() throws {
    let decision = try given.when("meeting plan", fields, on: "2025-12-31", takenOver: true)
      .then(["meeting.planned", "number.assigned", "meeting.held"], ["number": 4])
    let holding = try #require(decision.events.last)
    #expect(holding.event.data == ["by": "2025-12-31"])
    #expect(holding.key.text == "meeting-plenary-4" && holding.effective == day("2025-12-31"))
  }

  @Test func `Without the word a past meeting is planned, no more`() throws {
    for extra in [[:], ["held": "false"]] {
      try given.when(
        "meeting plan", ["series": "plenary", "number": "4"].merging(extra) { $1 },
        on: "2025-12-31", takenOver: true
      ).then(["meeting.planned", "number.assigned"])
    }
  }

  @Test func `Today every meeting has a day on which it is held`() throws {
    let refusal = try given.when(
      "meeting plan", ["series": "plenary", "held": "true", "from": "2026-12-10"]
    ).thenRefused("meeting-held-now")
    #expect(refusal.ways == [Note("open-and-close")])
  }

  @Test func `Its report may be published, and a matter recorded`() throws {
    try held().when("report publish", ["output": "outcome_report", "meeting": "plenary-4"])
      .then("report.published", ["identifier": "4"])
    try held().when(
      "deliberation record",
      ["meeting": "plenary-4", "title": "On e-evidence", "consensus": "true"], on: "2025-12-31",
      takenOver: true
    ).then("deliberation.adopted")
  }

  @Test func `It neither opens, convenes, moves nor is cancelled any more`() throws {
    let meeting = ["meeting": "plenary-4"]
    for (act, more) in [
      ("meeting open", ["present": "AT,BE"]), ("meeting convene", [:]),
      ("meeting cancel", ["reason": "x"]), ("meeting close", [:]),
      ("meeting move", ["reason": "x", "place": "Ghent"]),
      ("attendance arrive", ["member": "AT"]), ("attendance leave", ["member": "AT"]),
      ("deliberation defer", ["title": "x", "reason": "x"]),
    ] {
      let refusal = try held().when(act, meeting.merging(more) { $1 })
        .thenRefused("meeting-closed-already")
      #expect(refusal.ways == [Note("correct-event", ["position": .text("6")])], "\(act)")
    }
  }

  @Test func `When its day is learnt, the past opens and closes it`() throws {
    let opened = try held().when(
      "meeting open", ["meeting": "plenary-4", "attended": "all"], on: "2023-05-04", takenOver: true
    )
    #expect(try opened.result.get().events.map(\.event.type) == ["meeting.opened"])
    let closed = try held().when(
      "meeting close", ["meeting": "plenary-4"], on: "2023-05-04", takenOver: true)
    #expect(try closed.result.get().events.map(\.event.type) == ["meeting.closed"])
  }
}
