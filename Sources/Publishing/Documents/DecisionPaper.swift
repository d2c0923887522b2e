package import Governance
import Plugins
import Values

/// One decision for a third person: text, vote, rule, date, and where it stands in the log.
package struct DecisionPaper {
  /// Where the decision stands in the log.
  package struct Proof: Hashable, Sendable {
    /// Of the leaf of its event, in hexadecimal digits.
    package let leaf: String
    /// The newest signed checkpoint that covers it: origin, number of entries, root; nil where there is none.
    package let checkpoint: [String]?
    /// What was put right in the event since it was recorded, oldest first.
    package let corrections: [CorrectionsInLog.Told]

    package init(
      leaf: String, checkpoint: [String]?, corrections: [CorrectionsInLog.Told] = []
    ) {
      self.leaf = leaf
      self.checkpoint = checkpoint
      self.corrections = corrections
    }
  }

  private let head: PaperHead
  private let record: MinutesRecord
  private let deliberation: Deliberation
  private let ties: DecisionTies
  private let rules: String
  private let proof: Proof

  /// - Parameters:
  ///   - head: Of the meeting, with the events of the ties among its sources.
  ///   - record: Of the meeting.
  ///   - deliberation: One of the record's.
  ///   - ties: Of the deliberation.
  ///   - rules: The version of the rules that decided it, as logs name it.
  ///   - proof: Where its event stands.
  package init(
    _ head: PaperHead, _ record: MinutesRecord, _ deliberation: Deliberation, ties: DecisionTies,
    rules: String, proof: Proof
  ) {
    self.head = head
    self.record = record
    self.deliberation = deliberation
    self.ties = ties
    self.rules = rules
    self.proof = proof
  }

  package var document: Document {
    let text = StatementText(head.catalogue, citing: .cited, names: head.names)
    let statements = record.statements(on: deliberation, item: nil) + ties.statements
    let blocks =
      [certified, .facts(head.facts + facts)] + statements.map(text.block)
      + CorrectedRecord(proof.corrections).blocks(in: head.catalogue)
    return head.document(
      "document.extract",
      blocks + proof.blocks(of: deliberation.position, in: head.catalogue)
        + head.certification(signedBy: "document.certified-by", of: blocks),
      naming: StateLegend.codes(in: statements))
  }

  private var certified: Document.Block {
    .paragraph(Document.Span(head.word("document.certified")), place: nil)
  }

  private var facts: [Document.Fact] {
    let events = [deliberation.position].compactMap(\.self)
    let rule = deliberation.matter.flatMap { record.body?.decision(on: $0) }
    let citation = RuleCitation(head.rules, in: head.catalogue)
    return [
      urgency, session,
      Document.Fact(
        head.word("document.decision"), Document.Span(deliberation.id.text, events)),
      deliberation.day.map {
        Document.Fact(
          head.word("document.decided-on"), Document.Span(head.catalogue.day($0), events))
      },
      rule.map {
        Document.Fact(
          head.word("document.rule"), Document.Span(citation.text(ofClause: $0.clause.id)))
      },
      Document.Fact(head.word("document.rules"), Document.Span(rules)),
    ].compactMap(\.self)
  }

  /// That the members were called with the shorter notice, where they were.
  private var urgency: Document.Fact? {
    guard let convocation = head.meeting.convocation, convocation.facts.isUrgent else {
      return nil
    }
    return Document.Fact(
      head.word("document.convened"),
      Document.Span(
        head.word(
          "document.convened-value",
          head.urgency(of: convocation)),
        [convocation.position]))
  }

  /// That its item was not for everybody, its own or by an item above it; nil for an open one.
  private var session: Document.Fact? {
    guard let item = record.agenda.item(takenBy: deliberation.id) else { return nil }
    let session = AgendaOutline(record.agenda).line(item.id)?.session ?? item.session
    guard session != .open else { return nil }
    return Document.Fact(
      head.word("document.session-name"),
      Document.Span(
        head.word("document.session", ["session": .text(session.rawValue)]),
        [item.marking().event]))
  }
}
