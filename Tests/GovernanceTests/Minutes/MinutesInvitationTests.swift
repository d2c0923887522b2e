import Governance
import TestKit
import Testing
import Values

/// How minutes tell that members were called, and what changed before and after.
@Suite struct MinutesInvitationTests {
  /// A plenary of 20 March that is planned, and what more is recorded of it.
  private func statements(
    _ acts: [(command: String, fields: [String: [String]], day: String)]
  ) throws -> [Governance.Statement] {
    let network = try SampleNetwork()
    for member in ["ES", "FR", "PT"] {
      try network.record(
        "member admit", ["member": [member], "class": ["member"]], on: "2026-01-10")
    }
    try network.record(
      "meeting plan", ["series": ["plenary"], "from": ["2026-03-20"], "place": ["Porto"]],
      on: "2026-01-12")
    for act in acts {
      try network.record(
        act.command, act.fields.merging(["meeting": ["plenary-1"]]) { $1 }, on: act.day)
    }
    return try SampleSitting.file(network).record.statements
  }

  private func places(_ statements: [Governance.Statement]) -> [String] {
    statements.map(\.place).filter { $0 == "convened" || $0.hasPrefix("changed") }
  }

  private static let convened = (
    command: "meeting convene", fields: [String: [String]](), day: "2026-02-10"
  )

  private static func moved(_ fields: [String: String], _ day: String) -> (
    command: String, fields: [String: [String]], day: String
  ) {
    ("meeting move", fields.mapValues { [$0] }.merging(["reason": ["strike"]]) { $1 }, day)
  }

  @Test func `A change before the call stands before it, and the call names the new day`() throws {
    let said = try statements([
      Self.moved(["from": "2026-03-27"], "2026-02-01"), Self.convened,
    ])
    #expect(places(said) == ["changed.8", "convened"])
    let call = try #require(said.first { $0.place == "convened" })
    #expect(call.values["days"] == .int(45))
    #expect(call.events == [8, 9])
  }

  @Test func `A change after the call leaves its notice as it was given`() throws {
    let said = try statements([
      Self.convened, Self.moved(["from": "2026-03-27"], "2026-03-01"),
    ])
    #expect(places(said) == ["convened", "changed.9"])
    let call = try #require(said.first { $0.place == "convened" })
    #expect(call.values["days"] == .int(38))
    let change = try #require(said.first { $0.place == "changed.9" })
    #expect(change.values["dated"] == .text("day"))
  }

  @Test(arguments: [
    (["format": "online"], "format", "online"), (["format": "hybrid"], "format", "hybrid"),
    (["format": "in-person"], "format", "person"), (["place": "Braga"], "place", "Braga"),
    (["title": "Special"], "title", "Special"), (["place": "Braga"], "format", "same"),
    (["place": "Braga"], "dated", "no"), (["until": "2026-03-21"], "dated", "end"),
    (["from": "2026-03-25", "until": "2026-03-26"], "dated", "days"),
    (["format": "online"], "reason", "strike"),
  ])
  func `A change says what is new, and nothing of what stays`(
    _ row: (fields: [String: String], key: String, value: String)
  ) throws {
    let said = try statements([Self.moved(row.fields, "2026-02-01")])
    let change = try #require(said.first { $0.code == "changed" })
    #expect(change.values[row.key] == .text(row.value))
  }

  @Test func `Each change has a sentence of its own, in the order of recording`() throws {
    let said = try statements([
      Self.moved(["place": "Braga"], "2026-02-01"), Self.convened,
      Self.moved(["format": "online"], "2026-03-01"),
    ])
    #expect(places(said) == ["changed.8", "convened", "changed.10"])
  }

  @Test func `Who was never called has no notice in the minutes`() throws {
    let said = try statements([])
    #expect(places(said) == [])
  }
}
