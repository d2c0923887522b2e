internal import Values

/// Gives the digest of bytes in hexadecimal; the caller has the cryptography.
package typealias TemplateDigest = @Sendable ([UInt8]) -> String

/// Finds templates by name and merges them under the plugins that extend them.
struct TemplateLibrary {
  /// A network stands on a template, that on another, and so on: no higher than this.
  static let greatestDepth = 5

  /// Folders with further templates, `NAME.yaml` each.
  let folders: [String]
  /// Gives the digest of a template as it is merged, by which the rules pin it; nil for no digest.
  var digest: TemplateDigest?

  /// Those compiled in; a test holds them to be without errors.
  var builtIn: [Template] {
    EmbeddedText.names.filter { $0.hasPrefix("template/") }.sorted().compactMap { name in
      let bytes = EmbeddedText.bytes(named: name) ?? []
      return Template(
        text: String(decoding: bytes, as: UTF8.self), file: name, findings: Findings())
    }
  }

  /// The plugin with its template merged in: maps by key, all else replaced.
  ///
  /// - Returns: The tree without `extends`, with the template named under `template`; nil when
  ///   the template cannot be had, which is noted.
  func merged(_ node: Node, _ findings: Findings) -> Node? {
    guard let entries = findings.collect({ () throws(Failure) in try node.mapping() })
    else { return nil }
    guard let parent = entries.first(where: { $0.name == "extends" })?.value else { return node }
    guard
      let template = findings.collect({ () throws(Failure) in
        try template(parent, findings)
      }), let template, let base = whole(template, visited: [template.name], at: parent, findings)
    else { return nil }
    let pin = digest.map { "#sha256:" + $0(base.sortedJSON.canonical) } ?? ""
    let name = Node(
      .scalar(Scalar("\(template.name)@\(template.version)\(pin)", .quoted)), at: parent.place)
    let own = entries.filter { $0.name != "extends" && $0.name != "template" }
    let top = Node(
      .mapping(own + [Entry("template", at: parent.place, value: name)]), at: node.place)
    return PluginMerge(findings: findings).merged(base, under: top)
  }

  /// A template's body with those that it extends itself.
  private func whole(
    _ template: Template, visited: [String], at place: Node, _ findings: Findings
  ) -> Node? {
    guard let entries = try? template.body.mapping(),
      let parent = entries.first(where: { $0.name == "extends" })?.value
    else { return template.body }
    guard
      let next = findings.collect({ () throws(Failure) in try self.template(parent, findings) }),
      let next
    else { return nil }
    guard !visited.contains(next.name), visited.count < Self.greatestDepth else {
      findings.add(
        Failure(
          .templateCycle, ["name": .text(next.name), "most": .int(Self.greatestDepth)],
          at: parent.place))
      return nil
    }
    let own = Node(.mapping(entries.filter { $0.name != "extends" }), at: template.body.place)
    let base = whole(next, visited: visited + [next.name], at: parent, findings)
    return base.map { PluginMerge(findings: findings).merged($0, under: own) }
  }

  /// The template that `NAME@MAJOR` names; nil when it has errors, which are noted.
  private func template(_ node: Node, _ findings: Findings) throws(Failure) -> Template? {
    let parts = try node.string().split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, Names.isSlug(String(parts[0])), Int(parts[1]) != nil else {
      throw node.unreadable("template")
    }
    let name = String(parts[0])
    guard let template = try template(named: name, at: node, findings) else { return nil }
    guard template.major == parts[1] else {
      throw Failure(
        .templateVersion,
        [
          "name": .text(name), "found": .text(template.version),
          "wanted": .text(String(parts[1])),
        ], at: node.place)
    }
    return template
  }

  /// The template of a name; nil when it has errors, which are noted.
  func template(
    named name: String, at node: Node, _ findings: Findings
  ) throws(Failure) -> Template? {
    guard Names.isSlug(name) else { throw node.unreadable("short-name") }
    guard let found = try text(of: name) else {
      let names = builtIn.map(\.name)
      throw Failure(
        .referenceUnknown,
        [
          "kind": .word("kind.template"), "found": .text(name), "choices": .list(names),
          "nearest": .text(Nearest.word(to: name, among: names) ?? ""),
        ], at: node.place)
    }
    return Template(text: found.text, file: found.file, findings: findings)
  }

  private func text(of name: String) throws(Failure) -> (text: String, file: String)? {
    if let bytes = EmbeddedText.bytes(named: "template/\(name)") {
      return (String(decoding: bytes, as: UTF8.self), "template/\(name)")
    }
    for folder in folders {
      let path = "\(folder)/\(name).yaml"
      do throws(Failure) {
        return (String(decoding: try YAMLFile.bytes(path), as: UTF8.self), path)
      } catch {
        guard error.code == .fileMissing else { throw error }
      }
    }
    return nil
  }
}

extension Node {
  /// This tree with another laid over it: mappings are merged by key, all else is replaced.
  func merged(under top: Node) -> Node {
    guard case .mapping(let below) = kind, case .mapping(let above) = top.kind else { return top }
    let lower = Dictionary(below.map { ($0.name, $0.value) }) { first, _ in first }
    let names = Set(above.map(\.name))
    let replaced = above.map { entry in
      let value = lower[entry.name]?.merged(under: entry.value) ?? entry.value
      return Entry(entry.name, at: entry.place, value: value)
    }
    return Node(.mapping(below.filter { !names.contains($0.name) } + replaced), at: top.place)
  }
}
