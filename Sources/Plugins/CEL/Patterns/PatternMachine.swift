/// Walks through a text with all states of a pattern at once.
///
/// At each code point each instruction is visited once at the most, so time is bounded by text times pattern, and
/// memory by the pattern.
struct PatternMachine {
  private let code: PatternCode
  private var current: [Int] = []
  private var upcoming: [Int] = []
  /// In which round an instruction was visited last.
  private var visited: [Int]
  private var round = 0
  private var stack: [Int] = []
  private var isFound = false
  /// How many instructions were visited.
  private(set) var steps = 0

  init(_ code: PatternCode) {
    self.code = code
    visited = Array(repeating: 0, count: code.instructions.count)
  }

  mutating func matches(_ text: String) -> Bool {
    var former: Unicode.Scalar?
    var rest = text.unicodeScalars.makeIterator()
    var next = rest.next()
    begin()
    enter(0, former, next)
    while !isFound, let scalar = next {
      (former, next) = (scalar, rest.next())
      begin()
      for state in current { advance(state, over: scalar, next) }
      enter(0, former, next)
    }
    return isFound
  }

  /// A place in the text: what was reached is where it goes on from.
  private mutating func begin() {
    round += 1
    swap(&current, &upcoming)
    upcoming.removeAll(keepingCapacity: true)
  }

  private mutating func advance(
    _ state: Int, over scalar: Unicode.Scalar, _ next: Unicode.Scalar?
  ) {
    steps += 1
    guard case .one(let set) = code.instructions[state], code.sets[set].contains(scalar) else {
      return
    }
    enter(state + 1, scalar, next)
  }

  /// Follows everything that takes no code point.
  private mutating func enter(
    _ start: Int, _ former: Unicode.Scalar?, _ next: Unicode.Scalar?
  ) {
    stack.append(start)
    while let state = stack.popLast() {
      guard visited[state] != round else { continue }
      visited[state] = round
      steps += 1
      switch code.instructions[state] {
      case .one: upcoming.append(state)
      case .assertion(let assertion):
        if assertion.holds(between: former, and: next) { stack.append(state + 1) }
      case .jump(let target): stack.append(target)
      case .fork(let first, let second):
        stack.append(second)
        stack.append(first)
      case .found: isFound = true
      }
    }
  }
}
