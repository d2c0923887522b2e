internal import Values

/// One thing that a person is asked.
struct Question: Equatable, Sendable {
  /// What is asked, in the reader's language.
  let title: String
  /// What the answer must look like, and whether there must be one.
  let parameter: Parameter
  /// Values that are known already; others may be right too.
  var known: [String] = []

  /// The values that can be given by number: choices, or a few known ones.
  var numbered: [String] {
    switch parameter.kind {
    case .choice(let choices): choices
    case .text where known.count <= 12: known
    case .text, .number, .day, .partialDay, .list, .flag: []
    }
  }
}

/// A conversation: questions one after the other, then a page to check the answers.
///
/// The wizard is fed lines and says where it stands; it reads and writes nothing itself.
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
    case unreadable(Failure)
  }

  let questions: [Question]
  private let yes: Set<String>
  private let no: Set<String>
  private(set) var state: State
  private(set) var answers: [Int: Argument] = [:]
  private var isChanging = false

  /// A conversation about the questions, with the words that mean yes and no in lower case.
  init(_ questions: [Question], yes: Set<String>, no: Set<String>) {
    self.questions = questions
    self.yes = yes
    self.no = no
    state = questions.isEmpty ? .checking : .asking(0)
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
    case .checking: return check(text)
    case .confirmed, .declined, .ended: return nil
    }
  }

  private mutating func answer(_ index: Int, _ text: String) -> Notice? {
    if text == "?" { return .help }
    if text == "b" {
      state = isChanging ? .checking : .asking(max(0, index - 1))
      return nil
    }
    let parameter = questions[index].parameter
    if text.isEmpty {
      if answers[index] == nil, parameter.isRequired { return .answerNeeded }
    } else {
      do {
        answers[index] = try Argument(chosen(text, index), for: parameter)
      } catch {
        return .unreadable(error)
      }
    }
    let isLast = index + 1 == questions.count
    state = isChanging || isLast ? .checking : .asking(index + 1)
    return nil
  }

  /// The word that a number stands for; any other text as it is.
  private func chosen(_ text: String, _ index: Int) -> String {
    let words = questions[index].numbered
    guard let number = Int(text), !words.contains(text), words.indices.contains(number &- 1) else {
      return text
    }
    return words[number - 1]
  }

  private mutating func check(_ text: String) -> Notice? {
    let word = text.lowercased()
    isChanging = false
    if word.isEmpty || yes.contains(word) {
      state = .confirmed
    } else if no.contains(word) {
      state = .declined
    } else if word == "b", !questions.isEmpty {
      state = .asking(questions.count - 1)
    } else if let number = Int(word), questions.indices.contains(number &- 1) {
      isChanging = true
      state = .asking(number - 1)
    } else {
      return word == "?" ? .help : .notAnAnswer
    }
    return nil
  }
}
