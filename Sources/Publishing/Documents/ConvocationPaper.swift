package import Governance
import Values

/// The invitation to a meeting: which, when and where, with what notice, and what is to be dealt with.
package struct ConvocationPaper {
  private let head: PaperHead
  private let agenda: Agenda
  private let readerTime: String?

  /// - Parameters:
  ///   - head: Of the meeting; one that is only planned gets a draft.
  ///   - agenda: Nil where it has none.
  ///   - readerTime: When it begins by the clocks of the reader; nil where nobody asked.
  package init(_ head: PaperHead, _ agenda: Agenda?, readerTime: String? = nil) {
    self.head = head
    self.readerTime = readerTime
    self.agenda = agenda ?? Agenda(id: AgendaID(sharedWith: head.meeting.id))
  }

  package var document: Document {
    let tree = AgendaText(head, AgendaOutline(agenda))
    let papers = tree.papers
    let items = tree.blocks
    let agenda: [Document.Block] =
      [.heading(2, Document.Span(head.word("document.agenda")), place: "agenda")]
      + (items.isEmpty
        ? [.paragraph(Document.Span(head.word("document.no-agenda")), place: nil)] : items)
    let papersPart: [Document.Block] =
      papers.isEmpty
      ? [] : [.heading(2, Document.Span(head.word("document.papers")), place: "papers")] + papers
    return head.document(
      head.meeting.cancellation == nil ? "document.convocation" : "document.cancellation",
      [sentence, .facts(head.facts + [own, link, convened, notice].compactMap(\.self) + moved)]
        + agenda + papersPart, naming: tree.codes)
  }

  private var sentence: Document.Block {
    let meeting = head.meeting
    let events = [meeting.convocation?.position, meeting.cancellation?.position]
    let state =
      meeting.cancellation != nil ? "cancelled" : meeting.convocation == nil ? "draft" : "other"
    return .paragraph(
      Document.Span(
        head.word(
          "document.convened-sentence",
          [
            "state": .text(state), "meeting": .text(head.subtitle),
            "on": .text((meeting.cancellation?.facts.on).map(head.catalogue.day) ?? ""),
            "reason": .text(meeting.cancellation?.facts.reason ?? ""),
          ]), events.compactMap(\.self)), place: nil)
  }

  /// The beginning by the clocks of whoever reads.
  private var own: Document.Fact? {
    readerTime.map { Document.Fact(head.word("document.reader-time"), Document.Span($0)) }
  }

  /// Those who are invited attend by it; no other paper has it.
  private var link: Document.Fact? {
    head.meeting.link.map { link in
      let given = head.moved(\.link) ?? [head.meeting.plan?.position].compactMap(\.self)
      return Document.Fact(
        head.word("document.link"), Document.Span(Visible.text(link), given))
    }
  }

  private var convened: Document.Fact? {
    head.meeting.convocation.map { convocation in
      Document.Fact(
        head.word("document.convened"),
        Document.Span(
          head.word(
            "document.convened-value",
            [
              "on": .text(head.catalogue.day(convocation.facts.on)),
              "urgent": .text(convocation.facts.isUrgent ? "yes" : "no"),
            ]), [convocation.position]))
    }
  }

  /// The days between the notice of the first day and that day, where both are known.
  private var notice: Document.Fact? {
    let meeting = head.meeting
    guard let told = meeting.toldOn, let from = meeting.from, told.precision == .day,
      from.precision == .day
    else { return nil }
    let newDay = changes.last { $0.facts.from != nil }
    let events = [meeting.convocation?.position, newDay?.position]
    return Document.Fact(
      head.word("document.notice"),
      Document.Span(
        head.word("document.notice-value", ["n": .int(told.first.days(until: from.first))]),
        events.compactMap(\.self)))
  }

  /// What changed since the members were called; before that nobody had been told otherwise.
  private var changes: [Recorded<Move>] {
    guard let convocation = head.meeting.convocation else { return [] }
    return head.meeting.moves.filter { convocation.position < $0.position }
  }

  private var moved: [Document.Fact] {
    changes.map { move in
      Document.Fact(
        head.word("document.moved"),
        Document.Span(
          head.word(
            "document.moved-value",
            head.catalogue.spanning(move.facts.particulars)
              .merging(["on": .text(head.catalogue.day(move.facts.on))]) { $1 }
          ), [move.position]))
    }
  }
}
