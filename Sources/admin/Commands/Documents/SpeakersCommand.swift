internal import EventStore
internal import Governance
internal import Plugins
internal import Publishing
internal import Values

/// The list of speakers of a meeting at a minute.
enum SpeakersCommand {
  static let speakers = Command(
    noun: "meeting", verb: "speakers", group: .everyDay, effect: .reads,
    parameters: [
      .positional("meeting"), .option("at", .text).required, .option("on", .day),
      .option("item", .text),
    ],
    examples: [
      "admin meeting speakers plenary-19 --at 10:15 --item budget",
      "admin meeting speakers plenary-19 --at 10:15 --json",
    ]
  ) { invocation, session in
    let log = try session.log(for: .reading)
    let time = try RoomCommand.time(invocation.required("at"))
    let file = try MeetingPapers.named(invocation.required("meeting"), in: log, session).file
    let meeting = file.meeting
    let day = try invocation.day("on") ?? meeting.opening?.facts.on.first ?? session.day(in: log)
    let rule = meeting.series.flatMap(file.rules.series)?.speaking
    let floor = file.floor ?? Floor(id: FloorID(sharedWith: meeting.id))
    let wanted = invocation.text("item")
    let lines = SpeakersList(floor, on: day, at: time, under: rule).lines.filter { line in
      wanted.map { $0 == line.turn.request.facts.item?.text } ?? true
    }
    try session.show(listing(of: lines))
    return .done
  }

  private static let columns = [
    "place", "number", "member", "item", "point_of_order", "state", "minutes", "total", "left",
  ]

  /// Whoever speaks stands first, then those who wait in their order, then the others as they asked.
  private static func listing(of lines: [SpeakersList.Line]) -> Listing {
    let order: (SpeakersList.Line) -> (Int, Int) = { line in
      switch line.stage {
      case .speaking: (0, line.turn.number)
      case .waiting: (1, line.place ?? 0)
      case .spoken, .withdrawn: (2, line.turn.number)
      }
    }
    let rows = lines.sorted { order($0) < order($1) }.map { line in
      let facts = line.turn.request.facts
      return JSON.Fields([
        ("place", number(line.place)), ("number", number(line.turn.number)),
        ("member", .text(line.turn.member.text)),
        ("item", facts.item.map { .text($0.text) } ?? .null),
        ("point_of_order", .bool(facts.isOrder)), ("state", .text(line.stage.rawValue)),
        ("minutes", number(line.minutes)), ("total", number(line.total)),
        ("left", number(line.left)), ("event", .int(line.turn.request.position)),
      ])
    }
    var listing = Listing(columns: columns, rows: rows, fields: columns + ["event"])
    listing.words = ShownWords(noun: "speaker")
    return listing
  }

  private static func number(_ number: Int?) -> JSON { number.map { .int(Int64($0)) } ?? .null }
}
