internal import EventStore
internal import Governance
internal import Projections
internal import Values

/// The class whose readers a list is for, as `--for` names it.
enum ReaderClass {
  static let option = Parameter.option("for", .text)

  /// The options that a view takes for its readers.
  static func options(of view: View) -> [Parameter] {
    ReaderSight.nouns.contains(view.noun) ? [option] : []
  }

  /// What the readers see, by the rules of today: whatever day the rows are of, they are handed out now.
  ///
  /// - Returns: Nil where nobody is named: the secretariat sees all.
  /// - Throws: `reader-unknown` with the readers that the rules know.
  static func sight(
    _ invocation: Invocation, in log: Log, _ session: Session
  ) throws -> ReaderSight? {
    guard let reader = invocation.text("for") else { return nil }
    let today = try Circumstances(session, zone: log.zoneName()).today
    var inForce = RulesInForce()
    let rules = try inForce.find(on: today, in: log).rules
    let known = ReaderSight.readers(under: rules)
    guard known.contains(reader) else {
      throw Failure(
        .readerUnknown,
        [
          "found": .text(reader), "known": .list(known),
          "nearest": .text(Suggestion.word(to: reader, among: known) ?? ""),
        ])
    }
    return ReaderSight(reader, under: rules)
  }
}

extension ReaderSight {
  /// The listing without the columns that the reader does not see: no form of output holds their values.
  func listing(_ listing: Listing) -> Listing {
    var shown = listing
    shown.columns = listing.columns.filter { !hides($0) }
    shown.fields = listing.fields.filter { !hides($0) }
    shown.rows = listing.rows.map(fields)
    return shown
  }

  /// The fields of one thing without those that the reader does not see.
  func fields(_ fields: JSON.Fields) -> JSON.Fields {
    JSON.Fields(fields.members.filter { !hides($0.name) }.map { ($0.name, $0.value) })
  }
}

extension Failure.Code {
  static let readerUnknown = Self("reader-unknown", exit: .usage)
}
