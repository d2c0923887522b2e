import Governance
import Testing
import Values

@testable import Publishing

/// Two versions of minutes: which pieces differ, by which words, and because of which events.
@Suite struct MinutesComparisonTests {
  private static func closed(_ time: String, _ events: [Int64]) -> Statement {
    Statement(
      "closed", at: "closed", ["on": .text("2026"), "time": .text(time), "timed": .text("yes")],
      events: events)
  }

  private static func chair(_ member: String, _ events: [Int64]) -> Statement {
    Statement("chair", at: "chair", ["member": .text(member)], events: events)
  }

  /// Minutes whose versions are drafts with these statements, at the positions 10, 20 and so on.
  private static func minutes(_ versions: [[Statement]]) throws -> Minutes {
    let meeting = try #require(MeetingID("plenary-1"))
    let on = try #require(PartialDay("2026-11-23"))
    var minutes = Minutes(id: MinutesID(sharedWith: meeting))
    for (index, statements) in versions.enumerated() {
      let draft = MinutesDraft(
        meeting: meeting, on: on, version: index + 1, statements: statements, digest: "")
      let mark = Mark(position: Int64(index + 1) * 10, effective: on.first)
      minutes.evolve(with: .drafted(draft), at: mark)
    }
    return minutes
  }

  private static func changes(
    _ old: [Statement], _ new: [Statement], corrections: [Int64: [Int64]] = [:]
  ) throws -> [MinutesComparison.Change] {
    let minutes = try minutes([old, new])
    return MinutesComparison(
      from: try #require(minutes.content(ofVersion: 1)),
      to: try #require(minutes.content(ofVersion: 2)), in: StatementText(Catalogue(.english)),
      corrections: corrections
    ).changes
  }

  @Test func `Equal versions have no change`() throws {
    let statements = [Self.chair("PT", [1]), Self.closed("17:00", [2])]
    #expect(try Self.changes(statements, statements).isEmpty)
  }

  @Test func `A changed sentence names its words and the correction behind them`() throws {
    let changes = try Self.changes(
      [Self.chair("PT", [1]), Self.closed("17:00", [2])],
      [Self.chair("PT", [1]), Self.closed("18:00", [2])], corrections: [2: [15], 9: [16]])
    #expect(changes.map(\.place) == ["closed"])
    #expect(changes.first?.causes == [15])
    let runs = changes.first?.words.runs ?? []
    #expect(runs.contains(.init(.removed, "17:00.")) && runs.contains(.init(.added, "18:00.")))
  }

  @Test func `A new sentence is caused by its events, and one that is gone by its corrections`()
    throws
  {
    let changes = try Self.changes(
      [Self.chair("PT", [1])], [Self.closed("17:00", [2, 3])], corrections: [1: [14]])
    #expect(changes.map(\.place) == ["closed", "chair"])
    #expect(changes.map(\.causes) == [[2, 3], [14]])
    #expect(changes[0].words.runs.map(\.kind) == [.added])
    #expect(changes[1].words.runs.map(\.kind) == [.removed])
  }

  @Test func `An item that only gets another number is a change`() throws {
    func item(_ number: String) -> Statement {
      Statement(
        "item", .item, at: "item.a", ["number": .text(number), "title": .text("Budget")],
        events: [1])
    }
    let changes = try Self.changes([item("1")], [item("2")])
    #expect(changes.first?.words.runs.map(\.text) == ["1", "2", "Budget"])
  }

  @Test func `A quotation is compared with all its words`() throws {
    func text(_ words: String) -> Statement {
      Statement("text", .quote, at: "D-1.text", ["text": .text(words)], events: [1])
    }
    let long = Array(repeating: "word", count: 400).joined(separator: " ")
    let changes = try Self.changes([text(long + " old")], [text(long + "\nnew")])
    #expect(changes.first?.words.runs.suffix(2).map(\.text) == ["old", "new"])
  }

  @Test(arguments: Language.allCases)
  func `Every statement that minutes can have has words in each language`(_ language: Language) {
    let codes = [
      "opening", "convened", "moved", "opened", "chair", "present", "attended", "quorum", "agenda",
      "item", "item-minutes", "late", "course", "arrived", "left", "matter", "text", "consensus",
      "vote", "count", "roll", "chair-vote", "outcome", "digest", "dissent", "deferred", "closing",
      "closed", "changed", "quorum-lost", "quorum-restored", "procedure-put", "procedure-ended",
      "procedure-silence", "procedure-late", "procedure-published", "session", "unlisted", "headed",
      "follows-rules", "follows-change", "follows-board", "follows-subgroup", "follows-programme",
      "follows-action", "follows-amendment", "follows-objective", "follows-changed",
      "follows-dropped", "follows-round", "annulled", "round-annulled", "marked",
      "procedure-retracted",
    ]
    for code in codes {
      #expect(Catalogue(language).template("minutes.\(code)") != nil, "\(code)")
    }
  }
}
