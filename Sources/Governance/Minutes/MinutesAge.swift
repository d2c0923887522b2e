import Plugins
import Values

/// How a version of minutes reads against the record as it stands, so that nobody approves in silence what was put
/// right since.
///
/// What came in since, such as a value that an earlier program did not tell, makes no sentence older: one is where
/// the record says otherwise what it said, or no longer has the event.
struct MinutesAge {
  /// The places of the sentences that read otherwise now, in reading order.
  let places: [String]

  /// - Parameters:
  ///   - minutes: With the version.
  ///   - version: From 1.
  ///   - record: Of the meeting as it stands.
  init(of minutes: Minutes, version: Int, against record: MinutesRecord) {
    let drawn = minutes.drafts.last { $0.facts.version <= version }?.facts.statements ?? []
    let now = record.statements
    let current = Dictionary(now.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
    let known = Set(now.flatMap(\.events))
    places = drawn.filter { statement in
      guard let latter = current[statement.place] else {
        return !statement.events.isEmpty && known.isDisjoint(with: statement.events)
      }
      return Self.differs(statement, latter)
    }.map(\.place)
  }

  /// What both tell is compared.
  private static func differs(_ former: Statement, _ latter: Statement) -> Bool {
    former.values.contains { name, value in latter.values[name].map { $0 != value } ?? false }
  }

  /// What a refusal or a note says of it; nil where every sentence reads as it did.
  func values(_ meeting: MeetingID) -> [String: Failure.Value]? {
    guard !places.isEmpty else { return nil }
    return [
      "meeting": .text(meeting.text), "n": .int(places.count), "places": .list(places),
    ]
  }
}
