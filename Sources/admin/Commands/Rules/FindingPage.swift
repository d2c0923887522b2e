internal import Plugins
internal import Publishing
internal import Values

/// What was found in a plugin file, for editors, programs and people.
struct FindingPage {
  private let catalogue: Catalogue
  /// Whether the line of the file is shown: not that of an import, where names of persons may stand.
  private let quotesFile: Bool

  init(_ catalogue: Catalogue, quotesFile: Bool = true) {
    self.catalogue = catalogue
    self.quotesFile = quotesFile
  }

  /// `file:line:column: severity CODE: what`, the line with a caret, why, and what to do.
  func text(of finding: Plugins.Finding) -> String {
    let failure = finding.failure
    let explanation = catalogue.explanation(of: failure)
    let place = failure.place.map { "\(self.place($0)): " } ?? ""
    let head = "\(place)\(finding.severity.rawValue) \(failure.code.name): \(explanation.what)"
    var lines = [head]
    if quotesFile, let place = failure.place, let source = SourceLine.text(at: place) {
      lines += Caret(line: source, column: place.column).lines.map { "    " + $0 }
    }
    let rest = [explanation.why, explanation.suggestion, explanation.mend].compactMap(\.self)
    return (lines + rest.map { "  " + $0 }).joined(separator: "\n")
  }

  private func place(_ place: Place) -> String {
    [place.file.map(Visible.text), "\(place.line)", "\(place.column)"].compactMap(\.self)
      .joined(separator: ":")
  }

  /// One object, with the failure's sentences and values.
  func json(of finding: Plugins.Finding) -> JSON {
    let failure = catalogue.json(of: finding.failure)["error"]?.fields ?? JSON.Fields()
    let place = failure["place"]?.fields?.members.map { ($0.name, $0.value) } ?? []
    let rest = failure.members.filter { $0.name != "place" && $0.name != "exit" }
    return .object(
      JSON.Fields(
        place + [("severity", .text(finding.severity.rawValue))] + rest.map { ($0.name, $0.value) })
    )
  }
}
