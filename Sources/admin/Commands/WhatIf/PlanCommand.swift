internal import EventStore
internal import Governance
internal import Plugins
internal import Values

/// `admin plan`: what would follow if rules came into force, before anybody adopts them.
enum PlanCommand {
  static let command = Command(
    noun: "plan", verb: nil, group: .found, effect: .reads,
    parameters: [
      Parameter.positional("file").optional, .option("effective", .partialDay),
      .option("out", .text), .flag("detailed-exitcode"),
    ],
    examples: ["admin plan", "admin plan --effective 2027-01-01 --out rules-v2.plan"]
  ) { invocation, session in
    let rules = try RulesFiles.rules(
      at: RulesFiles.path("file", in: invocation, session), session)
    let log = try session.log(for: .reading)
    let today = try Circumstances(session, zone: log.zoneName()).today
    let effective = invocation.partialDay("effective")?.first ?? today
    let plan = try RulesPlan(rules, from: effective, today: today, on: log, zones: .machine)
    let json = PlanFile.json(of: plan)
    if let path = invocation.text("out") { try PlanFile.write(json.pretty + "\n", to: path) }
    if session.globals.format.isForPrograms {
      try session.show(json)
    } else {
      let versions = try RulesVersions(log).with(rules)
      session.terminal.write(PlanPage(plan, session.catalogue, versions: versions).text + "\n")
    }
    if let path = invocation.text("out"), !session.globals.isQuiet {
      session.say("plan.saved", ["path": .text(path)])
    }
    let differs = !plan.changes.isEmpty && invocation.has("detailed-exitcode")
    return differs ? .differences : .done
  }
}

extension PlanFile {
  /// Writes a plan; one that stands there is replaced, and no other file is.
  ///
  /// - Throws: `file-unmade` when something else has the name, or the folder cannot be written.
  static func write(_ text: String, to path: String) throws(Failure) {
    guard FileBytes.exists(path) else { return try NewFiles.write(text, to: path) }
    guard (try? PlanFile(path: path)) != nil else {
      throw Failure(.fileUnmade, ["path": .text(path)])
    }
    try NewFiles.replace(path, with: text)
  }
}
