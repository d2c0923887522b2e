internal import EventStore
internal import Projections
internal import Publishing
internal import Values

extension Command {
  /// `NOUN list` and, where rows have an id, `NOUN show ID`, for every view.
  static var views: [Command] {
    ViewCatalogue.all.flatMap { view in
      view.id == nil ? [list(view)] : [list(view), show(view)]
    }
  }

  private static func list(_ view: View) -> Command {
    Command(
      noun: view.noun, verb: "list", group: Group(ofViewsOf: view.noun), effect: .reads,
      parameters: (view.narrowedBy.map { [Parameter.positional($0).optional] } ?? [])
        + (view.noun == "meeting" ? [PlannedYearCommand.option, ReaderZone.option] : [])
        + ReaderClass.options(of: view)
        + (view.choice.map { [Parameter.flag($0.name)] } ?? []),
      examples: [
        "admin \(view.noun) list", "admin \(view.noun) list --as-of 2025-06-30 --json",
      ]
    ) { invocation, session in
      let log = try session.log(for: .reading)
      if view.noun == "meeting", let year = invocation.number("planned") {
        try PlannedYearCommand.show(year, in: log, session)
        return .done
      }
      let wanted = view.narrowedBy.flatMap { invocation.text($0) }
      let reader = try Reader(invocation, of: view, in: log, session)
      let all = try reader.rows(view.rows(session.views(of: log), session.day(in: log)))
      let chosen = view.choice.flatMap { invocation.has($0.name) ? $0.pick(all) : nil }
      let rows = (chosen ?? all).filter { row in
        wanted.map { $0 == view.narrowedBy.flatMap { row.text($0) } } ?? true
      }
      if let wanted, rows.isEmpty, view.noun == "event" {
        try checkType(
          wanted, all.compactMap { row in view.narrowedBy.flatMap { row.text($0) } }, session)
      }
      let words = try session.words(for: view.noun, in: log)
      try session.show(reader.listing(listing(rows, of: view, words, session)))
      return .done
    }
  }

  /// Refuses a type of event that neither the rules nor the rows know; an empty list would hide the slip.
  private static func checkType(
    _ type: String, _ recorded: [String], _ session: Session
  ) throws {
    let known = Set(KnownThings(session).ids(of: "event-type")).union(recorded).sorted()
    guard !known.contains(type) else { return }
    throw Failure(
      .eventTypeUnknown,
      [
        "found": .text(type), "known": .list(known), "n": .int(known.count),
        "nearest": .text(Suggestion.word(to: type, among: known) ?? ""),
      ])
  }

  private static func show(_ view: View) -> Command {
    Command(
      noun: view.noun, verb: "show", group: Group(ofViewsOf: view.noun), effect: .reads,
      parameters: [Parameter.positional("id").optional]
        + (view.noun == "meeting" ? [ReaderZone.option] : []) + ReaderClass.options(of: view),
      examples: ViewExamples.lines(for: view.noun)
    ) { invocation, session in
      let log = try session.log(for: .reading)
      let views = try session.views(of: log)
      let day = try session.day(in: log)
      let words = try session.words(for: view.noun, in: log)
      let reader = try Reader(invocation, of: view, in: log, session)
      let all = try reader.rows(view.rows(views, day))
      guard let id = invocation.text("id") else {
        try session.show(reader.listing(listing(all, of: view, words, session)))
        return .done
      }
      let found = all.filter { row in view.id.map { row.text($0) == id } == true }
      guard !found.isEmpty else { throw missing(id, view, all, day) }
      if let row = found.first, found.count == 1 {
        let told = reader.fields(row.told(in: session.catalogue))
        let isTable = session.globals.format == .table
        try session.show(
          .object(isTable ? spoken(told, of: view, words, session) : told), words: words)
      } else {
        try session.show(reader.listing(listing(found, of: view, words, session)))
      }
      return .done
    }
  }

  /// For whom a view is shown: the readers of a class, and by whose clocks.
  private struct Reader {
    private let noun: String
    private let sight: ReaderSight?
    private let zone: String?

    init(_ invocation: Invocation, of view: View, in log: Log, _ session: Session) throws {
      noun = view.noun
      sight = try ReaderClass.sight(invocation, in: log, session)
      zone = try view.noun == "meeting" ? ReaderZone.name(invocation) : nil
    }

    func rows(_ rows: [Row]) throws -> [Row] {
      if let zone { return try MeetingClock.rows(rows, in: zone, .machine) }
      return sight?.rows(rows, of: noun) ?? rows
    }

    /// Without what the readers do not see; a table shows the time where a zone was asked for.
    func listing(_ listing: Listing) -> Listing {
      var shown = sight?.listing(listing) ?? listing
      guard zone != nil, let place = shown.columns.firstIndex(of: "from") else { return shown }
      shown.columns.insert(MeetingClock.column, at: place + 1)
      return shown
    }

    func fields(_ fields: JSON.Fields) -> JSON.Fields { sight?.fields(fields) ?? fields }
  }

  private static func listing(
    _ rows: [Row], of view: View, _ words: ShownWords, _ session: Session
  ) -> Listing {
    var listing = Listing(
      columns: TableColumns.names(of: view), rows: rows.map { $0.told(in: session.catalogue) },
      fields: view.columns.map(\.name) + Row.explaining)
    listing.words = words
    guard [.table, .md].contains(session.globals.format) else { return listing }
    return switch view.noun {
    case "member": listing.naming(words, session.catalogue)
    case "obligation": listing.owing(ObligationWords(words, session.catalogue))
    default: listing
    }
  }

  /// The fields of one thing with what people read beside its codes.
  private static func spoken(
    _ fields: JSON.Fields, of view: View, _ words: ShownWords, _ session: Session
  ) -> JSON.Fields {
    switch view.noun {
    case "member": fields.naming(words, session.catalogue)
    case "obligation": fields.owing(ObligationWords(words, session.catalogue))
    default: fields
    }
  }

  private static func missing(
    _ id: String, _ view: View, _ rows: [Row], _ day: Day
  ) -> Failure {
    let column = view.id ?? ""
    let known = rows.compactMap { $0.text(column) }
    let exact = known.first { $0.lowercased() == id.lowercased() }
    return Failure(
      .thingMissing,
      [
        "noun": .word("noun.\(view.noun)"), "command": .text(view.noun), "found": .text(id),
        "day": .day(day),
        "nearest": .text(exact ?? Suggestion.word(to: id, among: known) ?? ""),
      ])
  }
}

extension Command.Group {
  fileprivate init(ofViewsOf noun: String) {
    switch noun {
    case "timeline", "obligation", "view": self = .ask
    case "network": self = .found
    default: self.init(ofActsOn: noun)
    }
  }
}

extension Session {
  /// The views as known now, or as they were known by `--known-at`.
  func views(of log: Log) throws -> Views {
    let views =
      if let position = try knownPosition(in: log) {
        try Views.open(for: log, knownAt: position)
      } else {
        try Views.open(for: log)
      }
    views.zones = .machine
    return views
  }
}
