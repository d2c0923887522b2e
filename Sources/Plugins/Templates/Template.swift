internal import Values

/// A set of rules to begin from; a network `extends` it and changes what is different.
package struct Template: Hashable, Sendable {
  package let name: String
  package let version: String
  package let title: LocalText
  /// What a founder is asked, in order.
  package let questions: [Question]
  /// The file as it is, comments and all.
  package let text: String
  /// What a network takes over: all but the template's own keys.
  let body: Node

  /// As `extends` names it, with the major version.
  package var reference: String { "\(name)@\(major)" }

  var major: String { String(version.prefix { $0 != "." }) }

  /// The keys that are the template's and no network's.
  ///
  /// Its worked cases speak of its own values: a network that changes one writes its own cases.
  static let ownKeys = ["template", "version", "title", "asks"] + CaseBook.keys

  /// Reads a template; nil when it has errors, which are noted.
  init?(text: String, file: String, findings: Findings) {
    let reading = YAML.read(Array(text.utf8), file: file)
    for failure in reading.failures { findings.add(failure) }
    guard let node = reading.node, reading.failures.isEmpty,
      let entries = findings.collect({ () throws(Failure) in try node.mapping() })
    else { return nil }
    let own = Node(
      .mapping(
        entries.filter { Self.ownKeys.contains($0.name) && !CaseBook.keys.contains($0.name) }),
      at: node.place)
    let header = Section.read(own, path: "", in: RulesContext(findings: findings)) { section in
      Self.header(&section)
    }
    guard let header else { return nil }
    (name, version, title, questions) = header
    body = Node(.mapping(entries.filter { !Self.ownKeys.contains($0.name) }), at: node.place)
    self.text = text
  }

  private static func header(
    _ section: inout Section
  ) -> (String, String, LocalText, [Question])? {
    let name = section.required("template", .slug)
    let version = section.required("version", .version)
    section.context.languages = ["en", "pt", "es"]
    let title = section.localText("title")
    let context = section.context
    let nodes = section.has("asks") ? section.list("asks", .any) ?? [] : []
    let questions = nodes.compactMap { node in
      Section.read(node, path: "asks", in: context) { Question(&$0) }
    }
    guard let name, let version, let title else { return nil }
    return (name, version, title, questions)
  }
}
