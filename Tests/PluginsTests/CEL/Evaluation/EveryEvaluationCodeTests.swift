import Plugins
import Testing
import Values

/// Each code of planning and evaluating comes about in some way.
@Suite struct EveryEvaluationCodeTests {
  static let rows: [(text: String, code: Failure.Code)] = [
    ("l.all(a, l.all(b, l.all(c, l.all(d, true))))", .evaluationBudget),
    ("year(timestamp(0))", .evaluationCalendarMissing),
    ("int('x')", .evaluationConversion),
    ("1 / 0", .evaluationDividedByZero),
    ("record.gone", .evaluationFieldAbsent),
    ("'%d'.format(['a'])", .evaluationFormat),
    ("atLeast(1, dyn('x'), 2)", .evaluationFraction),
    ("[1][1]", .evaluationIndexOutside),
    ("{'a': 1}.b", .evaluationKeyAbsent),
    ("{'a': 1, 'a': 2}", .evaluationKeyRepeated),
    ("{dyn(1.5): 1}", .evaluationKeyType),
    ("dyn(1) + dyn('a')", .evaluationNoOverload),
    ("optional.none().value()", .evaluationOptionalEmpty),
    ("9223372036854775807 + 1", .evaluationOverflow),
    ("'a'.matches('(')", .expressionPattern),
    ("'a'.matches('((a{100}){100}){100}')", .expressionPatternSize),
    ("addPeriod(timestamp(0), dyn('x'))", .evaluationPeriod),
    ("text.replace('', text)", .evaluationTextTooLong),
    ("timestamp(253402300800)", .evaluationTimeOutside),
    ("unbound", .evaluationVariableUnbound),
    ("timestamp(0).getHours('Nowhere')", .evaluationZone),
  ]

  @Test(arguments: rows)
  func `A code is provoked`(_ row: (text: String, code: Failure.Code)) throws {
    let shape = CEL.RecordShape(CEL.RecordKind("R", [.init("gone", .int, isOptional: true)]))
    var environment = CEL.Environment()
    for name in ["l", "record", "text", "unbound"] { environment.variables[name] = .dyn }
    let activation = CEL.Activation([
      "l": .list((0..<100).map { .int($0) }),
      "record": .record(try #require(CEL.Record(shape, [:]))),
      "text": .string(String(repeating: "a", count: 10_000)),
    ])
    let parsed = CEL.Resolver.resolve(try CEL.Parser.parse(row.text), in: environment)
    let found: Failure.Code?
    do {
      let program = try CEL.Program(parsed, in: environment)
      switch program.evaluate(activation).result {
      case .success: found = nil
      case .failure(let error): found = error.code
      }
    } catch {
      found = error.code
    }
    #expect(found == row.code)
  }

  @Test func `Each code of the evaluator is provoked above`() {
    let provoked = Set(Self.rows.map(\.code))
    #expect(provoked.symmetricDifference(Failure.Code.evaluationCodes).map(\.name).sorted() == [])
    #expect(Set(Failure.Code.evaluationCodes).count == Failure.Code.evaluationCodes.count)
  }
}
