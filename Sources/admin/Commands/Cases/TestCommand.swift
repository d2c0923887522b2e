internal import Governance
internal import Plugins
internal import Values

/// `admin test`: tries the worked cases of a plugin, and how much of the rules they hold.
enum TestCommand {
  static let command = Command(
    noun: "test", verb: nil, group: .found, effect: .reads,
    parameters: [Parameter.positional("file").optional, .flag("mutate")],
    examples: ["admin test", "admin test --mutate", "admin test network.yaml --json"]
  ) { invocation, session in
    let path = try invocation.text("file") ?? session.folder() + "/network.yaml"
    let trial = try Trial.read(path)
    let report = try trial.report()
    // A fault that a case already sees says nothing about the cases.
    let run =
      invocation.has("mutate") && report.passes
      ? try MutationRun(trial.loaded.tree, trial.loaded.rules, trial.suite) : nil
    let page = CasePage(
      session, ClausePlaces(of: trial.loaded.tree), basis: trial.loaded.rules.basis)
    if session.globals.format.isForPrograms {
      session.terminal.write(page.json(of: report, run).pretty + "\n")
    } else {
      page.show(report, casesFile: Trial.casesFile(beside: path))
      if let run { page.show(run) }
    }
    return report.passes ? .done : .checkFailed
  }
}
