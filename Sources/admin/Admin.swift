internal import Publishing
internal import Values

/// The program: words in, an answer and an exit status out.
enum Admin {
  /// Runs one command line.
  ///
  /// - Parameters:
  ///   - words: The arguments after the program's name.
  ///   - environment: The variables of the process.
  ///   - terminal: Where to read and write.
  ///   - tree: The commands; another tree only in tests.
  /// - Returns: The status for the shell; every failure has been told on standard error.
  static func run(
    _ words: [String], environment: [String: String], terminal: any Terminal,
    tree: CommandTree = .all
  ) -> ExitStatus {
    let language = ArgumentParser.language(in: words) ?? Language(environment: environment)
    let speaker = FailureSpeaker(
      catalogue: Catalogue(language), terminal: terminal, asJSON: ArgumentParser.asksForJSON(words))
    do {
      let request = try ArgumentParser.request(words, in: tree)
      let status = try answer(
        request,
        Session(
          tree: tree, catalogue: Catalogue(language), globals: request.globals,
          environment: environment, terminal: terminal))
      guard terminal.flush() else { throw Failure(.outputFailed) }
      return status
    } catch {
      return speaker.tell(error)
    }
  }

  private static func answer(
    _ request: ArgumentParser.Request, _ session: Session
  ) throws -> ExitStatus {
    switch request {
    case .run(let invocation):
      return try run(invocation, session)
    case .help(let words, _):
      session.terminal.write(try Help(session.tree, session.catalogue).text(on: words))
      return .done
    case .nothing(let words, _):
      session.terminal.writeError(try Help(session.tree, session.catalogue).text(on: words))
      return .usage
    }
  }

  private static func run(_ invocation: Invocation, _ session: Session) throws -> ExitStatus {
    guard invocation.missing.isEmpty else {
      guard session.canAsk, invocation.command.effect == .records else {
        throw Failure(
          .optionMissing,
          [
            "command": .text(invocation.command.name),
            "options": .list(invocation.missing.map(\.spelling)),
          ])
      }
      if invocation.command.preview != nil { try session.checkFounded() }
      let complete = try Interview(invocation, session).completed()
      return try complete.command.run(complete, session)
    }
    return try invocation.command.run(invocation, session)
  }
}
