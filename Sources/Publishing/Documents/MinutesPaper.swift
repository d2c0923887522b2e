package import Governance
import Values

/// The minutes of a meeting as people read them: each sentence with its events, paragraphs between them.
package struct MinutesPaper {
  private let head: PaperHead
  private let minutes: Minutes
  private let version: Int
  private let content: MinutesContent

  /// A version, from 1; without a number the approved one, else the newest; nil when there is none.
  package init?(_ head: PaperHead, _ minutes: Minutes, version: Int? = nil) {
    let wanted = version ?? minutes.approval?.facts.version ?? minutes.version
    guard let content = minutes.content(ofVersion: wanted) else { return nil }
    self.head = head
    self.minutes = minutes
    self.version = wanted
    self.content = content
  }

  /// What is circulated and approved, word by word: it says nothing of its own fate.
  package var text: Document {
    head.document(
      "document.minutes", [.facts(head.facts)] + passages, naming: codes,
      closing: [
        head.word("document.version", ["version": .int(version)]),
        head.word("document.digest", ["digest": .text(content.digest)]),
      ])
  }

  /// The text with what became of it: approval, disagreement annexed, corrigenda.
  package var document: Document {
    head.document(
      "document.minutes", [.facts(head.facts + fate)] + passages + annex + corrigenda,
      naming: codes + disagreements.compactMap(\.facts.member?.text), closing: text.closing)
  }

  private var codes: [String] {
    StateLegend.codes(
      in: content.passages.compactMap { passage in
        guard case .statement(let statement) = passage else { return nil }
        return statement
      })
  }

  private var disagreements: [Recorded<MinutesComment>] {
    minutes.comments.filter(\.facts.objects)
  }

  private var passages: [Document.Block] {
    content.passages.map { passage in
      switch passage {
      case .statement(let statement): head.text.block(statement)
      case .paragraph(let id, let text, let event):
        .paragraph(
          Document.Span(Visible.text(StatementText.oneLine(text)), event == 0 ? [] : [event]),
          place: id)
      }
    }
  }

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
    case .statement(let statement): return head.text.sentence(statement)
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
