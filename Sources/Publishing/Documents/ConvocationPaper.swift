package import Governance
import Plugins
import Values

/// The invitation to a meeting: which, when and where, with what notice, and what is to be dealt with.
package struct ConvocationPaper {
  private let head: PaperHead
  private let agenda: Agenda
  private let readerTime: String?
  private let convener: String?

  /// - Parameters:
  ///   - head: Of the meeting; one that is only planned gets a draft.
  ///   - agenda: Nil where it has none.
  ///   - readerTime: When it begins by the clocks of the reader; nil where nobody asked.
  ///   - convener: The role in which the members were called, as the log has it; nil where it has none, so that
  ///     the roles stand to which the rules leave it.
  package init(
    _ head: PaperHead, _ agenda: Agenda?, readerTime: String? = nil, convener: String? = nil
  ) {
    self.head = head
    self.readerTime = readerTime
    self.convener = convener
    self.agenda = agenda ?? Agenda(id: AgendaID(sharedWith: head.meeting.id))
  }

  package var document: Document {
    let tree = AgendaText(head, AgendaOutline(agenda), marksLate: true)
    let papers = tree.papers
    let items = tree.blocks
    let agenda: [Document.Block] =
      [.heading(2, Document.Span(head.word("document.agenda")), place: "agenda")]
      + (items.isEmpty
        ? [.paragraph(Document.Span(head.word("document.no-agenda")), place: nil)] : items)
    let papersPart: [Document.Block] =
      papers.isEmpty
      ? [] : [.heading(2, Document.Span(head.word("document.papers")), place: "papers")] + papers
    let facts = [own, link, convened, convening, notice, required, registration].compactMap(\.self)
    let blocks = [sentence, .facts(head.facts + facts + moved)] + agenda + papersPart
    return head.document(
      head.meeting.cancellation == nil ? "document.convocation" : "document.cancellation",
      blocks
        + head.certification(
          signedBy: head.meeting.cancellation == nil
            ? "document.convened-by" : "document.cancelled-by", of: blocks),
      naming: tree.codes)
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
            head.urgency(of: convocation)), [convocation.position]))
    }
  }

  /// The type of the event by which members are called, as roles name it.
  private static let calling = "meeting.convened"

  /// Which office calls the members: the role of whoever did, else those to which the rules leave it.
  private var convening: Document.Fact? {
    let roles = head.rules.roles.filter { $0.grants.contains(Self.calling) }
    let names = (convener.map { [$0] } ?? roles.map(\.name)).map(name(ofRole:))
    guard !names.isEmpty else { return nil }
    return Document.Fact(
      head.word("document.convening"), Document.Span(head.catalogue.list(names)))
  }

  /// What people call an office: the title of a body, a word of the catalogue, else as the rules have it.
  private func name(ofRole role: String) -> String {
    head.rules.body(role).map { head.name($0.title) }
      ?? head.catalogue.template("document.role.\(role)")
      ?? Visible.text(role.split(separator: "_").joined(separator: " "))
  }

  /// The notice that the rules of the series ask for.
  private var required: Document.Fact? {
    guard let rule = head.series?.notice else { return nil }
    let isUrgent = head.meeting.convocation?.facts.isUrgent == true
    return Document.Fact(
      head.word("document.notice-required"),
      Document.Span(RuleCitation(head.rules, in: head.catalogue).text(of: rule, isUrgent: isUrgent))
    )
  }

  /// Until when places at the meeting are asked for, where the rules of the series end that before it opens.
  private var registration: Document.Fact? {
    guard let rule = head.series?.invitations, let until = rule.until,
      let from = head.meeting.from?.first
    else { return nil }
    return Document.Fact(
      head.word("document.registration"),
      Document.Span(
        head.word(
          "document.registration-value",
          [
            "day": .text(head.catalogue.day(from - until)), "late": .text(rule.late.rawValue),
          ])))
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
