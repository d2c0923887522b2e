package import Governance
import Values

/// What a meeting brought: for those who were there in full, for everybody without what is restricted.
package struct OutcomePaper {
  /// For whom a report is written.
  package enum Audience: String, CaseIterable, Sendable {
    case restricted
    /// No names of delegations, no votes by name, no item that was not open, and no gap in a number.
    case everybody = "public"
  }

  private let head: PaperHead
  private let record: MinutesRecord
  private let audience: Audience
  private let outline: AgendaOutline

  package init(_ head: PaperHead, _ record: MinutesRecord, for audience: Audience) {
    self.head = head
    self.record = record
    self.audience = audience
    outline = AgendaOutline(record.agenda, heardBy: audience == .everybody ? .open : .closed)
  }

  package var document: Document {
    let said = shown.flatMap(statements)
    let decisions = said.map(head.text.block) + elections
    let agenda = AgendaText(head, outline, sessions: audience == .restricted)
    let none: [Document.Block] = [
      .paragraph(Document.Span(head.word("document.no-decisions")), place: nil)
    ]
    return head.document(
      audience == .everybody ? "document.outcome-public" : "document.outcome-restricted",
      [.facts(head.facts + participation)]
        + [.heading(2, Document.Span(head.word("document.agenda")), place: "agenda")]
        + agenda.blocks
        + [.heading(2, Document.Span(head.word("document.decisions")), place: "decisions")]
        + (decisions.isEmpty ? none : decisions),
      naming: present + agenda.codes + StateLegend.codes(in: said))
  }

  /// The deliberations that this audience may know of: without an item they are open.
  package var shown: [Deliberation] {
    record.deliberations.filter { deliberation in
      guard let item = record.agenda.item(takenBy: deliberation.id) else { return true }
      return audience == .restricted || outline.line(item.id) != nil
    }
  }

  private var participation: [Document.Fact] {
    let meeting = head.meeting
    guard meeting.knowsAttendance else { return guests }
    let members = Set(meeting.stays.map(\.member)).sorted()
    let events = Set(meeting.stays.map(\.begunBy)).sorted()
    let text = head.word(
      audience == .restricted ? "document.present-members" : "document.present-count",
      ["n": .int(members.count), "members": .list(members.map(\.text))])
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

  /// Those who were there, for an audience that is told who they were.
  private var present: [String] {
    audience == .restricted ? head.meeting.stays.map(\.member.text) : []
  }

  private func statements(_ deliberation: Deliberation) -> [Statement] {
    let item = record.agenda.item(takenBy: deliberation.id)
    let number = item.flatMap { outline.line($0.id)?.number }
    return record.statements(on: deliberation, item: number).filter(isShown)
  }

  /// The rounds of elections, which are as public as the seats that they fill.
  private var elections: [Document.Block] {
    let text = head.text
    return record.electionStatements.filter(isShown).map(text.block)
  }

  /// Votes by name and what single members said stay among those who were there.
  private func isShown(_ statement: Statement) -> Bool {
    audience == .restricted
      || !["roll", "dissent", "chair-vote", "election-roll"].contains(statement.code)
  }
}
