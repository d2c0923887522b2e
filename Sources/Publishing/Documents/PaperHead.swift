package import Governance
package import Plugins
package import Values

/// What stands at the top of every document of a meeting, and how events are quoted at its end.
package struct PaperHead {
  /// What a note says of an event.
  package struct Source: Hashable, Sendable {
    package let type: String
    package let effective: Day
    /// The positions of the events that corrected it since.
    package let corrections: [Int64]

    package init(type: String, effective: Day, corrections: [Int64] = []) {
      self.type = type
      self.effective = effective
      self.corrections = corrections
    }
  }

  package let catalogue: Catalogue
  package let meeting: Meeting
  let rules: Rules
  private let sources: [Int64: Source]

  /// - Parameters:
  ///   - meeting: Which one the document is about.
  ///   - rules: Under which it proceeds; they name network, body and series.
  ///   - sources: The events that may be quoted, by position.
  ///   - catalogue: The words.
  package init(
    _ meeting: Meeting, under rules: Rules, sources: [Int64: Source], in catalogue: Catalogue
  ) {
    self.meeting = meeting
    self.rules = rules
    self.sources = sources
    self.catalogue = catalogue
  }

  func name(_ text: LocalText) -> String {
    Visible.text(text.text(in: catalogue.language.rawValue, else: rules.languages))
  }

  var series: Series? { meeting.series.flatMap(rules.series) }

  private var body: Body? { series.flatMap { rules.body($0.body) } }

  /// `Plenary meetings, No. 19`.
  package var subtitle: String {
    let series = meeting.title.map(Visible.text) ?? self.series.map { name($0.title) }
    guard let number = meeting.plan?.facts.number else { return series ?? meeting.id.text }
    return catalogue.text(
      "document.numbered",
      ["series": .text(series ?? meeting.series ?? ""), "number": .int(number)])
  }

  /// The rows that every document of a meeting begins with.
  var facts: [Document.Fact] {
    let network = Document.Fact(word("document.network"), Document.Span(name(rules.title)))
    let body = body.map { Document.Fact(word("document.body"), Document.Span(name($0.title))) }
    let date = days.map { Document.Fact(word("document.date"), Document.Span($0, dated)) }
    return [network, body, date, time, place, format].compactMap(\.self)
  }

  /// The events that gave the first and the last day.
  private var dated: [Int64] {
    let last = meeting.moves.last { $0.facts.from != nil || $0.facts.until != nil }
    let events = [moved(\.from) ?? planned, last.map { [$0.position] } ?? planned]
    return Array(Set(events.joined())).sorted()
  }

  private var planned: [Int64] { [meeting.plan?.position].compactMap(\.self) }

  private var time: Document.Fact? {
    let told = moved(\.starts) ?? moved(\.zone) ?? planned
    return beginning.map { Document.Fact(word("document.time"), Document.Span($0, told)) }
  }

  private var place: Document.Fact? {
    meeting.place.map {
      Document.Fact(
        word("document.place"), Document.Span(Visible.text($0), moved(\.place) ?? planned))
    }
  }

  private var format: Document.Fact? {
    meeting.format.map {
      Document.Fact(
        word("document.format"),
        Document.Span(
          catalogue.text("document.format-value", ["format": .text($0.rawValue)]),
          moved(\.format) ?? planned))
    }
  }

  /// The time that the members were told, with its zone.
  private var beginning: String? {
    guard let starts = meeting.starts, let zone = meeting.zone else { return nil }
    return word(
      "document.time-value",
      ["time": .text(starts.description), "zone": .text(catalogue.clocks(of: zone))])
  }

  /// The move that gave a value, in the place of the planning.
  func moved<Value>(_ path: KeyPath<Move, Value?>) -> [Int64]? {
    meeting.moves.last { $0.facts[keyPath: path] != nil }.map { [$0.position] }
  }

  private var days: String? {
    meeting.from.map { catalogue.days(from: $0, until: meeting.until) }
  }

  /// The lines on which an office signs, with the last event on which blocks rest.
  func certification(signedBy office: String, of blocks: [Document.Block]) -> [Document.Block] {
    CertificationText(catalogue).blocks(signedBy: office, upTo: sources.last(of: blocks))
  }

  /// On which day the members were called, and why with the shorter notice where they were.
  func urgency(of convocation: Recorded<Convocation>) -> [String: Failure.Value] {
    let facts = convocation.facts
    return facts.urgency.merging([
      "on": .text(catalogue.day(facts.on)), "urgent": .text(facts.isUrgent ? "yes" : "no"),
    ]) { mine, _ in mine }
  }

  /// What the rules call institutions, bodies and series.
  var names: PaperNames {
    PaperNames(
      institutions: rules.membership.institutions.mapValues(name),
      bodies: Dictionary(
        rules.bodies.map { ($0.id, name($0.title)) }, uniquingKeysWith: { first, _ in first }),
      series: Dictionary(
        rules.series.map { ($0.id, name($0.title)) }, uniquingKeysWith: { first, _ in first }))
  }

  /// Statements in the words of the paper, with these names, that cite rules in words.
  var sentences: StatementText {
    StatementText(catalogue, citing: .words(RuleCitation(rules, in: catalogue)), names: names)
  }

  /// What the rules call an output; its id where they have none of that name.
  func output(_ id: String) -> String {
    rules.outputs.first { $0.id == id }.map { name($0.title) } ?? id
  }

  /// The newest of some events and of their corrections, and the day from which it counts; nil where there is none.
  func newest(of events: [Int64]) -> (position: Int64, on: Day)? {
    let corrections = events.flatMap { sources[$0]?.corrections ?? [] }
    return (events + corrections).max().flatMap { event in
      sources[event].map { (event, $0.effective) }
    }
  }

  /// Whether the rules let everybody see items of a session; nil where they lay nothing down.
  func isSeenByGuests(_ session: ItemAddition.Session) -> Bool? {
    let subject: VisibilityRule.Subject = session == .restricted ? .restricted : .closed
    return session == .open
      ? true : rules.visibility?.shows(subject, to: VisibilityRule.guest)
  }

  func word(_ key: String, _ values: [String: Failure.Value] = [:]) -> String {
    catalogue.text(key, values)
  }

  /// A whole document with the names of the states whose codes it has, and the notes for its events.
  func document(
    _ title: String, _ blocks: [Document.Block], naming codes: [String] = [],
    closing: [String] = []
  ) -> Document {
    let legend = StateLegend(codes, institutions: names.institutions)
    let blocks = blocks + legend.blocks(in: catalogue)
    let events = Set(blocks.flatMap(\.events))
    let notes = events.compactMap { event in sources[event].map { (event, note(event, $0)) } }
    return Document(
      catalogue.language, title: word(title), subtitle: subtitle, blocks: blocks,
      notes: Dictionary(notes, uniquingKeysWith: { first, _ in first }),
      notesTitle: word("document.events"), closing: closing)
  }

  private func note(_ event: Int64, _ source: Source) -> String { source.note(event, catalogue) }
}

extension PaperHead.Source {
  /// What stands at the end of a document for the event at a position.
  package func note(_ event: Int64, _ catalogue: Catalogue) -> String {
    catalogue.note(event, type: type, on: effective, corrections: corrections)
  }
}
