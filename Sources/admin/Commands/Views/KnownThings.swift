internal import EventStore
internal import Plugins
internal import Projections
internal import Values

/// The ids that a network knows, to be offered to a person who is asked for one.
///
/// An offer is a courtesy: where it cannot be made, the question is asked without it.
struct KnownThings {
  private let session: Session

  init(_ session: Session) { self.session = session }

  /// Where the rules name things that are no rows of a view.
  private static let inRules = [
    "body": ["bodies"], "class": ["membership", "classes"], "output": ["outputs"],
    "motion-state": ["motions", "states"], "procedure-rule": ["procedures"],
    "seat-kind": ["seats"], "series": ["series"],
  ]

  /// What is known of a parameter's values.
  ///
  /// Names of the rules and codes of new members are a closed list. Of other things there may be more than
  /// are known on the day of the act and today, such as a member that has left.
  func known(for parameter: Parameter) -> Question.Known {
    guard let noun = parameter.refersTo else { return .nothing }
    if parameter.isNew { return noun == "member" ? .closed(codes, offered: []) : .nothing }
    let ids = ids(of: noun)
    guard !ids.isEmpty else { return .nothing }
    return Self.inRules[noun] == nil ? .open(ids) : .closed(Set(ids), offered: ids)
  }

  /// The ids of a noun in the order of their view, each once; empty when none can be told.
  func ids(of noun: String) -> [String] {
    guard let log = try? session.log(for: .reading), let today = try? session.day(in: log) else {
      return []
    }
    let days = [session.globals.effective?.first, today].compactMap(\.self)
    var seen: Set<String> = []
    return days.flatMap { ids(of: noun, in: log, on: $0) }.filter { seen.insert($0).inserted }
  }

  private func ids(of noun: String, in log: Log, on day: Day) -> [String] {
    if noun == "event-type" { return types(in: log, on: day) }
    if noun == "sender" {
      return ids(of: "body", in: log, on: day)
    }
    if let path = Self.inRules[noun] {
      let made = ["body", "series"].contains(noun) ? ids(of: "subgroup", in: log, on: day) : []
      return keys(at: path, in: log, on: day) + made
    }
    guard let view = ViewCatalogue.view(noun), let column = view.id,
      let views = try? session.views(of: log), let rows = try? view.rows(views, day)
    else { return [] }
    return rows.compactMap { $0.text(column) }
  }

  /// The types of events that only this network has.
  private func types(in log: Log, on day: Day) -> [String] {
    let rules = (try? RulesInForceReader(log).resolved(on: day)) ?? .null
    return rules["events"]?.fields?.names ?? []
  }

  private func keys(at path: [String], in log: Log, on day: Day) -> [String] {
    let rules = (try? RulesInForceReader(log).resolved(on: day)) ?? .null
    let governance = rules["governance"] ?? .null
    return path.reduce(governance) { $0[$1] ?? .null }.fields?.names ?? []
  }

  /// The codes that a member may have: those of ISO 3166-1 and the institutions of the rules.
  private var codes: Set<String> {
    guard let log = try? session.log(for: .reading), let today = try? session.day(in: log) else {
      return Jurisdictions.codes
    }
    let day = session.globals.effective?.first ?? today
    return Jurisdictions.codes.union(
      keys(at: ["membership", "institutions"], in: log, on: day))
  }
}
