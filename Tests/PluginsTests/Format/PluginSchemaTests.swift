import Foundation
import Plugins
import Testing
import Values

/// The JSON Schema for editors: every key that the program reads, each with a description.
@Suite struct PluginSchemaTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every schema of a key, by its path.
  private func keys(_ schema: JSON, at path: String = "") -> [(path: String, schema: JSON)] {
    let named = schema["properties"]?.fields?.members.map { ($0.name, $0.value) } ?? []
    let others = [("*", schema["additionalProperties"]), ("[]", schema["items"])]
      .compactMap { name, value in value?.fields == nil ? nil : value.map { (name, $0) } }
    return (named + others).flatMap { name, inner in
      [(path: "\(path).\(name)", schema: inner)] + keys(inner, at: "\(path).\(name)")
    }
  }

  @Test func `Every key has a description that is a sentence`() {
    let keys = keys(PluginSchema.json).filter {
      !$0.path.hasSuffix("[]") && !$0.path.hasSuffix("*")
    }
    #expect(keys.count > 150)
    for key in keys {
      let words = key.schema["description"]?.text ?? ""
      #expect(words.count > 8 && words.hasSuffix("."), "\(key.path): \(words)")
    }
  }

  /// The keys of a plugin that the schema has no place for.
  private func strangers(_ node: Node, in schema: JSON?, at path: String = "") -> [String] {
    guard let schema, schema["$ref"] == nil, !isOpen(schema) else { return [] }
    switch node.kind {
    case .scalar: return []
    case .sequence(let items):
      return items.flatMap { strangers($0, in: schema["items"], at: path + "[]") }
    case .mapping(let entries):
      if schema["anyOf"]?.list?.count == 2, schema["properties"] == nil { return [] }
      return entries.flatMap { entry -> [String] in
        let inner = schema["properties"]?[entry.name] ?? schema["additionalProperties"]
        guard let inner, inner != false else { return ["\(path).\(entry.name)"] }
        return strangers(entry.value, in: inner, at: "\(path).\(entry.name)")
      }
    }
  }

  /// Whether anything may stand there.
  private func isOpen(_ schema: JSON) -> Bool {
    schema.fields?.names.allSatisfy { $0 == "description" } == true
  }

  @Test func `The schema has every key that a plugin may have`() throws {
    let sample = try YAML.parse(SamplePlugin.whole)
    #expect(strangers(sample, in: PluginSchema.json) == [])
    let other = try YAML.parse(ParameterTests.text)
    #expect(strangers(other, in: PluginSchema.json) == [])
  }

  @Test func `The sample with every key is one that loads`() throws {
    for row in SamplePlugin.optional { #expect(SamplePlugin.written.contains(row.line)) }
    #expect(throws: Never.self) { try PluginFile.load(text: SamplePlugin.whole, file: "s.yaml") }
  }

  @Test func `The schema has no key that no plugin shows`() throws {
    var shown: Set<String> = []
    func collect(_ node: Node) {
      switch node.kind {
      case .scalar: break
      case .sequence(let items): items.forEach(collect)
      case .mapping(let entries):
        for entry in entries {
          shown.insert(entry.name)
          collect(entry.value)
        }
      }
    }
    for text in [SamplePlugin.whole, ParameterTests.text] { collect(try YAML.parse(text)) }
    for template in PluginFile.templates() { collect(try YAML.parse(template.text)) }
    let names = keys(PluginSchema.json).compactMap { $0.path.split(separator: ".").last }
    let unseen = Set(names.map { String($0) }).subtracting(shown)
    #expect(unseen.subtracting(["*", "[]", "extends", "remove"]).sorted() == [])
  }

  @Test func `A misspelt key is no key of the schema`() throws {
    let node = try YAML.parse(SamplePlugin.written.replacing("urgent:", with: "urgnet:"))
    #expect(
      strangers(node, in: PluginSchema.json) == [
        ".governance.series.plenary.notice.urgnet",
        ".governance.procedures.silence.period.urgnet",
      ])
  }

  // MARK: - By a validator that others wrote

  /// A value with the types that editors see: YAML 1.2, core schema.
  private func typed(_ node: Node) -> JSON {
    switch node.kind {
    case .sequence(let items): return .list(items.map(typed))
    case .mapping(let entries):
      return .object(JSON.Fields(entries.map { ($0.name, typed($0.value)) }))
    case .scalar(let scalar):
      guard scalar.style == .plain else { return .text(scalar.text) }
      if scalar.isNull { return .null }
      if let number = Int64(scalar.text), String(number) == scalar.text { return .int(number) }
      return ["true": .bool(true), "false": .bool(false)][scalar.text] ?? .text(scalar.text)
    }
  }

  private static let script = """
    import json, sys
    try:
        from jsonschema import Draft202012Validator as Validator
    except ImportError:
        sys.stdout.write("absent"); sys.exit(0)
    asked = json.load(sys.stdin)
    Validator.check_schema(asked["schema"])
    validator = Validator(asked["schema"])
    sys.stdout.write(json.dumps([[error.json_path for error in validator.iter_errors(file)] for file in asked["files"]]))
    """

  /// The paths of the faults of each file; nil when the validator is not installed.
  private func faults(_ files: [JSON]) throws -> [JSON]? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", Self.script]
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    let asked: JSON = ["schema": PluginSchema.json, "files": .list(files)]
    try input.fileHandleForWriting.write(contentsOf: Data(asked.compact.utf8))
    try input.fileHandleForWriting.close()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasPrefix("absent") ? nil : try JSON(parsing: text).list
  }

  private func files(in folder: String) throws -> [JSON] {
    let url = Self.root.appending(path: "policies/\(folder)")
    return try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
      .filter { !$0.hasSuffix(".cases.yaml") }
      .map { name in typed(try YAMLFile.read(url.appending(path: name).path)) }
  }

  @Test func `Every plugin and template that comes with the program is valid`() throws {
    let samples = try [SamplePlugin.whole, ParameterTests.text].map { typed(try YAML.parse($0)) }
    let all = try files(in: "networks") + files(in: "templates") + samples
    #expect(all.count >= 8)
    guard let faults = try faults(all) else { return }
    #expect(faults == all.map { _ in [] })
  }

  static let broken: [(found: String, wrong: String, path: String)] = [
    ("format: plugin/1", "format: plugin/2", "$.format"), ("id: sample\n", "id: 7\n", "$.id"),
    ("version: 1.2.3", "version: one", "$.version"),
    ("recording_since: 2026-01-01", "recording_since: soon", "$.recording_since"),
    ("{en: Sample, pt: Amostra}", "Sample", "$.title"),
    ("may: [attend, vote]", "may: [attend, fly]", "$.governance.membership.classes.member.may[1]"),
    ("term: P4Y", "term: bi-annual", "$.governance.seats.contact_point.term"),
    ("min: 1\n", "min: one\n", "$.governance.seats.contact_point.min"),
    (
      "{more_than: 1/2, of: members", "{more_than: 0.5, of: members",
      "$.governance.bodies.plenary.quorum.more_than"
    ),
    ("urgent: P4D", "urgnet: P4D", "$.governance.series.plenary.notice"),
    ("severity: warn", "severity: loud", "$.guards[1].severity"),
    ("scope: own_state", "scope: own", "$.roles.authority.scope"),
    (
      "type: boolean", "type: truth",
      "$.events['sample.guideline.published'].payload.properties.names_case.type"
    ),
  ]

  @Test func `Each broken plugin is invalid where it is broken`() throws {
    let files = try Self.broken.map { row in
      let range = try #require(SamplePlugin.written.firstRange(of: row.found), "\(row.found)")
      var text = SamplePlugin.written
      text.replaceSubrange(range, with: row.wrong)
      return typed(try YAML.parse(text))
    }
    guard let faults = try faults(files) else { return }
    for (row, found) in zip(Self.broken, faults) {
      #expect(found.list?.compactMap(\.text).contains(row.path) == true, "\(row.wrong): \(found)")
    }
  }
}
