internal import Governance
internal import Publishing
internal import Values

/// Asks a person for what a command still needs, and shows what the act would do before it is recorded.
struct Interview {
  private let invocation: Invocation
  private let session: Session
  private let questions: [Question]

  /// Questions for every parameter that has no value yet and still makes sense beside those that have one.
  ///
  /// A flag is asked for when the catalogue has a question for it. Whoever has begun to write options is asked only
  /// for those that the command cannot do without.
  init(_ invocation: Invocation, _ session: Session) {
    self.invocation = invocation
    self.session = session
    let wording = Wording(session.catalogue)
    let things = KnownThings(session)
    let command = invocation.command
    let excluded = Set(
      command.parameters.filter { invocation.has($0.name) }
        .flatMap { command.excluded(by: $0.name) })
    let hasOptions = command.options.contains { invocation.has($0.name) }
    questions = command.parameters
      .filter { !invocation.has($0.name) && !excluded.contains($0.name) }
      .filter { $0.kind != .flag || wording.asks($0, of: command) }
      .filter { $0.isRequired || !hasOptions }
      .map { parameter in
        Question(
          title: wording.question(parameter, of: command), parameter: parameter,
          known: things.known(for: parameter), excludes: command.excluded(by: parameter.name),
          explanation: wording.description(parameter, of: command))
      }
  }

  /// The invocation with all answers, once the person has confirmed them; says the line it stands for.
  ///
  /// - Returns: An invocation that lacks nothing.
  /// - Throws: A failure with exit status 13 when the person declined or the input ended.
  func completed() throws(Failure) -> Invocation {
    let conversation = Conversation(session, questions, preview: { preview(answered($0)) })
    let complete = answered(try conversation.answers())
    session.say("wizard.same-as", ["line": .text(complete.line(session.globals))])
    return complete
  }

  private func answered(_ answers: [Int: Argument]) -> Invocation {
    let pairs = answers.map { (questions[$0.key].parameter.name, [$0.value]) }
    return invocation.answered(Dictionary(pairs) { $1 })
  }

  /// What the act would do under the rules; a refusal is shown, so that the answer can be changed.
  private func preview(_ invocation: Invocation) -> Preview {
    do {
      return try invocation.command.preview?(invocation, session) ?? Preview()
    } catch let failure as Failure {
      return Self.refused(session.catalogue.report(failure))
    } catch let refusal as Refusal {
      let page = RefusalPage(session.catalogue)
      return Self.refused(refusal.records.map(page.text(of:)).joined(separator: "\n"))
    } catch {
      return Self.refused(session.catalogue.report(Failure(.unexpected)))
    }
  }

  private static func refused(_ text: String) -> Preview {
    Preview(lines: text.split(separator: "\n").map { String($0) }, isRefused: true)
  }
}
