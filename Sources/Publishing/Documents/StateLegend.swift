package import Governance
import Values

/// The codes of states that a document names, with their names, for a reader who does not know them by heart.
///
/// Sentences keep the codes, as the log does: in Portuguese and Spanish a name would ask for its article.
package struct StateLegend {
  /// Each code once, in its order; institutions and other members without a name of a state are left out.
  private let codes: [String]

  package init(_ codes: some Sequence<String>) { self.codes = Set(codes).sorted() }

  /// The values of statements that name members; words of somebody else are never looked at.
  private static let naming: Set<String> = [
    "member", "members", "owner", "for", "against", "abstain", "recused",
  ]

  /// What statements name: whole codes, and both in the pairs of proxies.
  package static func codes(in statements: [Statement]) -> [String] {
    statements.flatMap { statement in
      let named = statement.values.filter { naming.contains($0.key) }.flatMap {
        items(of: $0.value)
      }
      let pairs = statement.values["proxies"].map(items) ?? []
      return named + pairs.flatMap { $0.split { !$0.isLetter }.map(String.init) }
    }
  }

  private static func items(of value: Failure.Value) -> [String] {
    switch value {
    case .text(let text): [text]
    case .list(let items): items
    case .int, .day, .period, .word: []
    }
  }

  /// A heading and one paragraph; nothing where no state is named.
  package func blocks(in catalogue: Catalogue) -> [Document.Block] {
    let named = codes.compactMap { code in catalogue.state(code).map { "\(code): \($0)" } }
    guard !named.isEmpty else { return [] }
    return [
      .heading(2, Document.Span(catalogue.text("document.states")), place: "states"),
      .paragraph(Document.Span(named.joined(separator: "; ")), place: nil),
    ]
  }
}
