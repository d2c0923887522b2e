internal import Governance
internal import Plugins
internal import Values

extension CasePage {
  /// One object: the sums, each case, each rule, and the mutants where they were asked for.
  func json(of report: CaseReport, _ run: MutationRun?) -> JSON {
    .object(compacting: [
      ("passed", .int(Int64(report.results.count - report.failed.count))),
      ("failed", .int(Int64(report.failed.count))),
      ("cases", .list(report.results.map(json(of:)))),
      ("coverage", .list(report.coverage.rows.map(json(of:)))),
      ("mutation", run.map(json(of:))),
    ])
  }

  private func json(of result: CaseResult) -> JSON {
    .object(compacting: [
      ("case", .text(result.worked.name)), ("passes", .bool(result.passes)),
      ("place", result.worked.place.map(Self.json(of:))),
      ("mismatches", .list(result.mismatches.map(Self.json(of:)))),
      ("rule", result.clause.map { .text($0) }),
      ("derivations", (result.answer?.derivations).map { .list($0.map(\.json)) }),
      ("refusals", .list(Self.refusals(of: result).map(\.json))),
      ("failure", Self.failure(of: result).map { .text($0.code.name) }),
      ("stopped_at", (result.stop?.place).map(Self.json(of:))),
    ])
  }

  private static func refusals(of result: CaseResult) -> [Refusal.Record] {
    result.answer?.reasons.refusals ?? result.stop?.refusals ?? []
  }

  private static func failure(of result: CaseResult) -> Failure? {
    result.answer?.failure ?? result.stop?.failure
  }

  private static func json(of mismatch: Mismatch) -> JSON {
    .object(compacting: [
      ("name", .text(mismatch.name)), ("expected", .texts(mismatch.expected)),
      ("found", mismatch.found.map { .texts($0) }), ("nearest", mismatch.nearest.map { .text($0) }),
    ])
  }

  private func json(of row: RuleCoverage.Row) -> JSON {
    .object(compacting: [
      ("rule", .text(row.clause)), ("seen_to_hold", .bool(row.isSeenToHold)),
      ("seen_to_fail", .bool(row.isSeenToFail)),
      ("seen_not_to_apply", row.isSeenNotToApply.map { .bool($0) }),
      ("place", place(ofRule: row.clause).map(Self.json(of:))),
    ])
  }

  private func json(of run: MutationRun) -> JSON {
    [
      "tried": .int(Int64(run.tried)), "killed": .int(Int64(run.killed)),
      "percent": .int(Int64(run.percent)), "survivors": .list(run.survivors.map(Self.json(of:))),
    ]
  }

  private static func json(of mutant: Mutant) -> JSON {
    .object(compacting: [
      ("kind", .text(mutant.kind)), ("path", .text(mutant.path)),
      ("from", mutant.from.map { .text($0) }), ("to", mutant.to.map { .text($0) }),
      ("place", mutant.place.map(json(of:))),
    ])
  }

  private static func json(of place: Place) -> JSON {
    .object(compacting: [
      ("file", place.file.map { .text($0) }), ("line", .int(Int64(place.line))),
      ("column", .int(Int64(place.column))),
    ])
  }
}
