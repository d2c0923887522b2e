import EventStore
import Governance
import Values

/// Every table of `views.db` and the renderer that fills it.
struct TableCatalogue: Sendable {
  /// That of this program.
  static let standard = TableCatalogue(planned)

  private let renderers: [String: any StreamRendering]
  private let byCategory: [String: [ViewTable]]
  private let byName: [String: ViewTable]
  private let timeline = ViewTable(TimelineView.definition)
  /// The views that the rules declare, and what events bring to them.
  let declared = ViewTable(OwnViewTables.declared)
  let entries = ViewTable(OwnViewTables.entries)
  /// In the order of the renderers, then the timeline, then the views of the network's own.
  let tables: [ViewTable]
  /// A digest of all that the rows depend on besides the log.
  let layout: String

  init(_ renderers: [any StreamRendering]) {
    self.renderers = Dictionary(uniqueKeysWithValues: renderers.map { ($0.category, $0) })
    byCategory = Dictionary(
      uniqueKeysWithValues: renderers.map { ($0.category, $0.definitions.map { ViewTable($0) }) })
    tables =
      Self.distinct(renderers.flatMap(\.definitions)).map { ViewTable($0) }
      + [timeline, declared, entries]
    byName = Dictionary(uniqueKeysWithValues: tables.map { ($0.definition.name, $0) })
    layout = Self.layout(renderers)
  }

  /// A table that several kinds of streams fill stands once.
  private static func distinct(_ definitions: [ViewDefinition]) -> [ViewDefinition] {
    var seen: Set<ViewDefinition> = []
    return definitions.filter { seen.insert($0).inserted }
  }

  /// A line for each kind of stream, then one for each of its views.
  private static func layout(_ renderers: [any StreamRendering]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32_768)
    bytes.write("form ", String(ViewTables.form), "\n")
    for definition in [TimelineView.definition, OwnViewTables.declared, OwnViewTables.entries] {
      definition.writeLayout(to: &bytes)
    }
    for renderer in renderers {
      bytes.write(renderer.category, " ", String(renderer.fold), "\n")
      for definition in renderer.definitions { definition.writeLayout(to: &bytes) }
    }
    return Digest.sha256(bytes).hex
  }

  /// The tables that a stream of a category has rows in, the timeline last.
  func tables(of category: String) -> [ViewTable] { (byCategory[category] ?? []) + [timeline] }

  /// The kinds of streams that have rows in a table; of the timeline and of own views, all.
  func categories(of table: ViewTable) -> [String] {
    let kinds = EntityCatalogue.kinds.map { $0.category }
    let name = table.definition.name
    guard ![timeline, declared, entries].contains(where: { $0.definition.name == name }) else {
      return kinds
    }
    return kinds.filter { kind in byCategory[kind]?.contains { $0.definition.name == name } == true
    }
  }

  func table(_ name: String) -> ViewTable? { byName[name] }

  /// The intervals of one stream for each of `tables(of:)`.
  func render(_ recorded: [PastEvent]) throws -> [[ViewInterval]] {
    guard let category = recorded.first?.key.category else { return [] }
    let inForce = try EventsInForce(recorded)
    let own = try renderers[category]?.render(inForce.events) ?? []
    return own + [TimelineView.intervals(inForce)]
  }
}
