internal import Values

/// Turns libyaml's problems into our codes; its English reaches no message.
enum SyntaxProblem {
  static func failure(_ problem: YAMLProblem, in text: YAMLText) -> Failure {
    let code = code(problem, before: text[problem.mark.index])
    // That a quotation does not end is seen at the end of the file, where nobody would look for it.
    return Failure(code, at: text.place(code == .yamlQuote ? problem.start : problem.mark))
  }

  private static func code(
    _ problem: YAMLProblem, before character: Unicode.Scalar?
  ) -> Failure.Code {
    switch problem.text {
    case "found character that cannot start any token":
      character == "\t" ? .yamlTab : .yamlReservedCharacter
    case "did not find expected key" where character == ":": .yamlKey
    case "did not find expected node content" where character == ":": .yamlKey
    case let text where text.contains("tab character"): .yamlTab
    default: codes[problem.text] ?? .yamlSyntax
    }
  }

  /// The problems that people meet, by libyaml's words.
  ///
  /// Source: `scanner.c` and `parser.c` of libyaml 0.2.5; a word that a later release changes
  /// falls back to `yaml-syntax`.
  private static let codes: [String: Failure.Code] = [
    "could not find expected ':'": .yamlColon,
    "mapping values are not allowed in this context": .yamlColon,
    "found unexpected ':'": .yamlColon,
    "block sequence entries are not allowed in this context": .yamlIndentation,
    "mapping keys are not allowed in this context": .yamlIndentation,
    "did not find expected '-' indicator": .yamlIndentation,
    "did not find expected key": .yamlIndentation,
    "did not find expected <document start>": .yamlSecondDocument,
    "did not find expected ',' or ']'": .yamlBracket,
    "did not find expected ',' or '}'": .yamlBracket,
    "found unexpected end of stream": .yamlQuote,
    "found unexpected document indicator": .yamlQuote,
    "found unknown escape character": .yamlEscape,
    "did not find expected hexdecimal number": .yamlEscape,
    "found invalid Unicode character escape code": .yamlEscape,
    "did not find expected alphabetic or numeric character": .yamlAnchor,
    "did not find expected comment or line break": .yamlBlockHeader,
    "found an indentation indicator equal to 0": .yamlBlockHeader,
    "found unknown directive name": .yamlDirective,
    "could not find expected directive name": .yamlDirective,
    "found unexpected non-alphabetical character": .yamlDirective,
    "did not find expected digit or '.' character": .yamlDirective,
    "did not find expected version number": .yamlDirective,
    "found extremely long version number": .yamlDirective,
    "found incompatible YAML document": .yamlDirective,
    "found duplicate %YAML directive": .yamlDirective,
    "found duplicate %TAG directive": .yamlDirective,
    "did not find expected whitespace": .yamlDirective,
    "did not find expected '!'": .yamlTag,
    "did not find the expected '>'": .yamlTag,
    "did not find expected tag URI": .yamlTag,
    "did not find expected whitespace or line break": .yamlTag,
    "found undefined tag handle": .yamlTag,
  ]
}
