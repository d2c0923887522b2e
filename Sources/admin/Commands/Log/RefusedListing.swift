internal import EventStore
internal import Governance
internal import Values

/// The acts that were refused as rows; they brought no events, and are kept with their reasons.
enum RefusedListing {
  private static let columns = ["recorded", "act", "actor", "refusals", "command"]

  static func read(_ log: Log, _ invocation: Invocation) throws -> Listing {
    var rows: [JSON.Fields] = []
    var row: Int64 = 0
    let votes = try OpenVotes(in: log)
    while true {
      let page = try log.commands(after: row, limit: 1_000)
      rows += page.filter { $0.verdict == .refused }.map { fields(of: $0, without: votes) }
      guard let last = page.last else { return listing(rows) }
      row = last.row
    }
  }

  private static func listing(_ rows: [JSON.Fields]) -> Listing {
    Listing(
      columns: columns, rows: rows,
      fields: ["command", "act", "actor", "recorded", "refusals", "asked"])
  }

  private static func fields(
    of command: RecordedCommand, without votes: OpenVotes
  ) -> JSON.Fields {
    let refusals = command.answer["refusals"]?.list ?? []
    return JSON.Fields([
      ("command", .text(command.id.description)), ("act", .text(command.name)),
      ("actor", .text(command.actor)), ("recorded", .text(command.recorded.description)),
      ("refusals", .list(refusals.compactMap { $0["code"] })),
      ("asked", votes.asked(by: command)),
    ])
  }
}
