import EventStore
import Governance
import TestKit
import Testing
import Values

/// Whatever the acts, the states beside the events are what the events fold to, and a replay gives the same bytes.
@Suite struct ReplayTests {
  @Test(arguments: UInt64(1)...8)
  func `States equal a fresh fold, and a second replay gives the same bytes`(_ seed: UInt64) throws
  {
    let (first, second) = (try SampleNetwork(), try SampleNetwork())
    let acts = RandomHistory(seed: seed).acts(40)
    let verdicts = try acts.map { try Self.record($0, in: first) }
    #expect(try acts.map { try Self.record($0, in: second) } == verdicts)
    #expect(verdicts.contains { $0 == .accepted || $0 == .takenOver })

    let folded = try first.foldedStates()
    #expect(try first.keptStates() == folded)
    #expect(try first.foldedStates() == folded)
    #expect(try second.keptStates() == folded)
    #expect(try second.eventLines() == first.eventLines())
  }

  /// The verdict; nil for a value that cannot be, of which nothing is recorded.
  private static func record(_ act: RandomHistory.Act, in network: SampleNetwork) throws -> Verdict?
  {
    do {
      return try network.record(act.name, act.fields, on: act.day).verdict
    } catch is Refusal {
      return nil
    }
  }
}

/// Acts by chance from a seed: of the past and of today, in any order, many of them refused.
private struct RandomHistory {
  struct Act {
    let name: String
    let fields: [String: [String]]
    let day: String
  }

  private var random: Seeded

  init(seed: UInt64) { random = Seeded(seed: seed) }

  func acts(_ count: Int) -> [Act] {
    var copy = self
    return (0..<count).map { _ in copy.act() }
  }

  private mutating func pick(_ values: [String]) -> [String] {
    [values[Int.random(in: 0..<values.count, using: &random)]]
  }

  private mutating func act() -> Act {
    let member = pick(["PT", "ES", "MT"])
    let person = pick(["H-1", "H-2"])
    let memberClass = pick(["member", "member", "observer"])
    let seat = pick(["PT.contact_point.1", "ES.contact_point.1", "PT.contact_point.2"])
    let meeting = pick(["plenary-1", "plenary-2"])
    let position = [String(Int.random(in: 1...40, using: &random))]
    let forms: [(String, [String: [String]])] = [
      ("member admit", ["member": member, "class": memberClass]),
      ("member admit", ["member": member, "class": memberClass]),
      ("member edit", ["member": member, "class": memberClass]),
      ("member end", ["member": member]),
      ("person add", ["name": ["Ana Example"], "languages": pick(["pt", "en"])]),
      ("seat appoint", ["member": member, "kind": ["contact_point"], "person": person]),
      ("seat replace", ["seat": seat, "person": person]),
      ("seat confirm", ["seat": seat]),
      ("seat end", ["seat": seat, "reason": ["Left"]]),
      ("board compose", ["body": ["board"], "members": member]),
      ("board rotate", ["body": ["board"]]),
      ("meeting plan", ["series": ["plenary"], "from": ["2026-12-01"]]),
      ("meeting open", ["meeting": meeting, "present": member]),
      ("attendance arrive", ["meeting": meeting, "member": member]),
      ("attendance leave", ["meeting": meeting, "member": member]),
      ("deliberation record", ["meeting": meeting, "title": ["Matter"], "consensus": ["true"]]),
      ("programme draft", ["title": ["Work"], "from": ["2026-04-01"]]),
      ("programme add", ["programme": ["programme-1"], "title": ["Train judges"]]),
      ("event correct", ["event": position, "strike": ["true"], "reason": ["Never happened"]]),
      (
        "event correct",
        ["event": position, "counts-from": pick(["2025-02-03", "2026-02-03"]), "reason": ["Late"]]
      ),
    ]
    let form = forms[Int.random(in: 0..<forms.count, using: &random)]
    let day = pick([
      "2024-05-01", "2025-06", "2025-12-31", "2026-01-10", "2026-07-01", "2026-11-23",
    ])
    return Act(name: form.0, fields: form.1, day: day[0])
  }
}
