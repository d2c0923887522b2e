internal import Plugins
internal import Publishing
internal import Values

/// Asks a founder what a template wants to know.
struct FoundersQuestions {
  private let template: Template
  private let session: Session
  private let today: Day

  init(_ template: Template, _ session: Session, today: Day) {
    (self.template, self.session, self.today) = (template, session, today)
  }

  /// The answers as an answers file would have them; those left out take their default.
  func answers() throws(Failure) -> Node {
    let conversation = Conversation(
      session, template.questions.map(asked), saying: .founding,
      check: { [template] in template.questions[$0].fault(in: Self.node($1)) },
      preview: { preview(of: node(of: $0)) })
    return node(of: try conversation.answers())
  }

  /// What is wrong with the answers together, told before they are confirmed.
  private func preview(of answers: Node) -> Preview {
    let faults = TemplateInstance.faults(template, answers: answers, today: today)
    let lines = faults.flatMap { session.catalogue.report($0).split(separator: "\n") }
    return Preview(lines: lines.map { String($0) }, isRefused: !faults.isEmpty)
  }

  private func node(of answers: [Int: Argument]) -> Node {
    let entries = template.questions.enumerated().compactMap { index, question in
      answers[index].map { Entry(question.id, value: Self.node($0)) }
    }
    return Node(.mapping(entries))
  }

  private func asked(_ question: Plugins.Question) -> Question {
    let language = session.catalogue.language.rawValue
    var parameter = Parameter.option(question.id, Self.kind(of: question))
    parameter.isRequired = question.fallback == nil
    return Question(
      title: question.question.text(in: language, else: ["en"]), parameter: parameter,
      explanation: session.catalogue.template("founder.\(Self.form(of: question))"),
      fallback: question.fallback(in: [session.catalogue.language.rawValue]).map(shown))
  }

  /// What form the answer has, by which it is explained.
  private static func form(of question: Plugins.Question) -> String {
    question.sets == "timezone" ? "timezone" : question.kind.rawValue
  }

  /// A default as a person reads it: `today`, `first` and an empty list in the words of the language.
  private func shown(_ fallback: Node) -> String {
    let text = Cell.shown(fallback.json, in: session.catalogue)
    if text.isEmpty { return session.catalogue.text("founder.none") }
    return session.catalogue.template("founder.default.\(text)") ?? text
  }

  private static func kind(of question: Plugins.Question) -> Parameter.Kind {
    switch question.kind {
    case .text, .id, .member, .period: .text
    case .languages, .members, .group: .list
    case .day: .partialDay
    case .number: .number
    case .choice: .choice(question.choices)
    }
  }

  private static func node(_ argument: Argument) -> Node {
    switch argument {
    case .list(let items): Node(.sequence(items.map(scalar)))
    case .text, .number, .day, .partialDay, .present: scalar(argument.text)
    }
  }

  private static func scalar(_ text: String) -> Node { Node(.scalar(Scalar(text, .plain))) }
}
