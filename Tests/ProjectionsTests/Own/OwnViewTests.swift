import EventStore
import Governance
import TestKit
import Testing
import Values

@testable import Projections

/// The views that the rules declare, for any day and as they were known at any position.
@Suite struct OwnViewTests {
  private func published() throws -> ViewedNetwork {
    let viewed = try ViewedNetwork()
    try viewed.register("published", ["number=S2", "handling=green"], on: "2026-05-01")
    try viewed.register(
      "published", ["number=S1", "copies=3", "tags=a", "tags=b"], on: "2026-03-01")
    return viewed
  }

  @Test func `Each view that the rules declare is listed with its title, key and columns`() throws {
    let rows = try ViewedNetwork().network.rows("view", on: "2026-03-01")
    #expect(
      rows.lines("view", "title", "key", "events") == [
        "copies By copies payload.copies [\"sample.guideline.published\"]",
        "guidelines Guidelines payload.number [\"sample.guideline.published\",\"sample.guideline.withdrawn\"]",
        "members Admissions event.id [\"member.admitted\",\"member.ended\",\"member.reclassified\"]",
      ])
    #expect(
      rows.first?["columns"] == ["number"] && rows.allSatisfy { $0.event == 2 })
  }

  @Test func `Rules without views list none, and before the rules there are none`() throws {
    #expect(try SampleNetwork().rows("view", on: "2026-03-01") == [])
    #expect(try ViewedNetwork().network.rows("view", on: "2016-06-08") == [])
    #expect(try ViewedNetwork().rows("guidelines", on: "2016-06-08") == nil)
    #expect(try ViewedNetwork().rows("nothing", on: "2026-03-01") == nil)
    #expect(try ViewedNetwork().rows("guidelines", on: "2026-03-01") == [])
  }

  @Test func `A row for each key stands from the day on which its event counts`() throws {
    let viewed = try published()
    #expect(try viewed.lines("guidelines", on: "2026-02-28", "key") == [])
    #expect(try viewed.lines("guidelines", on: "2026-04-30", "key") == ["S1"])
    #expect(
      try viewed.lines(
        "guidelines", on: "2026-05-01", "key", "copies", "handling", "label", "since", "tags",
        "event")
        == ["S1 3 - No S1 2026-03-01 [\"a\",\"b\"] 4", "S2 1 green No S2 2026-05-01 - 3"])
  }

  @Test func `An event of another type fills its own columns of the same row`() throws {
    let viewed = try published()
    try viewed.register("withdrawn", ["number=S1", "reason=Obsolete"], on: "2026-07-01")
    let columns = ["key", "copies", "withdrawn", "reason"]
    #expect(
      try viewed.lines(
        "guidelines", on: "2026-07-01", columns[0], columns[1], columns[2], columns[3]
      )
      .first == "S1 3 2026-07-01 Obsolete")
    let before = try #require(try viewed.rows("guidelines", on: "2026-06-30")?.first)
    #expect(
      before["withdrawn"].isNull && before.validUntil == Day("2026-07-01") && before.event == 4)
    let after = try #require(try viewed.rows("guidelines", on: "2026-07-01")?.first)
    #expect(after.validFrom == Day("2026-07-01") && after.validUntil == nil && after.event == 5)
  }

  @Test func `Events of the program make rows too`() throws {
    let viewed = try ViewedNetwork()
    try viewed.record("member admit", ["member": ["PT"], "class": ["observer"]], on: "2026-01-10")
    try viewed.record("member edit", ["member": ["PT"], "class": ["member"]], on: "2026-02-10")
    try viewed.record("member end", ["member": ["PT"]], on: "2026-04-10")
    let told = { (day: String) in
      try viewed.lines("members", on: day, "key", "class", "since", "position", "until", "event")
    }
    #expect(try told("2026-01-10") == ["PT observer 2026-01-10 3 - 3"])
    #expect(try told("2026-02-10") == ["PT member 2026-01-10 3 - 4"])
    #expect(try told("2026-04-10") == ["PT member 2026-01-10 3 2026-04-10 5"])
  }

  @Test func `A corrected event shows its new values, and a struck one not at all`() throws {
    let viewed = try published()
    try viewed.record(
      "event correct", ["event": ["4"], "set": ["copies=7"], "reason": ["Miscounted"]])
    try viewed.record("event correct", ["event": ["3"], "strike": ["true"], "reason": ["Never"]])
    #expect(
      try viewed.lines("guidelines", on: "2026-06-01", "key", "copies", "event") == ["S1 7 4"])
    #expect(try viewed.lines("copies", on: "2026-06-01", "key", "number") == ["7 S1"])
  }

  @Test func `An event that does not tell its key has a row of its own`() throws {
    let keyless = SampleRules.views.split(separator: "key: payload.copies")
      .joined(separator: "key: payload.handling")
    let viewed = try ViewedNetwork(keyless)
    for number in ["S1", "S2"] {
      try viewed.register("published", ["number=\(number)"], on: "2026-03-01")
    }
    try viewed.register("published", ["number=S3", "handling=green"], on: "2026-03-01")
    #expect(
      try viewed.lines("copies", on: "2026-03-01", "key", "number", "event")
        == ["green S3 5", "- S1 3", "- S2 4"])
  }

  @Test func `What was known at a position has the rows of the events until it`() throws {
    let viewed = try published()
    let known = { try viewed.lines("guidelines", on: "2026-06-01", knownAt: $0, "key") }
    #expect(try known(2) == [])
    #expect(try known(3) == ["S2"])
    #expect(try known(4) == ["S1", "S2"])
    #expect(try viewed.rows("guidelines", on: "2026-06-01", knownAt: 1) == nil)
  }

  @Test func `Later rules read the events in their own form from their first day on`() throws {
    let viewed = try published()
    try viewed.adopt(SampleRules.laterViews, from: "2026-06-01")
    #expect(
      try viewed.lines("guidelines", on: "2026-05-31", "key", "copies", "code")
        == ["S1 3 -", "S2 1 -"])
    #expect(
      try viewed.lines("guidelines", on: "2026-06-01", "key", "handling", "code", "valid_from")
        == ["S1 - G S1 2026-06-01", "S2 green G S2 2026-06-01"])
    #expect(try viewed.network.rows("view", on: "2026-06-01").lines("view") == ["guidelines"])
    #expect(try viewed.rows("copies", on: "2026-06-01") == nil)
    #expect(try viewed.rows("copies", on: "2026-05-31")?.first?.validUntil == Day("2026-06-01"))
  }

  @Test func `What was known before the later rules still has the views of the earlier ones`()
    throws
  {
    let viewed = try published()
    try viewed.adopt(SampleRules.laterViews, from: "2026-06-01")
    #expect(try viewed.lines("guidelines", on: "2026-06-01", knownAt: 4, "copies") == ["3", "1"])
  }

  @Test func `A value that an act gives a parameter shows from its day on`() throws {
    let viewed = try published()
    try viewed.record(
      "parameter set", ["parameter": ["prefix"], "value": ["Nr"]], on: "2026-08-01")
    #expect(try viewed.lines("guidelines", on: "2026-07-31", "label") == ["No S1", "No S2"])
    #expect(try viewed.lines("guidelines", on: "2026-08-01", "label") == ["Nr S1", "Nr S2"])
    #expect(try viewed.lines("members", on: "2026-08-01", "key") == [])
  }

  @Test func `A view is not asked for what it does not declare`() throws {
    let viewed = try published()
    let day = try #require(Day("2026-06-01"))
    let views = try Views.open(for: viewed.network.log)
    let found = try #require(try OwnView.find("copies", in: views, on: day))
    #expect(found.columns == ["key", "number"])
    #expect(
      found.rows.map { $0.json.fields?.names }
        == Array(repeating: ["key", "number", "valid_from", "valid_until", "event"], count: 2))
    #expect(found.rows.map { $0["key"] } == [1, 3])
  }
}
