import EventStore
import Governance
import Values

/// Where rows come from that are made when somebody asks for them: the events of a log up to a position.
///
/// An answer about a past state of knowledge needs one or two tables; the events behind all others are not read.
struct RowSource {
  let log: Log
  let end: Int64
  var editions: RuleEditions
  /// The kinds of streams whose rows are not made yet.
  private var rest = Set(EntityCatalogue.kinds.map { $0.category })

  /// - Throws: `event-unknown` for a log with streams of a kind that this program does not know: what it cannot
  ///   read must not be missing without a word.
  init(_ log: Log, until end: Int64) throws {
    (self.log, self.end) = (log, end)
    editions = try RuleEditions(from: log, until: end)
    for category in try log.categories() where !rest.contains(category) {
      guard try Self.begins(category, in: log, by: end) else { continue }
      throw Failure(.eventUnknown, ["type": .text(category)])
    }
  }

  private static func begins(_ category: String, in log: Log, by end: Int64) throws -> Bool {
    guard let stream = try log.streams(in: category).first,
      let first = try log.events(of: stream).first
    else { return false }
    return first.position <= end
  }

  /// Those of some kinds that are still to be rendered; whoever asks renders them.
  mutating func take(_ categories: [String]) -> [String] {
    categories.filter { rest.remove($0) != nil }
  }
}
