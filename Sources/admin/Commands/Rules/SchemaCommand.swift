internal import Plugins
internal import Values

/// `admin rules schema`: the JSON Schema of the plugin format.
enum SchemaCommand {
  static let command = Command(
    noun: "rules", verb: "schema", group: .found, effect: .reads, parameters: [],
    examples: ["admin rules schema", "admin rules schema > plugin.schema.json"]
  ) { _, session in
    session.terminal.write(PluginSchema.json.pretty + "\n")
    return .done
  }
}
