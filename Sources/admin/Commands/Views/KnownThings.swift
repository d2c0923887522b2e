internal import EventStore
internal import Projections
internal import Values

/// The ids that a network knows today, to be offered to a person who is asked for one.
///
/// An offer is a courtesy: where it cannot be made, the question is asked without it.
struct KnownThings {
  private let session: Session

  init(_ session: Session) { self.session = session }

  /// Where the rules name things that are no rows of a view.
  private static let inRules = [
    "body": ["bodies"], "class": ["membership", "classes"], "output": ["outputs"],
    "seat-kind": ["seats"], "series": ["series"],
  ]

  /// The ids of a noun in the order of their view, each once; empty when none can be told.
  func ids(of noun: String) -> [String] {
    guard let log = try? session.log(for: .reading), let day = try? session.day(in: log) else {
      return []
    }
    if let path = Self.inRules[noun] { return keys(at: path, in: log, on: day) }
    guard let view = ViewCatalogue.view(noun), let column = view.id,
      let views = try? session.views(of: log), let rows = try? view.rows(views, day)
    else { return [] }
    var seen: Set<String> = []
    return rows.compactMap { $0.text(column) }.filter { seen.insert($0).inserted }
  }

  private func keys(at path: [String], in log: Log, on day: Day) -> [String] {
    let rules = (try? RulesInForceReader(log).resolved(on: day)) ?? .null
    let governance = rules["governance"] ?? .null
    return path.reduce(governance) { $0[$1] ?? .null }.fields?.names ?? []
  }
}
