import Plugins
import Testing
import Values

/// What is said of an expression whose parts do not fit together.
@Suite struct CheckerFaultTests {
  private static let sample = CEL.Environment.sample

  @Test(arguments: [
    ("mmbers.size()", "mmbers", "members", 0), ("1 + nam", "nam", "name", 4),
    ("members.all(mem, men.id == '')", "men", "mem", 17), ("zzz", "zzz", "", 0),
    (".mebers", "mebers", "members", 0), ("[1].map(x, x) == [x]", "x", "n", 18),
    ("members.all(m, true) && m.id == ''", "m", "n", 24), ("[xx]", "xx", "", 1),
    ("x.y.z", "x", "n", 0), ("cel.bind(y, y, 1)", "y", "n", 12), ("dyn", "dyn", "", 0),
  ])
  func `A name that nobody declared is refused with the nearest one`(
    _ row: (text: String, found: String, nearest: String, offset: Int)
  ) {
    let fault = Self.sample.fault(row.text)
    #expect(fault?.code == .expressionNameUnknown)
    #expect(fault?.values["found"] == .text(row.found))
    if row.nearest.count > 1 { #expect(fault?.values["nearest"] == .text(row.nearest)) }
    #expect(fault?.offset == row.offset)
  }

  @Test(arguments: [
    ("member.klass", "klass", "class", 7), ("members.all(m, m.sins == now)", "sins", "since", 17),
    ("has(member.sinc)", "sinc", "since", 0), ("member.?ide", "ide", "id", 8),
    ("late.clas", "clas", "class", 5), ("members[0].`class-name`", "class-name", "", 11),
  ])
  func `A field that a record has not is refused with the nearest one`(
    _ row: (text: String, found: String, nearest: String, offset: Int)
  ) {
    let fault = Self.sample.fault(row.text)
    #expect(fault?.code == .expressionFieldUnknown)
    #expect(fault?.values["found"] == .text(row.found))
    #expect(fault?.values["record"] == .text("member"))
    #expect(fault?.values["fields"] == .list(["class", "deputy", "id", "seats", "since"]))
    #expect(fault?.values["nearest"] == .text(row.nearest))
    #expect(fault?.offset == row.offset)
  }

  @Test(arguments: [
    ("members.exist(m, true)", "exist", "exists", 8), ("sise(members)", "sise", "size", 0),
    ("math.gretest(1)", "math.gretest", "math.greatest", 5), ("members.all(m)", "all", "all", 8),
    ("optional.off(1)", "optional.off", "optional.of", 9), ("qqq(1)", "qqq", "", 0),
    ("adPeriod(now, 'P1M')", "adPeriod", "addPeriod", 0),
    ("'a'.startWith('a')", "startWith", "startsWith", 4),
  ])
  func `A function that does not exist is refused with the nearest one`(
    _ row: (text: String, found: String, nearest: String, offset: Int)
  ) {
    let fault = Self.sample.fault(row.text)
    #expect(fault?.code == .expressionFunctionUnknown)
    #expect(
      fault?.values == ["found": .text(row.found), "nearest": .text(row.nearest)])
    #expect(fault?.offset == row.offset)
  }

