import Governance
import Plugins
import TestKit
import Testing
import Values

/// A consensus is recorded with who was in the room without objecting, and who stood aside.
@Suite struct ConsentTests {
  private func record(
    _ fields: [String: String], takenOver: Bool = false
  ) throws -> Given.Outcome {
    try Given(rules: .sample).admitted("PT ES FR IT DE").admitted("CH", as: "observer")
      .open(present: "PT ES FR IT CH")
      .when(
        "deliberation record",
        ["meeting": "plenary-1", "title": "Guide"].merging(fields) { $1 }, takenOver: takenOver)
  }

  static let rows: [(fields: [String: String], noObjection: [String], aside: [String]?)] = [
    (["consensus": "true"], ["ES", "FR", "IT", "PT"], nil),
    (["consensus": "true", "aside": "FR"], ["ES", "IT", "PT"], ["FR"]),
    (["consensus": "true", "aside": "IT,ES"], ["FR", "PT"], ["IT", "ES"]),
    (["consensus": "true", "recused": "PT=own project"], ["ES", "FR", "IT"], nil),
    (
      ["consensus": "true", "recused": "PT=own project", "aside": "FR"], ["ES", "IT"], ["FR"]
    ),
  ]

  @Test(arguments: rows)
  func `Who did not object is whoever is in the room, neither aside nor recused`(
    _ row: (fields: [String: String], noObjection: [String], aside: [String]?)
  ) throws {
    let decision = try record(row.fields).then("deliberation.adopted")
    let data = try #require(decision.events.first?.event.data)
    #expect(data["no_objection"] == .texts(row.noObjection))
    #expect(data["aside"] == row.aside.map { .texts($0) })
    let read = try DeliberationEvent(type: "deliberation.adopted", data: data)
    #expect(read.data.canonicalText == data.canonicalText)
  }

  @Test(arguments: [
    ["for": "4"], ["names": "PT=for,ES=for,FR=for"],
  ])
  func `A vote has no such list`(_ fields: [String: String]) throws {
    let data = try record(fields).then("deliberation.adopted").events.first?.event.data
    #expect(data?["no_objection"] == nil && data?["aside"] == nil)
  }

  @Test func `Nobody stands aside from a vote`() {
    let failure = #expect(throws: Failure.self) { try record(["for": "3", "aside": "FR"]) }
    #expect(failure?.code == .asideWithoutConsensus)
  }

  @Test(arguments: [
    ("DE", "delegation-not-present"), ("CH", "not-in-body"), ("NO", "not-in-body"),
  ])
  func `Only who could have objected stands aside`(_ row: (member: String, code: String)) throws {
    try record(["consensus": "true", "aside": row.member]).thenRefused(row.code)
  }

  @Test func `Whoever is recused does not stand aside as well`() throws {
    try record(["consensus": "true", "aside": "PT", "recused": "PT=own project"])
      .thenRefused("recused-votes")
  }

  @Test func `Minutes tell the list where somebody stood aside, and else as before`() throws {
    let network = try SampleNetwork.sitting()
    for (title, aside) in [("Guide", []), ("Logo", ["MT"])] {
      var fields = ["meeting": ["plenary-1"], "title": [title], "consensus": ["true"]]
      if !aside.isEmpty { fields["aside"] = aside }
      try network.record("deliberation record", fields, on: "2026-03-20")
    }
    let id = try #require(MeetingID("plenary-1"))
    let file = try #require(try MeetingFile(id, in: network.log, today: SampleNetwork.today))
    let consents = file.record.statements.filter { $0.code == "consent" }
    #expect(consents.map(\.place) == ["D-2.consent"])
    #expect(consents.first?.values["aside"] == .list(["MT"]))
    #expect(consents.first?.values["members"] == .list(["ES", "PT"]))
  }
}
