internal import Values

/// Reads the values that acts may change, and gives them to the keys that use them.
enum ParameterReader {
  static func parameter(_ name: String, _ section: inout Section) -> ParameterRule? {
    let kind = section.required("type", Form<ParameterRule.Kind>.choice)
    let title = section.has("title") ? section.localText("title") : nil
    let choices = kind == .choice ? section.list("choices", .text) ?? [] : []
    guard let kind else {
      section.ignore(["default", "min", "max", "choices", "source", "id"])
      return nil
    }
    let form = Form<ParameterValue>.value(kind, choices: choices)
    let fallback = section.required("default", form)
    let (least, most) = kind.hasBounds ? bounds(form, &section) : (nil, nil)
    guard let clause = section.clause(), let fallback else { return nil }
    var parameter = ParameterRule(
      name: name, kind: kind, title: title, fallback: fallback, least: least, most: most,
      choices: choices, value: fallback, clause: clause)
    section.check(parameter, fallback, at: section.place(of: "default"))
    if let setting = section.context.settings[name] {
      parameter.value = section.value(setting, form, of: parameter) ?? fallback
    }
    return parameter
  }

  private static func bounds(
    _ form: Form<ParameterValue>, _ section: inout Section
  ) -> (ParameterValue?, ParameterValue?) {
    let least = section.optional("min", form)
    let most = section.optional("max", form)
    if let least, let most, most < least {
      section.note(
        Failure(
          .rangeBackwards, ["least": .text(least.text), "most": .text(most.text)],
          at: section.place(of: "min")))
    }
    return (least, most)
  }
}

extension ParameterRule.Kind {
  /// Whether one value can be more than another.
  var hasBounds: Bool { [.int, .period, .fraction].contains(self) }
}

extension Form where Value == ParameterValue {
  static func value(_ kind: ParameterRule.Kind, choices: [String]) -> Form {
    Form { node throws(Failure) in
      switch kind {
      case .int: .int(try node.integer(in: -999_999...999_999))
      case .period: .period(try Form<Period>.period.read(node))
      case .fraction: .fraction(try node.fraction())
      case .choice: .text(try node.choice(of: choices))
      case .bool: .bool(try node.boolean())
      case .text: .text(try node.string())
      }
    }
  }
}

extension Section {
  /// A value that an act has set; nil, and a finding, for one that the parameter may not have.
  fileprivate func value(
    _ setting: String, _ form: Form<ParameterValue>, of parameter: ParameterRule
  ) -> ParameterValue? {
    let node = Node(.scalar(Scalar(setting, .quoted)))
    let value = context.findings.collect { () throws(Failure) in try form.read(node) }
    return value.flatMap { check(parameter, $0, at: nil) ? $0 : nil }
  }

  @discardableResult
  fileprivate func check(
    _ parameter: ParameterRule, _ value: ParameterValue, at place: Place?
  ) -> Bool {
    guard !parameter.allows(value) else { return true }
    note(
      Failure(
        .parameterOutOfBounds,
        [
          "parameter": .text(parameter.name), "found": .text(value.text),
          "least": parameter.least.map { .text($0.text) } ?? .word("word.none"),
          "most": parameter.most.map { .text($0.text) } ?? .word("word.none"),
        ], at: place))
    return false
  }
}

// MARK: - Use

extension RulesContext {
  /// The value that stands under a key: itself, or that of the parameter which `{param: NAME}` names.
  ///
  /// - Throws: `reference-unknown` for no such parameter, `parameter-kind` for one of another kind.
  func settled(
    _ node: Node, _ kind: ParameterRule.Kind?, at path: String
  ) throws(Failure) -> Node {
    guard let kind, case .mapping(let entries) = node.kind, entries.count == 1,
      let entry = entries.first, entry.name == "param"
    else { return node }
    let name = try Form.reference("parameter", to: parameterNames).read(entry.value)
    guard let parameter = parameters.first(where: { $0.name == name }) else {
      throw Failure(.parameterUnread, ["parameter": .text(name)], at: entry.value.place)
    }
    guard parameter.kind == kind else {
      throw Failure(
        .parameterKind,
        [
          "parameter": .text(name), "found": .text(parameter.kind.rawValue),
          "expected": .text(kind.rawValue),
        ], at: entry.value.place)
    }
    parameterUses[path] = name
    return Node(.scalar(Scalar(parameter.value.text, .plain)), at: node.place)
  }
}