  @Test(
    arguments: [
      ("size(members) * 1.5", "int * double", ["int * int"], 14),
      ("1 == 'a'", "int == string", ["A == A"], 2), ("1 + 1u", "int + uint", ["int + int"], 2),
      ("1 < 1.0", "int < double", ["int < int"], 2), ("!1", "!int", ["!bool"], 0),
      ("-name", "-string", ["-int", "-double"], 0), ("-1u", "-uint", ["-int", "-double"], 0),
      ("'a' ? 1 : 2", "string ? int : int", ["bool ? A : A"], 4),
      ("true ? 1 : 'a'", "bool ? int : string", ["bool ? A : A"], 5),
      ("1 && true", "int && bool", ["bool && bool"], 2),
      ("'a' || true", "string || bool", ["bool || bool"], 4),
      ("1 in 'a'", "int in string", ["A in list(A)", "A in map(A, B)"], 2),
      ("'a' in [1]", "string in list(int)", ["A in list(A)", "A in map(A, B)"], 4),
      ("'a'.contains(1)", "string.contains(int)", ["string.contains(string)"], 4),
      ("contains('a', 'b')", "contains(string, string)", ["string.contains(string)"], 0),
      (
        "size(1)", "size(int)",
        [
          "size(string)", "string.size()", "size(bytes)", "bytes.size()", "size(list(A))",
          "list(A).size()",
        ], 0
      ),
      (
        "ages[1]", "map(string, int)[int]",
        [
          "list(A)[int]", "map(A, B)[A]", "optional_type(list(A))[int]",
          "optional_type(map(A, B))[A]",
        ], 4
      ),
      (
        "math.abs('a')", "math.abs(string)",
        ["math.abs(int)", "math.abs(uint)", "math.abs(double)"], 5
      ),
      ("now + now", "timestamp + timestamp", ["timestamp + duration"], 4),
      (
        "maybe.orValue('a')", "optional_type(int).orValue(string)", ["optional_type(A).orValue(A)"],
        6
      ),
      (
        "addPeriod('2026-01-01', 'P1M')", "addPeriod(string, string)",
        ["addPeriod(timestamp, string)"], 0
      ),
      ("atLeast(1, 2, 3)", "atLeast(int, int, int)", ["atLeast(int, string, int)"], 0),
      ("name < 1", "string < int", ["string < string"], 5), ("null + 1", "null + int", [], 5),
      ("members.all(m, m.id > 1)", "string > int", ["string > string"], 20),
      ("[1] == ['a']", "list(int) == list(string)", ["A == A"], 4),
      ("member == now", "member == timestamp", ["A == A"], 7),
      ("member == 1", "member == int", ["A == A"], 7),
      ("getYear(now)", nil, [], 0),
    ] as [(String, String?, [String], Int)])
  func `A call that nothing takes is refused with what is taken`(
    _ row: (text: String, found: String?, expected: [String], offset: Int)
  ) {
    let fault = Self.sample.fault(row.text)
    #expect(fault?.code == (row.found == nil ? .expressionFunctionUnknown : .expressionCallUnfit))
    guard let found = row.found else { return }
    #expect(fault?.values["found"] == .text(found))
    if !row.expected.isEmpty { #expect(fault?.values["expected"] == .list(row.expected)) }
    #expect(fault?.offset == row.offset)
  }

  @Test(arguments: [
    ("members.all(m, m.id)", "string", ["bool"], 17), ("members.filter(m, 1)", "int", ["bool"], 18),
    ("members.map(m, 'a', 1)", "string", ["bool"], 15),
    ("n.all(x, true)", "int", ["list(dyn)", "map(dyn, dyn)"], 0),
    ("name.map(x, x)", "string", ["list(dyn)", "map(dyn, dyn)"], 0),
    ("n.x", "int", ["map(string, dyn)"], 2),
    ("members.id", "list(member)", ["map(string, dyn)"], 8),
    ("now.year", "timestamp", ["map(string, dyn)"], 4),
    ("has(name.x)", "string", ["map(string, dyn)"], 0), ("maybe.x", "int", ["map(string, dyn)"], 6),
    ("[?1]", "int", ["optional_type(dyn)"], 2), ("{?'a': 1}", "int", ["optional_type(dyn)"], 7),
    ("ages.transformMapEntry(k, v, 1)", "int", ["map(dyn, dyn)"], 29),
    ("int.x", "type(int)", ["map(string, dyn)"], 4),
    ("member.seats.place", "list(seat)", ["map(string, dyn)"], 13),
    ("null.x", "null", ["map(string, dyn)"], 5),
  ])
  func `A value of another kind is refused with those that fit`(
    _ row: (text: String, found: String, expected: [String], offset: Int)
  ) {
    let fault = Self.sample.fault(row.text)
    #expect(fault?.code == .expressionType)
    #expect(fault?.values == ["found": .text(row.found), "expected": .list(row.expected)])
    #expect(fault?.offset == row.offset)
  }

  @Test(arguments: [
    ("{1.0: 1}", "double", 1), ("{'a': 1, null: 2}", "null", 9), ("{now: 1}", "timestamp", 1),
    ("{[1]: 1}", "list(int)", 1), ("{member: 1}", "member", 1),
    ("{maybe: 1}", "optional_type(int)", 1),
    ("{int: 1}", "type(int)", 1), ("{b'a': 1}", "bytes", 1), ("{span: 1}", "duration", 1),
    ("{{}: 1}", "map(dyn, dyn)", 1),
  ])
  func `A key is a truth value, a whole number or a text`(
    _ row: (text: String, found: String, offset: Int)
  ) {
    let fault = Self.sample.fault(row.text)
    #expect(fault?.code == .expressionType)
    let keys = Failure.Value.list(["bool", "int", "string", "uint"])
    #expect(fault?.values == ["found": .text(row.found), "expected": keys])
    #expect(fault?.offset == row.offset)
  }

  @Test(arguments: [("a.B{c: 1}", "a.B", 0), ("1 + member{}", "member", 4), ("int{}", "int", 0)])
  func `There are no messages`(_ row: (text: String, found: String, offset: Int)) {
    let fault = Self.sample.fault(row.text)
    #expect(fault?.code == .expressionMessage)
    #expect(fault?.values == ["found": .text(row.found)])
    #expect(fault?.offset == row.offset)
  }

  @Test(arguments: [
    ("1 + 'a' == unknown", 2), ("member.klass + unknown", 7), ("size() + unknown(1)", 0),
    ("[1 + 'a', unknown]", 3), ("members.all(m, m.klass == unknown)", 17),
    ("unknown + other", 0),
  ])
  func `Of two faults the left one is told`(_ row: (text: String, offset: Int)) {
    #expect(Self.sample.fault(row.text)?.offset == row.offset)
  }
}
