package import Governance
package import Plugins
import Values

/// One procedure outside a meeting for a third person: text, notices, end, what came of it, and where that stands in
/// the log.
package struct ProcedurePaper {
  private let catalogue: Catalogue
  private let record: ProcedureRecord
  private let rules: Rules
  private let rulesName: String
  private let sources: [Int64: PaperHead.Source]
  private let proof: DecisionPaper.Proof

  /// - Parameters:
  ///   - record: What is to be said.
  ///   - rules: Under which the procedure went.
  ///   - rulesName: The same as logs name them.
  ///   - sources: The events that may be quoted, by position.
  ///   - proof: Where the decision stands.
  ///   - catalogue: The words.
  package init(
    _ record: ProcedureRecord, under rules: Rules, named rulesName: String,
    sources: [Int64: PaperHead.Source], proof: DecisionPaper.Proof, in catalogue: Catalogue
  ) {
    self.record = record
    self.rules = rules
    self.rulesName = rulesName
    self.sources = sources
    self.proof = proof
    self.catalogue = catalogue
  }

  package var document: Document {
    let text = StatementText(
      catalogue, citing: .cited,
      names: PaperNames(institutions: rules.membership.institutions.mapValues(name)))
    let statements = record.statements
    let said: [Document.Block] =
      [certified, .facts(facts)] + statements.map(text.block)
      + CorrectedRecord(proof.corrections).blocks(in: catalogue)
    let blocks: [Document.Block] =
      said + proof.blocks(of: record.position, in: catalogue)
      + CertificationText(catalogue)
      .blocks(signedBy: "document.certified-by", upTo: sources.last(of: said))
      + StateLegend(StateLegend.codes(in: statements)).blocks(in: catalogue)
    let notes = Set(blocks.flatMap(\.events)).compactMap { event in
      sources[event].map { (event, $0.note(event, catalogue)) }
    }
    return Document(
      catalogue.language,
      title: catalogue.text(
        record.deliberation == nil ? "document.procedure-extract" : "document.extract"),
      subtitle: subtitle,
      blocks: blocks, notes: Dictionary(notes, uniquingKeysWith: { first, _ in first }),
      notesTitle: catalogue.text("document.events"), closing: [])
  }

  private var certified: Document.Block {
    .paragraph(Document.Span(catalogue.text("document.certified")), place: nil)
  }

  private var opening: ProcedureOpening? { record.procedure.opening?.facts }

  private var rule: ProcedureRule? { opening.flatMap { rules.procedure($0.rule) } }

  private func name(_ text: LocalText) -> String {
    Visible.text(text.text(in: catalogue.language.rawValue, else: rules.languages))
  }

  /// `Silence procedure, P-2`.
  private var subtitle: String {
    [rule.map { name($0.title) }, record.procedure.id.text].compactMap(\.self)
      .joined(separator: ", ")
  }

  private var facts: [Document.Fact] {
    let decision = record.deliberation
    let events = [decision?.position].compactMap(\.self)
    let clause =
      opening?.kind == .silence
      ? rule?.clause.id : opening.flatMap { record.body?.decision(on: $0.matter)?.clause.id }
    return [
      fact("document.network", name(rules.title)),
      record.body.map { fact("document.body", name($0.title)) },
      decision.map { fact("document.decision", $0.id.text, events) },
      decision?.day.map { fact("document.decided-on", catalogue.day($0), events) },
      clause.map { id in
        fact("document.rule", RuleCitation(rules, in: catalogue).text(ofClause: id))
      },
      fact("document.rules", rulesName),
    ].compactMap(\.self)
  }

  private func fact(_ key: String, _ text: String, _ events: [Int64] = []) -> Document.Fact {
    Document.Fact(catalogue.text(key), Document.Span(text, events))
  }
}
