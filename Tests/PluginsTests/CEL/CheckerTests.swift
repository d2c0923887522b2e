import Plugins
import Testing
import Values

/// What kind of value an expression gives.
@Suite struct CheckerTests {
  private static func kind(_ text: String) throws -> String {
    try CEL.Environment.sample.checked(text).kind.description
  }

  @Test(arguments: [
    ("null", "null"), ("true", "bool"), ("1", "int"), ("1u", "uint"), ("1.0", "double"),
    ("'a'", "string"), ("b'a'", "bytes"), ("now", "timestamp"), ("members", "list(member)"),
    ("d", "dyn"), ("int", "type(int)"), ("type(1)", "type(int)"),
    ("type(type(1))", "type(type(int))"),
    ("type([1])", "type(list(int))"), ("optional_type", "type(optional_type(dyn))"),
    ("google.protobuf.Timestamp", "type(timestamp)"), ("null_type", "type(null)"),
    ("map", "type(map(dyn, dyn))"), ("dyn(1)", "dyn"), (".now", "timestamp"),
  ])
  func `A constant or a name has its kind`(_ row: (text: String, kind: String)) throws {
    #expect(try Self.kind(row.text) == row.kind)
  }

  @Test(arguments: [
    ("[]", "list(dyn)"), ("[1]", "list(int)"), ("[1, 2]", "list(int)"), ("[1, 'a']", "list(dyn)"),
    ("[1, d]", "list(dyn)"), ("[d, 1]", "list(dyn)"), ("[[]]", "list(list(dyn))"),
    ("[[1], []]", "list(list(int))"), ("[[], [1]]", "list(list(int))"),
    ("[[1], ['a']]", "list(dyn)"), ("[[1], [d]]", "list(list(dyn))"),
    ("[now, null]", "list(timestamp)"), ("[1, null]", "list(dyn)"),
    ("[optional.none(), optional.of(1)]", "list(optional_type(int))"),
    ("[int, string]", "list(type(dyn))"), ("[int, int]", "list(type(int))"),
    ("{}", "map(dyn, dyn)"), ("{'a': 1}", "map(string, int)"), ("{'a': 1, 2: 3}", "map(dyn, int)"),
    ("{'a': 1, 'b': 'c'}", "map(string, dyn)"), ("{'a': []}", "map(string, list(dyn))"),
    ("[?maybe]", "list(int)"), ("[?maybe, 1]", "list(int)"), ("[?d]", "list(dyn)"),
    ("{?'a': maybe}", "map(string, int)"), ("[?optional.none()]", "list(dyn)"),
    ("[{}, {'a': 1}]", "list(map(string, int))"),
    ("[tupled(1), tupled(d)]", "list(pair(dyn))"),
  ])
  func `Elements have the kind that they have together`(_ row: (text: String, kind: String)) throws
  {
    var environment = CEL.Environment.sample
    environment.functions["tupled"] = [
      CEL.Overload("tupled_t", "tupled", [.parameter("T")], .opaque("pair", [.parameter("T")]))
    ]
    #expect(try environment.checked(row.text).kind.description == row.kind)
  }

  @Test(arguments: [
    ("member.id", "string"), ("member.since", "timestamp"),
    ("member.?since", "optional_type(timestamp)"),
    ("member.?id", "optional_type(string)"), ("member.deputy", "optional_type(string)"),
    ("member.?deputy", "optional_type(optional_type(string))"),
    ("members[0].seats[0].place", "int"),
    ("late.id", "optional_type(string)"), ("late.?id", "optional_type(string)"),
    ("late.deputy", "optional_type(optional_type(string))"),
    ("late.seats", "optional_type(list(seat))"),
    ("late.seats[0]", "optional_type(seat)"), ("late.seats[?0].place", "optional_type(int)"),
    ("ages.anything", "int"), ("ages.?anything", "optional_type(int)"), ("any.a.b.c", "dyn"),
    ("any.?a.b", "optional_type(dyn)"), ("d.a.b", "dyn"), ("d.?a", "optional_type(dyn)"),
    ("ages['a']", "int"), ("ages[?'a']", "optional_type(int)"), ("lists[0][0]", "int"),
    ("lists[?0]", "optional_type(list(int))"), ("lists[?0][0]", "optional_type(int)"),
    ("d[0]", "dyn"), ("d['a']", "dyn"), ("has(member.since)", "bool"), ("has(any.a)", "bool"),
    ("has(d.a.b)", "bool"), ("has(late.id)", "bool"), ("[][0]", "dyn"), ("[][0].a", "dyn"),
    ("{}.a", "dyn"), ("maybe.orValue(0)", "int"), ("optional.none().orValue(1)", "int"),
    ("optional.none().a", "optional_type(dyn)"),
  ])
  func `A field or an index has the kind of what is there`(_ row: (text: String, kind: String))
    throws
  {
    #expect(try Self.kind(row.text) == row.kind)
  }

