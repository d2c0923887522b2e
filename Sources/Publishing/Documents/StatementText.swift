package import Governance
import Values

/// Statements in the words of one language.
package struct StatementText {
  private let catalogue: Catalogue
  private let names: PaperNames

  /// Takes the words, and the names that rules give to codes.
  package init(_ catalogue: Catalogue, names: PaperNames = .none) {
    self.catalogue = catalogue
    self.names = names
  }

  private func lead(_ statement: Statement) -> String {
    catalogue.text(
      "minutes.\(statement.code)", catalogue.spanning(names.named(statement.values)))
  }

  /// The sentence; of a quotation what leads to it, with the words quoted behind it.
  package func sentence(_ statement: Statement) -> String {
    let lead = lead(statement)
    if statement.form == .item {
      return (statement.values["number"].map(catalogue.text(of:)) ?? "") + " " + lead
    }
    guard statement.form == .quote else { return lead }
    return ([lead] + Self.lines(Self.quoted(statement))).joined(separator: " ")
  }

  func block(_ statement: Statement) -> Document.Block {
    let span = Document.Span(lead(statement), statement.events)
    switch statement.form {
    case .heading:
      return .heading(
        ["matter", "election"].contains(statement.code) ? 3 : 2, span, place: statement.place)
    case .sentence: return .paragraph(span, place: statement.place)
    case .item: return item(statement)
    case .quote:
      return .quote(
        lead: span, lines: Self.lines(Self.quoted(statement)), place: statement.place)
    }
  }

  private func item(_ statement: Statement) -> Document.Block {
    let number = statement.values["number"].map(catalogue.text(of:)) ?? ""
    return .item(
      depth: number.count { $0 == "." }, number: number,
      Document.Span(lead(statement), statement.events), place: statement.place)
  }

  /// The words of somebody else, whole: a value of a sentence would be cut.
  private static func quoted(_ statement: Statement) -> String {
    guard case .text(let text) = statement.values["text"] else { return "" }
    return text
  }

  /// The lines of a text, each made harmless.
  static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { Visible.text(String($0)) }
  }

  /// A paragraph in one line, whatever breaks it was written with.
  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
