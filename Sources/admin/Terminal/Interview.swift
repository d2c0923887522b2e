internal import Publishing
internal import Values

/// Asks a person for what a command still needs, and shows the answers before anything is recorded.
struct Interview {
  private let invocation: Invocation
  private let session: Session
  private let questions: [Question]

  /// Questions for every parameter that has no value yet; flags are not asked for.
  init(_ invocation: Invocation, _ session: Session) {
    self.invocation = invocation
    self.session = session
    let wording = Wording(session.catalogue)
    questions = invocation.command.parameters
      .filter { $0.kind != .flag && !invocation.has($0.name) }
      .map { Question(title: wording.question($0, of: invocation.command), parameter: $0) }
  }

  /// The invocation with all answers, once the person has confirmed them.
  ///
  /// - Returns: An invocation that lacks nothing.
  /// - Throws: A failure with exit status 13 when the person declined or the input ended; nothing
  ///   has been recorded then.
  func completed() throws(Failure) -> Invocation {
    var wizard = Wizard(questions, yes: words("answer.yes"), no: words("answer.no"))
    session.say("wizard.start")
    while true {
      switch wizard.state {
      case .asking(let index): ask(index)
      case .checking where session.globals.saysYes: return confirmed(wizard)
      case .checking: showPage(wizard)
      case .confirmed: return confirmed(wizard)
      case .declined: throw Failure(.answerDeclined)
      case .ended: throw Failure(.answersEnded)
      }
      if let notice = wizard.take(session.terminal.readLine()) { tell(notice, wizard.state) }
    }
  }

  private func words(_ key: String) -> Set<String> {
    Set(session.catalogue.text(key).split(separator: ",").map { String($0.trimmingSpaces) })
  }

  private func answered(_ wizard: Wizard) -> Invocation {
    let pairs = wizard.answers.map { (questions[$0.key].parameter.name, [$0.value]) }
    return invocation.answered(Dictionary(pairs) { $1 })
  }

  private func confirmed(_ wizard: Wizard) -> Invocation {
    let complete = answered(wizard)
    session.say("wizard.same-as", ["line": .text(complete.line(session.globals))])
    return complete
  }
}

// MARK: - What the person sees

extension Interview {
  private func ask(_ index: Int) {
    let question = questions[index]
    var lines = ["\(index + 1)/\(questions.count)  \(question.title)"]
    if case .choice(let choices) = question.parameter.kind {
      lines += choices.enumerated().map { "     \($0.offset + 1)  \($0.element)" }
    }
    session.terminal.writeError(lines.joined(separator: "\n") + "\n> ")
  }

  private func showPage(_ wizard: Wizard) {
    var lines = ["", session.catalogue.text("wizard.check")]
    let width = questions.map { DisplayWidth.columns(of: $0.title) }.max() ?? 0
    for (index, question) in questions.enumerated() {
      let gap = String(
        repeating: " ", count: width - DisplayWidth.columns(of: question.title) + 2)
      let answer = wizard.answers[index].map { Visible.text($0.text) } ?? "-"
      lines.append("  \(index + 1)  \(question.title)\(gap)\(answer)")
    }
    lines += preview(wizard).map { "  " + $0 }
    lines.append(session.catalogue.text("wizard.confirm", ["n": .int(questions.count)]))
    session.terminal.writeError(lines.joined(separator: "\n") + " ")
  }

  /// What the act would do under the rules; a refusal is shown, so that the answer can be changed.
  private func preview(_ wizard: Wizard) -> [String] {
    do {
      return try invocation.command.preview?(answered(wizard), session) ?? []
    } catch let failure as Failure {
      return session.catalogue.report(failure).split(separator: "\n").map { String($0) }
    } catch {
      return session.catalogue.report(Failure(.unexpected)).split(separator: "\n").map {
        String($0)
      }
    }
  }

  private func tell(_ notice: Wizard.Notice, _ state: Wizard.State) {
    switch notice {
    case .help: session.say(state == .checking ? "wizard.help-check" : "wizard.help")
    case .answerNeeded: session.say("wizard.answer-needed")
    case .notAnAnswer: session.say("wizard.help-check")
    case .unreadable(let failure):
      session.terminal.writeError(session.catalogue.report(failure) + "\n")
    }
  }
}
