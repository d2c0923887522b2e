package import Plugins
import Values

/// Reads a file of acts: a list of mappings, each with `do` and the fields of its act.
///
/// ```yaml
/// - {do: member admit, member: PT, class: member, effective: 2016-11-24}
/// - do: event correct
///   event: $spain
///   strike: true
///   reason: one of the two official pages does not name it
/// ```
package enum ImportFile {
  private static let universal = ["do", "effective", "note", "as", "actor"]

  /// The entries in the order of the file, with every fault collected.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 within the limits of `YAML`.
  ///   - file: The file's name as the user gave it, for places.
  ///   - findings: Where the faults go.
  /// - Returns: The entries that could be read; use them only when `findings` has no errors.
  package static func read(_ bytes: [UInt8], file: String, into findings: Findings) -> [ImportEntry]
  {
    let reading = YAML.read(bytes, file: file)
    for failure in reading.failures { findings.add(failure) }
    guard let node = reading.node else { return [] }
    guard case .sequence(let items) = node.kind else {
      findings.add(Failure(.importShape, at: node.place))
      return []
    }
    var labels: Set<String> = []
    return entries(items, labels: &labels, into: findings)
  }

  /// The acts of a list, such as a fixture of the worked cases, with every fault collected.
  ///
  /// - Parameters:
  ///   - items: One mapping for each act.
  ///   - labels: The names that earlier acts have; those of these acts are added.
  ///   - findings: Where the faults go.
  /// - Returns: The acts that could be read.
  package static func entries(
    _ items: [Node], labels: inout Set<String>, into findings: Findings
  ) -> [ImportEntry] {
    items.compactMap { item in
      guard !findings.isFull else { return nil }
      return findings.collect { () throws(Failure) in try entry(item, &labels) }
    }
  }

  private static func entry(_ node: Node, _ labels: inout Set<String>) throws(Failure)
    -> ImportEntry
  {
    guard case .mapping(let entries) = node.kind else {
      throw Failure(.importShape, at: node.place)
    }
    let kind = try act(entries, at: node.place)
    let fields = entries.filter { !universal.contains($0.name) }
    for field in fields { try check(field, of: kind) }
    var values: [String: [String]] = [:]
    var places: [String: Place] = [:]
    for field in fields where !field.value.isNull {
      values[field.name] = try texts(field.value)
      places[field.name] = field.value.place
    }
    return ImportEntry(
      kind: kind, values: values, places: places, effective: try effective(entries),
      note: try text("note", in: entries), actor: try text("actor", in: entries),
      label: try label(entries, &labels), place: node.place)
  }

  private static func act(_ entries: [Entry], at place: Place?) throws(Failure) -> ActKind {
    let node = entries.first { $0.name == "do" }?.value
    let name = try node?.string() ?? ""
    guard let command = ActCatalogue.command(named: name) else {
      let known = ActCatalogue.commands.map { $0.kind.name }
      let nearest = Nearest.word(to: name, among: known)
      throw Failure(
        .importAct, ["act": .text(name), "nearest": .text(nearest ?? "")],
        at: node?.place ?? place)
    }
    return command.kind
  }

  private static func check(_ entry: Entry, of kind: ActKind) throws(Failure) {
    guard !kind.fields.contains(where: { $0.name == entry.name }) else { return }
    throw Failure(
      .fieldUnknown,
      [
        "act": .text(kind.name), "field": .text(entry.name),
        "known": .list(kind.fields.map(\.name)),
      ], at: entry.place)
  }

  /// A text, a list of texts, or a mapping of ids to texts, which is written `id=text` elsewhere.
  private static func texts(_ node: Node) throws(Failure) -> [String] {
    switch node.kind {
    case .scalar: return [try node.string()]
    case .sequence(let items):
      var all: [String] = []
      for item in items { all.append(try item.string()) }
      return all
    case .mapping(let entries):
      var all: [String] = []
      for entry in entries { all.append("\(entry.name)=\(try entry.value.string())") }
      return all
    }
  }

  private static func effective(_ entries: [Entry]) throws(Failure) -> PartialDay? {
    try entries.first { $0.name == "effective" }?.value.partialDay()
  }

  private static func text(_ name: String, in entries: [Entry]) throws(Failure) -> String? {
    try entries.first { $0.name == name }?.value.string()
  }

  private static func label(_ entries: [Entry], _ labels: inout Set<String>) throws(Failure)
    -> String?
  {
    guard let entry = entries.first(where: { $0.name == "as" }) else { return nil }
    let name = try entry.value.string()
    guard labels.insert(name).inserted else {
      throw Failure(.importLabel, ["name": .text(name)], at: entry.value.place)
    }
    return name
  }
}
