internal import EventStore
internal import Governance
internal import Publishing
internal import Values

/// Who was in the room of a meeting at a minute.
enum RoomCommand {
  static let attendance = Command(
    noun: "meeting", verb: "attendance", group: .everyDay, effect: .reads,
    parameters: [
      .positional("meeting"), .option("at", .text).required, .option("on", .day),
    ],
    examples: [
      "admin meeting attendance plenary-19 --at 11:40",
      "admin meeting attendance plenary-19 --at 09:00 --on 2026-11-24 --json",
    ]
  ) { invocation, session in
    let log = try session.log(for: .reading)
    let text = try invocation.required("at")
    guard let time = TimeOfDay(text) else {
      throw Failure(
        .optionUnreadable,
        ["option": .text("--at"), "found": .text(text), "expected": .word("expected.time")])
    }
    let meeting = try MeetingPapers.named(invocation.required("meeting"), in: log, session)
      .file.meeting
    let day = try invocation.day("on") ?? meeting.opening?.facts.on.first ?? session.day(in: log)
    try session.show(listing(of: meeting.present(on: day, at: time)))
    return .done
  }

  private static let columns = ["member", "represented_by", "day", "time", "left_on", "left_at"]

  private static func listing(of stays: [Stay]) -> Listing {
    let rows = stays.sorted { $0.member < $1.member }.map { stay in
      JSON.Fields([
        ("member", .text(stay.member.text)), ("represented_by", text(stay.representedBy)),
        ("day", .text(stay.day.description)), ("time", text(stay.time?.description)),
        ("left_on", text(stay.leftOn?.description)), ("left_at", text(stay.leftAt?.description)),
        ("event", .int(stay.begunBy)),
      ])
    }
    return Listing(columns: columns, rows: rows, fields: columns + ["event"])
  }

  private static func text(_ text: String?) -> JSON { text.map { .text($0) } ?? .null }
}
