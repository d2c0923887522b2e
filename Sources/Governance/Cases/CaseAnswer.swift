import EventStore
package import Values

/// What the act of a case was answered, with every word and number that a case may ask for.
package struct CaseAnswer: Hashable, Sendable {
  package let isAccepted: Bool
  package let events: [Answer.Event]
  package let reasons: Reasons
  /// Why the act could not be asked; nil for one that was decided.
  package let failure: Failure?

  init(_ answer: Answer) {
    isAccepted = answer.verdict != .refused
    events = answer.events
    reasons = answer.reasons
    failure = nil
  }

  /// A refusal that is not recorded, such as that of a thing that does not exist.
  init(refusing refusal: Refusal) {
    isAccepted = false
    events = []
    reasons = Reasons(refusals: refusal.records)
    failure = nil
  }

  init(failing failure: Failure) {
    isAccepted = false
    events = []
    reasons = Reasons()
    self.failure = failure
  }

  /// The derivations, those behind a refusal too, in the order in which the rules were asked.
  package var derivations: [Derivation.Record] {
    let behind = reasons.refusals.compactMap(\.derivation)
    return reasons.derivations + behind.filter { !reasons.derivations.contains($0) }
  }
}

// MARK: - Words and numbers by name

extension CaseAnswer {
  /// What stands in the answer under a name of an expectation; nil when nothing has that name.
  ///
  /// Names with a set meaning: `accepted`, `refused`, `outcome`, `event`, `note`, `way`, `rule`, `holds`.
  /// Any other is that of a number of the last derivation that has it, else of a refusal or its ways out,
  /// else of an event; `QUESTION.NAME` and `TYPE.NAME` say which derivation or event is meant.
  func texts(of name: String) -> [String]? {
    switch name {
    case "accepted": [isAccepted ? "true" : "false"]
    case "refused": refusedBy
    case "outcome": events.compactMap(\.outcome)
    case "event": events.map(\.type)
    case "note": reasons.notes.map(\.code)
    case "way": reasons.refusals.flatMap(\.ways).map(\.code)
    default: number(named: name)
    }
  }

  /// The codes of what stands against the act, and the clauses that do.
  private var refusedBy: [String] {
    reasons.refusals.flatMap { [$0.code, $0.rule].compactMap(\.self) }
      + [failure?.code.name].compactMap(\.self)
  }

  private func number(named name: String) -> [String]? {
    let parts = name.split(separator: ".", maxSplits: 1)
    let asked = derivations.last { parts.count == 2 && $0.question == parts[0] }
    if let asked, let key = parts.last { return asked.texts(of: String(key)) }
    if let event = events.last(where: { name.hasPrefix($0.type + ".") }) {
      return event.data[String(name.dropFirst(event.type.count + 1))]?.texts
    }
    if let found = derivations.reversed().compactMap({ $0.texts(of: name) }).first { return found }
    if name == "rule" { return reasons.refusals.compactMap(\.rule) }
    for refusal in reasons.refusals {
      if let value = refusal.values[name] { return value.json.texts }
      let behind = refusal.ways.compactMap { $0.values[name] }.first
      if let behind { return behind.json.texts }
    }
    return events.compactMap { $0.data[name]?.texts }.first
  }

  /// Every name that the answer has a word or a number under, for the nearest to a misspelt one.
  var names: [String] {
    var names = ["accepted", "refused", "outcome", "event", "note", "way", "rule", "holds"]
    for derivation in derivations { names += derivation.inputs.names }
    for refusal in reasons.refusals { names += refusal.values.keys.sorted() }
    for event in events { names += event.data.fields?.names ?? [] }
    return names
  }
}

extension Answer.Event {
  /// `adopted`, `rejected` or `deferred` for what became of a matter; `broken` or `lapsed` for one that
  /// a procedure did not decide.
  fileprivate var outcome: String? {
    if type == "procedure.broken" { return "broken" }
    if data["outcome"]?.text == "lapsed" { return "lapsed" }
    return type.hasPrefix("deliberation.")
      ? String(type.dropFirst("deliberation.".utf8.count)) : nil
  }
}

extension Derivation.Record {
  fileprivate func texts(of name: String) -> [String]? {
    switch name {
    case "rule": [rule]
    case "holds": [holds ? "true" : "false"]
    default: inputs[name]?.texts
    }
  }
}

extension JSON {
  /// A value as a case would write it; the mark of a day or a period is left out.
  fileprivate var texts: [String] {
    switch self {
    case .null: ["unknown"]
    case .bool(let value): [value ? "true" : "false"]
    case .int(let number): [String(number)]
    case .text(let text): [text]
    case .list(let items): items.flatMap(\.texts)
    case .object(let fields): fields.members.flatMap(\.value.texts)
    }
  }
}
