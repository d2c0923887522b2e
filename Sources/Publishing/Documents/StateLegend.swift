package import Governance
import Values

/// The codes of states that a document names, with their names, for a reader who does not know them by heart.
///
/// Sentences keep the codes, as the log does: in Portuguese and Spanish a name would ask for its article.
package struct StateLegend {
  /// Each code once, in its order; what is neither a state nor a known institution is left out.
  private let codes: [String]
  /// Names of institutions by their codes.
  private let institutions: [String: String]

  /// Takes the codes that a document has, and the names that its rules give to institutions.
  package init(_ codes: some Sequence<String>, institutions: [String: String] = [:]) {
    self.codes = Set(codes).sorted()
    self.institutions = institutions
  }

  /// The values of statements that name members; words of somebody else are never looked at.
  static let naming: Set<String> = [
    "member", "members", "owner", "for", "against", "abstain", "recused",
  ]

  /// What statements name: whole codes, both in the pairs of proxies, and those whom an office heads.
  ///
  /// Lists, and what somebody answers for, have some members by their names already, so that their codes stand nowhere:
  /// those are left out.
  package static func codes(
    in statements: [Statement], named: some Collection<String> = []
  ) -> [String] {
    statements.flatMap { statement in
      let codes = statement.values.filter { naming.contains($0.key) }.flatMap { entry in
        if case .text = entry.value, entry.key != "owner" { return items(of: entry.value) }
        return items(of: entry.value).filter { !named.contains($0) }
      }
      let pairs = statement.values["proxies"].map(items) ?? []
      let headed = statement.values["delegations"].map(items) ?? []
      return codes + pairs.flatMap { $0.split { !$0.isLetter }.map(String.init) }
        + headed.map { String($0.prefix { $0 != " " }) }
    }
  }

  private static func items(of value: Failure.Value) -> [String] {
    switch value {
    case .text(let text): [text]
    case .list(let items): items
    case .int, .day, .period, .word: []
    }
  }

  /// A heading and one paragraph; nothing where neither a state nor an institution is named.
  package func blocks(in catalogue: Catalogue) -> [Document.Block] {
    let states = codes.compactMap { code in catalogue.state(code).map { "\(code): \($0)" } }
    let others = codes.filter { catalogue.state($0) == nil }.compactMap { code in
      institutions[code].map { "\(code): \($0)" }
    }
    guard !states.isEmpty || !others.isEmpty else { return [] }
    let title = others.isEmpty ? "document.states" : "document.states-and-institutions"
    return [
      .heading(2, Document.Span(catalogue.text(title)), place: "states"),
      .paragraph(Document.Span((states + others).joined(separator: "; ")), place: nil),
    ]
  }
}
