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

    package init(leaf: String, checkpoint: [String]?) {
      self.leaf = leaf
      self.checkpoint = checkpoint
    }
  }

  private let head: PaperHead
  private let record: MinutesRecord
  private let deliberation: Deliberation
  private let rules: String
  private let proof: Proof

  /// Takes one of the record's deliberations, with the version of the rules that decided it as logs name it.
  package init(
    _ head: PaperHead, _ record: MinutesRecord, _ deliberation: Deliberation, rules: String,
    proof: Proof
  ) {
    self.head = head
    self.record = record
    self.deliberation = deliberation
    self.rules = rules
    self.proof = proof
  }

  package var document: Document {
    let text = StatementText(head.catalogue)
    let statements = record.statements(on: deliberation, item: nil)
    return head.document(
      "document.extract",
      [certified, .facts(head.facts + facts)] + statements.map(text.block)
        + proof.blocks(of: deliberation.position, in: head.catalogue),
      naming: StateLegend.codes(in: statements))
  }

  private var certified: Document.Block {
    .paragraph(Document.Span(head.word("document.certified")), place: nil)
  }

  private var facts: [Document.Fact] {
    let events = [deliberation.position].compactMap(\.self)
    let rule = deliberation.matter.flatMap { record.body?.decision(on: $0) }
    return [
      Document.Fact(
        head.word("document.decision"), Document.Span(deliberation.id.text, events)),
      deliberation.day.map {
        Document.Fact(
          head.word("document.decided-on"), Document.Span(head.catalogue.day($0), events))
      },
      rule.map { Document.Fact(head.word("document.rule"), Document.Span($0.clause.id)) },
      Document.Fact(head.word("document.rules"), Document.Span(rules)),
    ].compactMap(\.self)
  }
}
