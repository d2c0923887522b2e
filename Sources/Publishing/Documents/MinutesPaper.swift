package import Governance
import Values

/// The minutes of a meeting as people read them: each sentence with its events, paragraphs between them.
package struct MinutesPaper {
  private let head: PaperHead
  private let minutes: Minutes
  private let version: Int
  private let content: MinutesContent
  private let later: LaterReading?

  /// A version, from 1; without a number the approved one, else the newest; nil when there is none.
  ///
  /// What was corrected since is told beside the sentences and at the top, where `later` is given.
  package init?(
    _ head: PaperHead, _ minutes: Minutes, version: Int? = nil, later: LaterReading? = nil
  ) {
    let wanted = version ?? minutes.approval?.facts.version ?? minutes.version
    guard let content = minutes.content(ofVersion: wanted) else { return nil }
    self.head = head
    self.minutes = minutes
    self.version = wanted
    self.content = content
    self.later = later
  }

  /// What is circulated and approved, word by word: it says nothing of its own fate.
  package var text: Document {
    head.document(
      "document.minutes", [.facts(head.facts)] + passages, naming: codes,
      closing: [
        head.word(
          "document.version",
          [
            "version": .int(version), "on": .text(made ?? ""), "dated": dated,
            "restores": .text(minutes.restored(inVersion: version).map { "\($0)" } ?? "none"),
          ]),
        head.word("document.digest", ["digest": .text(content.digest)]),
      ])
  }

  /// The text with what became of it: what was corrected since, lines to sign on, approval, disagreement
  /// annexed, corrigenda.
  package var document: Document {
    head.document(
      "document.minutes",
      notices + [.facts(head.facts + fate)] + read + signatures + annex + corrigenda,
      naming: codes + disagreements.compactMap(\.facts.member?.text), closing: text.closing)
  }

  private var statements: [Statement] {
    content.passages.compactMap { passage in
      guard case .statement(let statement) = passage else { return nil }
      return statement
    }
  }

  private var codes: [String] {
    StateLegend.codes(in: statements, named: head.names.institutions.keys)
  }

  /// The day on which the version was made; nil where its event is gone.
  private var made: String? {
    let draft = minutes.drafts.first { $0.facts.version == version }?.facts.on
    let paragraph = minutes.paragraphs.first { $0.facts.version == version }?.facts.on
    let restoration = minutes.restorations.first { $0.facts.version == version }?.facts.on
    return (draft ?? paragraph ?? restoration).map(head.catalogue.day)
  }

  private var dated: Failure.Value { .text(made == nil ? "no" : "yes") }

  private var disagreements: [Recorded<MinutesComment>] {
    minutes.comments.filter(\.facts.objects)
  }

  private var passages: [Document.Block] {
    let text = head.sentences
    return content.passages.map { passage in
      switch passage {
      case .statement(let statement): text.block(statement)
      case .paragraph(let id, let text, let event):
        .paragraph(
          Document.Span(Visible.text(StatementText.oneLine(text)), event == 0 ? [] : [event]),
          place: id)
      }
    }
  }

  // MARK: - What was corrected since

  /// The passages, each that reads otherwise now with what it reads.
  private var read: [Document.Block] {
    let changes = changes
    return zip(content.passages, passages).flatMap { passage, block -> [Document.Block] in
      let change = changes.first { $0.place == passage.place }
      return [block]
        + (change.map { [.paragraph($0.span, place: "\($0.place).corrected")] } ?? [])
    }
  }

  private var changes: [LaterReading.Change] {
    let draft = minutes.draft(ofVersion: version)?.position
    guard let later, let draft else { return [] }
    let text = head.sentences
    return statements.compactMap { statement in
      later.change(of: statement, after: draft, in: text, head.catalogue)
    }
  }

  /// At the top what a reader must know before the first sentence.
  private var notices: [Document.Block] {
    [outdated, toReadWith].compactMap(\.self).map { .paragraph($0, place: nil) }
  }

  /// That the version is older than a correction of what it tells.
  private var outdated: Document.Span? {
    let changes = changes
    guard !changes.isEmpty else { return nil }
    let events = Set(changes.flatMap(\.span.events)).sorted()
    let words = head.word(
      "document.older-than-correction",
      [
        "stage": .text(stage(changes)), "n": .int(events.count),
        "events": .list(events.map { "\($0)" }),
      ])
    return Document.Span(words, events)
  }

  private func stage(_ changes: [LaterReading.Change]) -> String {
    if version == minutes.approval?.facts.version {
      let places = Set(minutes.corrigenda.map(\.facts.place))
      return changes.allSatisfy { places.contains($0.place) } ? "rectified" : "approved"
    }
    return version < minutes.version ? "former" : "draft"
  }

  /// That corrigenda of the approved version stand at the end.
  private var toReadWith: Document.Span? {
    guard !minutes.corrigenda.isEmpty, version == minutes.approval?.facts.version else {
      return nil
    }
    return Document.Span(
      head.word("document.read-with-corrigenda", ["n": .int(minutes.corrigenda.count)]),
      minutes.corrigenda.map(\.position))
  }

  // MARK: - Who signs

  /// Blank lines for the offices that sign; who sits in them is written by hand.
  private var signatures: [Document.Block] {
    let chair = statements.first { $0.code == "chair" }?.values["member"] ?? .text("")
    let lines = [
      head.word(
        "document.signed-by-chair",
        ["member": chair, "named": .text(chair == .text("") ? "no" : "yes")]),
      head.word("document.signed-by-secretary"), head.word("document.signed-on"),
    ]
    return [.heading(2, Document.Span(head.word("document.signatures")), place: nil)]
      + lines.map { .paragraph(Document.Span($0 + " " + Self.blank), place: nil) }
  }

  private static let blank = String(repeating: "…", count: 24)

  // MARK: - What became of it

  private var fate: [Document.Fact] {
    [circulated, approved].compactMap(\.self)
  }

  private var circulated: Document.Fact? {
    let sent = minutes.circulations.last { $0.facts.version == version }
    return sent.map { sent in
      let values: [String: Failure.Value] = [
        "on": .text(head.catalogue.day(sent.facts.on)),
        "until": .text(sent.facts.until.map(head.catalogue.day) ?? ""),
        "open": .text(sent.facts.until == nil ? "no" : "yes"),
      ]
      return Document.Fact(
        head.word("document.circulated"),
        Document.Span(head.word("document.circulated-value", values), [sent.position]))
    }
  }

  private var approved: Document.Fact? {
    guard let approval = minutes.approval, approval.facts.version == version else {
      return Document.Fact(
        head.word("document.approved"), Document.Span(head.word("document.not-approved")))
    }
    let by = approval.facts.deliberation
    let values: [String: Failure.Value] = [
      "on": .text(head.catalogue.day(approval.facts.on)),
      "way": .text(by == nil ? "silence" : "other"), "by": .text(by?.text ?? ""),
    ]
    return Document.Fact(
      head.word("document.approved"),
      Document.Span(head.word("document.approved-value", values), [approval.position]))
  }

  /// Disagreement stands with the minutes, whatever became of them.
  private var annex: [Document.Block] {
    guard !disagreements.isEmpty else { return [] }
    return [.heading(2, Document.Span(head.word("document.annex")), place: "annex")]
      + disagreements.map { comment in
        let facts = comment.facts
        let lead = head.word(
          "document.disagreement",
          [
            "number": .int(facts.number), "member": .text(facts.member?.text ?? ""),
            "named": .text(facts.member == nil ? "no" : "yes"),
            "on": .text(head.catalogue.day(facts.on)),
            "place": .text(facts.place.map(words(at:)) ?? ""),
            "placed": .text(facts.place == nil ? "no" : "yes"),
            "late": .text(facts.isLate ? "yes" : "no"),
          ])
        return .quote(
          lead: Document.Span(lead, [comment.position]), lines: StatementText.lines(facts.text),
          place: "comment.\(facts.number)")
      }
  }

  /// The words of a place of this version, which a reader finds; the name of the place where it is gone.
  private func words(at place: String) -> String {
    guard let passage = content.passages.first(where: { $0.place == place }) else { return place }
    switch passage {
    case .statement(let statement): return head.sentences.sentence(statement)
    case .paragraph(_, let text, _): return StatementText.oneLine(text)
    }
  }

  private var corrigenda: [Document.Block] {
    guard !minutes.corrigenda.isEmpty else { return [] }
    return [.heading(2, Document.Span(head.word("document.corrigenda")), place: "corrigenda")]
      + minutes.corrigenda.map { corrigendum in
        let facts = corrigendum.facts
        let lead = head.word(
          "document.corrigendum",
          [
            "number": .int(facts.number), "place": .text(words(at: facts.place)),
            "on": .text(head.catalogue.day(facts.on)), "reason": .text(facts.reason),
          ])
        return .quote(
          lead: Document.Span(lead, [corrigendum.position]),
          lines: StatementText.lines(facts.text), place: "corrigendum.\(facts.number)")
      }
  }
}
