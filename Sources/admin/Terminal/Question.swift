internal import Publishing
internal import Values

/// One thing that a person is asked.
struct Question: Equatable, Sendable {
  /// What is known of the values that an answer may have.
  enum Known: Equatable, Sendable {
    case nothing
    /// Others may be right too; whoever means one says so twice.
    case open([String])
    /// No other is right; those offered are shown.
    case closed(Set<String>, offered: [String])

    var offered: [String] {
      switch self {
      case .nothing: []
      case .open(let ids): ids
      case .closed(_, let offered): offered
      }
    }
  }

  /// An answer that is none of the known values.
  struct Doubt: Equatable, Sendable {
    let found: String
    /// The known value that was most likely meant.
    let nearest: String?
    /// Whether the same answer, given again, is taken.
    let mayInsist: Bool
  }

  /// What is asked, in the reader's language.
  let title: String
  /// What the answer must look like, and whether there must be one.
  let parameter: Parameter
  var known: Known = .nothing
  /// The parameters that are not asked for any more once this one has an answer.
  var excludes: Set<String> = []
  /// What the answer means, told when the person asks; nil when nothing more can be said.
  var explanation: String?
  /// What is taken when the answer is left out, as a person reads it; nil when nothing is.
  var fallback: String?
  /// What each choice is called, by its word, where the word alone says too little.
  var captions: [String: String] = [:]

  /// The values that can be given by number: choices, or a few known ones.
  var numbered: [String] {
    switch parameter.kind {
    case .choice(let choices): choices
    case .text where known.offered.count <= 12: known.offered
    case .text, .number, .day, .partialDay, .list, .flag: []
    }
  }

  /// The first id of an answer that is not known; nil when all are, or when nothing is known.
  ///
  /// Of a pair such as `PT=for` the id is what stands before the sign.
  func doubt(about answer: Argument) -> Doubt? {
    let ids = answer.items.map { String($0.prefix { $0 != "=" }) }
    switch known {
    case .nothing: return nil
    case .open(let all): return doubt(ids, all, mayInsist: true)
    case .closed(let all, _): return doubt(ids, all.sorted(), mayInsist: false)
    }
  }

  /// The code of a state that is named instead, where members are asked for.
  private func state(_ found: String, _ known: [String]) -> String? {
    guard parameter.refersTo == "member" else { return nil }
    return StateNames.code(named: found).flatMap { known.contains($0) ? $0 : nil }
  }

  private func doubt(_ ids: [String], _ known: [String], mayInsist: Bool) -> Doubt? {
    guard let found = ids.first(where: { !known.contains($0) }) else { return nil }
    let exact = known.first { $0.lowercased() == found.lowercased() }
    return Doubt(
      found: found,
      nearest: exact ?? state(found, known) ?? Suggestion.word(to: found, among: known),
      mayInsist: mayInsist)
  }
}
