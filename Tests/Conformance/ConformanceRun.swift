import Foundation
import Plugins
import Values

/// Runs tests of the suite, and counts what came of them.
struct ConformanceRun {
  /// A test whose result is not the one that is asked for.
  struct Difference: Error {
    let expected: String
    let got: String
  }

  private(set) var passed = 0
  private(set) var failures: [String] = []
  /// How many tests are out of scope, by reason.
  private(set) var skipped: [String: Int] = [:]

  /// Runs every test of a file.
  mutating func run(_ file: JSON) {
    for json in file["tests"]?.list ?? [] {
      guard let test = ConformanceTest(json) else {
        failures.append("\(json["id"]?.text ?? "?"): a test that cannot be read")
        continue
      }
      if let reason = test.exclusion {
        skipped[reason, default: 0] += 1
        continue
      }
      do throws(Difference) {
        try Self.hold(test)
        passed += 1
      } catch {
        failures.append(
          """
          \(test.id)
            expression  \(test.text)
            expected    \(error.expected)
            got         \(error.got)
          """)
      }
    }
  }

  /// What came of all, alone on the last line of the report.
  var summary: String {
    let count = skipped.values.reduce(0, +)
    return "\(passed) passed, \(failures.count) failed, \(count) skipped"
  }

  private static func hold(_ test: ConformanceTest) throws(Difference) {
    switch (test.expectation, result(of: test)) {
    case (.error, .failure): return
    case (.error, .success(let outcome)):
      throw Difference(expected: "an error", got: outcome.report)
    case (.value, .failure(let error)), (.kind, .failure(let error)):
      throw Difference(expected: test.expected, got: error.report)
    case (.kind(let kind, let value), .success(let outcome)):
      guard outcome.kind == kind, value.map(outcome.isValue) ?? true else {
        throw Difference(expected: test.expected, got: outcome.report)
      }
    case (.value(let value), .success(let outcome)):
      guard outcome.isValue(value) else {
        throw Difference(expected: test.expected, got: outcome.report)
      }
    }
  }

  /// What a test gave: the checker's type, where it was asked, and the value, where it was evaluated.
  struct Result {
    var kind: CEL.Kind?
    var value: CEL.Value?

    func isValue(_ json: JSON) -> Bool {
      guard let expected = CEL.Value(typed: json), let value else {
        return value == nil && kind != nil
      }
      return value.matches(expected)
    }

    var report: String {
      let parts = [value.map(\.report), kind.map { "of the kind \($0)" }].compactMap(\.self)
      return parts.joined(separator: " ")
    }
  }

  /// Why a test gave no value.
  enum Problem: Error {
    case fault(CEL.Fault)
    case evaluation(CEL.EvaluationError)
    case unreadableBinding(String)

    var report: String {
      switch self {
      case .fault(let fault):
        "\(fault.code.name) at \(fault.offset) before it runs: \(fault.values)"
      case .evaluation(let error): "\(error.code.name) at \(error.offset): \(error.values)"
      case .unreadableBinding(let name): "a value of \(name) that cannot be read"
      }
    }
  }

  private static func result(of test: ConformanceTest) -> Swift.Result<Result, Problem> {
    do throws(Problem) { return .success(try evaluate(test)) } catch { return .failure(error) }
  }

  private static func evaluate(_ test: ConformanceTest) throws(Problem) -> Result {
    let environment = test.environment
    var result = Result()
    let program: CEL.Program
    do throws(CEL.Fault) {
      if test.isChecked {
        let checked = try environment.checked(test.text)
        result.kind = checked.kind
        guard test.isEvaluated else { return result }
        program = try CEL.Program(checked.expression, kinds: checked.kinds, in: environment)
      } else {
        program = try CEL.Program(try environment.resolved(test.text), in: environment)
      }
    } catch {
      throw .fault(error)
    }
    let outcome = program.evaluate(try activation(for: test))
    do throws(CEL.EvaluationError) {
      result.value = try outcome.result.get()
    } catch {
      throw .evaluation(error)
    }
    return result
  }

  private static func activation(
    for test: ConformanceTest
  ) throws(Problem) -> CEL.Activation {
    var variables: [String: CEL.Value] = [:]
    for (name, json) in test.bindings {
      guard let value = CEL.Value(typed: json) else { throw .unreadableBinding(name) }
      variables[name] = value
    }
    var activation = CEL.Activation(variables)
    activation.zones = Self.zone
    return activation
  }

  /// A time zone of this machine.
  private static let zone: @Sendable (String) -> Zone? = { name in
    guard !name.contains("..") else { return nil }
    let url = URL(filePath: "/usr/share/zoneinfo").appending(path: name)
    return (try? Data(contentsOf: url)).flatMap { Zone(tzif: Array($0)) }
  }
}

extension ConformanceTest {
  /// As a line of the report shows it.
  var expected: String {
    switch expectation {
    case .error: "an error"
    case .value(let json): CEL.Value(typed: json)?.report ?? json.compact
    case .kind(let kind, _): "the kind \(kind)"
    }
  }
}
