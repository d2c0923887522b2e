import Foundation
import Governance
import Publishing
import Testing
import Values

@testable import admin

/// `outbox` and `census` as they are typed, and what `tick` says of letters.
@Suite struct OutboxTalkTests {
  private static func terms(_ stage: OutboxNetwork, at now: String) throws -> [String] {
    let rows = try #require(try stage.json("outbox list", at: now).list)
    return rows.filter { $0["about"] == "terms" }
      .map { "\($0["person"]?.text ?? "-") \($0["state"]?.text ?? "-")" }
  }

  @Test func `The list says what is to come, due and written, and who is not reached`() throws {
    try OutboxNetwork.with { stage throws in
      #expect(try Self.terms(stage, at: "2026-12-30") == ["H-1 planned", "H-2 unaddressed"])
      #expect(try Self.terms(stage, at: "2026-12-31") == ["H-1 due", "H-2 unaddressed"])
      stage.run("tick", at: "2026-12-31")
      #expect(try Self.terms(stage, at: "2026-12-31") == ["H-1 written", "H-2 unaddressed"])
      stage.run("person erase H-2 --basis 'GDPR art. 17' -q", at: "2027-01-01")
      #expect(try Self.terms(stage, at: "2027-01-02") == ["H-1 written", "H-2 erased"])
    }
  }

  @Test(arguments: [
    (Language.english, "no address"), (.portuguese, "sem endereço"), (.spanish, "sin dirección"),
  ])
  func `People read the state in their language`(_ row: (language: Language, words: String)) throws
  {
    try OutboxNetwork.with { stage throws in
      let table = stage.run("outbox list --lang \(row.language.rawValue)", at: "2026-12-31").output
      #expect(table.contains(row.words), "\(table)")
    }
  }

  @Test func `One letter is shown by its id`() throws {
    try OutboxNetwork.with { stage throws in
      stage.run("tick", at: "2026-12-31")
      let letter = try #require(stage.files().first.flatMap(OutboxFolder.letter)).text
      let shown = try stage.json("outbox show \(letter)", at: "2026-12-31")
      #expect(shown["step"] == "before-P60D" && shown["due"] == "2027-03-01")
      #expect(shown["event"]?.int != nil)
    }
  }

  @Test func `A trial tells the letters and writes none`() throws {
    try OutboxNetwork.with { stage throws in
      let events = stage.eventCount
      for line in ["tick --dry-run", "outbox write --dry-run"] {
        let told = stage.run(line, at: "2026-12-31")
        #expect(told.status == .done && told.output.contains("to H-1"), "\(told.talk)")
      }
      #expect(stage.eventCount == events)
      #expect(!FileManager.default.fileExists(atPath: stage.folder))
      let later = stage.run("tick --dry-run --now 2026-12-31T12:00:00Z", at: "2026-11-23")
      #expect(later.output.contains("to H-1"))
    }
  }

  @Test func `A program gets one answer for each letter`() throws {
    try OutboxNetwork.with { stage throws in
      let acts = try #require(try stage.json("tick", at: "2026-12-31")["acts"]?.list)
      #expect(acts.map { $0["answer"]?["act"] } == ["outbox write"])
      let event = try #require(acts.first?["answer"]?["events"]?.list?.first)
      #expect(event["type"] == "letter.written" && event["data"]?["person"] == "H-1")
    }
  }

  @Test func `Letters alone are written by a command of their own, as the secretariat or a timer`()
    throws
  {
    try OutboxNetwork.with { stage throws in
      stage.run("census open --until 2026-12-01 -q", at: "2026-11-24")
      #expect(stage.run("outbox write", at: "2026-12-31").status == .done)
      #expect(try stage.json("census show census-1", at: "2026-12-31")["status"] == "over")
      #expect(stage.files().contains { $0.contains("-terms-") })
      #expect(
        stage.run("tick --as timer", at: "2026-12-31").output.contains("census close census-1"))
    }
  }

  @Test func `A census writes to every holder, and shows who has answered`() throws {
    try OutboxNetwork.with { stage throws in
      let opened = stage.run("census open --until 2026-12-15", at: "2026-11-24")
      #expect(opened.output.contains("2 seats are asked"), "\(opened.output)")
      stage.run("tick", at: "2026-11-24")
      #expect(stage.files().filter { $0.contains("-census-") }.count == 1)
      stage.run("seat confirm PT.contact_point.1 -q", at: "2026-11-25")
      stage.run("tick", at: "2026-12-08")
      #expect(stage.files().filter { $0.contains("-census-") }.count == 1)
      let shown = try stage.json("census show census-1", at: "2026-12-08")
      #expect(shown["confirmed"] == 1 && shown["unanswered_seats"] == ["PT.contact_point.2"])
      let closed = stage.run("tick", at: "2026-12-16")
      #expect(closed.output.contains("1 of 2 seats were confirmed"), "\(closed.output)")
      let after = try stage.json("census show census-1", at: "2026-12-16")
      #expect(after["status"] == "closed" && after["closed_on"] == "2026-12-16")
    }
  }

  @Test func `The rules that hold without being written are shown with the effective ones`() throws
  {
    try OutboxNetwork.with { stage throws in
      let output = stage.run("rules effective").output
      #expect(
        output.contains("# governance.reminders.terms: {before: [P60D], source: assumption}\n"))
    }
  }
}
