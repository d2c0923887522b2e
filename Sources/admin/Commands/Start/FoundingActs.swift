internal import Plugins
internal import Values

/// The acts that begin a network's life after its founding, as a file for `admin import`.
struct FoundingActs {
  private let instance: TemplateInstance
  private let rules: Rules

  init(_ instance: TemplateInstance, _ rules: Rules) {
    self.instance = instance
    self.rules = rules
  }

  /// YAML, one act a line, all from the day of the founding.
  var text: String {
    let lines =
      instance.members.map { admission(of: $0, class: "member") }
      + instance.observers.map { admission(of: $0, class: "observer") } + coordination
    return lines.isEmpty ? "[]\n" : lines.joined()
  }

  private var day: String { "effective: \"\(rules.founding.on)\"" }

  /// Codes are quoted, so that nobody takes NO for an answer.
  private func admission(of code: String, class name: String) -> String {
    "- {do: member admit, member: \"\(code)\", class: \(name), \(day)}\n"
  }

  /// The coordinator, as a remark where a body has to name it by a deliberation first.
  private var coordination: [String] {
    guard let code = instance.coordinator else { return [] }
    return rules.bodies.compactMap { body in
      guard case .coordinator(let rule) = body.composition else { return nil }
      let act = "- {do: board coordinate, body: \(body.id), member: \"\(code)\", \(day)"
      return rule.namedBy == nil ? act + "}\n" : "# \(act), by: D-1}\n"
    }
  }
}
