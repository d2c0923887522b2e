internal import EventStore
internal import Governance
internal import Projections
internal import Values

/// The acts on persons that reach further than the log.
enum PersonCommands {
  static let all = [erase, export]

  static let erase = Command(act: ErasePerson.kind) { invocation, session in
    let words = try words(invocation, session)
    try checkNamesNobody(invocation, session, words)
    return try ActRun(invocation, session).perform { answer, log in
      guard answer.events.contains(where: { $0.type == PersonErasure.type }),
        let person = try PersonID(invocation.required("person"))
      else { return nil }
      return try ErasureReach(of: person, words, in: log).addition(session.catalogue)
    }
  }

  static let export = Command(
    act: ExportPerson.kind, parameters: [.option("out", .text)]
  ) { invocation, session in
    let out = invocation.text("out")
    if let out, FileBytes.exists(out) { throw Failure(.fileUnmade, ["path": .text(out)]) }
    let log = try session.log(for: .writing)
    let run = ActRun(invocation, session)
    let answer = try run.recorded(in: log)
    guard !session.globals.isDryRun, answer.verdict != .refused,
      let id = try PersonID(invocation.required("person"))
    else { return try run.show(answer, in: log) }
    let page = try PersonPage(PersonTrace(of: id, in: log), log, session)
    let isJSON = session.globals.format == .json || out?.hasSuffix(".json") == true
    let text = isJSON ? page.json.pretty + "\n" : page.markdown
    guard let out else {
      session.terminal.write(text)
      return .done
    }
    try NewFiles.write(text, to: out, mode: 0o600)
    return try run.show(answer, in: log)
  }

  /// What could be opened of the person before the act; nothing where no such person is.
  private static func words(_ invocation: Invocation, _ session: Session) throws -> Set<String> {
    guard let person = PersonID(try invocation.required("person")) else { return [] }
    let log = try session.log(for: .reading)
    defer { log.close() }
    return try PersonTrace.words(of: person, in: log)
  }

  /// Refuses words that stay for ever and hold what is to be erased.
  ///
  /// - Throws: `words-name-person` with the option at fault.
  private static func checkNamesNobody(
    _ invocation: Invocation, _ session: Session, _ words: Set<String>
  ) throws(Failure) {
    let said = [
      ("basis", invocation.text("basis")), ("reason", invocation.text("reason")),
      ("note", session.globals.note), ("key", session.globals.key),
    ]
    for (option, text) in said {
      let parts = words.flatMap { $0.split(separator: " ") }
        .filter { $0.utf8.count >= PersonTrace.shortest }
      guard let text, parts.contains(where: { text.contains($0) }) else { continue }
      throw Failure(.wordsNamePerson, ["option": .text("--\(option)")])
    }
  }
}
