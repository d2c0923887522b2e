import EventStore
import Governance
import Plugins
import TestKit
import Testing
import Values

/// Waivers in worked cases and in files of acts, where each act may name who asks for it.
@Suite struct WaiverCasesTests {
  private static let waive =
    "{do: guard waive, guard: members.most, reason: Two at once, actor: chair}"

  private func result(_ given: String, when: String, then: String) throws -> CaseResult {
    let suite = try SampleCases.suite(given, when: when, then: then, on: "2026-11-23")
    let report = try SampleCases.report(suite, under: SampleWaivers.rules())
    return try #require(report.results.first)
  }

  private static let first = "{do: member admit, member: PT, class: member}"
  private static let second = "{do: member admit, member: ES, class: member}"

  @Test(arguments: [
    ("{acts: [\(first)]}", "{refused: members.most, way: [meet-guard, ask-waiver]}"),
    (
      "{acts: [\(first), \(waive)]}",
      "{accepted: true, event: [member.admitted, waiver.used], note: guard-waived, given_by: chair, waiver: W-1}"
    ),
    (
      "{acts: [\(first), {do: guard waive, guard: members.most, reason: x, actor: chair, until: 2026-11-22, effective: 2026-11-20}]}",
      "{refused: [guard-fails, members.most]}"
    ),
  ])
  func `A case shows what a waiver lets pass`(_ row: (given: String, then: String)) throws {
    let result = try result(row.given, when: Self.second, then: row.then)
    #expect(result.passes, "\(result.mismatches) \(String(describing: result.stop))")
  }

  @Test(arguments: [
    (waive, "{accepted: true, event: guard.waived, rule: members.most, holds: true}"),
    (
      "{do: guard waive, guard: members.most, reason: Two at once}",
      "{refused: waiver-not-entitled, way: [record-as, decide-in-body]}"
    ),
    (
      "{do: guard waive, guard: observers.fixed, actor: chair}",
      "{refused: [guard-not-waivable, observers.fixed]}"
    ),
  ])
  func `A case shows who may waive`(_ row: (when: String, then: String)) throws {
    let result = try result("{acts: [\(Self.first)]}", when: row.when, then: row.then)
    #expect(result.passes, "\(result.mismatches)")
  }

  @Test func `A file of acts names who asks for one, else it is who imports`() throws {
    let findings = Findings()
    let text = "- \(Self.first)\n- \(Self.waive)\n- \(Self.second)\n"
    let entries = ImportFile.read(Array(text.utf8), file: "a.yaml", into: findings)
    try #require(findings.all.isEmpty, "\(findings.all)")
    #expect(entries.map(\.actor) == [nil, "chair", nil])
    let network = try SampleNetwork(adding: SampleWaivers.guards)
    let header = ImportHeader(actor: "secretariat", today: SampleNetwork.today) {
      CommandID("import-\($0)")
    }
    let answers = try network.registrar.record(entries, under: header, now: SampleNetwork.now)
    #expect(answers.last?.events.map(\.type) == ["member.admitted", "waiver.used"])
    let actors = try (0...2).map { try network.log.command(CommandID("import-\($0)"))?.actor }
    #expect(actors == ["secretariat", "chair", "secretariat"])
  }
}
