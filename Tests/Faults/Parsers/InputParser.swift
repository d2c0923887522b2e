import EventStore
import Foundation
import Governance
import Plugins
import Values

/// A parser that reads what strangers write, with texts that it takes and pieces that it knows.
struct InputParser: Sendable {
  let name: String
  /// Good texts, which are changed.
  let samples: [String]
  /// Pieces of the language, put in at any place.
  let pieces: [String]
  /// How many changed texts a short run reads.
  let count: Int
  /// Reads any bytes; what is wrong with the answer, nil when nothing is.
  let read: @Sendable ([UInt8]) -> String?

  static let all = [json, yaml, rules, acts, cel, pattern, message, note, export, archive]

  private static let json = InputParser(
    name: "json",
    samples: [
      #"{"a":[1,-2,0.5e3,true,false,null],"b":{"c":"d\u00e9\ud83c\udff5\n"},"é":""}"#,
      #"[[],{},[[{"x":[9223372036854775807,-9223372036854775808]}]]," \\ \" \/ "]"#,
    ],
    pieces: [
      "{", "}", "[", "]", ",", ":", "\"", "\\u", "\\ud800", "\\udfff", "1e999", "-0", "0.1", "null",
      "9223372036854775808", "[[[[[[[[[[[[[[[[[[[[", "\u{FEFF}", "\u{0}", "\u{2028}", "\\",
    ],
    count: 9_000
  ) { bytes in
    guard let value = try? JSON(parsing: bytes) else { return nil }
    guard let again = try? JSON(parsing: value.canonical) else { return "what it wrote is no JSON" }
    return again.canonical == value.canonical ? nil : "it is written otherwise the second time"
  }

  private static let yamlPieces = [
    "\n", "  ", "- ", ": ", "? ", "{", "}", "[", "]", "&a ", "*a", "!!int ", "|", ">", "|+2\n", "'",
    "\"", "\\x", "#", "---\n", "...\n", "%YAML 1.2\n", "<<: ", "\t", "~", "0x1F", ".nan", "\u{85}",
    "\u{2028}", "\u{FEFF}", "\u{0}", "[[[[[[[[[[[[[[[[", "{a: {a: {a: {a: {a: ", "*a, *a, *a, *a",
  ]

  private static let yaml = InputParser(
    name: "yaml",
    samples: [
      "a: 1\nb: [x, 'y', \"z\\n\"]\nc:\n  - d: &n {e: f}\n  - *n\n# end\n",
      "text: |\n  one\n  two\nfolded: >-\n  three\n  four\n'quoted key': ~\n? complex\n: value\n",
    ],
    pieces: yamlPieces, count: 4_500
  ) { bytes in
    let reading = YAML.read(bytes, file: "any.yaml")
    return reading.node == nil && reading.failures.isEmpty ? "neither a tree nor a fault" : nil
  }

  private static let rules = InputParser(
    name: "rules", samples: Samples.plugins,
    pieces: yamlPieces + [
      "bodies:", "quorum:", "1/2", "1/0", "-1", "P4Y", "P-1D", "P99999999999Y", "2026-02-30",
      "source: ",
      "99999999999999999999", "template: ", "when: ", "guards:", "parameters:",
    ],
    count: 90
  ) { bytes in
    do throws(PluginRefused) {
      _ = try PluginFile.load(trying: bytes, file: "any.yaml")
      return nil
    } catch {
      return error.findings.isEmpty ? "refused without a finding" : nil
    }
  }

  private static let acts = InputParser(
    name: "acts",
    samples: [
      "- {do: member admit, member: PT, class: member, effective: 2016-11-24}\n"
        + "- do: event correct\n  event: $spain\n  strike: true\n  reason: no page names it\n",
      "- {do: \"person add\", name: \"Maria\", email: \"m@example.org\", as: maria}\n",
    ],
    pieces: yamlPieces + [
      "do: ", "as: x", "effective: 0000-00-00", "$x", "meeting plan", "note: ",
    ],
    count: 2_250
  ) { bytes in
    let findings = Findings()
    _ = ImportFile.read(bytes, file: "any.yaml", into: findings)
    return nil
  }

