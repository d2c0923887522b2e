import Plugins
import Testing

/// What the plugin format calls by a word of its own has a word in each language for those who read a derivation.
@Suite struct TermsTests {
  private static let terms: [String] =
    DecisionRule.Base.allCases.map(\.rawValue) + DecisionRule.Abstentions.allCases.map(\.rawValue)
    + DecisionRule.Tie.allCases.map(\.rawValue) + DecisionRule.Method.allCases.map(\.rawValue)
    + VoteTerms.Recusal.allCases.map(\.rawValue)
    + VoteTerms.SecondVote.allCases.map(\.rawValue)
    + [Threshold.Strictness.moreThan, .atLeast].map(\.rawValue)

  @Test(arguments: ["en", "pt", "es"])
  func `Every choice of a majority has a word`(_ language: String) throws {
    let lines = try Checkout.file("Sources/System/CTexts/texts/\(language).txt").lines
    let silent = Self.terms.filter { term in
      !lines.contains { $0.hasPrefix("term.\(term) = ") }
    }
    #expect(silent.isEmpty, "add term.\(silent) to \(language).txt")
  }

  @Test(arguments: ["en", "pt", "es"])
  func `No command has a summary that is not there`(_ language: String) throws {
    let lines = try Checkout.file("Sources/System/CTexts/texts/\(language).txt").lines
    let page = try Checkout.file("docs/commands.md").lines
    let gone = lines.filter { $0.hasPrefix("command.") }.compactMap { line -> String? in
      let key = line.prefix { $0 != " " }.dropFirst("command.".count)
      let heading = "### " + key.split(separator: ".").joined(separator: " ")
      return page.contains(heading) ? nil : String(key)
    }
    #expect(gone.isEmpty, "delete command.\(gone) from \(language).txt")
  }
}
