package import Values

/// The JSON Schema of the plugin format, for editors: it completes keys and shows what they mean.
///
/// It says which keys there are and which form their values have; whether rules fit together is what
/// `admin lint` says. Source: JSON Schema, draft 2020-12.
package enum PluginSchema {
  /// The name of the file beside `network.yaml`.
  package static let file = "plugin.schema.json"

  /// The first line of a plugin file, by which editors find the schema.
  package static let editorLine = "# yaml-language-server: $schema=\(file)"

  /// The whole schema.
  package static let json: JSON = {
    let tree = SchemaTree(FormatKeys.table).json
    let members = (tree.fields?.members ?? []).map { ($0.name, $0.value) }
    return .object(
      JSON.Fields(
        [
          ("$schema", "https://json-schema.org/draft/2020-12/schema"),
          ("title", "The rules of a network, plugin/1"),
        ] + members + [
          ("required", ["format"]),
          ("anyOf", [["required": ["id"]], ["required": ["template"]]]),
          ("$defs", ["payload": SchemaTree(FormatKeys.payload).json]),
        ]))
  }()
}

/// The keys below a key.
private struct SchemaTree {
  private var form = "object"
  private var words = ""
  private var children: [(name: String, tree: SchemaTree)] = []

  init() {}

  init(_ table: String) {
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: "|").map { Self.trimmed($0) }
      guard parts.count == 3 else { continue }
      let path = parts[0].replacing("[]", with: ".[]").split(separator: ".").map { String($0) }
      insert(path[...], form: parts[1], words: parts[2])
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  private mutating func insert(_ path: ArraySlice<String>, form: String, words: String) {
    guard let name = path.first else {
      (self.form, self.words) = (form, words)
      return
    }
    if !children.contains(where: { $0.name == name }) { children.append((name, SchemaTree())) }
    guard let index = children.firstIndex(where: { $0.name == name }) else { return }
    children[index].tree.insert(path.dropFirst(), form: form, words: words)
  }

  var json: JSON {
    let members = shape.fields?.members.map { ($0.name, $0.value) } ?? []
    let description = words.isEmpty ? [] : [("description", JSON.text(words))]
    return .object(JSON.Fields(description + members))
  }

  private var shape: JSON {
    guard let first = children.first else { return SchemaForm.json(of: form) }
    switch first.name {
    case "[]":
      return ["type": "array", "description": .text(first.tree.words), "items": first.tree.json]
    case "*": return ["type": "object", "additionalProperties": first.tree.json]
    default:
      let properties = JSON.object(JSON.Fields(children.map { ($0.name, $0.tree.json) }))
      return ["type": "object", "additionalProperties": false, "properties": properties]
    }
  }
}

/// The forms that values have.
private enum SchemaForm {
  static func json(of form: String) -> JSON {
    let words = form.split(separator: " ").map { String($0) }
    let rest = Array(words.dropFirst())
    switch words.first {
    case "const": return ["const": .text(rest.first ?? "")]
    case "choice": return ["enum": .texts(rest)]
    case "list": return ["type": "array", "items": json(of: rest.joined(separator: " "))]
    case "payload": return ["$ref": "#/$defs/payload"]
    case "object": return ["type": "object"]
    case "bool": return ["type": "boolean"]
    case "int": return ["type": "integer"]
    case "partial", "value": return ["type": ["string", "integer", "boolean"]]
    case "local":
      let text: JSON = ["type": "string", "minLength": 1]
      return [
        "type": "object", "propertyNames": ["pattern": "^[a-z]{2,3}$"],
        "additionalProperties": text,
      ]
    case "int?": return orParameter(["type": "integer"])
    case "period?": return orParameter(json(of: "period"))
    case "fraction?": return orParameter(json(of: "fraction"))
    default: return patterns[form].map { ["type": "string", "pattern": .text($0)] } ?? other(form)
    }
  }

  private static func other(_ form: String) -> JSON {
    form == "any" ? .object(JSON.Fields()) : ["type": "string", "minLength": 1]
  }

  private static func orParameter(_ form: JSON) -> JSON {
    let parameter: JSON = [
      "type": "object", "additionalProperties": false, "required": ["param"],
      "properties": ["param": ["type": "string", "description": "The name of a parameter."]],
    ]
    return ["anyOf": [form, parameter]]
  }

  private static let patterns = [
    "slug": "^[a-z][a-z0-9-]*$", "version": #"^[0-9]+\.[0-9]+\.[0-9]+$"#,
    "template": "^[a-z][a-z0-9-]*@[0-9]+$", "language": "^[a-z]{2,3}$",
    "day": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "fraction": "^[0-9]+/[1-9][0-9]*$",
    "period": "^P(?=.)([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?$",
    "year-day": "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
    "rule-id": "^[a-z][a-z0-9]*([._-][a-z0-9]+)*$",
    "event": #"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$"#,
  ]
}
