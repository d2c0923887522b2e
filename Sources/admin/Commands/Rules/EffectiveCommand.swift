internal import EventStore
internal import Plugins
internal import Publishing
internal import Values

/// `admin rules effective`: the draft with its template merged in, each line with its origin; or what holds in a subgroup.
enum EffectiveCommand {
  static let command = Command(
    noun: "rules", verb: "effective", group: .found, effect: .reads,
    parameters: [Parameter.positional("file").optional, .option("subgroup", .text)],
    examples: [
      "admin rules effective", "admin rules effective --json",
      "admin rules effective --subgroup crypto --as-of 2027-06-30",
    ]
  ) { invocation, session in
    if let subgroup = invocation.text("subgroup") {
      try SubgroupEditionPage.show(subgroup, session)
      return .done
    }
    let path = try invocation.text("file") ?? session.folder() + "/network.yaml"
    guard FileBytes.exists(path) else { throw Failure(.fileMissing, ["path": .text(path)]) }
    let plugin = try PluginFile.effective(
      path: path, templates: [RulesCommands.folder(of: path) + "/templates"], digest: digest)
    if session.globals.format == .table {
      session.terminal.write(text(of: plugin))
      session.terminal.write(defaults(of: plugin, session))
    } else {
      let rows = plugin.lines.compactMap(row) + plugin.defaults.compactMap(row)
      try session.show(
        Listing(
          columns: ["key", "value", "origin", "parameter"], rows: rows,
          fields: ["key", "value", "origin", "file", "line", "column", "parameter"]))
    }
    return .done
  }

  /// Pins templates by SHA-256.
  static let digest: TemplateDigest = { Digest.sha256($0).hex }

  /// The column in which the origins stand, unless a line is longer.
  private static let column = 72

  /// The plugin as YAML that can be read again, with a remark on each line.
  private static func text(of plugin: EffectivePlugin) -> String {
    plugin.lines.map { line in
      let shown = Visible.text(line.text)
      guard let origin = origin(of: line) else { return shown + "\n" }
      let gap = max(2, column - DisplayWidth.columns(of: shown))
      return shown + String(repeating: " ", count: gap) + "# \(origin)\n"
    }.joined()
  }

  /// What holds since the rules say nothing of it, as remarks: it is no part of the plugin.
  private static func defaults(of plugin: EffectivePlugin, _ session: Session) -> String {
    guard !plugin.defaults.isEmpty else { return "" }
    return "# \(session.catalogue.text("effective.defaults"))\n"
      + plugin.defaults.map { "# \(Visible.text($0.text))\n" }.joined()
  }

  private static func origin(of line: EffectivePlugin.Line) -> String? {
    guard let place = line.place else { return nil }
    let file = Visible.text(place.file ?? "")
    let setting = line.parameter.map { ", \($0.name) = \(Visible.text($0.value.text))" } ?? ""
    return "\(file):\(place.line)\(setting)"
  }

  private static func row(of line: EffectivePlugin.Line) -> JSON.Fields? {
    guard let value = line.value else { return nil }
    return JSON.Fields([
      ("key", .text(line.path)), ("value", value),
      ("origin", .text(line.place.map { "\($0.file ?? ""):\($0.line)" } ?? "default")),
      ("file", line.place?.file.map { .text($0) } ?? .null),
      ("line", line.place.map { .int(Int64($0.line)) } ?? .null),
      ("column", line.place.map { .int(Int64($0.column)) } ?? .null),
      ("parameter", line.parameter.map { .text($0.name) } ?? .null),
    ])
  }
}
