import Governance
import Plugins
import Values

/// The classes of members with their rights, as the rules of each day give them.
///
/// They are rows so that a list of members need not read a whole plugin.
enum ClassTable {
  static let definition = ViewDefinition(
    "member_class", revision: 1,
    columns: [.text("class"), .list("rights"), .text("clause")], key: ["class"],
    order: [.ascending("class")])

  /// - Throws: What `RulesDocument` finds wrong with rules of the log.
  static func intervals(_ events: [PastEvent]) throws(Failure) -> [ViewInterval] {
    var builder = IntervalBuilder(keyIndexes: definition.keyIndexes)
    var latest: [Day: (rows: [ViewRow], cause: Int64)] = [:]
    for event in events where event.type == "rules.adopted" {
      guard case .rulesAdopted(let adopted) = try NetworkEvent(event)
      else { continue }
      let rules = try RulesDocument.rules(resolved: adopted.rules)
      latest[max(adopted.from, event.effective)] = (
        rules.membership.classes.map { Self.row($0, event.position) }, event.position
      )
    }
    for (day, found) in latest.sorted(by: { $0.key < $1.key }) {
      builder.observe(found.rows, on: day, cause: found.cause)
    }
    return builder.intervals
  }

  private static func row(_ memberClass: MemberClass, _ position: Int64) -> ViewRow {
    let rights = MemberClass.Right.allCases.filter { memberClass.rights.contains($0) }
    let values: [JSON] = [
      .text(memberClass.name), .texts(rights.map(\.rawValue)), .text(memberClass.clause.id),
    ]
    return ViewRow(values, event: position)
  }
}

/// Renders the stream of the network: itself, and what its rules say of classes.
struct NetworkRenderer: StreamRendering {
  private let network = StreamRenderer<Network>([NetworkView.self])

  var category: String { network.category }
  var fold: Int { network.fold }
  var definitions: [ViewDefinition] { network.definitions + [ClassTable.definition] }

  func render(_ events: [PastEvent]) throws(Failure) -> [[ViewInterval]] {
    try network.render(events) + [ClassTable.intervals(events)]
  }
}
