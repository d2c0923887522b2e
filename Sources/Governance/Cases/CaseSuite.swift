package import Plugins

/// The worked cases of a plugin with their acts read: what `CaseRunner` tries.
package struct CaseSuite: Hashable, Sendable {
  /// A case with the acts before the one that it asks.
  package struct Case: Hashable, Sendable {
    package let worked: WorkedCase
    let given: [ImportEntry]
    let when: ImportEntry
  }

  let fixtures: [String: [ImportEntry]]
  /// In the order of the files.
  package let cases: [Case]

  /// Reads the acts of a book.
  ///
  /// - Parameters:
  ///   - book: The cases as far as their form is known.
  ///   - findings: Takes every fault of an act, by the codes of `ImportFile`.
  package init(_ book: CaseBook, into findings: Findings) {
    var fixtures: [String: [ImportEntry]] = [:]
    var labels: [String: Set<String>] = [:]
    for fixture in book.fixtures {
      var own: Set<String> = []
      fixtures[fixture.name] = ImportFile.entries(fixture.acts, labels: &own, into: findings)
      labels[fixture.name] = own
    }
    self.fixtures = fixtures
    cases = book.cases.compactMap { worked in
      var known = worked.fixture.flatMap { labels[$0] } ?? []
      let given = ImportFile.entries(worked.acts, labels: &known, into: findings)
      let when = ImportFile.entries([worked.when], labels: &known, into: findings)
      return when.first.map { Case(worked: worked, given: given, when: $0) }
    }
  }
}
