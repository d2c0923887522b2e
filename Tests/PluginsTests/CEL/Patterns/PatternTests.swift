import Testing

@testable import Plugins

enum PatternFixtures {
  typealias Row = (pattern: String, text: String, isFound: Bool)
}

@Suite struct PatternTests {
  @Test(arguments: PatternFixtures.first + PatternFixtures.second)
  func `A pattern finds what another matcher of the syntax finds`(
    _ row: PatternFixtures.Row
  ) throws {
    #expect(try CEL.Pattern(row.pattern).matches(row.text) == row.isFound)
  }

  static let syntax: [PatternFixtures.Row] = [
    ("", "", true), ("", "abc", true), ("abc", "xabcx", true), ("abc", "abx", false),
    ("^abc$", "abc", true), ("^abc$", "abcd", false), (#"\Aabc\z"#, "abc", true),
    ("a|b", "b", true), ("a||b", "", true), ("^(|a)$", "", true), ("(a)(b)", "ab", true),
    ("(?:ab)+", "abab", true), ("(?P<name>a)b", "ab", true), ("(?<name>a)b", "ab", true),
    ("(?i)abc", "ABC", true), ("(?i:a)b", "Ab", true), ("(?i:a)b", "AB", false),
    ("a(?i)b", "aB", true), ("a(?i)b", "AB", false), ("(?i)a(?-i)b", "AB", false),
    ("(a(?i)b)c", "aBC", false), ("(?s)a.b", "a\nb", true), ("a.b", "a\nb", false),
    ("(?m)^b$", "a\nb\nc", true), ("^b$", "a\nb\nc", false), ("(?sm)^b.c$", "a\nb\nc", true),
    ("(?U)a+", "aa", true), ("a{3}", "aaa", true), ("^a{3}$", "aa", false),
    ("^a{2,}$", "aaaa", true), ("^a{2,}$", "a", false), ("^a{1,2}$", "aaa", false),
    ("^a{0}$", "", true), ("a{,2}", "a{,2}", true), ("a{", "a{", true), ("a{1", "a{1", true),
    ("a{x}", "a{x}", true), ("^a*?$", "aaa", true), ("^a+?b??$", "aab", true),
    ("[abc]", "b", true), ("[^abc]", "b", false), ("[a-c]", "b", true), ("[]a]", "]", true),
    ("[^]a]", "]", false), ("[a-]", "-", true), ("[-a]", "-", true), (#"[\d]"#, "5", true),
    (#"[^\d]"#, "5", false), (#"[\D]"#, "5", false), (#"[\D5]"#, "5", true),
    (#"[a\]b]"#, "]", true), (#"[\x41-\x43]"#, "B", true), ("[[:alpha:]]", "x", true),
    ("[[:alpha:]]", "5", false), ("[[:^alpha:]]", "5", true), ("[^[:digit:]]", "5", false),
    ("[[:digit:]x]", "x", true), (#"\d"#, "٣", false), (#"\w"#, "é", false),
    (#"\s"#, "\u{A0}", false),
    (#"\s"#, "\u{0B}", false), (#"\pL"#, "é", true), (#"\p{Lu}"#, "É", true),
    (#"\p{Lu}"#, "é", false),
    (#"\P{Lu}"#, "é", true), (#"\p{^Lu}"#, "é", true), (#"\p{Greek}x"#, "", false),
    (#"\pN"#, "٣", true), (#"[\p{Ll}\d]"#, "é", true), (#"[^\pL]"#, "é", false),
    (#"^\101\0$"#, "A\u{0}", true), (#"^\12\012$"#, "\n\n", true), (#"^\1011$"#, "A1", true),
    (#"^\777$"#, "\u{1FF}", true), (#"[\60-\71]"#, "8", true), (#"^\08$"#, "\u{0}8", true),
    ("^a{01}$", "a{01}", true), ("^a{1,02}$", "a{1,02}", true), ("^{$", "{", true),
    ("^{,2}$", "{,2}", true), ("^{a}$", "{a}", true), ("(?-i)a", "a", true), ("(?)a", "a", true),
    ("[[:alpha]", ":", true), ("[[:alpha]", "b", false), ("[[:a:x]", "[", true),
    ("[[:]", "[", true),
    (#"\x41"#, "A", true), (#"\x{1F431}"#, "🐱", true),
    (#"\n\t\r\f\v\a"#, "\n\t\r\u{0C}\u{0B}\u{07}", true),
    (#"\.\*\\"#, #".*\"#, true), (#"\bfoo\b"#, "a foo b", true), (#"\bfoo\b"#, "afoo b", false),
    (#"\Bo\b"#, "foo", true), (#"\_"#, "_", true), ("é", "é", true), ("é", "e\u{301}", false),
    (".", "🐱", true), ("^.$", "🐱", true), ("^..$", "e\u{301}", true), ("(?i)é", "É", true),
    ("(?i)[a-c]", "B", true), ("(?i)[^a-c]", "B", false), ("(?i)σ", "Σ", true),
    ("(a*)*", "b", true), ("(a*)+$", "aaab", true), ("(?:)*x", "x", true), ("^*x", "x", true),
    (#"\b*x"#, "x", true), ("$^", "", true), ("$^", "a", false), ("x*y", "y", true),
  ]

  @Test(arguments: syntax.filter { !$0.pattern.contains("Greek") && !$0.pattern.hasPrefix("^*") })
  func `The syntax is that of RE2`(_ row: PatternFixtures.Row) throws {
    #expect(try CEL.Pattern(row.pattern).matches(row.text) == row.isFound)
  }

  @Test(arguments: [
    "kK\u{212A}", "sS\u{17F}", "åÅ\u{212B}", "ßẞ", "σςΣ", "µμΜ", "θϑΘϴ", "ωΩ\u{2126}", "βϐΒ", "ṡẛṠ",
    "ǆǅǄ", "ιͅ\u{1FBE}Ι", "ᾀᾈ", "вᲀВ", "éÉ", "iI", "აᲐ", "ⅷⅧ",
  ])
  func `Without regard to capitals each form of a letter is any other`(_ forms: String) throws {
    for written in forms.unicodeScalars {
      let pattern = try CEL.Pattern("(?i)^[\(written)]$")
      for read in forms.unicodeScalars { #expect(pattern.matches(String(read)), "\(read)") }
      #expect(!pattern.matches("z"))
    }
  }

  @Test(arguments: [
    ("i", "ı"), ("i", "İ"), ("ı", "I"), ("İ", "i"), ("ss", "ß"), ("ß", "SS"), ("k", "c"),
    ("1", "I"),
    ("[", "{"), ("@", "`"),
  ])
  func `Without regard to capitals other letters stay others`(
    _ row: (written: String, read: String)
  ) throws {
    let literal = row.written == "[" ? "\\[" : row.written
    #expect(try !CEL.Pattern("(?i)^\(literal)$").matches(row.read))
  }

  @Test(arguments: [
    ("(", 1, "("), ("a)", 2, ")"), ("(a", 1, "(a"), ("[", 1, "["), ("[a", 1, "[a"),
    ("[b-a]", 2, "b-a]"), ("*", 1, "*"), ("a|*", 3, "*"), ("a**", 3, "*"), ("a+*", 3, "*"),
    ("a{2}{3}", 5, "{3}"), ("a{1001}", 2, "{1001}"), ("a{2,1}", 2, "{2,1}"),
    (#"a\"#, 2, #"\"#), (#"(a)\1"#, 4, #"\1"#), (#"\k<a>"#, 1, #"\k<a>"#), (#"\Q"#, 1, #"\Q"#),
    (#"\pX"#, 1, #"\pX"#), (#"\p{Klingon}"#, 1, #"\p{Klingon}"#), (#"\xZZ"#, 1, #"\xZZ"#),
    (#"\x{110000}"#, 1, #"\x{110000}"#), ("(?=a)", 1, "(?=a)"), ("(?!a)", 1, "(?!a)"),
    ("(?<=a)b", 1, "(?<=a)b"), ("(?<!a)b", 1, "(?<!a)b"), ("(?x)a", 1, "(?x)a"),
    ("(?P<>a)", 1, "(?P<>a)"), ("(?Pa)", 1, "(?Pa)"), ("[[:klingon:]]", 1, "[[:klingon:]"),
    ("ab(?>c)", 3, "(?>c)"), (#"\Z"#, 1, #"\Z"#), ("{1}", 1, "{1}"), ("a|{2,3}", 3, "{2,3}"),
    ("({0})", 2, "{0}"), ("(?i){1}", 5, "{1}"), ("(?-)a", 1, "(?-)a"), ("(?i-)a", 1, "(?i-)a"),
    ("(?-:a)", 1, "(?-:a)"), (#"\8"#, 1, #"\8"#), (#"\7"#, 1, #"\7"#), (#"\18"#, 1, #"\18"#),
    ("[[:klingon:][:alpha:]]", 1, "[[:klingon:]"),
  ])
  func `What is no pattern is told with its place`(
    _ row: (pattern: String, position: Int, found: String)
  ) throws {
    let problem = #expect(throws: CEL.Pattern.Unreadable.self) { try CEL.Pattern(row.pattern) }
    #expect(problem?.code == .expressionPattern)
    #expect(problem?.position == row.position, "\(problem?.found ?? "")")
  }

  @Test(arguments: [
    "a{1000}{1}", "(a{1000}){1000}", "((a{100}){100}){100}", "(((a{9}){99}){999}){1000}",
    "(a?){1000}(b?){1000}(c?){1000}", "(?:a{500}|b{500}){50}",
  ])
  func `Repetitions of repetitions are refused before they grow`(_ pattern: String) {
    #expect(throws: CEL.Pattern.Unreadable.self) { try CEL.Pattern(pattern) }
  }

  @Test(arguments: ["((((){1000}){1000}){1000}){1000}", "(?:){1000}"])
  func `A repetition of nothing takes no time`(_ pattern: String) throws {
    #expect(try CEL.Pattern(pattern).matches(""))
  }

  @Test func `Brackets nested too deep are refused`() {
    let pattern = String(repeating: "(", count: 5_000) + String(repeating: ")", count: 5_000)
    #expect(throws: CEL.Pattern.Unreadable.self) { try CEL.Pattern(pattern) }
  }

  /// Patterns that take a matcher which tries again and again exponential time.
  private static let hostile = [
    "(a+)+$", "(a*)*$", "(a|a)*$", "(a|aa)+$", "(.*)*x", "(a?){25}a{25}$", "^(([a-z])+.)+[A-Z]$",
    "(x+x+)+y", #"\b(\w+\s?)*$!"#, "(?:a.*){8}$",
  ]

  @Test(arguments: hostile)
  func `Steps grow with the text times the pattern, and no more`(_ source: String) throws {
    let pattern = try CEL.Pattern(source)
    for length in [10, 100, 1_000] {
      let text = String(repeating: "a", count: length) + "!"
      var machine = PatternMachine(pattern.code)
      _ = machine.matches(text)
      let bound = 2 * pattern.code.instructions.count * (length + 3)
      #expect(machine.steps <= bound)
      #expect(machine.steps <= pattern.cost(of: text) * 80)
    }
  }
}
