import Plugins
import Testing
import Values

/// The most that an expression can cost, known before it runs.
@Suite struct CostEstimateTests {
  private static func units(_ text: String, _ maxima: CEL.Maxima = CEL.Maxima()) throws -> Int {
    CEL.CostEstimate.units(of: try CEL.Environment.sample.checked(text), maxima: maxima)
  }

  @Test(arguments: [
    ("1", 1), ("n", 1), ("n + 1", 3), ("n + n * n", 5), ("member.id", 2), ("has(member.since)", 2),
    ("!true", 2), ("true && false", 3), ("n > 0 ? n : n + n", 7), ("[1, 2]", 3), ("{1: 2}", 3),
    ("size(members)", 2), ("members[0]", 3), ("cel.bind(x, 1, x + x)", 5),
    ("members.size() > 3", 4),
  ])
  func `Each node is one unit`(_ row: (text: String, units: Int)) throws {
    #expect(try Self.units(row.text) == row.units)
  }

  @Test(arguments: [
    ("'a' + 'b'", 3 + 1 + 1 + 1), ("'0123456789' + '01234567890'", 3 + 1 + 2 + 3),
    ("name == 'a'", 3), ("name < name", 3),
    ("name.contains('a')", 3 + 100 + 1), ("size(name)", 2 + 100),
    ("b'0123456789ab' + b''", 3 + 2 + 2), ("member.id == ''", 4),
    ("name + name", 3 + 100 + 100 + 200), ("string(n) == ''", 4 + 7),
  ])
  func `Ten bytes of a text are one unit`(_ row: (text: String, units: Int)) throws {
    #expect(try Self.units(row.text) == row.units)
  }

  @Test(
    arguments: [
      ("members.all(m, true)", 2 + 500 * 2), ("votes.all(v, true)", 2 + 500 * 2),
      ("meetings.all(m, true)", 2 + 2_000 * 2), ("lists.all(l, true)", 2 + 100 * 2),
      ("[1, 2, 3].all(x, x > 0)", 1 + 4 + 3 * 4), ("members.map(m, m.id)", 2 + 500 * 3),
      ("meetings.map(m, m > 1, m)", 2 + 2_000 * 5), ("members.filter(m, true).size()", 3 + 500 * 2),
      ("members.filter(m, true).all(m, true)", 3 + 2 * 500 * 2),
      ("members.map(m, 1).all(x, true)", 3 + 2 * 500 * 2),
      ("members.all(m, m.seats.all(s, true))", 2 + 500 * (1 + 3 + 100 * 2)),
      ("cel.bind(x, members, x.all(m, true))", 1 + 1 + 2 + 500 * 2),
      ("cel.bind(x, [1], x.all(m, true))", 1 + 2 + 2 + 2),
      ("n in meetings", 3 + 2_000), ("meetings + meetings == meetings", 5 + 8_000),
      ("(n > 0 ? meetings : [1]).all(m, true)", 4 + 2 + 1 + 2_000 * 2),
      ("[1].all(members, members.size() > 0)", nil),
      ("[meetings][0].all(m, true)", 5 + 2_000 * 2),
      ("{'a': meetings}.a.all(m, true)", 5 + 2_000 * 2),
      ("[meetings].all(l, l.all(m, true))", 3 + 1 * (1 + 2 + 2_000 * 2)),
      ("optional.of(meetings).value().all(m, true)", 8_004),
      ("name.matches('a')", 3 + 101 * 1 + 100 + 1), ("name.matches(name)", 3 + 101 * 1_001 + 200),
    ] as [(String, Int?)])
  func `A loop costs its body as often as its list is long at the most`(
    _ row: (text: String, units: Int?)
  ) throws {
    guard let units = row.units else {
      #expect(CEL.Environment.sample.fault(row.text)?.code == .expressionCallUnfit)
      return
    }
    #expect(try Self.units(row.text) == units)
  }

  @Test func `Declared maxima count`() throws {
    var maxima = CEL.Maxima()
    maxima.lists["members"] = 10
    maxima.innerList = 3
    #expect(try Self.units("members.all(m, m.seats.all(s, true))", maxima) == 2 + 10 * (4 + 3 * 2))
    maxima.otherList = 7
    #expect(try Self.units("lists.all(l, true)", maxima) == 2 + 7 * 2)
    maxima.text = 20
    #expect(try Self.units("name + ''", maxima) == 3 + 2 + 2)
    maxima.lists["members"] = -5
    #expect(try Self.units("members.all(m, true)", maxima) == 2)
  }

  @Test func `A rule of more than a million units is refused with both numbers`() throws {
    let environment = CEL.Environment.sample
    let nested = try environment.checked(
      "meetings.all(a, meetings.all(b, a == b))")
    let fault = #expect(throws: CEL.Fault.self) { try CEL.CostEstimate.require(nested) }
    #expect(fault?.code == .expressionCost)
    #expect(
      fault?.values == ["cost": .int(2 + 2_000 * (1 + 2 + 2_000 * 4)), "most": .int(1_000_000)])
    var maxima = CEL.Maxima()
    maxima.lists["meetings"] = 100
    try CEL.CostEstimate.require(nested, maxima: maxima)
  }

  @Test func `The limit is exactly a million`() throws {
    var maxima = CEL.Maxima()
    let loop = try CEL.Environment.sample.checked("members.all(m, true)")
    maxima.lists["members"] = 499_999
    #expect(CEL.CostEstimate.units(of: loop, maxima: maxima) == 1_000_000)
    try CEL.CostEstimate.require(loop, maxima: maxima)
    maxima.lists["members"] = 500_000
    #expect(throws: CEL.Fault.self) { try CEL.CostEstimate.require(loop, maxima: maxima) }
  }

  @Test func `A cost beyond all numbers is the largest number`() throws {
    var text = "true"
    for level in 0..<20 { text = "meetings.all(m\(level), \(text))" }
    #expect(try Self.units(text) == .max)
    var maxima = CEL.Maxima()
    maxima.lists["members"] = .max
    maxima.text = .max
    #expect(try Self.units("members.all(m, m.id == '')", maxima) == .max)
  }
}
