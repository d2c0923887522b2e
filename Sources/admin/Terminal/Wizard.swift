internal import Values

/// A conversation: questions one after the other, then a page to check the answers.
///
/// The wizard is fed lines and says where it stands; it reads and writes nothing itself. A question that
/// an answer has made pointless is passed over, and asked for when that answer is taken back.
///
/// ```swift
/// var wizard = Wizard(questions, yes: ["y", "yes"], no: ["n", "no"])
/// wizard.take("PT")  // the first answer
/// wizard.take("b")   // back to it
/// ```
struct Wizard {
  /// Where the conversation stands.
  enum State: Equatable {
    case asking(Int)
    case checking
    case confirmed
    /// The person said no.
    case declined
    /// The input ended before the last answer.
    case ended
  }

  /// What to tell the person before asking again.
  enum Notice: Equatable {
    case help
    case answerNeeded
    case notAnAnswer
    /// Neither yes nor no to a question that asks for one of them.
    case yesOrNo
    /// A yes to what would be refused.
    case nothingToConfirm
    case unknown(Question.Doubt)
    case unreadable(Failure)
  }

  let questions: [Question]
  private let yes: Set<String>
  private let no: Set<String>
  private(set) var state: State
  private var given: [Int: Argument] = [:]
  private var asked: Set<Int> = []
  private var isChanging = false
  /// The answer that was doubted last, which is taken when it is given again.
  private var doubted: Argument?
  /// Whether the answers on the page can be recorded; the page says so before it is answered.
  var mayConfirm = true

  /// What is wrong with an answer that has the form of its parameter; nil when nothing is.
  private let check: (Int, Argument) -> Failure?

  /// A conversation about the questions, with the words that mean yes and no in lower case.
  init(
    _ questions: [Question], yes: Set<String>, no: Set<String>,
    check: @escaping (Int, Argument) -> Failure? = { _, _ in nil }
  ) {
    self.questions = questions
    self.check = check
    self.yes = yes
    self.no = no
    state = questions.isEmpty ? .checking : .asking(0)
  }

  /// The answers by the index of their question, without those that another answer has made pointless.
  var answers: [Int: Argument] { given.filter { !isPointless($0.key) } }

  /// Whether an earlier answer leaves no sense in a question.
  ///
  /// Of two answers that exclude each other the one to the earlier question counts.
  func isPointless(_ index: Int) -> Bool {
    let name = questions[index].parameter.name
    return questions[..<index].indices.contains { earlier in
      given[earlier] != nil && questions[earlier].excludes.contains(name) && !isPointless(earlier)
    }
  }

  /// Takes a line of input, nil at its end; nil when the line was understood.
  mutating func take(_ line: String?) -> Notice? {
    guard let line else {
      state = .ended
      return nil
    }
    let text = String(line.trimmingSpaces)
    switch state {
    case .asking(let index): return answer(index, text)
    case .checking: return confirm(text)
    case .confirmed, .declined, .ended: return nil
    }
  }
}

// MARK: - Answers

extension Wizard {
  private mutating func answer(_ index: Int, _ text: String) -> Notice? {
    if text == "?" { return .help }
    if text == "b" {
      goBack(from: index)
      return nil
    }
    if let notice = read(text, index) { return notice }
    asked.insert(index)
    goOn(from: index)
    return nil
  }

  /// Keeps what an answer says; a notice when it says nothing that can be kept.
  private mutating func read(_ text: String, _ index: Int) -> Notice? {
    let question = questions[index]
    if text.isEmpty {
      return given[index] == nil && question.parameter.isRequired ? .answerNeeded : nil
    }
    if question.parameter.kind == .flag { return readFlag(text, index) }
    do {
      let answer = try Argument(chosen(text, index), for: question.parameter)
      if let doubt = question.doubt(about: answer), !(doubt.mayInsist && doubted == answer) {
        doubted = answer
        return .unknown(doubt)
      }
      doubted = nil
      if let fault = check(index, answer) { return .unreadable(fault.asAnswer) }
      given[index] = answer
      return nil
    } catch {
      return .unreadable(error.asAnswer)
    }
  }

  private mutating func readFlag(_ text: String, _ index: Int) -> Notice? {
    let word = text.lowercased()
    guard yes.contains(word) || no.contains(word) else { return .yesOrNo }
    given[index] = yes.contains(word) ? .present : nil
    return nil
  }

  private mutating func goBack(from index: Int) {
    let former = questions[..<index].indices.last { !isPointless($0) }
    state = isChanging ? .checking : .asking(former ?? index)
    doubted = nil
  }

  /// To the next question; after a change on the page only to those that were never asked.
  private mutating func goOn(from index: Int) {
    let rest = isChanging ? questions.indices : (index + 1)..<questions.count
    let next = rest.first { !isPointless($0) && !(isChanging && asked.contains($0)) }
    state = next.map { .asking($0) } ?? .checking
  }

  /// The word that a number stands for; any other text as it is.
  private func chosen(_ text: String, _ index: Int) -> String {
    let words = questions[index].numbered
    guard let number = Int(text), !words.contains(text), words.indices.contains(number &- 1) else {
      return text
    }
    return words[number - 1]
  }

  private mutating func confirm(_ text: String) -> Notice? {
    let word = text.lowercased()
    isChanging = false
    if word.isEmpty || yes.contains(word) {
      guard mayConfirm else { return .nothingToConfirm }
      state = .confirmed
    } else if no.contains(word) {
      state = .declined
    } else if word == "b", let last = questions.indices.last(where: { !isPointless($0) }) {
      state = .asking(last)
    } else if let number = Int(word), questions.indices.contains(number &- 1),
      !isPointless(number - 1)
    {
      isChanging = true
      state = .asking(number - 1)
    } else {
      return word == "?" ? .help : .notAnAnswer
    }
    return nil
  }
}
