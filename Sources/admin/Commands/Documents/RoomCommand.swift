internal import EventStore
internal import Governance
internal import Publishing
internal import Values

/// Who was in the room of a meeting at a minute, or when a matter was put to the vote.
enum RoomCommand {
  static let attendance = Command(
    noun: "meeting", verb: "attendance", group: .everyDay, effect: .reads,
    parameters: [
      .positional("meeting"), .option("at", .text), .option("on", .day),
      .option("deliberation", .text), .flag("all"),
    ],
    examples: [
      "admin meeting attendance plenary-19 --at 11:40",
      "admin meeting attendance plenary-19 --at 09:00 --on 2026-11-24 --json",
      "admin meeting attendance plenary-19 --deliberation D-1 --all",
    ]
  ) { invocation, session in
    let log = try session.log(for: .reading)
    let file = try MeetingPapers.named(invocation.required("meeting"), in: log, session).file
    let first = file.meeting.opening?.facts.on.first
    let day = try invocation.day("on") ?? first ?? session.day(in: log)
    let awaited =
      invocation.has("all") ? Meeting.awaited(file.members, on: day, under: file.rules) : []
    let list =
      switch (invocation.text("at"), invocation.text("deliberation")) {
      case (let text?, nil): RoomList(file.meeting, on: day, at: try time(text), awaiting: awaited)
      case (nil, let id?):
        RoomList(
          file.meeting, at: try position(of: id, in: file, session.day(in: log)),
          awaiting: awaited)
      default: throw Failure(.attendanceUnclear)
      }
    try session.show(listing(of: list.lines))
    return .done
  }

  /// A time of day that was written for `--at`.
  static func time(_ text: String) throws(Failure) -> TimeOfDay {
    guard let time = TimeOfDay(text) else {
      throw Failure(
        .optionUnreadable,
        ["option": .text("--at"), "found": .text(text), "expected": .word("expected.time")])
    }
    return time
  }

  /// Where in the log a matter of the meeting was decided.
  private static func position(
    of id: String, in file: MeetingFile, _ today: Day
  ) throws(Failure) -> Int64 {
    let all = file.record.deliberations
    guard let position = all.first(where: { $0.id.text == id })?.position else {
      throw MeetingPapers.missing("deliberation", id, all.map(\.id.text), today)
    }
    return position
  }

  private static let columns = [
    "member", "guest", "way", "represented_by", "day", "time", "left_on", "left_at", "reason",
  ]

  private static func listing(of lines: [RoomList.Line]) -> Listing {
    let rows = lines.map { line in
      let came =
        line.stay.map { ($0.day, $0.time) }
        ?? line.guestStay.map { ($0.arrival.mark.effective, $0.arrival.facts.time) }
      let left =
        line.stay.map { ($0.leftOn, $0.leftAt) }
        ?? line.guestStay.map {
          ($0.departure?.mark.effective, $0.departure?.facts.time)
        }
      return JSON.Fields([
        ("member", text(line.member?.text)), ("guest", text(line.guest?.name)),
        ("way", .text(line.way.rawValue)), ("represented_by", text(line.stay?.representedBy)),
        ("day", text(came?.0.description)), ("time", text(came?.1?.description)),
        ("left_on", text(left?.0?.description)), ("left_at", text(left?.1?.description)),
        ("reason", text(line.reason?.rawValue)),
        ("event", line.event.map { .int($0) } ?? .null),
      ])
    }
    var listing = Listing(columns: columns, rows: rows, fields: columns + ["event"])
    listing.words = ShownWords(noun: "attendance")
    return listing
  }

  private static func text(_ text: String?) -> JSON { text.map { .text($0) } ?? .null }
}

extension Failure.Code {
  static let attendanceUnclear = Self("attendance-unclear", exit: .usage)
}