  private static let cel = InputParser(
    name: "cel",
    samples: [
      "members.filter(m, m.class == 'member').size() * 2 > votes.for && !(x in [1, 2u, 3.5, b'a'])",
      #"a ? {"k": [1, -1], 'l': null}.k[0] : has(x.y) || r"\d+".matches(x) || timestamp('2026-01-01T00:00:00Z') < now"#,
      "[1, 2, 3].map(x, x * x).exists(y, y % 2 == 0) && 'é'.startsWith(\"\\u00e9\") && duration('1h') > duration('0s')",
    ],
    pieces: [
      "(", ")", "[", "]", "{", "}", ".", ",", "?", ":", "&&", "||", "!", "-", "--", "in ", "'",
      "\"\"\"",
      "r'", "b\"", "\\x", "\\U00110000", "9223372036854775808", "1e400", "0x", "all(x, ", "map(x, ",
      "((((((((((((((((((((", "!!!!!!!!!!!!!!!!", "size()", "has(", "1/0", "%", "//",
      "matches('(((')",
      "[1].map(x, [1].map(y, ", "\u{0}", "`", "a.b.c.d.e.f",
    ],
    count: 3_000
  ) { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    let environment = CEL.Environment()
    guard let expression = try? environment.resolved(text) else { return nil }
    _ = try? CEL.Checker.check(expression, in: environment)
    guard let program = try? CEL.Program(expression, in: environment) else { return nil }
    let outcome = program.evaluate(CEL.Activation(), budget: 10_000)
    return outcome.cost > 40_000 ? "an evaluation cost \(outcome.cost) of 10,000" : nil
  }

  private static let pattern = InputParser(
    name: "pattern",
    samples: [
      #"^(?:[A-Z]{2}-\d{1,4}|[^a-f\s]+?)(x|y)*\.\w+$"#, #"(?i)é+\p{Lu}?[[:alpha:]]{2,}\bend\z"#,
    ],
    pieces: [
      "(", ")", "[", "]", "{", "}", "*", "+", "?", "|", "^", "$", "\\", "\\d", "\\pL", "\\p{Greek}",
      "[^",
      "(?:", "(?P<n>", "(?i)", "(?s-m:", "{1000}", "{2,1}", "{,3}", "a**", "[z-a]", "[[:word:]]",
      "\\x{10FFFF}", "((((((((((", "(a*)*", "\\Q", "\\E", "\u{0}", "{1000}{1000}", "-",
    ],
    count: 4_500
  ) { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    guard let pattern = try? CEL.Pattern(text) else { return nil }
    let subject = "PT-0042 xyxy.é_Az 09 " + text.prefix(40)
    return pattern.matches(subject) == pattern.matches(subject) ? nil : "two answers"
  }

  private static let message = InputParser(
    name: "message",
    samples: [
      "Of {n, plural, =0 {no vote} one {# vote} other {# votes}} {who} '{'took'}' part: it''s {x}.",
      "{outcome, select, adopted {passes {n, plural, one {#} other {#}}} other {fails}}",
    ],
    pieces: [
      "{", "}", "#", "'", "''", ", plural, ", ", select, ", "other {", "one {", "=1 {", "=-1 {",
      "=99999999999999999999 {", "{{{{{{{{", "}}}}", "{n, plural, other {", "\u{0}", "{é}", ",",
    ],
    count: 9_000
  ) { bytes in
    _ = (try? Message(String(decoding: bytes, as: UTF8.self)))?.placeholders
    return nil
  }

  private static let note = InputParser(
    name: "note", samples: Samples.notes,
    pieces: [
      "\u{2014} ", "\n", "\n\n", " ", "+", "/", "=", "==", "AAAA", "old ", "0",
      "18446744073709551616",
      "nep.example/log", "acta-extract/1", "\r", "\u{0}", "\u{2014}", "é", "-1", "{", "\"",
    ],
    count: 6_000
  ) { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    if let note = SignedNote(text), note.whole != text { return "a note is written otherwise" }
    if let checkpoint = Checkpoint(text), checkpoint.text != text {
      return "a checkpoint is written otherwise"
    }
    if let signed = SignedCheckpoint(text), signed.whole != text {
      return "it is written otherwise"
    }
    if let request = WitnessRequest(text), request.text != text {
      return "a request is written otherwise"
    }
    if let key = NoteKey(text), key.text != text { return "a key is written otherwise" }
    _ = SealedKey(text)
    _ = try? Extract(text)
    return nil
  }
}
