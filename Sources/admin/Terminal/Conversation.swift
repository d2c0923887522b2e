internal import Publishing
internal import Values

/// A wizard on a terminal: asks, shows the page of answers, and gives them back once confirmed.
struct Conversation {
  private let session: Session
  private let questions: [Question]
  /// What the answers would lead to, told below them on the page.
  private let preview: ([Int: Argument]) -> Preview
  /// What is wrong with an answer, told before the next question.
  private let check: (Int, Argument) -> Failure?
  /// Whether the answers are shown to be confirmed; nothing is recorded from those that are not.
  private let showsPage: Bool
  private let sentences: Sentences

  /// What is said around the questions, by key of the catalogue.
  struct Sentences {
    let start: String
    let confirm: String

    /// An act, which is recorded.
    static let act = Sentences(start: "wizard.start", confirm: "wizard.confirm")
    /// A new network, of which only files are written.
    static let founding = Sentences(start: "wizard.start-init", confirm: "wizard.confirm-init")
  }

  init(
    _ session: Session, _ questions: [Question], showsPage: Bool = true,
    saying sentences: Sentences = .act,
    check: @escaping (Int, Argument) -> Failure? = { _, _ in nil },
    preview: @escaping ([Int: Argument]) -> Preview = { _ in Preview() }
  ) {
    self.showsPage = showsPage
    self.sentences = sentences
    self.check = check
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
    var wizard = Wizard(
      questions, yes: words("answer.yes"), no: words("answer.no"), check: check)
    if showsPage { session.say(sentences.start) }
    while true {
      switch wizard.state {
      case .asking(let index): ask(index)
      case .checking where session.globals.saysYes || !showsPage: return wizard.answers
      case .checking: wizard.mayConfirm = showPage(of: wizard)
      case .confirmed: return wizard.answers
      case .declined: throw Failure(.answerDeclined)
      case .ended: throw Failure(.answersEnded)
      }
      if let notice = wizard.take(session.terminal.readLine()) { tell(notice, wizard) }
    }
  }

  private func words(_ key: String) -> Set<String> {
    Set(session.catalogue.text(key).split(separator: ",").map { String($0.trimmingSpaces) })
  }

  private func ask(_ index: Int) {
    let question = questions[index]
    var lines = ["\(index + 1)/\(questions.count)  \(title(of: question))"]
    let numbered = question.numbered
    lines += numbered.enumerated().map { choice in
      let caption = question.captions[choice.element].map { "  \(Visible.text($0))" } ?? ""
      return "     \(choice.offset + 1)  \(Visible.text(choice.element))\(caption)"
    }
    if numbered.isEmpty, !question.known.offered.isEmpty {
      let known = question.known.offered.joined(separator: " ")
      lines.append("     " + session.catalogue.text("wizard.known", ["known": .text(known)]))
    }
    session.terminal.writeError(lines.joined(separator: "\n") + "\n> ")
  }

  /// The question, and what becomes of it when it is left out.
  private func title(of question: Question) -> String {
    if let fallback = question.fallback { return "\(question.title) [\(fallback)]" }
    guard !question.parameter.isRequired, question.parameter.kind != .flag else {
      return question.title
    }
    return question.title + " " + session.catalogue.text("wizard.optional")
  }

  /// Shows the answers and what they would lead to.
  ///
  /// - Returns: Whether there is anything to confirm.
  private func showPage(of wizard: Wizard) -> Bool {
    let answers = wizard.answers
    var lines = ["", session.catalogue.text("wizard.check")]
    let width = questions.map { DisplayWidth.columns(of: $0.title) }.max() ?? 0
    let digits = String(questions.count).count
    for (index, question) in questions.enumerated() where !wizard.isPointless(index) {
      let number = String(index + 1)
      let indent = String(repeating: " ", count: digits - number.count + 2)
      let gap = String(
        repeating: " ", count: width - DisplayWidth.columns(of: question.title) + 2)
      let answer = shown(answers[index], question)
      lines.append("\(indent)\(number)  \(question.title)\(gap)\(answer)")
    }
    let outcome = preview(answers)
    lines += outcome.lines.map { "  " + $0 }
    lines.append(
      session.catalogue.text(
        outcome.isRefused ? "wizard.change" : sentences.confirm, ["n": .int(questions.count)]))
    session.terminal.writeError(lines.joined(separator: "\n") + " ")
    return !outcome.isRefused
  }

  private func shown(_ answer: Argument?, _ question: Question) -> String {
    guard answer != .present else { return session.catalogue.text("word.yes") }
    return answer.map { Visible.text($0.text) } ?? question.fallback ?? "-"
  }

  private func tell(_ notice: Wizard.Notice, _ wizard: Wizard) {
    switch notice {
    case .help:
      if case .asking(let index) = wizard.state, let told = questions[index].explanation {
        session.terminal.writeError(told + "\n")
      }
      session.say(helpKey(wizard))
    case .answerNeeded: session.say("wizard.answer-needed")
    case .notAnAnswer: session.say(helpKey(wizard))
    case .yesOrNo: session.say("wizard.yes-or-no")
    case .nothingToConfirm: session.say("wizard.help-change")
    case .unknown(let doubt): tell(doubt)
    case .unreadable(let failure):
      session.terminal.writeError(session.catalogue.report(failure) + "\n")
    }
  }

  private func helpKey(_ wizard: Wizard) -> String {
    guard wizard.state == .checking else { return "wizard.help" }
    return wizard.mayConfirm ? "wizard.help-check" : "wizard.help-change"
  }

  private func tell(_ doubt: Question.Doubt) {
    var sentences = [
      session.catalogue.text("wizard.unknown", ["found": .text(Visible.text(doubt.found))])
    ]
    if let nearest = doubt.nearest {
      sentences.append(session.catalogue.text("suggestion", ["nearest": .text(nearest)]))
    }
    if doubt.mayInsist { sentences.append(session.catalogue.text("wizard.insist")) }
    session.terminal.writeError(sentences.joined(separator: " ") + "\n")
  }
}
