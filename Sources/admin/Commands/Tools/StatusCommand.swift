internal import EventStore
internal import Projections
internal import Publishing
internal import Values

/// `admin status`: one screen about a network, or what to do first when it is not founded.
enum StatusCommand {
  static let command = Command(
    noun: "status", verb: nil, group: .start, effect: .reads, parameters: [],
    examples: ["admin status", "admin status --json"]
  ) { _, session in
    let folder = try session.folder()
    guard FileBytes.exists("\(folder)/log.db") else {
      guard !Log.isLost(in: folder) else {
        throw Failure(.keysWithoutLog, ["folder": .text(folder)])
      }
      try session.show(["folder": .text(folder), "founded": false, "head": 0])
      session.say("status.unfounded")
      return .done
    }
    let log = try session.log(for: .reading)
    let summary = try summary(of: log, folder, session)
    let isForPeople = session.globals.format == .table
    try session.show(isForPeople ? readable(summary, in: session.catalogue) : summary)
    return .done
  }

  private static func summary(of log: Log, _ folder: String, _ session: Session) throws -> JSON {
    let head = try log.head()
    let day = try session.day(in: log)
    let views = try session.views(of: log)
    let rules = try log.events(ofType: "rules.adopted", after: 0, limit: Log.maximumPage).last
    return .object(compacting: [
      ("folder", .text(folder)), ("founded", .bool(rules != nil)),
      ("network", rules.map { .text($0.stream.id) }),
      ("rules", rules?.data["version"]), ("digest", rules?.data["digest"]),
      ("day", .text(day.description)), ("head", .int(head.position)),
      ("hash", .text(head.hash.hex)),
      ("recorded", head.position > 0 ? .text(head.recorded.description) : nil),
      ("members", .int(Int64(try count("member", views, day)))),
      ("next_meeting", try nextMeeting(views, day)),
      ("overdue", .list(try overdue(views, day))),
    ])
  }

  /// The summary for people: what is overdue in words, or nothing about it.
  private static func readable(_ summary: JSON, in catalogue: Catalogue) -> JSON {
    .object(
      compacting: (summary.fields?.members ?? []).map { member in
        guard member.name == "overdue" else { return (member.name, member.value) }
        let late = (member.value.list ?? []).map { words(of: $0, in: catalogue) }
        return (member.name, late.isEmpty ? nil : .text(late.joined(separator: "; ")))
      })
  }

  /// `outputs.outcome_report: 6, since 2016-12-25`.
  private static func words(of late: JSON, in catalogue: Catalogue) -> String {
    let values = (late.fields?.members ?? []).map { ($0.name, Cell.text(of: $0.value)) }
    return catalogue.text(
      "status.overdue", Dictionary(values) { $1 }.mapValues { Failure.Value.text($0) })
  }

  private static func count(_ noun: String, _ views: Views, _ day: Day) throws -> Int {
    try ViewCatalogue.view(noun)?.rows(views, day).count ?? 0
  }

  /// How far a meeting has come that is still to be held, or being held.
  private static let ahead: Set<String> = ["planned", "convened", "open"]

  /// The first meeting from the day on that is still ahead; one that was closed or cancelled is not.
  private static func nextMeeting(_ views: Views, _ day: Day) throws -> JSON? {
    let rows = try ViewCatalogue.view("meeting")?.rows(views, day) ?? []
    let next = rows.first { row in
      row.text("stage").map(ahead.contains) ?? false
        && row.text("from").map { $0 >= day.description } ?? false
    }
    return next?["meeting"]
  }

  /// Each clause with something overdue once: how many, and since when the oldest.
  private static func overdue(_ views: Views, _ day: Day) throws -> [JSON] {
    let rows = try ViewCatalogue.view("obligation")?.rows(views, day) ?? []
    let late = Dictionary(grouping: rows.filter { $0.text("state") == "overdue" }) {
      $0.text("clause") ?? ""
    }
    return late.sorted { $0.key < $1.key }.map { clause, rows in
      .object(compacting: [
        ("clause", .text(clause)), ("count", .int(Int64(rows.count))),
        ("since", rows.compactMap { $0.text("overdue_since") }.min().map { .text($0) }),
      ])
    }
  }
}
