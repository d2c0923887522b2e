internal import EventStore
internal import Governance
internal import Plugins
internal import Projections
internal import Values

/// `admin report activity`: what the network, a member or a subgroup did in a period, as a document.
///
/// For those who hear every session, unless `--public` asks for what everybody may read, as with an outcome report.
///
/// It asks no clock: the same log gives the same bytes whenever it is asked.
enum ActivityCommand {
  static let command = Command(
    noun: "report", verb: "activity", group: .out, effect: .reads,
    parameters: [
      Parameter.option("from", .day).required, Parameter.option("to", .day).required,
      .option("member", .text), .option("subgroup", .text), .flag("public"),
      .flag("html"),
    ],
    examples: [
      "admin report activity --from 2026-01-01 --to 2026-12-31",
      "admin report activity --from 2026-01-01 --to 2026-12-31 --public",
      "admin report activity --from 2026-01-01 --to 2026-12-31 --member PT --html > PT.html",
    ]
  ) { invocation, session in
    let log = try session.log(for: .reading)
    let (from, until) = try period(invocation)
    let views = try session.views(of: log)
    let scope = try scope(invocation, views, on: until)
    let activity = try Activity(
      views, from: from, until: until, scope: scope,
      for: invocation.has("public") ? .everybody : .restricted)
    let rules = try rules(on: until, in: log)
    let paper = try ActivityPage(activity, under: rules, in: log, session.catalogue)
    session.show(paper.document, asPage: invocation.has("html"))
    return .done
  }

  /// Those in force on the last day, which name network, series and outputs; nil before the first.
  private static func rules(on day: Day, in log: Log) throws -> Rules? {
    var inForce = RulesInForce()
    do { return try inForce.find(on: day, in: log).rules } catch let failure as Failure
      where failure.code == .notFounded
    { return nil }
  }

  /// The two days, the second of which is not before the first.
  private static func period(_ invocation: Invocation) throws(Failure) -> (Day, Day) {
    guard let first = invocation.day("from"), let last = invocation.day("to") else {
      throw Failure(
        .optionMissing,
        ["command": .text(invocation.command.name), "options": .list(["--from", "--to"])])
    }
    guard first <= last else {
      throw Failure(.activityEndsBefore, ["from": .day(first), "to": .day(last)])
    }
    return (first, last)
  }

  /// - Throws: `thing-missing` for a member or subgroup that is not there on the last day.
  private static func scope(
    _ invocation: Invocation, _ views: Views, on day: Day
  ) throws -> Activity.Scope {
    if let member = invocation.text("member") {
      try check(member, "member", views, day)
      return .member(member)
    }
    guard let subgroup = invocation.text("subgroup") else { return .network }
    try check(subgroup, "subgroup", views, day)
    return .subgroup(subgroup)
  }

  private static func check(_ id: String, _ noun: String, _ views: Views, _ day: Day) throws {
    let known = try ViewCatalogue.view(noun)?.rows(views, day).compactMap { $0.text(noun) } ?? []
    guard !known.contains(id) else { return }
    throw MeetingPapers.missing(noun, id, known, day)
  }
}

extension Failure.Code {
  /// A period ends on its first day or later: give the days in their order.
  static let activityEndsBefore = Failure.Code("activity-ends-before", exit: .usage)
}
