internal import Governance
internal import Plugins
internal import Publishing
internal import Values

/// What a person reads when an act was refused: what, rule, numbers, ways out.
struct RefusalPage {
  private let catalogue: Catalogue
  /// What the rules cite, by key; a source that stands there is told in its own words.
  private let basis: [String: String]

  /// What the network's own rules say; empty where nothing that they let pass is told.
  private let guards: GuardSentences

  init(
    _ catalogue: Catalogue, basis: [String: String] = [:],
    guards: GuardSentences = GuardSentences()
  ) {
    self.catalogue = catalogue
    self.basis = basis
    self.guards = guards
  }

  /// The page of one refusal, several lines without an end after the last.
  func text(of refusal: Refusal.Record) -> String {
    let code = "refusal.\(refusal.code)"
    let own = refusal.sentence.map { sentence($0, refusal.values) }
    let what = own ?? catalogue.text("\(code).what", refusal.values)
    var lines = [catalogue.text("refused", ["what": .text(what)])]
    let why = catalogue.text("\(code).why", refusal.values)
    if let rule = refusal.rule, let source = refusal.source {
      let values: [String: Failure.Value] = [
        "rule": .text(rule), "source": .text(text(ofSource: source)), "why": .text(why),
      ]
      lines.append("  " + catalogue.text("refused.rule", values))
    } else {
      lines.append(
        "  "
          + catalogue.text(
            "refused.condition", ["condition": .text(refusal.code), "why": .text(why)]))
    }
    lines += refusal.derivation.map { ["  " + text(of: $0)] } ?? []
    if !refusal.ways.isEmpty { lines.append(catalogue.text("refused.ways")) }
    return (lines + refusal.ways.map { "  " + way($0) }).joined(separator: "\n")
  }

  /// How a rule came to its answer, in one sentence with its numbers.
  ///
  /// A rule of the network's own that let an act pass is told in its own words first, then as it is written.
  func text(of derivation: Derivation.Record) -> String {
    var values = values(of: derivation.inputs)
    let own = guards.sentence(of: derivation.rule, in: catalogue.language.rawValue)
    guard derivation.question == "guard", derivation.holds, let own else {
      return catalogue.text("derivation.\(derivation.question)", values)
    }
    values["sentence"] = .text(own)
    return catalogue.text("derivation.guard-held", values)
  }

  /// A note; what a rule would have refused, had the past not been taken over, in the same words.
  func text(of note: Note) -> String {
    let own = "note.\(note.code)"
    let isObjection = catalogue.template(own) == nil
    guard let text = note.sentence else {
      return catalogue.text(isObjection ? "refusal.\(note.code).what" : own, note.values)
    }
    let said = sentence(text, note.values)
    guard !isObjection else { return said }
    return catalogue.text(own, note.values.merging(["sentence": .text(said)]) { $1 })
  }

  /// `assumption`, `practice`, or the text of the instrument.
  func text(ofSource key: String) -> String {
    switch key {
    case "practice", "assumption": catalogue.text("source.\(key)")
    default: basis[key] ?? key
    }
  }

  /// Everything that an answer follows from, by name, so that a reader can compute it again.
  func inputs(of derivation: Derivation.Record) -> String {
    derivation.inputs.members.map { member in
      let name = catalogue.text("input.\(member.name)")
      return "\(name) \(catalogue.text(of: value(of: member.value)))"
    }.joined(separator: " · ")
  }

  private func way(_ way: Note) -> String {
    guard way.code == "use-iso-code", case .text(let found) = way.values["found"],
      let code = StateNames.code(named: found)
    else { return catalogue.text("way.\(way.code)", way.values) }
    return catalogue.text(
      "way.use-state-code", ["code": .text(code), "name": .text(catalogue.state(code) ?? found)])
  }

  /// What the network says in its own words; a language that it does not have is told in its first one.
  private func sentence(_ text: LocalText, _ values: [String: Failure.Value]) -> String {
    let template = text.text(in: catalogue.language.rawValue, else: ["en", "pt", "es"])
    return catalogue.text(ofTemplate: template, values)
  }

  /// The inputs of a derivation as a sentence quotes them; days are days again, terms are words.
  private func values(of inputs: JSON.Fields) -> [String: Failure.Value] {
    Dictionary(inputs.members.map { ($0.name, value(of: $0.value)) }) { $1 }
  }

  private func value(of json: JSON) -> Failure.Value {
    switch json {
    case .int(let number): .int(Int(clamping: number))
    case .text(let text): quoted(text)
    // Derivations name a dash where the rules name nobody, so that anybody may act.
    case .list(["–"]): .word("word.anybody")
    case .list(let items): .list(items.map { part(of: $0) ?? Cell.text(of: $0) })
    case .null: .word("word.unknown")
    case .bool(let value): .word(value ? "word.yes" : "word.no")
    case .object: .text(json.compact)
    }
  }

  /// A part of a condition with what it came to; nil for anything else.
  private func part(of json: JSON) -> String? {
    guard let part = json["part"]?.text, let found = json["value"] else { return nil }
    do throws(Failure) {
      return "\(part) = \(catalogue.text(of: try Failure.Value(found)))"
    } catch {
      return nil  // Another release kept it in another form: it is shown as it is.
    }
  }

  /// Days and periods of the log are told as people say them.
  private func quoted(_ text: String) -> Failure.Value {
    if let day = Day(text) { return .day(day) }
    return Period(text).map { .period($0) } ?? term(text)
  }

  /// A word of the plugin format, such as `more_than`, in the reader's language; any other text as it is.
  private func term(_ text: String) -> Failure.Value {
    catalogue.template("term.\(text)") == nil ? .text(text) : .word("term.\(text)")
  }
}
