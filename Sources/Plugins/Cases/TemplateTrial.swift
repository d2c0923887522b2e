internal import Values

/// A template as the plugin of a network that adds nothing to it, so that its cases can be tried.
enum TemplateTrial {
  /// What a template does not say and a network must.
  private static let head = """
    id: trial
    version: 1.0.0
    languages: [en, pt, es]
    timezone: UTC
    recording_since: 2000-01-01
    title: {en: Trial, pt: Ensaio, es: Ensayo}
    founding: {on: 2000-01-01, instrument: Trial, source: assumption}
    """

  /// Whether a tree is that of a template rather than that of a network.
  static func isTemplate(_ tree: Node) -> Bool {
    guard case .mapping(let entries) = tree.kind else { return false }
    return entries.contains { $0.name == "template" } && !entries.contains { $0.name == "id" }
  }

  /// The tree of a template with the head of a network that is not there.
  ///
  /// Its cases stay, since they speak of the very values that stand here.
  static func completed(_ tree: Node) -> Node {
    guard case .mapping(let own) = tree.kind, let head = try? YAML.parse(head) else { return tree }
    let dropped = ["template", "version", "title", "asks"]
    let rest = Node(.mapping(own.filter { !dropped.contains($0.name) }), at: tree.place)
    return head.merged(under: rest)
  }
}
