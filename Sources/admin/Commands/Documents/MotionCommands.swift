internal import EventStore
internal import Governance
internal import Publishing
internal import Values

/// The command that writes the text of a motion with its amendments.
enum MotionCommands {
  static let all = [text]

  private static let text = Command(
    noun: "motion", verb: "text", group: .out, effect: .reads,
    parameters: [.positional("motion"), .flag("clean"), .flag("html")],
    examples: ["admin motion text M-1", "admin motion text M-1 --clean --html > M-1.html"]
  ) { invocation, session in
    let log = try session.log(for: .reading)
    let id = try invocation.required("motion")
    guard let named = MotionID(id), let file = try MotionFile(named, in: log) else {
      let known = KnownThings(session).ids(of: "motion")
      throw MeetingPapers.missing("motion", id, known, try session.day(in: log))
    }
    let paper = MotionPaper(
      file, sources: try sources(of: file, in: log), in: session.catalogue,
      isClean: invocation.has("clean"))
    session.show(paper.document, asPage: invocation.has("html"))
    return .done
  }

  private static func sources(of file: MotionFile, in log: Log) throws
    -> [Int64: PaperHead.Source]
  {
    var sources: [Int64: PaperHead.Source] = [:]
    for position in file.positions {
      guard let event = try log.event(at: position) else { continue }
      sources[position] = PaperHead.Source(type: event.type, effective: event.effective)
    }
    return sources
  }
}
