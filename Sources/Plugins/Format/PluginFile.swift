internal import Glibc
package import Values

/// Rules that were read whole, and what their author should look at.
package struct Loaded: Hashable, Sendable {
  package let rules: Rules
  package let warnings: [Finding]
  /// The whole plugin with its template merged in, each value with the place where it stands.
  package let tree: Node
}

/// Loads a network's rules from its file or from the log.
///
/// ```swift
/// let loaded = try PluginFile.load(path: "ejcn/network.yaml", templates: ["ejcn/templates"])
/// loaded.rules.body("plenary")?.quorum
/// ```
package enum PluginFile {
  /// Reads a plugin file, merges its template in and checks every rule.
  ///
  /// - Parameters:
  ///   - path: As the user gave it; findings name it so.
  ///   - folders: Where templates are looked for that are not compiled in.
  ///   - digest: Pins the template in the resolved rules; nil leaves its name and version alone.
  /// - Returns: The rules and the warnings.
  /// - Throws: All that was found, up to `Findings.limit`, when there is an error among it.
  package static func load(
    path: String, templates folders: [String] = [], digest: TemplateDigest? = nil
  ) throws(PluginRefused) -> Loaded {
    let findings = Findings()
    let library = TemplateLibrary(folders: folders, digest: digest)
    let reading = findings.collect { () throws(Failure) in try YAMLFile.reading(path) }
    return try load(reading, library, findings)
  }

  /// Reads a plugin for trying it out; a template is read as a network that adds nothing to it.
  ///
  /// What it gives is never put into force.
  package static func load(
    trying text: [UInt8], file: String, templates folders: [String] = []
  ) throws(PluginRefused) -> Loaded {
    let reading = YAML.read(text, file: file)
    let node = reading.node.map { TemplateTrial.isTemplate($0) ? TemplateTrial.completed($0) : $0 }
    return try load(
      YAML.Reading(node: node, failures: reading.failures), TemplateLibrary(folders: folders),
      Findings())
  }

  /// Reads a plugin from its text, as `load(path:templates:)` does.
  package static func load(
    text: String, file: String, templates folders: [String] = [], digest: TemplateDigest? = nil
  ) throws(PluginRefused) -> Loaded {
    let library = TemplateLibrary(folders: folders, digest: digest)
    return try load(YAML.read(Array(text.utf8), file: file), library, Findings())
  }

  /// Reads the rules that the log keeps: `Rules.resolved` of an earlier load.
  ///
  /// - Parameters:
  ///   - resolved: The whole plugin.
  ///   - settings: Values of parameters that acts have set, as a plugin writes them.
  ///   - isAdopted: Whether they were checked before; then their expressions are not checked again,
  ///     so that old rules stay readable when the program gives its records other fields.
  /// - Returns: The rules.
  /// - Throws: All that was found; a log that was not tampered with has no error.
  package static func load(
    resolved: JSON, settings: [String: String] = [:], isAdopted: Bool = false
  ) throws(PluginRefused) -> Rules {
    let findings = Findings()
    let rules = RulesReader.rules(
      from: Node(resolved), settings: settings, checksExpressions: !isAdopted, findings: findings)
    guard let rules else { throw PluginRefused(findings) }
    return rules
  }

  /// Whether a file is a template, which networks extend, rather than the plugin of one network.
  package static func isTemplate(_ text: [UInt8]) -> Bool {
    YAML.read(text).node.map(TemplateTrial.isTemplate) ?? false
  }

  /// The templates compiled in, in the order of their names.
  package static func templates() -> [Template] { TemplateLibrary(folders: []).builtIn }

  /// The template that a founder names, without a version.
  ///
  /// - Throws: What was found: no such template, or its errors.
  package static func template(
    named name: String, folders: [String] = []
  ) throws(PluginRefused) -> Template {
    let findings = Findings()
    let node = Node(.scalar(Scalar(name, .quoted)))
    let library = TemplateLibrary(folders: folders)
    let template = findings.collect { () throws(Failure) in
      try library.template(named: name, at: node, findings)
    }
    guard let template, let template, !findings.hasErrors else { throw PluginRefused(findings) }
    return template
  }

  /// A plugin file with its template merged in, and where each value of it was written.
  ///
  /// - Throws: All that was found, when there is an error among it.
  package static func effective(
    path: String, templates folders: [String] = [], digest: TemplateDigest? = nil
  ) throws(PluginRefused) -> EffectivePlugin {
    let findings = Findings()
    let library = TemplateLibrary(folders: folders, digest: digest)
    let reading = findings.collect { () throws(Failure) in try YAMLFile.reading(path) }
    for failure in reading?.failures ?? [] { findings.add(failure) }
    let whole = reading?.node.flatMap { library.merged($0, findings) }
    guard let whole, let rules = RulesReader.rules(from: whole, findings: findings),
      !findings.hasErrors
    else { throw PluginRefused(findings) }
    return EffectivePlugin(whole, rules)
  }

  /// A plugin file as far as it can be read, with its template merged in, whatever is wrong with its rules.
  ///
  /// - Returns: The plugin as `Rules.resolved` would have it, nil for a file that is no YAML or whose template
  ///   cannot be had; and how many errors the file has.
  package static func draft(
    path: String, templates folders: [String] = []
  ) -> (resolved: JSON?, errors: Int) {
    let findings = Findings()
    let reading = findings.collect { () throws(Failure) in try YAMLFile.reading(path) }
    for failure in reading?.failures ?? [] { findings.add(failure) }
    let whole = reading?.node.flatMap { TemplateLibrary(folders: folders).merged($0, findings) }
    if let whole { _ = RulesReader.rules(from: whole, findings: findings) }
    return (
      whole.map { RulesReader.sorted($0.json) }, findings.all.count { $0.severity == .error }
    )
  }

  private static func load(
    _ reading: YAML.Reading?, _ library: TemplateLibrary, _ findings: Findings
  ) throws(PluginRefused) -> Loaded {
    for failure in reading?.failures ?? [] { findings.add(failure) }
    let whole = reading?.node.flatMap { library.merged($0, findings) }
    guard let whole, let rules = RulesReader.rules(from: whole, findings: findings) else {
      throw PluginRefused(findings)
    }
    checkZone(rules.zone, whole, findings)
    guard !findings.hasErrors else { throw PluginRefused(findings) }
    return Loaded(rules: rules, warnings: findings.sorted, tree: whole)
  }

  /// Holds the time zone to the zone data of the machine; without data it can only warn.
  private static func checkZone(_ zone: String, _ whole: Node, _ findings: Findings) {
    let entries = (try? whole.mapping()) ?? []
    let place = entries.first { $0.name == "timezone" }?.value.place
    guard let fault = zoneFault(in: zone, at: place) else { return }
    findings.add(fault, as: fault.code == .zoneUnchecked ? .warning : .error)
  }

  /// What the zone data of the machine have against a zone; `zone-unchecked` where there are no data.
  package static func zoneFault(in zone: String, at place: Place? = nil) -> Failure? {
    let folder = ZoneNames.folder
    if unsafe access(folder + "/" + zone, R_OK) == 0 { return nil }
    let isChecked = unsafe access(folder, R_OK) == 0
    let city = zone.split(separator: "/").last.flatMap { ZoneNames.zone(ofCity: String($0)) }
    return Failure(
      isChecked ? .zoneUnknown : .zoneUnchecked,
      ["found": .text(zone), "nearest": .text(city ?? "")], at: place)
  }
}
