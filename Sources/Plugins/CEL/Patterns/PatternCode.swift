/// A regular expression as instructions.
struct PatternCode: Sendable {
  enum Instruction: Sendable {
    /// Takes one code point of a set.
    case one(Int)
    case assertion(PatternAssertion)
    case jump(Int)
    /// Goes both ways.
    case fork(Int, Int)
    case found
  }

  /// So that a walk through a text stays short; a repetition of n takes n copies.
  static let maximumCount = 4_000

  var instructions: [Instruction] = []
  var sets: [ScalarSet] = []
}

/// Makes instructions of a tree.
struct PatternCompiler {
  private(set) var code = PatternCode()
  private var isTooLarge = false

  /// Whether it has found room.
  mutating func compile(_ tree: PatternTree) -> Bool {
    emit(tree)
    add(.found)
    return !isTooLarge
  }

  private var here: Int { code.instructions.count }

  private mutating func add(_ instruction: PatternCode.Instruction) {
    guard here < PatternCode.maximumCount else {
      isTooLarge = true
      return
    }
    code.instructions.append(instruction)
  }

  private mutating func set(_ instruction: PatternCode.Instruction, at place: Int) {
    if place < here { code.instructions[place] = instruction }
  }

  private mutating func emit(_ tree: PatternTree) {
    guard !isTooLarge else { return }
    switch tree {
    case .empty: return
    case .one(let set):
      code.sets.append(set)
      add(.one(code.sets.count - 1))
    case .assertion(let assertion): add(.assertion(assertion))
    case .sequence(let parts): for part in parts { emit(part) }
    case .choice(let choices): emit(choices[...])
    case .repetition(let part, let least, let most): emit(part, least, most)
    }
  }

  private mutating func emit(_ choices: ArraySlice<PatternTree>) {
    guard let first = choices.first else { return }
    guard choices.count > 1 else { return emit(first) }
    var ends: [Int] = []
    for (index, choice) in choices.enumerated() {
      guard index < choices.count - 1 else {
        emit(choice)
        break
      }
      let fork = here
      add(.fork(0, 0))
      emit(choice)
      ends.append(here)
      add(.jump(0))
      set(.fork(fork + 1, here), at: fork)
    }
    for end in ends { set(.jump(here), at: end) }
  }

  private mutating func emit(_ part: PatternTree, _ least: Int, _ most: Int?) {
    for _ in 0..<least where !isTooLarge {
      let start = here
      emit(part)
      // What needs no instruction is not repeated.
      guard here > start else { return }
    }
    guard let most else {
      let fork = here
      add(.fork(0, 0))
      emit(part)
      add(.jump(fork))
      return set(.fork(fork + 1, here), at: fork)
    }
    var forks: [Int] = []
    for _ in least..<max(least, most) where !isTooLarge {
      forks.append(here)
      add(.fork(0, 0))
      emit(part)
    }
    for fork in forks { set(.fork(fork + 1, here), at: fork) }
  }
}
