import Governance
import Values

/// An agenda as a numbered tree, with durations, owners, sessions and papers.
struct AgendaText {
  /// How much of an item a reader is told; its number is that of the whole agenda in any case.
  enum Sight {
    case whole
    /// Its title and its session.
    case title
    /// That there is an item of a session.
    case session
    case nothing
  }

  private let head: PaperHead
  private let lines: [(line: AgendaOutline.Line, sight: Sight)]
  /// Whether the meeting has no items at all.
  private let isPlain: Bool
  private let marksLate: Bool

  /// - Parameters:
  ///   - head: Of the paper.
  ///   - outline: The whole agenda.
  ///   - marksLate: Whether items that were added after the agenda was closed say so.
  ///   - sight: How much of an item is told; below one that is told of by its session, nothing is.
  init(
    _ head: PaperHead, _ outline: AgendaOutline, marksLate: Bool = false,
    sight: (AgendaOutline.Line) -> Sight = { _ in .whole }
  ) {
    self.head = head
    self.marksLate = marksLate
    isPlain = outline.lines.isEmpty
    var lines: [(line: AgendaOutline.Line, sight: Sight)] = []
    var hidden: String?
    for line in outline.lines {
      if let hidden, line.number.hasPrefix(hidden) { continue }
      let sight = sight(line)
      hidden = [.session, .nothing].contains(sight) ? line.number + "." : nil
      if sight != .nothing { lines.append((line, sight)) }
    }
    self.lines = lines
  }

  /// The tree; of a meeting without items the titles that its convocation gave.
  var blocks: [Document.Block] {
    guard isPlain else { return lines.map { block($0.line, $0.sight) } + total }
    return (head.meeting.convocation?.facts.agenda ?? []).enumerated().map { index, title in
      .item(
        depth: 0, number: "\(index + 1)",
        Document.Span(
          Visible.text(title), [head.meeting.convocation?.position].compactMap(\.self)),
        place: "item.\(index + 1)")
    }
  }

  /// The codes of those who present items, of whom institutions stand by their names.
  var codes: [String] {
    let institutions = head.names.institutions
    return told.compactMap(\.item.addition.facts.owner).filter { institutions[$0] == nil }
  }

  /// The items of which all is told.
  private var told: [AgendaOutline.Line] { lines.filter { $0.sight == .whole }.map(\.line) }

  /// Each paper with its digest, by item.
  var papers: [Document.Block] {
    told.flatMap { line in
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

  private func block(_ line: AgendaOutline.Line, _ sight: Sight) -> Document.Block {
    let session = line.session.rawValue
    guard sight != .session else {
      let words = head.word("document.item-of-session", ["session": .text(session)])
      return .item(
        depth: line.depth, number: line.number, Document.Span(words),
        place: "item.\(line.number)")
    }
    let details = sight == .whole ? particulars(of: line) : []
    let marks = [
      line.session == .open ? nil : head.word("document.session", ["session": .text(session)]),
      marksLate && sight == .whole ? added(line.item.addition) : nil,
    ].compactMap(\.self)
    let papers = sight == .whole ? line.item.addition.facts.papers.count : 0
    let tail =
      details + marks
      + (papers == 0 ? [] : [head.word("document.papers-count", ["n": .int(papers)])])
    return .item(
      depth: line.depth, number: line.number,
      Document.Span(
        title(of: line) + (tail.isEmpty ? "" : " (" + tail.joined(separator: "; ") + ")"),
        line.item.events), place: "item.\(line.item.id.text)")
  }

  private func particulars(of line: AgendaOutline.Line) -> [String] {
    let facts = line.item.addition.facts
    return [
      facts.minutes.map { head.word("document.minutes-of-time", ["n": .int($0)]) },
      facts.owner.map { owner in
        head.word("document.presented-by", ["owner": .text(head.names.listed(owner))])
      },
    ].compactMap(\.self)
  }

  private func title(of line: AgendaOutline.Line) -> String {
    let facts = line.item.addition.facts
    if let approved = facts.approves {
      let meeting = head.names.meeting(approved.text, in: head.catalogue)
      return head.word("minutes.item-minutes", ["title": .text(meeting)])
    }
    if let action = facts.follows {
      return head.word(
        "minutes.item-action", ["action": .text(action.text), "title": .text(facts.title)])
    }
    if let sender = facts.sender {
      return head.word(
        "minutes.item-referral", ["title": .text(facts.title), "from": .text(sender)])
    }
    return Visible.text(facts.title)
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
        "admitted": .text(facts.admission),
        "by": .text(by ?? ""), "reason": .text(facts.reason ?? ""),
      ])
  }

  /// The planned time of the items of which all is told; an item above others counts beside them.
  private var total: [Document.Block] {
    let minutes = told.reduce(0) { sum, line in
      sum.addingReportingOverflow(line.item.addition.facts.minutes ?? 0).partialValue
    }
    guard minutes > 0 else { return [] }
    return [
      .paragraph(
        Document.Span(head.word("document.total-time", ["n": .int(minutes)])), place: nil)
    ]
  }
}
