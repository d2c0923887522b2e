import Governance
import Plugins
import TestKit
import Testing
import Values

/// What is due by a moment, as a function of states and nothing else.
@Suite struct DueTests {
  private func clock(_ expires: String) -> JSON {
    [
      "rule": "silence", "urgent": false, "addressees": ["PT"], "notified": ["PT"],
      "from": "2026-06-01T10:00:00Z", "expires": .text(expires), "local": "x", "zone": "UTC",
    ]
  }

  private static let opening: JSON = [
    "rule": "silence", "kind": "silence", "body": "plenary", "title": "Guide",
    "matter": "default", "papers": [], "addressees": ["PT"], "record_date": "2026-06-01",
    "at": "2026-06-01T10:00:00Z", "zone": "UTC", "urgent": false,
  ]

  /// Procedures that run until these moments, in the order of their ids.
  private func ledger(_ ends: [String], then: [(String, JSON)] = []) throws -> Ledger {
    var ledger = Ledger()
    for (index, end) in ends.enumerated() {
      let id = try #require(ProcedureID("P-\(index + 1)"))
      let events = [("opened", Self.opening), ("started", clock(end))] + then
      for (offset, (type, data)) in events.enumerated() {
        ledger.evolve(
          id, with: try ProcedureEvent(type: "procedure.\(type)", data: data),
          at: Mark(
            position: Int64(index * 10 + offset + 1), effective: try #require(Day("2026-06-01"))))
      }
    }
    return ledger
  }

  private func due(_ moment: String, _ ledger: Ledger) throws -> [String] {
    let moment = try #require(Instant(moment))
    return try DueCatalogue.due(
      by: moment, on: Zone.utc.day(of: moment), in: ledger, under: { _ in nil }
    ).map(\.id)
  }

  @Test(arguments: [
    ("2026-06-15T09:59:59.999999Z", 0), ("2026-06-15T10:00:00Z", 1), ("2027-01-01T00:00:00Z", 1),
  ])
  func `A procedure is due from the moment of its end`(_ row: (moment: String, count: Int)) throws {
    #expect(try due(row.moment, ledger(["2026-06-15T10:00:00Z"])).count == row.count)
  }

  @Test func `Of the same moment the first id comes first, else the earlier moment`() throws {
    let ledger = try ledger([
      "2026-06-15T10:00:00Z", "2026-06-14T10:00:00Z", "2026-06-15T10:00:00Z",
    ])
    #expect(
      try due("2026-07-01T00:00:00Z", ledger) == [
        "procedure:P-2:2026-06-14T10:00:00.000000Z", "procedure:P-1:2026-06-15T10:00:00.000000Z",
        "procedure:P-3:2026-06-15T10:00:00.000000Z",
      ])
  }

  @Test func `The act that is asked for names the procedure`() throws {
    let acts = try DueCatalogue.due(
      by: #require(Instant("2026-07-01T00:00:00Z")), on: #require(Day("2026-07-01")),
      in: ledger(["2026-06-15T10:00:00Z"]), under: { _ in nil })
    #expect(acts.map(\.input.kind.name) == ["procedure close"])
    #expect(acts.first?.input.values == ["procedure": ["P-1"]])
    #expect(acts.first?.at == Instant("2026-06-15T10:00:00Z"))
  }

  @Test func `A longer time is due later, under another name`() throws {
    let longer: JSON = [
      "from": "2026-06-15T10:00:00Z", "expires": "2026-06-20T10:00:00Z", "local": "x",
      "at": "2026-06-10T10:00:00Z", "reason": "r",
    ]
    let ledger = try ledger(["2026-06-15T10:00:00Z"], then: [("extended", longer)])
    #expect(try due("2026-06-19T00:00:00Z", ledger).isEmpty)
    #expect(
      try due("2026-06-20T10:00:00Z", ledger) == ["procedure:P-1:2026-06-20T10:00:00.000000Z"])
  }

  static let ends: [(type: String, data: JSON)] = [
    (
      "withdrawn", ["at": "2026-06-02T10:00:00Z", "reason": "r"]
    ),
    (
      "broken",
      [
        "rule": "silence", "at": "2026-06-02T10:00:00Z", "addressees": ["PT"], "objections": [],
        "then": "fails",
      ]
    ),
    (
      "expired",
      [
        "rule": "silence", "at": "2026-06-15T10:00:00Z", "outcome": "adopted",
        "addressees": ["PT"], "answered": [], "objections": [],
      ]
    ),
  ]

  @Test(arguments: ends)
  func `What has ended is due no more`(_ row: (type: String, data: JSON)) throws {
    let ledger = try ledger(["2026-06-15T10:00:00Z"], then: [(row.type, row.data)])
    #expect(try due("2027-01-01T00:00:00Z", ledger).isEmpty)
  }

  @Test func `With nothing in the log nothing is due`() throws {
    #expect(try due("2027-01-01T00:00:00Z", Ledger()).isEmpty)
  }
}
