internal import Publishing
internal import Values

/// A wizard on a terminal: asks, shows the page of answers, and gives them back once confirmed.
struct Conversation {
  private let session: Session
  private let questions: [Question]
  /// Lines below the answers on the page; what the answers would lead to.
  private let preview: ([Int: Argument]) -> [String]

  init(
    _ session: Session, _ questions: [Question],
    preview: @escaping ([Int: Argument]) -> [String] = { _ in [] }
  ) {
    self.session = session
    self.questions = questions
    self.preview = preview
  }

  /// The answers by the index of their question, once the person has confirmed them.
  ///
  /// - Returns: An answer for every question that needs one.
  /// - Throws: A failure with exit status 13 when the person declined or the input ended; nothing
  ///   has been recorded then.
  func answers() throws(Failure) -> [Int: Argument] {
    var wizard = Wizard(questions, yes: words("answer.yes"), no: words("answer.no"))
    session.say("wizard.start")
    while true {
      switch wizard.state {
      case .asking(let index): ask(index)
      case .checking where session.globals.saysYes: return wizard.answers
      case .checking: showPage(wizard.answers)
      case .confirmed: return wizard.answers
      case .declined: throw Failure(.answerDeclined)
      case .ended: throw Failure(.answersEnded)
      }
      if let notice = wizard.take(session.terminal.readLine()) { tell(notice, wizard.state) }
    }
  }

  private func words(_ key: String) -> Set<String> {
    Set(session.catalogue.text(key).split(separator: ",").map { String($0.trimmingSpaces) })
  }

  private func ask(_ index: Int) {
    let question = questions[index]
    var lines = ["\(index + 1)/\(questions.count)  \(question.title)"]
    let numbered = question.numbered
    lines += numbered.enumerated().map { "     \($0.offset + 1)  \(Visible.text($0.element))" }
    if numbered.isEmpty, !question.known.isEmpty {
      let known = question.known.joined(separator: " ")
      lines.append("     " + session.catalogue.text("wizard.known", ["known": .text(known)]))
    }
    session.terminal.writeError(lines.joined(separator: "\n") + "\n> ")
  }

  private func showPage(_ answers: [Int: Argument]) {
    var lines = ["", session.catalogue.text("wizard.check")]
    let width = questions.map { DisplayWidth.columns(of: $0.title) }.max() ?? 0
    for (index, question) in questions.enumerated() {
      let gap = String(
        repeating: " ", count: width - DisplayWidth.columns(of: question.title) + 2)
      let answer = answers[index].map { Visible.text($0.text) } ?? "-"
      lines.append("  \(index + 1)  \(question.title)\(gap)\(answer)")
    }
    lines += preview(answers).map { "  " + $0 }
    lines.append(session.catalogue.text("wizard.confirm", ["n": .int(questions.count)]))
    session.terminal.writeError(lines.joined(separator: "\n") + " ")
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
