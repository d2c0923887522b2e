import Plugins
import Testing

/// Majorities are exact: no ratio is ever a double.
@Suite struct MajorityTests {
  private static let fractions = [(1, 2), (2, 3), (3, 4), (3, 5), (4, 5)]

  private static func program(_ function: String) throws -> CEL.Program {
    var environment = CEL.Environment()
    environment.variables = ["n": .int, "share": .string, "total": .int]
    return try Evaluating.program("\(function)(n, share, total)", in: environment)
  }

  private static func holds(
    _ program: CEL.Program, _ count: Int, _ fraction: (Int, Int), _ total: Int
  ) throws -> Bool {
    let activation = CEL.Activation([
      "n": .int(Int64(count)), "share": .string("\(fraction.0)/\(fraction.1)"),
      "total": .int(Int64(total)),
    ])
    return try program.evaluate(activation).result.get().shown == "true"
  }

  /// Counting up: the least number that is at least a share, without a division.
  private static func least(_ fraction: (Int, Int), of total: Int) -> Int {
    var count = 0
    while count * fraction.1 < fraction.0 * total { count += 1 }
    return count
  }

  @Test(arguments: fractions)
  func `At least is exact for every total up to 200`(_ fraction: (Int, Int)) throws {
    let program = try Self.program("atLeast")
    for total in 1...200 {
      let least = Self.least(fraction, of: total)
      for count in 0...total {
        let found = try Self.holds(program, count, fraction, total)
        guard found == (count >= least) else {
          Issue.record("\(count) of \(total): \(found)")
          return
        }
      }
    }
  }

  @Test(arguments: fractions)
  func `More than is exact for every total up to 200`(_ fraction: (Int, Int)) throws {
    let program = try Self.program("moreThan")
    for total in 1...200 {
      let least = Self.least(fraction, of: total)
      let isReached = least * fraction.1 == fraction.0 * total
      for count in 0...total {
        let found = try Self.holds(program, count, fraction, total)
        guard found == (isReached ? count > least : count >= least) else {
          Issue.record("\(count) of \(total): \(found)")
          return
        }
      }
    }
  }

  /// With abstentions left out the total is what was counted for and against.
  @Test(arguments: fractions, 0...20)
  func `Abstentions change the total and nothing else`(
    _ fraction: (Int, Int), _ abstentions: Int
  ) throws {
    let program = try Self.program("atLeast")
    let present = 30
    for votes in 0...(present - abstentions) {
      let counted = try Self.holds(program, votes, fraction, present)
      let uncounted = try Self.holds(program, votes, fraction, present - abstentions)
      #expect(counted == (votes * fraction.1 >= present * fraction.0))
      #expect(uncounted == (votes * fraction.1 >= (present - abstentions) * fraction.0))
      #expect(!counted || uncounted)
    }
  }

  @Test(arguments: [
    ("atLeast(0, '1/2', 0)", "false"), ("moreThan(0, '1/2', 0)", "false"),
    ("atLeast(1, '1/2', 0)", "false"), ("atLeast(0, '0/1', 0)", "false"),
    ("atLeast(0, '0/1', 5)", "true"), ("moreThan(0, '0/1', 5)", "false"),
    ("atLeast(5, '1/1', 5)", "true"), ("moreThan(5, '1/1', 5)", "false"),
    ("atLeast(-1, '1/2', 5)", "false"), ("atLeast(3, '1/2', -5)", "false"),
    ("atLeast(2, '2/3', 3)", "true"), ("moreThan(2, '2/3', 3)", "false"),
    ("atLeast(9223372036854775807, '2/3', 9223372036854775807)", "true"),
    ("moreThan(6148914691236517204, '2/3', 9223372036854775807)", "false"),
    ("moreThan(6148914691236517205, '2/3', 9223372036854775807)", "true"),
    ("atLeast(1, dyn('0.5'), 2)", "!evaluation-fraction"),
    ("atLeast(1, dyn('3/2'), 2)", "!evaluation-fraction"),
    ("moreThan(1, dyn('1/0'), 2)", "!evaluation-fraction"),
    ("atLeast(dyn(1.0), '1/2', 2)", "!evaluation-no-overload"),
    ("moreThan(1, '1/2', dyn(2u))", "!evaluation-no-overload"),
    ("atLeast(1, '0.5', 2)", "!!expression-fraction"),
  ])
  func `A share of nothing is never reached, and no sum is too large`(
    _ row: (text: String, shown: String)
  ) {
    #expect(Evaluating.shown(row.text) == row.shown)
  }
}
