internal import EventStore
internal import Governance
internal import Publishing
internal import Values

/// The command that writes meetings as a file for calendar programs.
enum CalendarCommand {
  static let command = Command(
    noun: "meeting", verb: "calendar", group: .out, effect: .reads,
    parameters: [
      Parameter.positional("meeting").optional, ReaderZone.option, .flag("public"),
      .option("to", .text),
    ],
    examples: [
      "admin meeting calendar plenary-19 --to plenary-19.ics",
      "admin meeting calendar plenary-19 --public --to public.ics",
      "admin --lang pt meeting calendar plenary-19 --zone Europe/Athens",
    ]
  ) { invocation, session in
    let log = try session.log(for: .reading)
    let path = invocation.text("to")
    if let path, FileBytes.exists(path) { throw Failure(.fileUnmade, ["path": .text(path)]) }
    let text = try CalendarPaper(
      meetings(invocation.text("meeting"), in: log, session), in: ReaderZone.name(invocation),
      isPublic: invocation.has("public"), .machine, session.catalogue
    ).text()
    guard let path else {
      session.terminal.write(text)
      return .done
    }
    try NewFiles.write(text, to: path)
    if !session.globals.isQuiet { session.say("document.written", ["path": .text(path)]) }
    return .done
  }

  /// The meeting that a line names, or all that are still to be held or were called off.
  ///
  /// - Throws: `meeting-without-day`, `meetings-none-dated`, or `thing-missing`.
  private static func meetings(
    _ name: String?, in log: Log, _ session: Session
  ) throws -> [DatedMeeting] {
    guard let name else {
      let all = try DatedMeeting.all(in: log)
      guard !all.isEmpty else { throw Failure(.meetingsNoneDated) }
      return all
    }
    let meeting = try MeetingPapers.named(name, in: log, session).file.meeting
    guard let dated = try DatedMeeting.one(meeting, in: log) else {
      throw Failure(.meetingWithoutDay, ["meeting": .text(meeting.id.text)])
    }
    return [dated]
  }
}

extension Failure.Code {
  /// No calendar can hold a meeting whose first day is not known: move it to a day.
  static let meetingWithoutDay = Self("meeting-without-day", exit: .notFound)
  /// No meeting is planned for a known day.
  static let meetingsNoneDated = Self("meetings-none-dated", exit: .notFound)
}
