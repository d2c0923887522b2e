import Plugins
import Testing
import Values

/// An error says what, where, and always the same.
@Suite struct ErrorTests {
  private static func error(_ text: String) throws -> CEL.EvaluationError {
    let variables = ["zero": CEL.Value.int(0), "name": .string("Maria"), "list": .list([.int(1)])]
    switch try Evaluating.outcome(text, variables).result {
    case .success(let value): throw Unexpected(shown: value.shown)
    case .failure(let error): return error
    }
  }

  private struct Unexpected: Error {
    let shown: String
  }

  @Test(arguments: [
    ("1 / zero", 2), ("1 + 1 / zero", 6), ("zero == 0 && 1 % zero == 0", 15), ("list[5]", 4),
    ("{'a': 1}.b", 9), ("  1 / zero", 4), ("'é' + name + string(1 / zero)", 22),
    ("list.map(x, x / zero)", 14), ("[1 / zero]", 3), ("-name", 0), ("!name", 0),
    ("name.charAt(99)", 5), ("name < zero", 5), ("true && name", 5), ("name ? 1 : 2", 5),
  ])
  func `An error stands where it came about, counted in scalars`(
    _ row: (text: String, offset: Int)
  ) throws {
    let error = try Self.error(row.text)
    #expect(error.offset == row.offset, "\(error.code.name)")
    #expect(error.node > 0)
  }

  @Test(arguments: [
    ("1 / zero + list[7]", "evaluation-divided-by-zero"),
    ("list[7] + 1 / zero", "evaluation-index-outside"),
    ("1 / zero == 1 && list[7] == 1", "evaluation-divided-by-zero"),
    ("list[7] == 1 || 1 / zero == 1", "evaluation-index-outside"),
    ("[1 / zero, list[7]]", "evaluation-divided-by-zero"),
    ("{'a': list[7], 'b': 1 / zero}", "evaluation-index-outside"),
    ("name.substring(9, 1 / zero)", "evaluation-divided-by-zero"),
    ("[0, 9].all(x, list[x] / zero == 1)", "evaluation-divided-by-zero"),
    ("[9, 0].all(x, list[x] / zero == 1)", "evaluation-index-outside"),
    ("1 / zero in list[7]", "evaluation-divided-by-zero"),
  ])
  func `Of two errors the left one is told`(_ row: (text: String, code: String)) throws {
    #expect(try Self.error(row.text).code.name == row.code)
  }

  @Test(arguments: [
    "name + zero", "{'a': 1}[name]", "int(name)", "timestamp(name)", "duration(name)",
    "name.matches(name + '(')", "atLeast(1, name, 2)", "base64.decode(name + '*')",
    "bool(name)", "list[name]", "{dyn(list): 1}", "'%d'.format([name])", "double(name)",
  ])
  func `A message never quotes what the data hold`(_ text: String) throws {
    let values = try Self.error(text).values.values.map { "\($0)" }
    #expect(!values.joined().contains("Maria") || text.contains("matches"))
  }

  @Test(arguments: [
    ("name + zero", ["function": "+", "types": "string, int"]),
    ("name.charAt(dyn('a'))", ["function": "charAt", "types": "string, string"]),
    ("[1].all(x, dyn(x))", ["function": "all", "types": "int"]),
    ("dyn(1).a", ["function": ".a", "types": "int"]),
    ("{'a': 1}.b", ["key": "b"]), ("{'a': 1}[name]", ["key": "string"]),
    ("{1: 1}[2]", ["key": "2"]), ("int('x')", ["from": "string", "to": "int"]),
    ("{dyn(1.5): 1}", ["type": "double"]), ("'%d'.format(['a'])", ["verb": "d", "type": "string"]),
    ("timestamp(0).getHours('Nowhere')", ["zone": "Nowhere"]),
  ])
  func `An error says what it needs to be mended`(
    _ row: (text: String, values: [String: String])
  ) throws {
    #expect(try Self.error(row.text).values == row.values.mapValues { .text($0) })
  }

  @Test func `A place outside a list is told with the size`() throws {
    #expect(try Self.error("list[5]").values == ["index": .text("5"), "size": .int(1)])
    #expect(
      try Self.error("name.charAt(6)").values == ["index": .text("6"), "size": .int(5)])
  }

  @Test func `A variable without a value is told by its name, and only when it is needed`() throws {
    var environment = CEL.Environment()
    environment.variables = ["a": .int, "b": .int]
    let program = try Evaluating.program("a > 0 ? a : b", in: environment)
    #expect(program.variables == ["a", "b"])
    let found = program.evaluate(CEL.Activation(["a": .int(1)])).result
    #expect(try found.get().shown == "1")
    guard case .failure(let error) = program.evaluate(CEL.Activation(["a": .int(0)])).result else {
      Issue.record("b has no value")
      return
    }
    #expect(error.code == .evaluationVariableUnbound)
    #expect(error.values == ["name": .text("b")])
    #expect(error.offset == 12)
  }
}
