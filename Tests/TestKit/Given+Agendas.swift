package import Governance
package import Plugins
package import Testing
package import Values

extension Given {
  /// An item on the agenda of a meeting of the plenary.
  package func item(
    _ id: String, below parent: String? = nil, of number: Int = 1, minutes: Int? = nil,
    session: ItemAddition.Session = .open, on day: String = "2026-11-02",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Given {
    let meeting = try #require(MeetingID("plenary-\(number)"), sourceLocation: sourceLocation)
    let addition = ItemAddition(
      meeting: meeting, item: try #require(ItemID(id), sourceLocation: sourceLocation),
      on: try #require(PartialDay(day), sourceLocation: sourceLocation),
      title: "Title of \(id)", parent: parent.flatMap { ItemID($0) }, minutes: minutes,
      session: session)
    return try happened(
      .added(addition), to: AgendaID(sharedWith: meeting), on: day, sourceLocation: sourceLocation)
  }

  /// Something that happened to the minutes of a meeting of the plenary.
  package func written(
    _ number: Int = 1, _ event: MinutesEvent, on day: String = "2026-11-23",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Given {
    let meeting = try #require(MeetingID("plenary-\(number)"), sourceLocation: sourceLocation)
    return try happened(
      event, to: MinutesID(sharedWith: meeting), on: day, sourceLocation: sourceLocation)
  }
}

extension SampleRules {
  /// The sample rules with a rule on agendas and one on minutes.
  package static func withPapers(
    agenda: String? = "{freeze: P7D, late: reason, source: assumption}",
    minutes: String? = "{comments: P10D, approval: silence, source: assumption}"
  ) throws -> Rules {
    try PluginFile.load(resolved: papersDocument(agenda: agenda, minutes: minutes))
  }

  /// The same as the log keeps them.
  package static func papersDocument(
    agenda: String? = "{freeze: P7D, late: reason, source: assumption}",
    minutes: String? = "{comments: P10D, approval: silence, source: assumption}"
  ) throws -> JSON {
    try YAML.parse(papersText(agenda: agenda, minutes: minutes), file: "papers.yaml").json
  }

  /// The same as a plugin file has them.
  package static func papersText(
    agenda: String? = "{freeze: P7D, late: reason, source: assumption}",
    minutes: String? = "{comments: P10D, approval: silence, source: assumption}"
  ) throws -> String {
    let keys = [agenda.map { "agenda: \($0)" }, minutes.map { "minutes: \($0)" }]
    let added = keys.compactMap(\.self).map { ", " + $0 }.joined()
    let words = "documents: P7D, source: assumption}"
    let parts = text.split(separator: words, omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw WordsMissing(words: words) }
    return parts[0] + words + added + parts[1]
  }
}
