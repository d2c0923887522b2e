internal import EventStore
internal import Governance
internal import Values

/// The acts that were refused as rows; they brought no events, and are kept with their reasons.
enum RefusedListing {
  private static let columns = ["recorded", "act", "actor", "refusals", "command"]

  static func read(_ log: Log, _ session: Session) throws -> Listing {
    let empty = Listing(
      columns: columns, rows: [],
      fields: ["command", "act", "actor", "recorded", "refusals", "asked"])
    var intake = RowIntake(empty, session.globals, session.catalogue)
    let votes = try OpenVotes(in: log)
    var row: Int64 = 0
    while !intake.isFull || session.tellsLimit {
      let page = try log.commands(after: row, limit: 1_000)
      for command in page where command.verdict == .refused {
        try intake.add(fields(of: command, without: votes))
      }
      guard let last = page.last else { break }
      row = last.row
    }
    return intake.listed()
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
