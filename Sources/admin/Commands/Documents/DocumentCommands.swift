internal import EventStore
internal import Governance
internal import Publishing
internal import Values

/// The commands that write a document: convocation, minutes, outcome of a meeting, one decision, one procedure.
enum DocumentCommands {
  static let all = [convocation, outcome, text, compare, extract, procedure]

  private static let convocation = Command(
    noun: "meeting", verb: "convocation", group: .out, effect: .reads,
    parameters: [.positional("meeting"), ReaderZone.option, .flag("html")],
    examples: [
      "admin meeting convocation plenary-19",
      "admin meeting convocation plenary-19 --zone Europe/Athens",
      "admin --lang pt meeting convocation plenary-19 --html > convocation.html",
    ]
  ) { invocation, session in
    let log = try session.log(for: .reading)
    let papers = try MeetingPapers.named(invocation.required("meeting"), in: log, session)
    let zone = try ReaderZone.name(invocation)
    let paper = ConvocationPaper(
      papers.head(in: session.catalogue), papers.file.agenda,
      readerTime: try ReaderZone.text(of: papers.file.meeting, in: zone),
      convener: try papers.convener(in: log))
    session.show(paper.document, asPage: invocation.has("html"))
    return .done
  }

  private static let outcome = Command(
    noun: "meeting", verb: "outcome", group: .out, effect: .reads,
    parameters: [.positional("meeting"), .flag("public"), .flag("html")],
    examples: [
      "admin meeting outcome plenary-19", "admin meeting outcome plenary-19 --public --html",
    ]
  ) { invocation, session in
    let log = try session.log(for: .reading)
    let papers = try MeetingPapers.named(invocation.required("meeting"), in: log, session)
    let paper = OutcomePaper(
      papers.head(in: session.catalogue), papers.file.record,
      for: invocation.has("public") ? .everybody : .restricted)
    session.show(paper.document, asPage: invocation.has("html"))
    return .done
  }

  private static let text = Command(
    noun: "minutes", verb: "text", group: .out, effect: .reads,
    parameters: [.positional("meeting"), .option("version", .number), .flag("html")],
    examples: [
      "admin minutes text plenary-19", "admin minutes text plenary-19 --version 1 --html",
    ]
  ) { invocation, session in
    let log = try session.log(for: .reading)
    let papers = try MeetingPapers.named(invocation.required("meeting"), in: log, session)
    let version = invocation.number("version")
    guard let minutes = papers.file.minutes,
      let paper = MinutesPaper(
        papers.head(in: session.catalogue), minutes, version: version, later: papers.later)
    else { throw missing(version, papers) }
    session.show(paper.document, asPage: invocation.has("html"))
    return .done
  }

  private static let compare = Command(
    noun: "minutes", verb: "compare", group: .out, effect: .reads,
    parameters: [
      .positional("meeting"), .positional("from", .number), .positional("to", .number),
    ],
    examples: [
      "admin minutes compare plenary-19 1 2", "admin minutes compare plenary-19 1 2 --json",
    ]
  ) { invocation, session in
    let log = try session.log(for: .reading)
    let papers = try MeetingPapers.named(invocation.required("meeting"), in: log, session)
    let (from, to) = (invocation.number("from") ?? 0, invocation.number("to") ?? 0)
    guard let old = papers.file.minutes?.content(ofVersion: from) else {
      throw missing(from, papers)
    }
    guard let new = papers.file.minutes?.content(ofVersion: to) else { throw missing(to, papers) }
    let comparison = MinutesComparison(
      from: old, to: new, in: StatementText(session.catalogue),
      corrections: try corrections(papers.file.minutes, from, to, in: log))
    try session.show(ComparisonListing.listing(of: comparison))
    return comparison.changes.isEmpty ? .done : .differences
  }

  private static let extract = Command(
    noun: "deliberation", verb: "extract", group: .out, effect: .reads,
    parameters: [.positional("deliberation"), .flag("html")],
    examples: [
      "admin deliberation extract D-1", "admin deliberation extract D-1 --html > D-1.html",
    ]
  ) { invocation, session in
    let log = try session.log(for: .reading)
    let id = try invocation.required("deliberation")
    let extract = try DecisionExtract(id, in: log, session)
    session.show(extract.document, asPage: invocation.has("html"))
    return .done
  }

  private static let procedure = Command(
    noun: "procedure", verb: "extract", group: .out, effect: .reads,
    parameters: [.positional("procedure"), .flag("html")],
    examples: [
      "admin procedure extract P-1", "admin procedure extract P-1 --html > P-1.html",
    ]
  ) { invocation, session in
    let log = try session.log(for: .reading)
    let id = try invocation.required("procedure")
    let extract = try DecisionExtract(ofProcedure: id, in: log, session)
    session.show(extract.document, asPage: invocation.has("html"))
    return .done
  }

  private static func missing(_ version: Int?, _ papers: MeetingPapers) -> Failure {
    Failure(
      .versionMissing,
      [
        "meeting": .text(papers.file.meeting.id.text), "version": .int(version ?? 1),
        "newest": .int(papers.file.minutes?.version ?? 0),
      ])
  }

  /// The corrections recorded between two versions, by the event that they correct.
  private static func corrections(_ minutes: Minutes?, _ from: Int, _ to: Int, in log: Log) throws
    -> [Int64: [Int64]]
  {
    let bounds = [from, to].compactMap { minutes?.event(ofVersion: $0) }.sorted()
    guard let first = bounds.first, let last = bounds.last else { return [:] }
    var found: [Int64: [Int64]] = [:]
    var position = first
    while true {
      let page = try log.events(
        ofType: Correction.type, after: position, limit: Log.maximumPage)
      for event in page where event.position < last {
        guard let corrected = event.data["corrects"]?.int else { continue }
        found[corrected, default: []].append(event.position)
      }
      guard let end = page.last?.position, end < last else { return found }
      position = end
    }
  }
}
