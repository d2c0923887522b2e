import EventStore
import Glibc
import Plugins
import Values

/// The rules of a network over its members: how long one takes, warm, its context built once.
///
/// The file is that of `conformance/bench/rules.json`: a context of typed values and rules with what they give.
struct RuleBench {
  private let environment: CEL.Environment
  private let activation: CEL.Activation
  private let rules: [JSON]

  private static let rounds = 9
  private static let turns = 2_000
  private static let readings = 40

  init(path: String) throws {
    let file = try JSON(parsing: YAMLFile.bytes(path))
    let context = file["context"]
    var environment = CEL.Environment()
    for variable in context?["typeEnv"]?.list ?? [] {
      guard let name = variable["name"]?.text, let kind = variable["type"]?.text else { continue }
      environment.variables[name] = CEL.Kind(kind)
    }
    var variables: [String: CEL.Value] = [:]
    for member in context?["bindings"]?.fields?.members ?? [] {
      variables[member.name] = try Self.value(member.value["value"])
    }
    self.environment = environment
    activation = CEL.Activation(variables)
    rules = file["rules"]?.list ?? []
  }

  /// The least processor time of several rounds, in seconds: of an evaluation, and of parsing, checking and planning.
  func measure(_ name: String) throws -> (evaluation: Double, reading: Double) {
    guard let rule = rules.first(where: { $0["name"]?.text == name }),
      let text = rule["expr"]?.text
    else { throw Self.unfit(name) }
    let program = try read(text)
    let expected = try Self.value(rule["expect"]?["value"])
    let evaluation = try least(of: Self.turns) {
      guard try program.evaluate(activation).result.get().equals(expected) else {
        throw Self.unfit(name)
      }
    }
    let reading = try least(of: Self.readings) { _ = try read(text) }
    return (evaluation, reading)
  }

  private func read(_ text: String) throws -> CEL.Program {
    let parsed = try CEL.Parser.parse(text)
    let checked = try CEL.Checker.check(
      CEL.Resolver.resolve(parsed, in: environment), in: environment)
    return try CEL.Program(checked.expression, kinds: checked.kinds, in: environment)
  }

  private func least(of turns: Int, _ work: () throws -> Void) rethrows -> Double {
    var least = Double.infinity
    for _ in 0..<Self.rounds {
      let start = clock()
      for _ in 0..<turns { try work() }
      least = min(least, Double(clock() - start) / Double(1_000_000) / Double(turns))
    }
    return least
  }

  // MARK: - The file

  private static func unfit(_ value: String) -> Failure {
    Failure(.entryUnfit, ["field": .text("rules"), "value": .text(value)])
  }

  /// A value with its type beside it.
  private static func value(_ typed: JSON?) throws -> CEL.Value {
    guard let type = typed?["type"]?.text, let content = typed?["value"] else { throw unfit("") }
    switch type {
    case "bool": return .bool(content.bool ?? false)
    case "int": return .int(Int64(content.text ?? "") ?? 0)
    case "string": return .string(content.text ?? "")
    case "timestamp":
      guard let moment = CEL.Timestamp(content.text ?? "") else { throw unfit(type) }
      return .timestamp(moment)
    case "list": return .list(try (content.list ?? []).map { try value($0) })
    case "map":
      let entries = try (content.list ?? []).map { entry in
        (key: try value(entry.list?.first), value: try value(entry.list?.last))
      }
      guard let map = CEL.Map(entries) else { throw unfit(type) }
      return .map(map)
    default: throw unfit(type)
    }
  }
}
