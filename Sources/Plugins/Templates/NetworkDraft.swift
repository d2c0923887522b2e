internal import Values

/// The text of a new network's file: what was answered, then the template as remarks.
struct NetworkDraft {
  let template: Template
  let answers: Answers
  let today: Day
  var words = DraftWords.english

  /// How long the first group of a rotation stays.
  private static let groupPeriod = Period(months: 18)

  var text: String {
    let writer = NodeWriter(remarks: remarks)
    return """
      \(words.head(template))

      \(writer.text(entries))
      # ---- \(words.rest) -------------------------------------------------------------

      \(templateAsRemarks)

      """
  }

  // MARK: - Keys

  private var entries: [Entry] {
    let instrument = answers["instrument"] ?? Self.text("")
    var entries = [
      Entry("format", value: Self.text(RulesReader.format)),
      Entry("id", value: answers["id"] ?? Self.text("")),
      Entry("version", value: Self.text("1.0.0")),
      Entry("extends", value: Self.text(template.reference)),
      Entry("recording_since", value: Self.text(today.description)),
      Entry("basis", value: Node(.mapping([Entry("founding", value: instrument)]))),
      Entry("founding", value: Node(.mapping([Entry("source", value: Self.text("founding"))]))),
    ]
    for question in template.questions {
      guard let path = question.sets, let value = value(of: question) else { continue }
      entries = Self.set(value, at: path.split(separator: ".").map { String($0) }, in: entries)
    }
    return entries
  }

  private func value(of question: Question) -> Node? {
    guard let answer = answers[question.id] else { return nil }
    switch question.kind {
    case .group: return group(answer)
    case .text where question.sets == "title": return title(answer)
    case .text, .id, .languages, .members, .member, .period, .day, .number, .choice: return answer
    }
  }

  /// One title for all languages, until somebody translates it.
  private func title(_ answer: Node) -> Node {
    guard case .scalar = answer.kind else { return answer }
    return Node(.mapping(answers.texts("languages").map { Entry($0, value: answer) }))
  }

  /// The first group of a rotation, from today on; no group when nobody was named.
  private func group(_ answer: Node) -> Node {
    guard let members = try? answer.sequence(), !members.isEmpty else {
      return Node(.sequence([]))
    }
    let last = Day(number: (today + Self.groupPeriod).number - 1)
    let group = Node(
      .mapping([
        Entry("members", value: answer), Entry("from", value: Self.text(today.description)),
        Entry("until", value: Self.text(last.description)),
      ]))
    return Node(.sequence([group]))
  }

  private static func text(_ text: String) -> Node { Node(.scalar(Scalar(text, .quoted))) }

  /// The entries with a value at a path, which is made where it is not there.
  private static func set(_ value: Node, at path: [String], in entries: [Entry]) -> [Entry] {
    guard let name = path.first else { return entries }
    let index = entries.firstIndex { $0.name == name }
    var below: [Entry] = []
    if let index, case .mapping(let there) = entries[index].value.kind { below = there }
    let rest = Array(path.dropFirst())
    let entry = Entry(
      name, value: rest.isEmpty ? value : Node(.mapping(set(value, at: rest, in: below))))
    var entries = entries
    if let index { entries[index] = entry } else { entries.append(entry) }
    return entries
  }

  // MARK: - Remarks

  private var remarks: [String: String] {
    let language = answers.texts("languages").first ?? "en"
    var remarks = [
      "recording_since": words.since
    ]
    for question in template.questions {
      guard let path = question.sets else { continue }
      remarks[path] = question.question.text(in: language, else: ["en"])
    }
    return remarks
  }

  private var templateAsRemarks: String {
    let lines = template.text.split(separator: "\n", omittingEmptySubsequences: false)
    let cases = CaseBook.keys.map { "\($0):" }
    let rules = lines.drop { $0 != "governance:" }.prefix { !cases.contains(String($0)) }
    // What stands right above the cases speaks of them.
    let own = rules.reversed().drop { $0.isEmpty || $0.hasPrefix("#") }.reversed()
    return own.map { $0.isEmpty ? "#" : "# \($0)" }
      .joined(separator: "\n")
  }
}
