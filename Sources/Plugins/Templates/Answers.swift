package import Values

/// A founder's answers, each read as its question asks, defaults filled in.
struct Answers {
  private let values: [String: Node]

  subscript(id: String) -> Node? { values[id] }

  func text(_ id: String) -> String? { values[id].flatMap { try? $0.string() } }

  /// The texts of a list; empty for a question that is not asked.
  func texts(_ id: String) -> [String] {
    let nodes = values[id].flatMap { try? $0.sequence() } ?? []
    return nodes.compactMap { try? $0.string() }
  }

  /// - Returns: nil for answers that are no mapping; wrong ones are noted and left out.
  static func read(
    _ node: Node, of template: Template, today: Day, _ findings: Findings
  ) -> Answers? {
    let context = RulesContext(findings: findings)
    return Section.read(node, path: "", in: context) { section in
      context.languages = languages(&section, of: template)
      var values: [String: Node] = [:]
      for question in template.questions {
        values[question.id] = value(of: question, &section, today: today)
      }
      if values["coordinator"]?.json == "first" { values["coordinator"] = first(of: values) }
      return Answers(values: values)
    }
  }

  /// The languages, which the title must be known in before it is read.
  private static func languages(_ section: inout Section, of template: Template) -> [String] {
    let fallback = template.questions.first { $0.id == "languages" }?.fallback
    let node = section.node("languages") ?? fallback
    let nodes = node.flatMap { try? $0.sequence() } ?? []
    return nodes.compactMap { try? $0.string() }
  }

  private static func first(of values: [String: Node]) -> Node? {
    values["members"].flatMap { try? $0.sequence() }?.first
  }

  private static func value(
    of question: Question, _ section: inout Section, today: Day
  ) -> Node? {
    if let node = section.node(question.id) {
      return section.context.answer(node, to: question)
    }
    guard let fallback = question.fallback(in: section.context.languages) else {
      return section.required(question.id, .any)
    }
    guard fallback.json == "today" else { return fallback }
    return Node(.scalar(Scalar(today.description, .plain)))
  }
}

extension RulesContext {
  /// An answer that is what its question asks for; nil for another, which is noted.
  func answer(_ node: Node, to question: Question) -> Node? {
    if question.sets == "title", case .mapping = node.kind {
      return localText(node).map { _ in node }
    }
    return findings.collect { () throws(Failure) in
      try check(node, question)
      return node
    }
  }

  /// A time zone; a city alone is told the zone that it lies in.
  private func zone(_ node: Node) throws(Failure) -> String {
    do throws(Failure) {
      return try Form.zone.read(node)
    } catch {
      let text = try node.string()
      guard let zone = ZoneNames.zone(ofCity: text) else { throw error }
      throw Failure(
        .zoneUnknown, ["found": .text(text), "nearest": .text(zone)], at: node.place)
    }
  }

  fileprivate func check(_ node: Node, _ question: Question) throws(Failure) {
    switch question.kind {
    case .text where question.sets == "timezone":
      let zone = try zone(node)
      guard let fault = PluginFile.zoneFault(in: zone, at: node.place), fault.code == .zoneUnknown
      else { return }
      throw fault
    case .text:
      let text = try node.string()
      guard !text.allSatisfy(\.isWhitespace) else { throw node.unreadable("text") }
      // A key such as an arrow sends some to a terminal.
      guard !text.unicodeScalars.contains(where: { $0.isHidden || $0.value < 0x20 }) else {
        throw node.unreadable("seen-text")
      }
    case .id: _ = try Form.slug.read(node)
    case .languages: try checkItems(node, .language, least: 1)
    case .members: try checkItems(node, memberCode, least: question.fallback == nil ? 1 : 0)
    case .group: try checkItems(node, memberCode, least: 0)
    case .member: _ = try memberCode.read(node)
    case .period: _ = try Form<Period>.period.read(node)
    case .day: _ = try node.partialDay()
    case .number: _ = try node.integer(in: 1...366)
    case .choice: _ = try node.choice(of: question.choices)
    }
  }

  private func checkItems(_ node: Node, _ form: Form<String>, least: Int) throws(Failure) {
    let items = try node.sequence()
    guard items.count >= least else { throw Failure(.listEmpty, at: node.place) }
    var seen: Set<String> = []
    for item in items where try !seen.insert(form.read(item)).inserted {
      throw Failure(.valueRepeated, ["found": .text(try item.string())], at: item.place)
    }
  }
}

extension Question {
  /// What is wrong with an answer by itself; nil when it is what the question asks for.
  ///
  /// Whether answers fit together is seen when a network is made of all of them.
  package func fault(in answer: Node) -> Failure? {
    do throws(Failure) {
      try RulesContext(findings: Findings()).check(answer, self)
      return nil
    } catch {
      return error
    }
  }
}
