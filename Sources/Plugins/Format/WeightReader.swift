internal import Values

/// Reads what votes weigh, and how many of the weights a matter needs.
enum WeightReader {
  static func weights(_ section: inout Section) -> WeightRule? {
    let context = section.context
    let members = Self.weights("members", of: context.memberCode, &section)
    let classes = Self.weights("classes", of: .reference("class", to: context.classes), &section)
    if members.isEmpty, classes.isEmpty {
      section.note(
        Failure(
          .keysNeither, ["one": .text("members"), "other": .text("classes")], at: section.place))
    }
    return section.clause().map {
      WeightRule(members: members, classes: classes, clause: $0)
    }
  }

  static func shares(_ section: inout Section) -> ShareRule? {
    let threshold = section.threshold()
    let base = section.required("of", Form<DecisionRule.Base>.choice)
    guard let clause = section.clause(), let threshold, let base else { return nil }
    return ShareRule(threshold: threshold, base: base, clause: clause)
  }

  /// Weights below a key; those that cannot be read are noted and left out.
  private static func weights(
    _ key: String, of name: Form<String>, _ section: inout Section
  ) -> [String: Int] {
    let form = Form { node throws(Failure) in try node.mapping() }
    let findings = section.context.findings
    var weights: [String: Int] = [:]
    for entry in section.optional(key, form) ?? [] {
      let node = Node(.scalar(Scalar(entry.name, .quoted)), at: entry.place)
      let code = findings.collect { () throws(Failure) in try name.read(node) }
      let weight = findings.collect { () throws(Failure) in
        try entry.value.integer(in: 0...WeightRule.greatest)
      }
      if let code { weights[code] = weight }
    }
    return weights
  }
}
