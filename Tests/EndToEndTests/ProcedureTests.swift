import Foundation
import Testing
import Values

/// Procedures in the built program: silence kept and broken, late objections, ticks, zones.
@Suite struct ProcedureTests {
  private static let monday = "2026-11-30T09:00:00Z"
  /// Ten working days later in Amsterdam, which is an hour ahead of UTC in winter.
  private static let end = "2026-12-14T09:00:00Z"

  /// The EJCN with a text under silence since Monday, 30 November 2026, at 10:00 in Amsterdam.
  private static func withSilence(_ body: (NetworkOnDisk) throws -> Void) throws {
    try NetworkOnDisk.with { network in
      let opened = try network.run(
        "procedure open silence --title Guide --text The_guide_is_adopted.", at: monday)
      #expect(opened.status == 0, "\(opened.talk)")
      let notified = try network.run("procedure notify P-1 --way e-mail", at: monday)
      #expect(notified.status == 0, "\(notified.talk)")
      #expect(notified.output.contains("2026-12-14 10:00 (Europe/Amsterdam)"))
      try body(network)
    }
  }

  @Test func `Silence adopts by a tick at the moment of its end, and takes the next number`() throws
  {
    try Self.withSilence { network in
      let early = try network.run("tick", at: "2026-12-14T08:59:59Z")
      #expect(early.status == 0)
      #expect(early.output.contains("Nothing is due"))
      let trial = try network.run("tick --dry-run --json", at: "2026-12-15T07:00:00Z")
      let real = try network.run("tick --json", at: "2026-12-15T07:00:00Z")
      #expect(real.status == 0, "\(real.talk)")
      let tried = try trial.json
      #expect(tried["acts"]?.list?.count == 1)
      let events = try real.json["acts"]?.list?.first?["answer"]?["events"]?.list
      #expect(
        events?.compactMap { $0["type"]?.text } == ["procedure.expired", "deliberation.adopted"])
      #expect(events?.compactMap { $0["effective"]?.text } == ["2026-12-14", "2026-12-14"])
      #expect(events?.first?["data"]?["at"] == "2026-12-14T09:00:00.000000Z")
      let number = try #require(events?.first?["data"]?["deliberation"]?.text)
      let rows = try network.rows("deliberation list", at: "2026-12-15T07:00:00Z")
      let row = try #require(rows.first { $0["deliberation"]?.text == number })
      #expect(row["procedure"] == "P-1")
      #expect(row["method"] == "silence")
      #expect(row["outcome"] == "adopted")
    }
  }

  @Test func `A second tick records nothing, and the log verifies`() throws {
    try Self.withSilence { network in
      _ = try network.run("tick", at: "2026-12-15T07:00:00Z")
      let head = try network.rows("log list", at: "2026-12-15T07:00:00Z").count
      let again = try network.run("tick", at: "2026-12-16T07:00:00Z")
      #expect(again.status == 0)
      #expect(again.output.contains("Nothing is due"))
      #expect(try network.rows("log list", at: "2026-12-16T07:00:00Z").count == head)
      #expect(try network.run("verify", at: "2026-12-16T07:00:00Z").status == 0)
    }
  }

  @Test(arguments: [
    ("en", "nobody broke the silence by 2026-12-14 10:00 (Europe/Amsterdam)"),
    ("pt", "ninguém quebrou o silêncio até 2026-12-14 10:00 (Europe/Amsterdam)"),
    ("es", "nadie rompió el silencio hasta el 2026-12-14 10:00 (Europe/Amsterdam)"),
  ])
  func `The outcome is explained in each language with all its numbers`(
    _ row: (language: String, words: String)
  ) throws {
    try Self.withSilence { network in
      _ = try network.run("tick", at: "2026-12-15T07:00:00Z")
      let page = try network.run("explain P-1 --lang \(row.language)", at: "2026-12-15T07:00:00Z")
      #expect(page.status == 0, "\(page.talk)")
      #expect(page.output.contains(row.words), "\(page.output)")
      #expect(page.output.contains("procedures.silence.period"))
    }
  }

  @Test func `One objection in time breaks it: nothing is adopted, whatever the ticks`() throws {
    try Self.withSilence { network in
      let broken = try network.run(
        "procedure object P-1 --member PT --text Point_2", at: "2026-12-14T08:59:59Z")
      #expect(broken.status == 0, "\(broken.talk)")
      #expect(broken.output.contains("procedure.broken"))
      #expect(try network.run("tick", at: "2026-12-20T07:00:00Z").output.contains("Nothing is due"))
      let row = try network.run("procedure show P-1 --json", at: "2026-12-20T07:00:00Z").json
      #expect(row["stage"] == "broken")
      #expect(row["then"] == "next_meeting")
      #expect(row["deliberation"] == .null)
      #expect(row["objections"]?.list?.first?["member"] == "PT")
    }
  }

  @Test func `An objection at the last moment is recorded without effect, and says so`() throws {
    try Self.withSilence { network in
      let late = try network.run("procedure object P-1 --member PT", at: Self.end)
      #expect(late.status == 0, "\(late.talk)")
      #expect(late.output.contains("recorded without effect"))
      _ = try network.run("tick", at: Self.end)
      let row = try network.run("procedure show P-1 --json", at: "2026-12-20T07:00:00Z").json
      #expect(row["stage"] == "adopted")
      #expect(row["objections"] == .null)
      #expect(row["late_objections"]?.list?.count == 1)
    }
  }

  @Test func `The time does not run before the last member has a proven notice`() throws {
    try NetworkOnDisk.with { network in
      _ = try network.run("procedure open silence --title Guide", at: Self.monday)
      let some = try network.run("procedure notify P-1 --members PT,ES", at: Self.monday)
      #expect(some.status == 0)
      #expect(some.output.contains("no proven notice of"))
      #expect(try network.run("tick", at: "2027-06-01T07:00:00Z").output.contains("Nothing is due"))
      let row = try network.run("procedure show P-1 --json", at: "2027-06-01T07:00:00Z").json
      #expect(row["stage"] == "waiting")
      #expect(row["without_notice"]?.list?.contains("FR") == true)
    }
  }

  /// Summer time begins in Amsterdam on Sunday, 28 March 2027; Good Friday and Easter Monday are no working days.
  @Test func `Over the change of the clocks the end has the same time of day`() throws {
    try NetworkOnDisk.with { network in
      let before = "2027-03-22T09:00:00Z"
      _ = try network.run("procedure open silence --title Guide", at: before)
      let notified = try network.run("procedure notify P-1 --json", at: before).json
      let clock = notified["events"]?.list?.last?["data"]
      #expect(clock?["local"] == "2027-04-07 10:00")
      #expect(clock?["expires"] == "2027-04-07T08:00:00.000000Z")
      #expect(try network.run("tick", at: "2027-04-07T07:59:59Z").output.contains("Nothing is due"))
      #expect(try network.run("tick", at: "2027-04-07T08:00:00Z").output.contains("expired"))
    }
  }

  /// An hour before midnight in UTC it is the next day in Amsterdam, a Saturday.
  @Test func `The days are those of the network, not of UTC`() throws {
    try NetworkOnDisk.with { network in
      let friday = "2026-11-27T23:30:00Z"
      _ = try network.run("procedure open silence --title Guide --urgent", at: friday)
      let notified = try network.run("procedure notify P-1 --json", at: friday).json
      #expect(notified["events"]?.list?.last?["data"]?["local"] == "2026-12-02 00:30")
    }
  }

  @Test(arguments: [
    ("en", "You can:"), ("pt", "Pode:"), ("es", "Puede:"),
  ])
  func `A refusal names the clause and the way out in each language`(
    _ row: (language: String, ways: String)
  ) throws {
    try Self.withSilence { network in
      let refused = try network.run("procedure close P-1 --lang \(row.language)", at: Self.monday)
      #expect(refused.status == 10)
      #expect(refused.talk.contains("procedures.silence.period"))
      #expect(refused.talk.contains("2026-12-14 10:00 (Europe/Amsterdam)"))
      #expect(refused.talk.contains(row.ways), "\(refused.talk)")
    }
  }

  @Test func `A list of a past day, or as it was known, tells what held then`() throws {
    try Self.withSilence { network in
      _ = try network.run("tick", at: "2026-12-15T07:00:00Z")
      func stage(_ options: String) throws -> JSON? {
        try network.rows("procedure list \(options)", at: "2026-12-20T07:00:00Z").first?["stage"]
      }
      #expect(try stage("--as-of 2026-12-13") == "running")
      #expect(try stage("--as-of 2026-12-14") == "adopted")
      #expect(try stage("--known-at 2026-12-14T20:00:00Z") == "running")
    }
  }

  @Test func `A tick does not record what has not come, and tries it if asked to`() throws {
    try Self.withSilence { network in
      let ahead = try network.run("tick --now 2026-12-14T09:00:00Z", at: Self.monday)
      #expect(ahead.status == 64)
      #expect(ahead.talk.contains("--dry-run"))
      let trial = try network.run(
        "tick --now 2026-12-14T09:00:00Z --dry-run --json", at: Self.monday)
      #expect(trial.status == 0, "\(trial.talk)")
      let tried = try trial.json
      #expect(tried["acts"]?.list?.count == 1)
      #expect(try network.run("tick --now yesterday", at: Self.monday).status == 64)
      let row = try network.run("procedure show P-1 --json", at: Self.monday).json
      #expect(row["stage"] == "running")
      #expect(row["days_left"] == 14)
    }
  }
}
