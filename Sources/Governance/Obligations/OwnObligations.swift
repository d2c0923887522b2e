package import EventStore
package import Plugins
package import Values

/// What is owed by the obligations that a network wrote itself, told from its log.
///
/// An obligation comes about by the rules of the day of its event. Corrections count: an event that was
/// struck brings nothing about and meets nothing.
package struct OwnObligations {
  private let log: Log
  private let end: Int64
  private let zones: ZoneSource
  private let rules: (Day) throws -> Rules?

  /// - Parameters:
  ///   - log: The log.
  ///   - end: The last position that counts; nil for all.
  ///   - zones: Gives the zones in which days are counted.
  ///   - rules: Those in force on a day; nil before the first.
  package init(
    _ log: Log, until end: Int64? = nil, zones: ZoneSource,
    rules: @escaping (Day) throws -> Rules?
  ) {
    (self.log, self.zones, self.rules) = (log, zones, rules)
    self.end = end ?? .max
  }

  /// What has come about by a day, in the order of its events, met or not.
  ///
  /// - Throws: `zone-missing`, and what is wrong with the log.
  package func all(on day: Day) throws -> [OwnObligation] {
    let names = try names(until: day)
    guard !names.isEmpty else { return [] }
    let reading = HappeningReader(log, until: end, zones: zones, names: names)
    let happenings = try reading.all(until: day, rules: rules)
    var fold = ObligationFold(zones: zones)
    for happening in happenings { try fold.take(happening, under: rules(happening.effective)) }
    return fold.all
  }

  /// The types of events that any version of the rules looks at, with the names that they are seen by.
  private func names(until day: Day) throws -> [String: Set<String>] {
    let adopted = try log.events(ofType: "rules.adopted", after: 0, limit: Log.maximumPage)
    let days = Set(adopted.filter { $0.position <= end }.map(\.effective)).union([day])
    var names: [String: Set<String>] = [:]
    for day in days.sorted() {
      guard let rules = try rules(day), !rules.obligations.isEmpty else { continue }
      var book = RuleBook(rules, zone: try zones.zone(rules.zone))
      for type in Set(rules.obligations.map(\.on)).sorted() {
        for compiled in try book.obligations(on: type) {
          names[type, default: []].formUnion(compiled.names)
          names[compiled.rule.metBy, default: []].formUnion(compiled.namesOfMeeting)
        }
      }
    }
    return names
  }
}
