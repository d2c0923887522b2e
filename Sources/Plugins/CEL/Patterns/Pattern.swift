package import Values

extension CEL {
  /// A regular expression of the syntax of RE2, matched in time that grows with text times pattern and no more.
  ///
  /// There are no back references and no look-around, which would need more. A match may be anywhere in the text.
  ///
  /// Source: <https://github.com/google/re2/wiki/Syntax>; Thompson, "Regular expression search algorithm", 1968.
  package struct Pattern: Sendable {
    /// Why a text is no pattern, and where in it.
    package struct Unreadable: Error, Hashable, Sendable {
      package let code: Failure.Code
      /// Code points from 1.
      package let position: Int
      /// What stands there.
      package let found: String

      var values: [String: Failure.Value] {
        ["position": .int(position), "found": .text(found), "most": .int(PatternCode.maximumCount)]
      }
    }

    let code: PatternCode

    /// - Throws: `expression-pattern` with the place of what is no pattern; `expression-pattern-size` for repetitions that
    ///   together need more than 4,000 steps.
    package init(_ text: String) throws(Unreadable) {
      var parser = PatternParser(text)
      let tree = try parser.parse()
      var compiler = PatternCompiler()
      guard compiler.compile(tree) else {
        throw Unreadable(code: .expressionPatternSize, position: 1, found: text)
      }
      code = compiler.code
    }

    /// Whether it matches anywhere in a text.
    package func matches(_ text: String) -> Bool {
      var machine = PatternMachine(code)
      return machine.matches(text)
    }

    /// Units of the budget: one for forty steps at the most.
    func cost(of text: String) -> Int {
      (text.utf8.count / 10 + 1) * (code.instructions.count / 4 + 1)
    }
  }
}
