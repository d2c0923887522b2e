import Governance
import Values

/// An agenda as a numbered tree, with durations, owners, sessions and papers.
struct AgendaText {
  private let head: PaperHead
  private let outline: AgendaOutline
  private let sessionsAreShown: Bool
  private let additionsAreShown: Bool

  /// - Parameters:
  ///   - head: Of the meeting.
  ///   - outline: The items that may be seen.
  ///   - sessions: Whether a reader is told which of them are not for everybody.
  ///   - additions: Whether a reader is told which of them came after the agenda was frozen or the members called.
  init(
    _ head: PaperHead, _ outline: AgendaOutline, sessions: Bool = true, additions: Bool = false
  ) {
    self.head = head
    self.outline = outline
    sessionsAreShown = sessions
    additionsAreShown = additions
  }

  /// The tree; of a meeting without items the titles that its convocation gave.
  var blocks: [Document.Block] {
    guard outline.lines.isEmpty else { return outline.lines.map(block) + total }
    return (head.meeting.convocation?.facts.agenda ?? []).enumerated().map { index, title in
      .item(
        depth: 0, number: "\(index + 1)",
        Document.Span(
          Visible.text(title), [head.meeting.convocation?.position].compactMap(\.self)),
        place: "item.\(index + 1)")
    }
  }

  /// The codes of those who present items.
  var codes: [String] { outline.lines.compactMap(\.item.addition.facts.owner) }

  /// Each paper with its digest, by item.
  var papers: [Document.Block] {
    outline.lines.flatMap { line in
      line.item.addition.facts.papers.map { paper in
        .paragraph(
          Document.Span(
            head.word(
              "document.paper",
              [
                "number": .text(line.number), "name": .text(paper.name),
                "digest": .text(paper.digest),
              ]), [line.item.addition.position]), place: nil)
      }
    }
  }

  private func block(_ line: AgendaOutline.Line) -> Document.Block {
    let facts = line.item.addition.facts
    let title =
      facts.approves.map { head.word("minutes.item-minutes", ["title": .text($0.text)]) }
      ?? facts.follows.map { action in
        head.word(
          "minutes.item-action", ["action": .text(action.text), "title": .text(facts.title)])
      }
      ?? facts.sender.map { sender in
        head.word(
          "minutes.item-referral", ["title": .text(facts.title), "from": .text(sender)])
      } ?? Visible.text(facts.title)
    let details = [
      facts.minutes.map { head.word("document.minutes-of-time", ["n": .int($0)]) },
      facts.owner.map { owner in
        head.word(
          "document.presented-by", ["owner": .text(head.institutions[owner] ?? owner)])
      },
      sessionsAreShown && line.session != .open
        ? head.word("document.session", ["session": .text(line.session.rawValue)]) : nil,
      facts.papers.isEmpty
        ? nil : head.word("document.papers-count", ["n": .int(facts.papers.count)]),
      additionsAreShown ? added(line.item.addition) : nil,
    ].compactMap(\.self)
    let tail = details.isEmpty ? "" : " (" + details.joined(separator: "; ") + ")"
    return .item(
      depth: line.depth, number: line.number, Document.Span(title + tail, line.item.events),
      place: "item.\(line.item.id.text)")
  }

  /// When an item came that was not on the agenda with which the members were called, and what admitted it.
  private func added(_ addition: Recorded<ItemAddition>) -> String? {
    let facts = addition.facts
    let convocation = head.meeting.convocation?.position ?? .max
    guard facts.isLate || convocation < addition.position else { return nil }
    let by = facts.deliberation?.text
    return head.word(
      "document.added",
      [
        "on": .text(head.catalogue.day(facts.on)), "late": .text(facts.isLate ? "yes" : "no"),
        "admitted": .text(by != nil ? "decision" : facts.reason != nil ? "reason" : "other"),
        "by": .text(by ?? ""), "reason": .text(facts.reason ?? ""),
      ])
  }

  private var total: [Document.Block] {
    guard outline.minutes > 0 else { return [] }
    return [
      .paragraph(
        Document.Span(head.word("document.total-time", ["n": .int(outline.minutes)])), place: nil)
    ]
  }
}
