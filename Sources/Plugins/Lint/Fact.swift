/// What must be so about one part of an event for a condition to be met.
///
/// A part is named by its text: within one event the same text has the same value.
enum Fact: Hashable {
  case truth(String, Bool)
  case within(String, ClosedRange<Int64>)
  case except(String, Int64)
  case among(String, Set<String>)
  case notAmong(String, Set<String>)
}

/// What a part of an event can be at all, as far as the rules say it.
enum Domain: Hashable {
  case numbers(ClosedRange<Int64>)
  case words(Set<String>)
}

/// A condition as the ways in which it can be met: one of them, with all of its facts.
///
/// What is not understood is left out, so that a way may seem possible that is not, never the other
/// way round: whatever is found to be impossible is impossible.
struct Ways {
  /// More are not followed; the condition then counts as one that can be met.
  static let most = 64

  private(set) var all: [Set<Fact>]

  /// Met whatever the event is.
  static let always = Ways([[]])
  static let never = Ways([])
  /// Met by some events, for all that is known.
  static let unknown = Ways(.truth("?", true))

  private init(_ all: [Set<Fact>]) { self.all = all }

  init(_ fact: Fact) { all = [[fact]] }

  func and(_ other: Ways) -> Ways {
    guard all.count * other.all.count <= Self.most else { return .unknown }
    return Ways(all.flatMap { one in other.all.map { one.union($0) } })
  }

  func or(_ other: Ways) -> Ways {
    all.count + other.all.count <= Self.most ? Ways(all + other.all) : .unknown
  }

  /// Whether it is met whatever the event is.
  var isAlways: Bool { all == [[]] }

  /// Whether it is met by nothing, without a look at what events can be.
  var isNever: Bool { all.isEmpty }

  /// Whether some way has facts that go together.
  func isPossible(_ domain: (String) -> Domain?) -> Bool {
    all.contains { Self.isConsistent($0, domain) }
  }

  private static func isConsistent(_ facts: Set<Fact>, _ domain: (String) -> Domain?) -> Bool {
    var parts: [String: Part] = [:]
    for fact in facts {
      let name = fact.part
      parts[name, default: Part(domain(name))].add(fact)
    }
    return parts.values.allSatisfy(\.isPossible)
  }
}

extension Fact {
  fileprivate var part: String {
    switch self {
    case .truth(let part, _), .within(let part, _), .except(let part, _), .among(let part, _),
      .notAmong(let part, _):
      part
    }
  }
}

/// All that is demanded of one part.
private struct Part {
  private var truths: Set<Bool> = []
  private var least = Int64.min
  private var most = Int64.max
  private var gaps: Set<Int64> = []
  /// Nil for any.
  private var words: Set<String>?
  private var others: Set<String> = []

  init(_ domain: Domain?) {
    switch domain {
    case .numbers(let range): (least, most) = (range.lowerBound, range.upperBound)
    case .words(let words): self.words = words
    case nil: break
    }
  }

  mutating func add(_ fact: Fact) {
    switch fact {
    case .truth(_, let truth): truths.insert(truth)
    case .within(_, let range):
      least = max(least, range.lowerBound)
      most = min(most, range.upperBound)
    case .except(_, let number): gaps.insert(number)
    case .among(_, let given): words = words?.intersection(given) ?? given
    case .notAmong(_, let given): others.formUnion(given)
    }
  }

  var isPossible: Bool {
    guard truths.count < 2, least <= most else { return false }
    if let words, words.isSubset(of: others) { return false }
    let (width, isWide) = most.subtractingReportingOverflow(least)
    guard !isWide, width < Int64(gaps.count) else { return true }
    return !(least...most).allSatisfy { gaps.contains($0) }
  }
}
