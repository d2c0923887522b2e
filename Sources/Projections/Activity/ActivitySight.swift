import Governance
import Plugins
import Values

/// How much of a decision, and of what follows from it, the readers of an activity report are told.
///
/// Restricted readers are told of every item. For everybody counts what a guest hears by `visibility`; of an item
/// of a restricted session that is the number of its decision alone, and of a closed one nothing.
struct ActivitySight {
  enum Extent: Equatable {
    case whole
    /// That there was a decision, with its number and day, and in which session.
    case number
    case nothing
  }

  private let audience: Activity.Audience
  private let widest: ItemAddition.Session
  private let events: ActivityEvents
  /// The meeting of each deliberation that was taken in one.
  private let meetings: [String: String]

  init(_ views: Views, _ events: ActivityEvents, for audience: Activity.Audience, on day: Day)
    throws
  {
    self.audience = audience
    self.events = events
    let rules = try views.rules(on: day)
    widest = rules.map { ReaderSight(VisibilityRule.guest, under: $0).session } ?? .open
    let taken = try views.rows("deliberation", on: day).compactMap { row in
      row.text("deliberation").flatMap { id in row.text("meeting").map { (id, $0) } }
    }
    meetings = Dictionary(taken) { first, _ in first }
  }

  /// Whether all is told, so that nothing has to be looked up.
  var isWhole: Bool { audience == .restricted }

  /// The session in which a matter was decided; open for one without an item, and outside a meeting.
  func session(of deliberation: String?) throws -> ItemAddition.Session {
    guard let deliberation, let meeting = meetings[deliberation],
      let id = DeliberationID(deliberation), let agenda = try events.agenda(of: meeting),
      let item = agenda.item(takenBy: id)
    else { return .open }
    return Self.session(of: item, in: agenda)
  }

  /// How much is told of a decision.
  func extent(of deliberation: String?) throws -> Extent {
    isWhole ? .whole : extent(in: try session(of: deliberation))
  }

  /// Whether an action or a subgroup stands in the report: not where its decision or its item is not told whole.
  func shows(decidedBy deliberation: String?, meeting: String? = nil, item: String? = nil) throws
    -> Bool
  {
    guard !isWhole else { return true }
    guard try extent(of: deliberation) == .whole else { return false }
    guard let meeting, let item = item.flatMap({ ItemID($0) }),
      let agenda = try events.agenda(of: meeting), let found = agenda.item(item)
    else { return true }
    return extent(in: Self.session(of: found, in: agenda)) == .whole
  }

  private func extent(in session: ItemAddition.Session) -> Extent {
    guard session > widest else { return .whole }
    return session == .closed ? .nothing : .number
  }

  /// Its own session or that of an item above it; of one that was withdrawn its own.
  private static func session(of item: AgendaItem, in agenda: Agenda) -> ItemAddition.Session {
    AgendaOutline(agenda).line(item.id)?.session ?? item.session
  }
}
