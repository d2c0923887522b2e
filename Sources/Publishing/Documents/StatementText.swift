package import Governance
import Values

/// Statements in the words of one language.
package struct StatementText {
  /// How a sentence names the rule that decided.
  enum Rule {
    /// By its key, as the statement has it.
    case key
    /// In words with its source.
    case words(RuleCitation)
    /// Not at all, where the paper has cited it already.
    case cited
  }

  private let catalogue: Catalogue
  private let rule: Rule
  private let names: PaperNames

  /// Takes the words, and the names that rules give to codes; rules are named by their keys.
  package init(_ catalogue: Catalogue, names: PaperNames = .none) {
    self.init(catalogue, citing: .key, names: names)
  }

  /// - Parameters:
  ///   - catalogue: The words.
  ///   - rule: How rules are named.
  ///   - names: Those that rules give to codes.
  init(_ catalogue: Catalogue, citing rule: Rule, names: PaperNames = .none) {
    self.catalogue = catalogue
    self.rule = rule
    self.names = names
  }

  /// The sentence; of a quotation what leads to it, with the words quoted behind it.
  package func sentence(_ statement: Statement) -> String {
    let lead = words(of: statement)
    if statement.form == .item {
      return (statement.values["number"].map(catalogue.text(of:)) ?? "") + " " + lead
    }
    guard statement.form == .quote else { return lead }
    return ([lead] + Self.lines(Self.quoted(statement))).joined(separator: " ")
  }

  func block(_ statement: Statement) -> Document.Block {
    let span = Document.Span(words(of: statement), statement.events)
    switch statement.form {
    case .heading:
      return .heading(
        Self.below.contains(statement.code) ? 3 : 2, span, place: statement.place)
    case .sentence: return .paragraph(span, place: statement.place)
    case .item: return item(statement)
    case .quote:
      return .quote(
        lead: span, lines: Self.lines(Self.quoted(statement)), place: statement.place)
    }
  }

  /// Headings of the matters below that of the proceedings.
  private static let below: Set<String> = ["matter", "election", "subgroup-report"]

  private func item(_ statement: Statement) -> Document.Block {
    let number = statement.values["number"].map(catalogue.text(of:)) ?? ""
    return .item(
      depth: number.count { $0 == "." }, number: number,
      Document.Span(words(of: statement), statement.events), place: statement.place)
  }

  private func words(of statement: Statement) -> String {
    catalogue.text("minutes.\(statement.code)", values(of: statement))
  }

  /// The values with a rule, a zone, a class, a meeting and institutions as the reader is told of them.
  private func values(of statement: Statement) -> [String: Failure.Value] {
    var values = names.named(statement.values)
    if case .text(let zone) = values["zone"] { values["zone"] = .text(catalogue.clocks(of: zone)) }
    if case .text(let name) = values["class"] {
      values["class"] = .text(catalogue.memberClass(name))
    }
    for key in ["meeting", "title"] where key == "meeting" || statement.code == "item-minutes" {
      guard case .text(let id) = values[key] else { continue }
      values[key] = .text(names.meeting(id, in: catalogue))
    }
    if case .text(let clause) = values["clause"], !clause.isEmpty {
      switch rule {
      case .key: break
      case .words(let citation): values["clause"] = .text(citation.text(ofClause: clause))
      case .cited: values["ruled"] = .text("no")
      }
    }
    return catalogue.spanning(values)
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
