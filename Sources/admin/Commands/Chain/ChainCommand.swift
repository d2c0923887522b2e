internal import EventStore
internal import Projections
internal import Publishing
internal import Values

/// `admin chain ID`: what led to a decision, an action, a deliverable or a report, and what came of it.
enum ChainCommand {
  private static let columns = ["level", "what", "id", "of", "title", "on", "status"]

  static let command = Command(
    noun: "chain", verb: nil, group: .ask, effect: .reads, parameters: [.positional("id")],
    examples: ["admin chain D-2", "admin chain 2027/3 --json"]
  ) { invocation, session in
    let log = try session.log(for: .reading)
    let id = try invocation.required("id")
    let chain = try Chain(session.views(of: log), on: session.day(in: log))
    let steps = chain.steps(through: id)
    guard !steps.isEmpty else {
      throw Failure(
        .chainUnknown,
        [
          "found": .text(id),
          "nearest": .text(Suggestion.word(to: id, among: chain.ids) ?? ""),
        ])
    }
    let rows = steps.map { row($0, session) }
    try session.show(Listing(columns: columns, rows: rows, fields: columns + ["event"]))
    return .done
  }

  private static func row(_ step: Chain.Step, _ session: Session) -> JSON.Fields {
    let link = step.link
    let kind = link.name.kind.rawValue
    let isForPeople = !session.globals.format.isForPrograms
    let orNull = { (text: String) -> JSON in text.isEmpty ? .null : .text(text) }
    return JSON.Fields([
      ("level", .int(Int64(step.level))),
      ("what", .text(isForPeople ? session.catalogue.text("noun.\(kind)") : kind)),
      ("id", .text(link.name.id)), ("of", step.of.map { .text($0) } ?? .null),
      ("title", orNull(link.title)), ("on", orNull(link.on)), ("status", orNull(link.status)),
      ("event", link.event.map { .int($0) } ?? .null),
    ])
  }
}

extension Failure.Code {
  /// No decision, action, deliverable or report has this id: see the lists of each.
  static let chainUnknown = Failure.Code("chain-unknown", exit: .notFound)
}