  @Test(arguments: [
    ("members.all(m, m.id == '')", "bool"), ("members.exists(m, d)", "bool"),
    ("members.exists_one(i, m, i > 0)", "bool"), ("members.filter(m, true)", "list(member)"),
    ("members.map(m, m.id)", "list(string)"),
    ("members.map(m, m.id != '', m.seats)", "list(list(seat))"),
    ("members.transformList(i, m, i)", "list(int)"),
    ("members.transformMap(i, m, m.id)", "map(int, string)"),
    ("ages.filter(k, true)", "list(string)"), ("ages.map(k, k + k)", "list(string)"),
    ("ages.all(k, v, v > 0 && k != '')", "bool"), ("ages.transformList(k, v, v)", "list(int)"),
    ("ages.transformMap(k, v, string(v))", "map(string, string)"),
    ("ages.transformMapEntry(k, v, {v: k})", "map(int, string)"),
    ("ages.transformMapEntry(k, v, d)", "map(dyn, dyn)"), ("d.map(x, x)", "list(dyn)"),
    ("d.filter(x, true)", "list(dyn)"), ("d.transformMap(k, v, 1)", "map(dyn, int)"),
    ("[].map(x, x + 1)", "list(int)"), ("[].all(x, x)", "bool"), ("[].filter(x, x.a)", "list(dyn)"),
    ("lists.map(l, l.map(x, x))", "list(list(int))"), ("cel.bind(x, 1, [x])", "list(int)"),
    ("cel.bind(n, 'a', n)", "string"), ("[1].map(n, [n].map(n, string(n)))", "list(list(string))"),
    ("maybe.optMap(x, string(x))", "optional_type(string)"),
    ("maybe.optFlatMap(x, optional.of('a'))", "optional_type(string)"),
    ("optional.none().optMap(x, x)", "optional_type(dyn)"),
  ])
  func `A macro gives what its parts give`(_ row: (text: String, kind: String)) throws {
    #expect(try Self.kind(row.text) == row.kind)
  }

  @Test(arguments: [
    ("d + 1", "int"), ("d + d", "dyn"), ("d - now", "duration"), ("now - d", "dyn"),
    ("d == 1", "bool"),
    ("true ? d : 1", "dyn"), ("true ? 1 : d", "dyn"), ("true ? [] : [1]", "list(int)"),
    ("true ? null : now", "timestamp"), ("d in [1]", "bool"), ("1 in d", "bool"),
    ("size(d)", "int"), ("d.size()", "int"), ("math.greatest(1, 2)", "int"),
    ("math.greatest(1, 2.0)", "dyn"), ("math.least([1, 2])", "int"),
    ("math.least([1, 2.0])", "dyn"),
    ("math.greatest(1, 2, 3)", "int"), ("math.abs(d)", "dyn"), ("[1] + [2]", "list(int)"),
    ("[1] + []", "list(int)"), ("[1] + [d]", "list(dyn)"), ("null == now", "bool"),
    ("maybe == null", "bool"), ("type(1) == type('a')", "bool"), ("type(1) == int", "bool"),
    ("member == null", "bool"), ("members[0] == member", "bool"), ("[1] == []", "bool"),
  ])
  func `What is not known is looked at while it runs`(_ row: (text: String, kind: String)) throws {
    #expect(try Self.kind(row.text) == row.kind)
  }

  @Test func `Each node has a kind, and no kind has a parameter left`() throws {
    let text = "[[], [optional.none()]].map(x, {}).all(y, y.a || has(y.b)) || d.e[0] in [type([])]"
    let checked = try CEL.Environment.sample.checked(text)
    #expect(Set(checked.kinds.keys) == Set(checked.expression.nodes.map(\.id)))
    #expect(checked.kinds.values.allSatisfy { !$0.description.contains("$") })
  }

  @Test func `A function of the environment is called as it is declared`() throws {
    var environment = CEL.Environment.sample
    environment.functions["hasRole"] = [
      CEL.Overload("has_role", "hasRole", [.record("member"), .string], .bool),
      CEL.Overload(
        "member_has_role", "hasRole", isMember: true, [.record("member"), .string], .bool),
    ]
    environment.functions["size"] = [CEL.Overload("size_member", "size", [.record("member")], .int)]
    #expect(try environment.checked("hasRole(member, 'chair')").kind == .bool)
    let call = try environment.checked("member.hasRole('chair')")
    #expect(call.overloads[call.expression.id] == ["member_has_role"])
    #expect(try environment.checked("size(member) + size([1])").kind == .int)
    #expect(environment.fault("hasRole('chair')")?.code == .expressionCallUnfit)
  }

  @Test func `An environment without macros has calls of their names`() {
    var environment = CEL.Environment.sample
    environment.hasMacros = false
    let fault = environment.fault("has(member.id)")
    #expect(fault?.code == .expressionFunctionUnknown)
    #expect(fault?.values["found"] == .text("has"))
  }
}
