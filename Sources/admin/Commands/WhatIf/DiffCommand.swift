internal import EventStore
internal import Governance
internal import Plugins
internal import Publishing
internal import Values

/// `admin diff`: in what two versions of rules differ, in words.
enum DiffCommand {
  static let command = Command(
    noun: "diff", verb: nil, group: .found, effect: .reads,
    parameters: [Parameter.positional("file").optional, Parameter.positional("other").optional],
    examples: [
      "admin diff", "admin diff network.yaml", "admin diff rules-v1.yaml rules-v2.yaml --json",
    ]
  ) { invocation, session in
    let (changes, electorates) = try comparison(in: invocation, session)
    let page = ChangePage(session.catalogue, electorates: electorates)
    if session.globals.format.isForPrograms {
      let rows = changes.compactMap { page.json(of: $0).fields }
      try session.show(
        Listing(
          columns: ["change", "key", "before", "after", "what"], rows: rows,
          fields: [
            "change", "key", "clause", "before", "after", "needed_before", "needed_after", "base",
            "what",
          ]))
    } else {
      for change in changes { session.terminal.write(page.line(of: change) + "\n") }
    }
    session.say("diff.summary", RulesTotals(changes).values)
    return changes.isEmpty ? .done : .differences
  }

  private typealias Comparison = (changes: [RulesChange], electorates: [String: Int])

  /// Two files, or the rules in force and a file: then the members of today are counted too.
  private static func comparison(in invocation: Invocation, _ session: Session) throws
    -> Comparison
  {
    let path = try RulesFiles.path("file", in: invocation, session)
    if let other = invocation.text("other") {
      let (old, new) = try (
        RulesFiles.rules(at: path, session), RulesFiles.rules(at: other, session)
      )
      return (RulesDifference.changes(from: old, to: new), [:])
    }
    let new = try RulesFiles.rules(at: path, session)
    let log = try session.log(for: .reading)
    let day = try session.day(in: log)
    var finder = RulesInForce()
    let old = try finder.find(on: day, in: log).rules
    let electorates = try Ledger.members(in: log).electorates(under: old, on: day)
    return (RulesDifference.changes(from: old, to: new), electorates)
  }
}

/// How many changes are of each kind.
struct RulesTotals {
  let values: [String: Failure.Value]

  init(_ changes: [RulesChange]) {
    values = Dictionary(
      RulesChange.Kind.allCases.map { kind in
        (kind.rawValue, .int(changes.filter { $0.kind == kind }.count))
      }
    ) { first, _ in first }
  }
}
