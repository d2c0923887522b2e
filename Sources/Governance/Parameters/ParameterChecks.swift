import Plugins
import Values

/// What the rules ask of a value that an act sets, or a correction.
enum ParameterChecks {
  /// A value as the rules would carry it, and how they came to allow it.
  ///
  /// A value that they do not allow is refused in a past that is taken over too: no rules could carry it.
  ///
  /// - Throws: `parameter-unknown`, `parameter-value-unfit` for a text that is no such value or that a key
  ///   which uses the parameter cannot take, `parameter-beyond-bounds`.
  static func allowed(
    _ value: String, for id: ParameterID, under rules: Rules
  ) throws(Refusal) -> (value: String, derivation: Derivation) {
    guard let rule = rules.parameter(id.text) else {
      let known = rules.parameters.map(\.name)
      throw Refusal(
        .parameterUnknown, ["parameter": .text(id.text)],
        ways: known.isEmpty
          ? [Note("adopt-rules")] : [Note("use-one-of", ["known": .list(known)])])
    }
    do throws(Failure) {
      let set = try rules.setting(rule.name, to: value).parameter(rule.name)?.value.text ?? value
      return (set, rule.derivation(of: set, holds: true))
    } catch {
      throw error.code == .parameterOutOfBounds
        ? beyond(value, rule) : unfit(value, rule)
    }
  }

  /// Holds a correction of a change to the same rules, and to the parameter that it was of.
  static func check(
    _ correction: Correction, of event: PastEvent, under rules: Rules
  ) throws(Refusal) {
    guard event.key.category == Parameter.category, !correction.strikes else { return }
    let corrected = correction.corrected(event.data)
    guard let id = ParameterID(event.key.id), corrected["name"]?.text == id.text else {
      throw Refusal(
        .correctionUnreadable, ["key": .text("name"), "type": .text(event.type)],
        ways: [Note("strike-and-set", ["event": .text(String(event.position))])])
    }
    _ = try allowed(corrected["value"]?.text ?? "", for: id, under: rules)
  }

  private static func beyond(_ value: String, _ rule: ParameterRule) -> Refusal {
    Refusal(
      .parameterBeyondBounds, rule.values(of: value), clause: rule.clause,
      derivation: rule.derivation(of: value, holds: false),
      ways: [Note("keep-to-bounds", rule.values(of: value)), Note("adopt-rules")])
  }

  private static func unfit(_ value: String, _ rule: ParameterRule) -> Refusal {
    var values = rule.values(of: String(value.prefix(80)))
    values["kind"] = .word("parameter-kind.\(rule.kind.rawValue)")
    let ways =
      rule.choices.isEmpty
      ? Note("value-as-default", values) : Note("use-one-of", ["known": .list(rule.choices)])
    return Refusal(.parameterValueUnfit, values, clause: rule.clause, ways: [ways])
  }
}

extension ParameterRule {
  fileprivate func values(of value: String) -> [String: Failure.Value] {
    [
      "parameter": .text(name), "value": .text(value), "fallback": .text(fallback.text),
      "least": least.map { .text($0.text) } ?? .word("word.none"),
      "most": most.map { .text($0.text) } ?? .word("word.none"),
    ]
  }

  fileprivate func derivation(of value: String, holds: Bool) -> Derivation {
    let inputs: [(String, JSON)] = [
      ("parameter", .text(name)), ("value", .text(value)), ("least", .text(least?.text ?? "–")),
      ("most", .text(most?.text ?? "–")),
    ]
    return Derivation(clause, "parameter", JSON.Fields(inputs), holds: holds)
  }
}

extension RefusalCode {
  static let parameterUnknown = RefusalCode("parameter-unknown", exit: .notFound)
  static let parameterValueUnfit = RefusalCode("parameter-value-unfit", exit: .badData)
  static let parameterBeyondBounds = RefusalCode("parameter-beyond-bounds")
}
