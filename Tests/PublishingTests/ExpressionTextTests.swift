import Plugins
import Testing
import Values

@testable import Publishing

/// What founders read of an expression that cannot be used.
@Suite struct ExpressionTextTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let text: String
    let report: String

    init(_ text: String, _ report: String) { (self.text, self.report) = (text, report) }

    var testDescription: String { text }
  }

  private static let environment: CEL.Environment = {
    var environment = CEL.Environment()
    environment.variables = ["members": .list(.record("member")), "now": .timestamp, "n": .int]
    environment.records["member"] = CEL.RecordKind(
      "member", [CEL.RecordKind.Field("class", .string), CEL.RecordKind.Field("id", .string)])
    return environment
  }()

  /// The fault of a text as a failure in a file.
  private static func failure(_ text: String) throws -> Failure {
    do throws(CEL.Fault) {
      try CEL.CostEstimate.require(try environment.checked(text))
    } catch {
      let place = Place(file: "n.yaml", line: 1, column: error.offset + 1)
      return Failure(error.code, error.values, at: place)
    }
    throw Unprovoked(text: text)
  }

  struct Unprovoked: Error { let text: String }

  static let rows = [
    Row(
      "size(members) * 1.5",
      """
      n.yaml:1:15: `int * double` does not fit together.
      These kinds fit: int * int.
      Convert a value, with `int()` or `string()` for instance, or compare values of one kind. \
      [expression-call-unfit]
      """),
    Row(
      "n # 1",
      """
      n.yaml:1:3: `#` has no meaning in an expression.
      Outside of quotes an expression holds names, numbers, operators and brackets.
      Delete it, or put the text in quotes. [expression-character]
      """),
    Row(
      "members.all(a, members.all(b, members.all(c, true)))",
      """
      n.yaml:1:1: This expression could cost 250,751,502 units; the most is 1,000,000.
      Lists of members, votes and meetings may grow to their declared maximum, and a loop in a loop \
      multiplies them.
      Take one loop out of the other, or declare shorter lists. [expression-cost]
      """),
    Row(
      "atLeast(n, 0.66, 3)",
      """
      n.yaml:1:12: `atLeast` takes a fraction, and a decimal number stands here.
      A decimal such as 0.66 is not two thirds, and one vote can hang on the difference.
      Write the fraction as text, such as `'2/3'`. [expression-decimal]
      """),
    Row(
      #"'\q' == ''"#,
      #"""
      n.yaml:1:2: `\q` is no escape.
      After a backslash stands one of the letters a, b, f, n, r, t or v, a quote, a backslash, or \#
      the number of a character.
      Write two backslashes for a backslash, or put `r` before the quotes. [expression-escape]
      """#),
    Row(
      "members.all(m, m.klass == 'x')",
      """
      n.yaml:1:18: `member` has no field `klass`.
      Its fields are class and id.
      Did you mean `class`?
      Write one of these fields. [expression-field-unknown]
      """),
    Row(
      "atLeast(n, '66%', 3)",
      """
      n.yaml:1:12: `66%` is no fraction.
      A share is written as an exact fraction from 0/1 to 1/1, with a denominator of at most 1,000.
      Write a fraction such as `1/2` or `2/3`. [expression-fraction]
      """),
    Row(
      "members.exist(m, true)",
      """
      n.yaml:1:9: There is no function `exist`.
      Expressions have the functions of the language and those of docs/cel.md, with a fixed number \
      of arguments.
      Did you mean `exists`?
      Check its name and the number of its arguments. [expression-function-unknown]
      """),
    Row(
      "has(n)",
      """
      n.yaml:1:5: `has` takes a field, such as `has(m.deputy)`.
      It asks whether a field is there, and anything else is always there.
      Write the value and the field with a point between them. [expression-has]
      """),
    Row(
      "n == 99999999999999999999",
      """
      n.yaml:1:6: The number 99999999999999999999 is out of range.
      Whole numbers have 64 bits, and decimals end near 1.8e308.
      Write a smaller number. [expression-literal-range]
      """),
    Row(
      "Member{id: 'PT'}",
      """
      n.yaml:1:1: `Member` would be a message, and there are none.
      Expressions of rules have lists, maps and records, and no protocol buffers.
      Write a map in curly brackets. [expression-message]
      """),
    Row(
      "membres.size() > 3",
      """
      n.yaml:1:1: Nothing is called `membres` here.
      A rule may speak of what its environment declares, and of the variables of its own macros.
      Did you mean `members`?
      Check the name; text belongs in quotes. [expression-name-unknown]
      """),
    Row(
      "now > addPeriod(now, '22d')",
      """
      n.yaml:1:22: `22d` is no period.
      A period is counted in calendar years, months and days, as ISO 8601 writes them.
      Write a period such as `P21D`, `P1M` or `P2Y`. [expression-period]
      """),
    Row(
      "n == 'a",
      """
      n.yaml:1:6: The text that begins here does not end.
      The closing ' is missing, or a character stands before it that cannot be part of it.
      Add '; a text of several lines stands between three quotes. [expression-quote]
      """),
    Row(
      "if == 1",
      """
      n.yaml:1:1: `if` is a reserved word.
      The language keeps it for later, so that no variable or function can have this name.
      Choose another name. [expression-reserved]
      """),
    Row(
      "size(members",
      """
      n.yaml:1:13: The expression cannot be read from here: found the end of the expression.
      What can stand here: ) and ,.
      Check brackets, commas and operators before this place. [expression-syntax]
      """),
    Row(
      "n + * 2",
      """
      n.yaml:1:5: The expression cannot be read from here: found *.
      What can stand here: a value, a name or an opening bracket.
      Check brackets, commas and operators before this place. [expression-syntax]
      """),
    Row(
      String(repeating: "(", count: 300),
      """
      n.yaml:1:251: The expression is nested more than 250 levels deep here.
      No rule needs so many levels, and each operator in a row is one.
      Divide it into definitions, or write `x in [a, b, c]` for a row of comparisons. \
      [expression-too-deep]
      """),
    Row(
      String(repeating: " ", count: 70_000),
      """
      n.yaml:1:1: The expression has 70,000 bytes; the most is 65,536.
      Rules that people can check are shorter.
      Divide it into definitions. [expression-too-long]
      """),
    Row(
      "members.all(m, m.id)",
      """
      n.yaml:1:18: A value of the kind string stands here.
      What fits here: bool.
      Check the field or the function before this place. [expression-type]
      """),
    Row(
      "members.all('m', true)",
      """
      n.yaml:1:13: `all` declares a variable here, and this is no name for one.
      A macro goes over a list with one plain name, and two names differ.
      Write a name of your own, such as `all(m, …)`. [expression-variable]
      """),
  ]

  @Test(arguments: rows)
  func `A founder reads what is wrong, why, and what to do`(_ row: Row) throws {
    #expect(Catalogue(.english).report(try Self.failure(row.text)) == row.report)
  }

  @Test(arguments: [Language.portuguese, .spanish])
  func `Each fault is told whole in the other languages too`(_ language: Language) throws {
    for row in Self.rows {
      let report = Catalogue(language).report(try Self.failure(row.text))
      #expect(report.split(separator: "\n").count >= 3)
      let sentences = report.split(separator: "\n").dropLast().joined()
      #expect(!sentences.contains("[") || row.text.contains("["), "\(report)")
      #expect(report.hasSuffix("[\(try Self.failure(row.text).code.name)]"))
      #expect(report != row.report)
    }
  }

  @Test func `Each code is read above`() throws {
    let read = try Self.rows.map { try Self.failure($0.text).code.name }
    #expect(Set(read) == Set(Failure.Code.expressionCodes.map(\.name)))
  }
}
