import Governance
import Plugins
import TestKit
import Testing
import Values

/// How an answer is kept in the log, and read again years later.
@Suite struct RecordFormTests {
  private let clause = Clause(id: "series.plenary.notice", source: .assumption)

  private static let values: [(Failure.Value, JSON)] = [
    (.text("x"), "x"), (.text(""), ""), (.int(-3), -3), (.list([]), []),
    (.list(["a", "b"]), ["a", "b"]),
    (.day(day("2026-12-07")), ["day": "2026-12-07"]), (.period(.days(14)), ["period": "P14D"]),
    (.word("word.none"), ["word": "word.none"]),
  ]

  @Test(arguments: values)
  func `A value of a sentence is kept as what it is`(_ row: (value: Failure.Value, json: JSON))
    throws
  {
    #expect(row.value.json.canonicalText == row.json.canonicalText)
    #expect(try Failure.Value(row.json) == row.value)
  }

  @Test(
    arguments: [
      .null, .bool(true), [:], ["day": "soon"], ["period": "soon"], ["word": 1], ["colour": "red"],
    ] as [JSON])
  func `What is no value is not read`(_ json: JSON) {
    #expect(throws: Failure.self) { try Failure.Value(json) }
  }

  @Test func `Values stand in the order of their names`() throws {
    let values: [String: Failure.Value] = [
      "b": .int(1), "a": .text("x"), "c": .day(day("2026-12-07")),
    ]
    #expect(values.json.compact == #"{"a":"x","b":1,"c":{"day":"2026-12-07"}}"#)
    #expect(try [String: Failure.Value](values.json) == values)
  }

  private var derivation: Derivation {
    Derivation(
      clause, "notice", JSON.Fields([("days_given", 8), ("period", "P14D")]), holds: false)
  }

  private var refusal: Refusal {
    Refusal(
      RefusalCode("notice-too-short"), ["given": .int(8)], clause: clause, derivation: derivation,
      ways: [Note("earliest-lawful-day", ["day": .day(day("2026-12-07"))]), Note("record-votes")])
  }

  @Test func `A refusal is kept with its rule, source, numbers and ways, and read back`() throws {
    let record = Refusal.Record(refusal)
    #expect(
      record.json.compact
        == #"{"code":"notice-too-short","values":{"given":8},"rule":"series.plenary.notice","#
        + #""source":"assumption","derivation":{"question":"notice","rule":"series.plenary.notice","#
        + #""source":"assumption","inputs":{"days_given":8,"period":"P14D"},"holds":false},"#
        + #""ways":[{"code":"earliest-lawful-day","values":{"day":{"day":"2026-12-07"}}},"#
        + #"{"code":"record-votes","values":{}}]}"#)
    #expect(try Refusal.Record(record.json) == record)
  }

  @Test func `A refusal that needs no rule has none`() throws {
    let record = Refusal.Record(Refusal(RefusalCode("seat-vacant")))
    #expect(record.json.compact == #"{"code":"seat-vacant","values":{},"ways":[]}"#)
    let again = try Refusal.Record(record.json)
    #expect(again.rule == nil && again.source == nil && again.derivation == nil)
  }

  @Test(arguments: ["code", "ways"])
  func `A kept refusal without one of these is not read`(_ key: String) {
    var fields = Refusal.Record(refusal).json.fields ?? JSON.Fields()
    fields[key] = .null
    #expect(throws: Failure.self) { try Refusal.Record(.object(fields)) }
  }

  @Test(arguments: ["question", "rule", "source", "holds"])
  func `A kept derivation without one of these is not read`(_ key: String) {
    var fields = Derivation.Record(derivation).json.fields ?? JSON.Fields()
    fields[key] = .null
    #expect(throws: Failure.self) { try Derivation.Record(.object(fields)) }
  }

  @Test func `A derivation says the same in the log and in an answer`() throws {
    let record = Derivation.Record(derivation)
    #expect(record.json == derivation.json)
    #expect(try Derivation.Record(record.json) == record)
  }

  @Test func `Reasons are kept whole, and no part of them may be missing`() throws {
    let reasons = Reasons(
      derivations: [Derivation.Record(derivation)], notes: [Note("notice-unknown")],
      refusals: [Refusal.Record(refusal)])
    #expect(try Reasons(reasons.json) == reasons)
    #expect(try Reasons(Reasons().json) == Reasons())
    for key in ["derivations", "notes", "refusals"] {
      var fields = reasons.json.fields ?? JSON.Fields()
      fields[key] = .null
      #expect(throws: Failure.self, "\(key)") { try Reasons(.object(fields)) }
    }
  }

  @Test func `A refusal of a rule leads to status 10, of a value to 65, of a thing to 66`() {
    #expect(RefusalCode("x").exit == .refused)
    #expect(RefusalCode("x", exit: .badData).exit.rawValue == 65)
    #expect(RefusalCode("x", exit: .notFound).exit.rawValue == 66)
  }
}
