package import Governance
import Values

/// What a meeting brought: for those who were there in full, for everybody without what is restricted.
package struct OutcomePaper {
  /// For whom a report is written.
  package enum Audience: String, CaseIterable, Sendable {
    case restricted
    /// No names of delegations, no votes by name, and nothing of an item that was not open but its session, as
    /// far as the rules let everybody see it. The items keep the numbers of the agenda, so that whoever cites
    /// one cites the same.
    case everybody = "public"
  }

  private let head: PaperHead
  private let record: MinutesRecord
  private let audience: Audience

  package init(_ head: PaperHead, _ record: MinutesRecord, for audience: Audience) {
    self.head = head
    self.record = record
    self.audience = audience
  }

  package var document: Document {
    let given = record.actionStatements(where: isTold)
    let said = shown.flatMap(statements) + given
    let decisions = decided + elections
    let agenda = AgendaText(head, record.outline, marksLate: true, sight: sight)
    let none: [Document.Block] = [
      .paragraph(Document.Span(head.word("document.no-decisions")), place: nil)
    ]
    let blocks: [Document.Block] =
      [.facts(head.facts + participation + published)]
      + [.heading(2, Document.Span(head.word("document.agenda")), place: "agenda")]
      + agenda.blocks
      + [.heading(2, Document.Span(head.word("document.decisions")), place: "decisions")]
      + (decisions.isEmpty ? none : decisions) + actions(given)
    return head.document(
      audience == .everybody ? "document.outcome-public" : "document.outcome-restricted", blocks,
      naming: present + agenda.codes
        + StateLegend.codes(in: said, named: head.names.institutions.keys),
      closing: [state(of: blocks)].compactMap(\.self))
  }

  /// The deliberations that this audience may know of: without an item they are open.
  package var shown: [Deliberation] {
    record.deliberations.filter { line(of: $0).map { sight($0) == .whole } ?? true }
  }

  // MARK: - What is told

  private func line(of deliberation: Deliberation) -> AgendaOutline.Line? {
    record.agenda.item(takenBy: deliberation.id).flatMap { record.outline.line($0.id) }
  }

  /// Without a rule everybody may learn that there was an item of a session, as its number tells already.
  private func sight(_ line: AgendaOutline.Line) -> AgendaText.Sight {
    guard audience == .everybody, line.session != .open else { return .whole }
    switch head.isSeenByGuests(line.session) {
    case true?: return .title
    case false?: return .nothing
    case nil: return .session
    }
  }

  /// Each deliberation in its order; an item of which only the session is told has one sentence.
  private var decided: [Document.Block] {
    let text = head.sentences
    var told: Set<ItemID> = []
    return record.deliberations.flatMap { deliberation -> [Document.Block] in
      guard let line = line(of: deliberation), sight(line) != .whole else {
        return statements(deliberation).map(text.block)
      }
      guard sight(line) != .nothing, told.insert(line.item.id).inserted else { return [] }
      let words = head.word(
        "document.dealt-with",
        ["number": .text(line.number), "session": .text(line.session.rawValue)])
      return [.paragraph(Document.Span(words), place: nil)]
    }
  }

  private func statements(_ deliberation: Deliberation) -> [Statement] {
    record.statements(on: deliberation, item: line(of: deliberation)?.number, inCourse: true)
      .filter(isShown)
  }

  /// The rounds of elections, which are as public as the seats that they fill.
  private var elections: [Document.Block] {
    let text = head.sentences
    return record.electionStatements.filter(isShown).map(text.block)
  }

  /// What the meeting gave somebody to do; nothing where it gave nothing.
  private func actions(_ given: [Statement]) -> [Document.Block] {
    guard !given.isEmpty else { return [] }
    let title = Document.Span(head.word("document.actions"))
    return [.heading(2, title, place: "actions")] + given.map(head.sentences.block)
  }

  /// Whether what belongs to an item is told to this audience; what belongs to none is open.
  private func isTold(_ item: ItemID?) -> Bool {
    item.flatMap { record.outline.line($0) }.map { sight($0) == .whole } ?? true
  }

  /// Votes by name and what single members said stay among those who were there.
  private func isShown(_ statement: Statement) -> Bool {
    audience == .restricted
      || !["roll", "dissent", "chair-vote", "election-roll", "headed", "session"]
        .contains(statement.code)
  }

  // MARK: - Top and end

  private var participation: [Document.Fact] {
    let meeting = head.meeting
    guard meeting.knowsAttendance else { return guests }
    let members = Set(meeting.stays.map(\.member)).sorted().map(\.text)
    let events = Set(meeting.stays.map(\.begunBy)).sorted()
    let text = head.word(
      audience == .restricted ? "document.present-members" : "document.present-count",
      ["n": .int(members.count), "members": .list(head.names.listed(members))])
    return [
      Document.Fact(
        head.word("document.present"),
        Document.Span(text, audience == .restricted ? events : []))
    ] + guests
  }

  /// Guests stand apart from delegations; for everybody only how many there were.
  private var guests: [Document.Fact] {
    let stays = head.meeting.guests
    let names = stays.reduce(into: [String]()) { names, stay in
      if !names.contains(stay.guest.name) { names.append(stay.guest.name) }
    }
    guard !names.isEmpty else { return [] }
    let isRestricted = audience == .restricted
    let text = head.word(
      isRestricted ? "document.guests-named" : "document.guests-count",
      ["n": .int(names.count), "guests": .list(names.map(Visible.text))])
    let events = isRestricted ? stays.map(\.arrival.position) : []
    return [Document.Fact(head.word("document.guests"), Document.Span(text, events))]
  }

  /// Those who were there, for an audience that is told who they were; lists have institutions by their names.
  private var present: [String] {
    let institutions = head.names.institutions
    return audience == .restricted
      ? head.meeting.stays.map(\.member.text).filter { institutions[$0] == nil } : []
  }

  /// When outputs of the meeting were published, and under which number.
  private var published: [Document.Fact] {
    head.meeting.reports.map { report in
      let values: [String: Failure.Value] = [
        "on": .text(head.catalogue.day(report.facts.on)),
        "output": .text(head.output(report.facts.output)),
        "identifier": .text(report.facts.identifier),
      ]
      return Document.Fact(
        head.word("document.published"),
        Document.Span(head.word("document.published-value", values), [report.position]))
    }
  }

  /// Up to which event the report goes, so that a later one can be told from it.
  private func state(of blocks: [Document.Block]) -> String? {
    head.newest(of: blocks.flatMap(\.events)).map { newest in
      head.word(
        "document.as-of", ["position": .text("\(newest.position)"), "on": .day(newest.on)])
    }
  }
}
