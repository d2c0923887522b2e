import Testing

@testable import Plugins

/// Kinds as text, and what type parameters are found to be.
@Suite struct KindTests {
  private static let texts = [
    "dyn", "null", "bool", "int", "uint", "double", "string", "bytes", "timestamp", "duration",
    "list(string)", "map(string, dyn)", "optional_type(int)", "type(int)",
    "list(list(map(int, A)))",
    "T", "member", "google.protobuf.Any", "tuple(T, U)", "tuple(T, list(U), int)",
    "type(type(dyn))",
    "optional_type(optional_type(T))",
  ]

  @Test(arguments: texts)
  func `A kind is read as it is written`(_ text: String) {
    #expect(CEL.Kind(text)?.description == text)
  }

  @Test(arguments: [
    ("list", CEL.Kind.list(.dyn)), ("map", .map(.dyn, .dyn)), ("type", .type(.dyn)),
    ("optional_type", .optional(.dyn)), ("null_type", .null), ("map(int,uint)", .map(.int, .uint)),
    ("A", .parameter("A")), ("AB", .record("AB")), ("a", .record("a")),
    ("pair(A)", .opaque("pair", [.parameter("A")])),
  ])
  func `Short and loose forms are read too`(_ row: (text: String, kind: CEL.Kind)) {
    #expect(CEL.Kind(row.text) == row.kind)
  }

  @Test(arguments: [
    "", " ", "list(", "list)", "list()", "list(int", "list(int))", "map(int)", "map(int, int, int)",
    "list(int, int)", "int(string)", "optional_type(int, int)", "type(int, int)", "(int)",
    "list(int)x",
    "int, int", String(repeating: "list(", count: 40) + "int" + String(repeating: ")", count: 40),
  ])
  func `What is no kind is not read`(_ text: String) {
    #expect(CEL.Kind(text) == nil)
  }

  private static func kind(_ text: String) throws -> CEL.Kind { try #require(CEL.Kind(text)) }

  @Test(arguments: [
    ("int", "int", true), ("int", "uint", false), ("int", "dyn", true), ("dyn", "int", true),
    ("list(int)", "list(int)", true), ("list(int)", "list(string)", false),
    ("list(int)", "list(dyn)", true), ("list(int)", "map(int, int)", false),
    ("map(string, int)", "map(string, int)", true), ("map(int, int)", "map(string, int)", false),
    ("null", "int", false), ("null", "timestamp", true), ("null", "duration", true),
    ("null", "member", true), ("null", "optional_type(int)", true), ("null", "null", true),
    ("null", "string", false), ("timestamp", "null", true), ("int", "null", false),
    ("null", "list(int)", false), ("member", "member", true), ("member", "seat", false),
    ("optional_type(int)", "optional_type(dyn)", true), ("optional_type(int)", "int", false),
    ("type(int)", "type(string)", true), ("type(int)", "int", false),
    ("pair(int)", "pair(int)", true), ("pair(int)", "pair(string)", false),
    ("pair(int)", "pair(int, int)", false), ("pair(int)", "trio(int)", false),
  ])
  func `A kind stands for another where values of it fit`(
    _ row: (actual: String, expected: String, fits: Bool)
  ) throws {
    var inference = CEL.Inference()
    let fits = inference.assign(try Self.kind(row.actual), to: try Self.kind(row.expected))
    #expect(fits == row.fits)
  }

  @Test(arguments: [
    (["int"], ["T"], "T", "int"), (["int", "int"], ["T", "T"], "T", "int"),
    (["int", "dyn"], ["T", "T"], "T", "dyn"), (["dyn", "int"], ["T", "T"], "T", "dyn"),
    (["int", "list(int)"], ["T", "list(T)"], "T", "int"),
    (["map(string, int)"], ["map(K, V)"], "map(V, K)", "map(int, string)"),
    (["list(T)", "int"], ["list(U)", "U"], "T", "int"),
    (["optional_type(int)", "optional_type(dyn)"], ["T", "T"], "T", "optional_type(dyn)"),
    (["pair(int, dyn)", "pair(dyn, uint)"], ["T", "T"], "T", "pair(int, dyn)"),
    (["T"], ["T"], "T", "T"), (["list(int)"], ["T"], "list(T)", "list(list(int))"),
  ])
  func `A parameter becomes the most general kind that it meets`(
    _ row: (actual: [String], expected: [String], asked: String, known: String)
  ) throws {
    var inference = CEL.Inference()
    let (actual, expected) = (try row.actual.map(Self.kind), try row.expected.map(Self.kind))
    let fits = inference.assign(actual, to: expected)
    #expect(fits)
    #expect(inference.known(try Self.kind(row.asked)).description == row.known)
  }

  @Test(arguments: [
    (["int", "string"], ["T", "T"]), (["int", "list(string)"], ["T", "list(T)"]),
    (["list(T)"], ["T"]), (["map(int, string)", "string"], ["map(K, V)", "K"]),
    (["T", "list(U)"], ["U", "T"]),
  ])
  func `Nothing is learned from what does not fit`(_ row: (actual: [String], expected: [String]))
    throws
  {
    var inference = CEL.Inference()
    let (actual, expected) = (try row.actual.map(Self.kind), try row.expected.map(Self.kind))
    let fits = inference.assign(actual, to: expected)
    #expect(!fits)
    for name in ["T", "U", "K", "V"] {
      #expect(inference.known(.parameter(name)) == .parameter(name))
    }
  }

  @Test func `Each call has parameters of its own`() {
    var inference = CEL.Inference()
    let overload = CEL.Overload(
      "f", "f", [.parameter("T"), .list(.parameter("T")), .parameter("U")], .parameter("U"))
    let (one, two) = (inference.instance(of: overload), inference.instance(of: overload))
    #expect(one.parameters[1] == .list(one.parameters[0]))
    #expect(one.parameters[2] == one.result)
    #expect(one.parameters[0] != one.parameters[2])
    #expect(Set(one.parameters).isDisjoint(with: two.parameters))
    #expect(inference.known(one.result, freeIsDyn: true) == .dyn)
  }
}
