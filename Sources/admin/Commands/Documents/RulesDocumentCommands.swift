internal import EventStore
internal import Governance
internal import Plugins
internal import Publishing
internal import Values

/// The documents that the rules of the network declare, written of its events.
enum RulesDocumentCommands {
  static let all = [list, show, write]

  private static let list = Command(
    noun: "document", verb: "list", group: .ask, effect: .reads, parameters: [],
    examples: ["admin document list", "admin document list --as-of 2025-06-30 --json"]
  ) { _, session in
    let log = try session.log(for: .reading)
    let rows = try documents(session, in: log).map { rule in
      JSON.Fields([
        ("document", .text(rule.name)), ("on", .text(rule.on)),
        ("formats", .texts(rule.formats.map(\.rawValue))),
        ("languages", .texts(rule.body.texts.keys.sorted())),
      ])
    }
    try session.show(Listing(columns: ["document", "on", "formats", "languages"], rows: rows))
    return .done
  }

  private static let parameters: [Parameter] = [
    .positional("document"), Parameter.option("of", .text).required, .flag("html"),
  ]

  private static let show = Command(
    noun: "document", verb: "show", group: .out, effect: .reads, parameters: parameters,
    examples: [
      "admin document show admission --of PT",
      "admin --lang pt document show admission --of 12 --html > admission.html",
    ]
  ) { invocation, session in
    let paper = try paper(invocation, session)
    session.show(paper, asPage: invocation.has("html"))
    return .done
  }

  /// A file of the same bytes as `show` prints; nothing that is there is overwritten.
  private static let write = Command(
    noun: "document", verb: "write", group: .out, effect: .reads,
    parameters: parameters + [Parameter.option("to", .text).required],
    examples: [
      "admin document write admission --of PT --to admission.md",
      "admin document write admission --of PT --html --to admission-pt.html",
    ]
  ) { invocation, session in
    let path = try invocation.required("to")
    if FileBytes.exists(path) { throw Failure(.fileUnmade, ["path": .text(path)]) }
    let paper = try paper(invocation, session)
    try NewFiles.write(invocation.has("html") ? paper.html : paper.markdown, to: path)
    if !session.globals.isQuiet { session.say("document.written", ["path": .text(path)]) }
    return .done
  }

  /// The document that a line names, in a form that the rules have for it.
  ///
  /// - Throws: `document-missing` or `document-format`, with what there is.
  private static func paper(_ invocation: Invocation, _ session: Session) throws -> Document {
    let log = try session.log(for: .reading)
    let name = try invocation.required("document")
    let recorded = try find(name, of: invocation.required("of"), in: log, session)
    let format: DocumentRule.Format = invocation.has("html") ? .html : .text
    guard recorded.rule.formats.contains(format) || session.globals.format.isForPrograms else {
      throw Failure(
        .documentFormat,
        [
          "document": .text(name), "found": .text(format.rawValue),
          "choices": .list(recorded.rule.formats.map(\.rawValue)),
        ])
    }
    return RulesPaper(recorded, in: session.catalogue).document
  }

  /// Those of the rules of the day; none before the first rules.
  private static func documents(_ session: Session, in log: Log) throws -> [DocumentRule] {
    do { return try rules(session, in: log).documents } catch let failure as Failure
      where failure.code == .rulesMissing
    { return [] }
  }

  private static func rules(_ session: Session, in log: Log) throws -> Rules {
    try PluginFile.load(
      resolved: RulesInForceReader(log).resolved(on: session.day(in: log)), isAdopted: true)
  }

  /// The document of the last event of its type that a position or an id names.
  private static func find(
    _ name: String, of subject: String, in log: Log, _ session: Session
  ) throws -> RecordedDocument {
    let votes = try OpenVotes(in: log)
    let all = try events(of: subject, in: log)
    let events = all.filter { !votes.hides($0) }
    guard !events.isEmpty || all.isEmpty else {
      throw Failure(.voteOpen, ["found": .text(subject)])
    }
    if let found = try RecordedDocument.last(name, of: events, in: log, zones: .machine) {
      return found
    }
    let known = try rules(session, in: log).documents
    let names = known.map(\.name)
    let types = known.filter { $0.name == name }.map(\.on)
    throw Failure(
      .documentMissing,
      [
        "document": .text(name), "subject": .text(subject),
        "nearest": .text(names.contains(name) ? "" : Suggestion.word(to: name, among: names) ?? ""),
        "events": types.isEmpty ? .word("word.none") : .list(types),
      ])
  }

  private static func events(of subject: String, in log: Log) throws -> [RecordedEvent] {
    if let position = Int64(subject) { return try log.event(at: position).map { [$0] } ?? [] }
    let names =
      EntityCatalogue.kinds.compactMap { StreamName(category: $0.category, id: subject) }
      + [StreamName(subject)].compactMap(\.self)
    return try names.flatMap { try log.events(of: $0) }
  }
}
