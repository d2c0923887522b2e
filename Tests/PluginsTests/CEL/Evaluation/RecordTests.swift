import Plugins
import Testing
import Values

/// Records: typed, read by slots, with fields that may be absent.
@Suite struct RecordTests {
  private static let kind = CEL.RecordKind(
    "Member",
    [
      .init("id", .string), .init("class", .string), .init("since", .int),
      .init("until", .int, isOptional: true), .init("home", .record("Place"), isOptional: true),
    ])
  private static let place = CEL.RecordKind("Place", [.init("state", .string)])
  private static let shape = CEL.RecordShape(kind)
  private static let placeShape = CEL.RecordShape(place)

  private static var environment: CEL.Environment {
    var environment = CEL.Environment()
    environment.records = ["Member": kind, "Place": place]
    environment.variables = [
      "m": .record("Member"), "other": .record("Member"), "members": .list(.record("Member")),
      "any": .dyn,
    ]
    return environment
  }

  private static func member(_ fields: [String: CEL.Value]) throws -> CEL.Value {
    let all = ["id": CEL.Value.string("PT"), "class": .string("member"), "since": .int(2016)]
    return .record(try #require(CEL.Record(shape, all.merging(fields) { $1 })))
  }

  private static func shown(_ text: String, _ fields: [String: CEL.Value] = [:]) throws -> String {
    let first = try member(fields)
    let second = try member(["id": .string("ES"), "since": .int(2020)])
    let activation = CEL.Activation([
      "m": first, "other": second, "members": .list([first, second]), "any": first,
    ])
    let program = try Evaluating.program(text, in: environment)
    switch program.evaluate(activation).result {
    case .success(let value): return value.shown
    case .failure(let error): return "!" + error.code.name
    }
  }

  @Test(arguments: [
    ("m.id", "'PT'"), ("m.since + 1", "2017"), ("any.id", "'PT'"), ("type(m)", "Member"),
    ("has(m.id)", "true"), ("has(m.until)", "false"), ("m.until", "!evaluation-field-absent"),
    ("m.?until.orValue(0)", "0"), ("m.?since.orValue(0)", "2016"), ("m == m", "true"),
    ("m == other", "false"), ("m != other", "true"), ("m in members", "true"),
    ("members.filter(x, x.since > 2018).map(x, x.id)", "['ES']"),
    ("members.all(x, x.class == 'member')", "true"), ("any.nothing", "!evaluation-field-absent"),
    ("has(any.nothing)", "false"), ("any.?nothing.hasValue()", "false"),
    ("any['id']", "!evaluation-no-overload"), ("m.home.state", "!evaluation-field-absent"),
    ("m.?home.state.hasValue()", "false"), ("any + 1", "!evaluation-no-overload"),
    ("any < any", "!evaluation-no-overload"),
  ])
  func `A record is asked by its fields`(_ row: (text: String, shown: String)) throws {
    #expect(try Self.shown(row.text) == row.shown)
  }

  @Test func `A field that is there is no longer absent`() throws {
    let home = CEL.Record(Self.placeShape, ["state": .string("PT")])
    let fields = ["until": CEL.Value.int(2020), "home": .record(try #require(home))]
    #expect(try Self.shown("has(m.until) && m.until == 2020", fields) == "true")
    #expect(try Self.shown("m.home.state", fields) == "'PT'")
    #expect(try Self.shown("m.?home.state", fields) == "optional('PT')")
  }

  @Test func `A field that its kind does not have makes no record`() {
    #expect(CEL.Record(Self.placeShape, ["stat": .string("PT")]) == nil)
  }

  @Test func `A record of another shape with such a field is read by name`() throws {
    let other = CEL.RecordShape(
      CEL.RecordKind("Member", [.init("since", .int), .init("id", .string)]))
    let record = try #require(
      CEL.Record(other, ["id": .string("FR"), "since": .int(1)]))
    let program = try Evaluating.program("m.id", in: Self.environment)
    let outcome = program.evaluate(CEL.Activation(["m": .record(record)]))
    #expect(try outcome.result.get().shown == "'FR'")
  }

  @Test func `Records of unlike kinds are not equal`() throws {
    let place = CEL.RecordShape(CEL.RecordKind("Seat", [.init("state", .string)]))
    let one = CEL.Value.record(try #require(CEL.Record(Self.placeShape, ["state": .null])))
    let other = CEL.Value.record(try #require(CEL.Record(place, ["state": .null])))
    let absent = CEL.Value.record(try #require(CEL.Record(Self.placeShape, [:])))
    #expect(!one.equals(other))
    #expect(!one.equals(absent))
    #expect(absent.equals(absent))
  }
}
