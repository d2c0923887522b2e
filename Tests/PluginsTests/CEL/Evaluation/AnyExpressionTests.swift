import Plugins
import TestKit
import Testing
import Values

/// Whatever an expression says, it comes to a value or an error, within its budget.
@Suite struct AnyExpressionTests {
  private static let variables: [String: CEL.Value] = [
    "a": .int(7), "b": .string("é日"), "m": .map(CEL.Map(["f": .int(1), "id": .null])),
    "members": .list([.int(1), .double(.nan), .string("x"), .bool(true)]),
    "x": .optional(.uint(3)),
  ]

  private static var environment: CEL.Environment {
    var environment = CEL.Environment()
    for name in variables.keys { environment.variables[name] = .dyn }
    return environment
  }

  @Test(arguments: 1...40)
  func `An expression that nobody checked is evaluated or refused, never more`(
    _ seed: UInt64
  ) throws {
    var random = RandomExpression(seed: seed)
    for _ in 0..<100 {
      let tree = random.tree(depth: 6)
      guard let program = try? CEL.Program(tree, in: Self.environment) else { continue }
      let activation = CEL.Activation(Self.variables)
      let outcome = program.evaluate(activation, budget: 5_000)
      let again = program.evaluate(activation, budget: 5_000, isTraced: true)
      #expect(Self.shown(outcome.result) == Self.shown(again.result))
      #expect(outcome.cost == again.cost)
      #expect(outcome.absorbed == again.absorbed)
    }
  }

  private static func shown(_ result: Result<CEL.Value, CEL.EvaluationError>) -> String {
    switch result {
    case .success(let value): value.shown
    case .failure(let error): "!" + error.code.name
    }
  }

  @Test(arguments: [
    "members.all(m, m > 0)", "members.filter(m, m in votes)", "members.map(m, m + 1)",
    "members.exists(m, votes.exists(v, v == m && m > 3))", "members + votes", "size(members) > 3",
    "members.map(m, string(m)).join(', ')", "name.upperAscii() + name", "name.contains('a')",
    "members.exists_one(m, m == 4) ? name : name + name", "name.split('a').size()",
    "members.all(m, members.all(n, m == n || name != ''))", "[members, votes]",
    "{'a': members, 'b': votes}.b", "cel.bind(l, members + votes, l + l)",
    "members.transformMap(i, v, v * i)", "has(limits.most) && limits.most > 3",
    "atLeast(size(votes), '2/3', size(members))", "name.replace('a', 'bb')", "name.matches('a+')",
    "name.size() + size(name)", "members[0] in votes", "limits.?least.orValue(5)",
    "math.greatest(members)", "'%s %d'.format([name, size(members)])", "name == name && name < 'x'",
  ])
  func `An expression costs no more than was estimated`(_ text: String) throws {
    var environment = CEL.Environment()
    environment.variables = [
      "members": .list(.int), "votes": .list(.int), "name": .string,
      "limits": .map(.string, .int),
    ]
    let resolved = CEL.Resolver.resolve(try CEL.Parser.parse(text), in: environment)
    let checked = try CEL.Checker.check(resolved, in: environment)
    let program = try CEL.Program(checked.expression, kinds: checked.kinds, in: environment)
    let numbers = CEL.Value.list((0..<500).map { .int($0) })
    let activation = CEL.Activation([
      "members": numbers, "votes": numbers, "limits": .map(CEL.Map(["most": .int(9)])),
      "name": .string(String(repeating: "a", count: 1_000)),
    ])
    let outcome = program.evaluate(activation, budget: 10_000_000)
    #expect(throws: Never.self) { try outcome.result.get() }
    let isPattern = text.contains("matches")
    #expect(isPattern || outcome.cost <= CEL.CostEstimate.units(of: checked))
  }
}
