internal import EventStore
internal import Governance
internal import Plugins
internal import Publishing
internal import Values

/// `admin rules effective --subgroup ID`: the rules that hold in a subgroup, each with where it comes from.
enum SubgroupEditionPage {
  private static let columns = ["key", "value", "origin", "source", "may_set"]

  /// Shows the edition of a day.
  ///
  /// - Throws: `subgroup-without-rules` for a subgroup that is none on the day.
  static func show(_ id: String, _ session: Session) throws {
    let log = try session.log(for: .reading)
    let day = try session.day(in: log)
    var inForce = RulesInForce()
    let rules = try inForce.find(on: day, in: log).rules
    let subgroups = try Ledger.subgroups(in: log)
    let found = subgroups.first { $0.id.text == id }
    guard let found, let edition = SubgroupEdition(found, under: rules, on: day) else {
      let known = subgroups.filter { $0.charter(on: day) != nil }.map(\.id.text)
      throw Failure(
        .subgroupWithoutRules,
        [
          "subgroup": .text(id), "day": .day(day),
          "nearest": .text(Suggestion.word(to: id, among: known) ?? ""),
        ])
    }
    try session.show(
      Listing(
        columns: columns, rows: edition.lines.map(row), fields: columns + ["own"]))
    guard !session.globals.isQuiet, !session.globals.format.isForPrograms else { return }
    session.say(
      "rules.subgroup-lock",
      ["rule": .text(edition.lock.id), "source": source(edition.lock.source)])
  }

  /// A text by its key; what nobody has written by the words for it.
  private static func source(_ source: Clause.Source) -> Failure.Value {
    switch source {
    case .basis(let key, _): .text(key)
    case .practice, .assumption: .word("source.\(source.key)")
    }
  }

  private static func row(of line: SubgroupEdition.Line) -> JSON.Fields {
    JSON.Fields([
      ("key", .text(line.path)), ("value", line.value.map { .text($0) } ?? .null),
      ("origin", line.clause.map { .text($0.id) } ?? .null),
      ("source", line.clause.map { .text($0.source.key) } ?? .null),
      ("may_set", .bool(line.maySet)), ("own", .bool(line.isOwn)),
    ])
  }
}

extension Failure.Code {
  /// No subgroup of this id is at work on the day: see `subgroup list`.
  static let subgroupWithoutRules = Failure.Code("subgroup-without-rules", exit: .notFound)
}
