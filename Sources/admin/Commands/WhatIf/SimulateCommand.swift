internal import EventStore
internal import Governance
internal import Plugins
internal import Projections
internal import Publishing
internal import Values

/// `admin simulate`: how the acts of the log would have been decided under other rules; writes nothing.
enum SimulateCommand {
  static let command = Command(
    noun: "simulate", verb: nil, group: .found, effect: .reads,
    parameters: [.option("rules", .text), .option("from", .day)],
    examples: [
      "admin simulate --from 2026-01-01",
      "admin simulate --rules network.yaml --from 2026-01-01 --json",
    ]
  ) { invocation, session in
    let rules = try RulesFiles.rules(
      at: RulesFiles.path("rules", in: invocation, session), session)
    let log = try session.log(for: .reading)
    let from = invocation.day("from")
    let report = try WhatIf(rules, from: from, zones: .machine).report(on: log)
    let obligations = try ObligationDifference.all(
      under: rules, from: from, in: session.views(of: log), on: session.day(in: log))
    if session.globals.format.isForPrograms {
      try session.show(json(of: report, obligations, RulesName(rules), from))
    } else {
      let versions = try RulesVersions(log).with(rules)
      tell(report, obligations, DifferencePage(session.catalogue, versions: versions), session)
    }
    return report.differences.isEmpty && obligations.isEmpty ? .done : .differences
  }

  private static func json(
    of report: WhatIf.Report, _ obligations: [ObligationDifference], _ rules: RulesName,
    _ from: Day?
  ) -> JSON {
    .object(compacting: [
      ("rules", rules.json), ("from", from.map { .text($0.description) }),
      ("decided", .int(Int64(report.decided))), ("unread", .int(Int64(report.unread))),
      ("different", .list(report.differences.map(\.json))),
      ("obligations", .list(obligations.map(\.json))),
    ])
  }

  private static func tell(
    _ report: WhatIf.Report, _ obligations: [ObligationDifference], _ page: DifferencePage,
    _ session: Session
  ) {
    for difference in report.differences {
      session.terminal.write(page.text(of: difference).map { $0 + "\n" }.joined())
    }
    for obligation in obligations {
      let values: [String: Failure.Value] = [
        "obligation": .text(obligation.id),
        "before": obligation.before.map { .day($0) } ?? .word("simulate.at-once"),
        "after": obligation.after.map { .day($0) } ?? .word("simulate.at-once"),
      ]
      let key = "simulate.obligation.\(obligation.kind.rawValue)"
      session.terminal.write(session.catalogue.text(key, values) + "\n")
    }
    session.say(
      "simulate.summary",
      [
        "different": .int(report.differences.count), "decided": .int(report.decided),
        "obligations": .int(obligations.count), "unread": .int(report.unread),
      ])
  }
}
