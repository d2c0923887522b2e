import Plugins
import Testing
import Values

/// The checker and the estimate hold what the evaluator then does.
@Suite struct AgreementTests {
  private static func activation() throws -> CEL.Activation {
    let text = String(repeating: "é", count: 10)
    var activation = CEL.Activation([
      "now": .timestamp(try #require(CEL.Timestamp("2026-11-23T09:00:00Z"))),
      "span": .duration(CEL.Duration(nanoseconds: 90_000_000_000)), "n": .int(3),
      "name": .string(text), "votes": .list(Array(repeating: .string(text), count: 7)),
      "meetings": .list((1...9).map { .int($0) }), "maybe": .optional(.int(1)),
      "lists": .list(Array(repeating: .list((1...4).map { .int($0) }), count: 6)),
      "ages": .map(CEL.Map(["a": .int(1), "b": .int(2)])), "d": .list([.int(1), .string("x")]),
    ])
    activation.calendar = CEL.Calendar(zone: .utc)
    return activation
  }

  /// The longest that the lists and texts of the activation are.
  private static let maxima: CEL.Maxima = {
    var maxima = CEL.Maxima()
    maxima.lists = ["votes": 7, "meetings": 9]
    (maxima.otherList, maxima.innerList, maxima.text) = (6, 4, 20)
    return maxima
  }()

  private static func outcome(_ text: String) throws -> (CEL.Checked, CEL.Program.Outcome) {
    let environment = CEL.Environment.sample
    let checked = try environment.checked(text)
    let program = try CEL.Program(checked.expression, kinds: checked.kinds, in: environment)
    return (checked, program.evaluate(try activation()))
  }

  /// The name of the type of the values of a kind; nil where any may come.
  private static func typeName(_ kind: CEL.Kind) -> String? {
    switch kind {
    case .dyn, .parameter, .record, .opaque: nil
    case .null: "null_type"
    case .list: "list"
    case .map: "map"
    case .optional: "optional_type"
    case .type: "type"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .bool, .int, .uint, .double, .string, .bytes: kind.description
    }
  }

  @Test(arguments: OverloadExample.operators + OverloadExample.library)
  func `What is declared is there to be called, and gives the declared type`(
    _ example: OverloadExample
  )
    throws
  {
    let (checked, outcome) = try Self.outcome(example.text)
    switch outcome.result {
    case .success(let value):
      if let name = Self.typeName(checked.kind) { #expect(value.typeName == name) }
    case .failure(let error):
      #expect(error.code != .evaluationNoOverload, "\(error)")
    }
  }

  private static let loops = [
    "votes.all(v, v != '')", "votes.exists(v, v.contains('x'))", "meetings.filter(m, m > 3)",
    "meetings.map(m, m * 2).all(x, x > 0)", "lists.all(l, l.all(x, x in meetings))",
    "lists.map(l, l.map(x, x + 1))", "votes.map(v, v + v)", "votes.map(v, v.upperAscii()).size()",
    "meetings.transformMap(i, m, i + m)", "meetings.all(a, meetings.exists(b, a == b))",
    "votes.all(v, votes.all(w, v == w))", "meetings + meetings == meetings", "n in meetings",
    "cel.bind(x, votes, x.all(v, v.startsWith('é')))", "name + name == name", "votes == votes",
    "(n > 2 ? meetings : [1]).all(m, m > 0)", "ages.all(k, v, v > 0 && k != '')",
    "meetings.exists_one(m, m == 3)", "maybe.optMap(x, meetings.map(m, m + x)).orValue([])",
    "votes.filter(v, v == name).map(v, size(v))", "lists[0].all(x, x > 0)", "string(n) + name",
    "meetings.transformList(i, m, i > 2, m)", "votes.join(',').size() > 3", "name.split('')",
    "name.replace('é', 'abc')", "'%s is %d'.format([name, n])", "name.matches('é+')",
    "math.greatest(1, 2, n)", "type(n) == int", "bytes(name) == bytes(name)", "ages['a'] + n",
    "votes.all(v, v.matches('[a-zé]{2,20}'))", "meetings.map(m, string(m)).join(name)",
    "[name, name].exists(x, x in votes)", "{'a': votes}['a'].all(v, v.size() == 10)",
  ]

  @Test(arguments: loops + (OverloadExample.operators + OverloadExample.library).map(\.text))
  func `Nothing costs more than was estimated`(_ text: String) throws {
    let (checked, outcome) = try Self.outcome(text)
    let estimate = CEL.CostEstimate.units(of: checked, maxima: Self.maxima)
    #expect(outcome.cost <= estimate, "\(outcome.cost) of \(estimate)")
  }
}
