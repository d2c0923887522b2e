import Publishing
import Testing
import Values

@testable import admin

@Suite struct OutputTests {
  @Test(arguments: [
    (
      "table",
      """
      STATE  CLASS     SEATS
      PT     member        2
      NO     observer     11
      ES     member        1

      """
    ),
    (
      "json",
      """
      [
        {
          "state": "PT",
          "class": "member",
          "seats": 2
        },
        {
          "state": "NO",
          "class": "observer",
          "seats": 11
        },
        {
          "state": "ES",
          "class": "member",
          "seats": 1
        }
      ]

      """
    ),
    (
      "jsonl",
      """
      {"state":"PT","class":"member","seats":2}
      {"state":"NO","class":"observer","seats":11}
      {"state":"ES","class":"member","seats":1}

      """
    ),
    ("csv", "state,class,seats\r\nPT,member,2\r\nNO,observer,11\r\nES,member,1\r\n"),
    ("tsv", "state\tclass\tseats\nPT\tmember\t2\nNO\tobserver\t11\nES\tmember\t1\n"),
    (
      "md",
      """
      | state | class | seats |
      | --- | --- | ---: |
      | PT | member | 2 |
      | NO | observer | 11 |
      | ES | member | 1 |

      """
    ),
  ])
  func `A list has six forms`(_ row: (format: String, text: String)) {
    #expect(Outcome("member list -o \(row.format)").output == row.text)
  }

  @Test(arguments: ["json", "jsonl", "csv", "tsv"])
  func `What a program reads does not depend on the terminal`(_ format: String) {
    let plain = Outcome("member list -o \(format)").output
    for width in [20, 200] {
      let terminal = ScriptedTerminal(outputIsTerminal: true, width: width)
      let environment = ["LANG": "pt_PT.UTF-8"]
      let line = "member list -o \(format) --color always"
      #expect(Outcome(line, environment: environment, terminal: terminal).output == plain)
    }
  }

  @Test(arguments: [
    ("fields", "--fields seats,state", "seats,state\r\n2,PT\r\n11,NO\r\n1,ES\r\n"),
    ("sort", "--sort state --fields state", "state\r\nES\r\nNO\r\nPT\r\n"),
    ("sort numbers", "--sort seats --fields seats", "seats\r\n1\r\n2\r\n11\r\n"),
    ("sort backwards", "--sort=-seats --fields state", "state\r\nNO\r\nPT\r\nES\r\n"),
    ("equals keep order", "--sort class --fields state", "state\r\nPT\r\nES\r\nNO\r\n"),
    ("backwards too", "--sort=-class --fields state", "state\r\nNO\r\nPT\r\nES\r\n"),
    ("filter", "--filter class=member --fields state", "state\r\nPT\r\nES\r\n"),
    ("two filters", "--filter class=member --filter state=ES --fields state", "state\r\nES\r\n"),
    ("nothing left", "--filter state=XX --fields state", "state\r\n"),
    ("limit", "--limit 1 --fields state", "state\r\nPT\r\n"),
    ("no limit", "--limit 0 --fields state", "state\r\nPT\r\nNO\r\nES\r\n"),
  ])
  func `Rows and fields are chosen`(_ row: (name: String, options: String, text: String)) {
    #expect(Outcome("member list --csv \(row.options)").output == row.text, "\(row.name)")
  }

  @Test func `A limit says what it leaves out`() {
    let outcome = Outcome("member list --limit 2")
    #expect(outcome.talk == "2 of 3 shown; `--limit 0` shows all.\n")
    #expect(Outcome("member list --limit 2 -q").talk.isEmpty)
    #expect(Outcome("member list --limit 2 --json").talk.isEmpty)
  }

  @Test(arguments: [
    ("plain", "a", "a"), ("a comma", "a,b", "\"a,b\""), ("quotes", "a\"b", "\"a\"\"b\""),
    ("a line break", "a\nb", "\"a\nb\""), ("a formula", "=1+1", "'=1+1"), ("plus", "+1", "'+1"),
    ("minus", "-1", "'-1"), ("at", "@x", "'@x"), ("a tab", "\tx", "'\tx"),
    ("a return", "\rx", "\"'\rx\""), ("CRLF", "a\r\nb", "\"a\r\nb\""), ("empty", "", ""),
    ("a formula with a comma", "=A1,B1", "\"'=A1,B1\""),
  ])
  func `A cell is quoted and harmless in a spreadsheet`(
    _ row: (name: String, text: String, cell: String)
  ) {
    let listing = Listing(columns: ["x"], rows: [JSON.Fields([("x", .text(row.text))])])
    #expect(SeparatedText.csv.text(of: listing) == "x\r\n\(row.cell)\r\n", "\(row.name)")
  }

  @Test func `A negative number stays a number`() {
    let listing = Listing(columns: ["x"], rows: [JSON.Fields([("x", -5)])])
    #expect(SeparatedText.csv.text(of: listing) == "x\r\n-5\r\n")
  }

  private static func table(_ rows: [[String: JSON]], columns: [String], width: Int?) -> String {
    let fields = rows.map { row in JSON.Fields(columns.map { ($0, row[$0] ?? .null) }) }
    let table = Table(Listing(columns: columns, rows: fields), in: Catalogue(.english))
    return table.text(width: width, style: .plain)
  }

  @Test func `Columns line up whatever the letters are`() {
    let text = Self.table(
      [["a": "日本", "b": "x"], ["a": "ação", "b": "x"], ["a": "e\u{301}", "b": "x"]],
      columns: ["a", "b"], width: nil)
    #expect(text == "A     B\n日本  x\nação  x\ne\u{301}     x\n")
  }

  @Test func `Only a terminal that is too narrow cuts a table`() {
    let long = JSON.text(String(repeating: "abcdefghi ", count: 6))
    let rows: [[String: JSON]] = [["id": "M-PT", "text": long]]
    let columns = ["id", "text"]
    #expect(!Self.table(rows, columns: columns, width: nil).contains("…"))
    let cut = Self.table(rows, columns: columns, width: 40)
    #expect(cut.split(separator: "\n").allSatisfy { DisplayWidth.columns(of: String($0)) <= 40 })
    #expect(cut.contains("M-PT  abcdefghi") && cut.contains("…"))
  }

  @Test func `Columns that have no room are left out from the right, and that is told`() {
    let terminal = ScriptedTerminal(outputIsTerminal: true, width: 16)
    let outcome = Outcome("member list --color never", terminal: terminal)
    #expect(outcome.output.hasPrefix("STATE  CLASS\nPT     member\n"))
    #expect(outcome.talk == "No room for seats; `--fields` picks what is shown.\n")
  }

  @Test func `A table never sends controls to the terminal`() {
    let text = Self.table([["a": "\u{1B}[2J\u{202E}x\ny"]], columns: ["a"], width: 80)
    #expect(text == "A\n␛[2J<U+202E>x␊y\n")
  }

  @Test func `A column of numbers is right-aligned, a column of words is not`() {
    let text = Self.table(
      [["n": 1, "w": "1"], ["n": 100, "w": "100"], ["w": "x"]], columns: ["n", "w"], width: nil)
    #expect(text == "  N  W\n  1  1\n100  100\n     x\n")
  }

  @Test(arguments: [
    ("a terminal", "auto", [:], true, true), ("no terminal", "auto", [:], false, false),
    ("always", "always", [:], false, true), ("never", "never", [:], true, false),
    ("NO_COLOR", "auto", ["NO_COLOR": "1"], true, false),
    ("NO_COLOR empty", "auto", ["NO_COLOR": ""], true, true),
    ("NO_COLOR against always", "always", ["NO_COLOR": "1"], true, true),
    ("a dumb terminal", "auto", ["TERM": "dumb"], true, false),
  ])
  func `Colour is for terminals that want it`(
    _ row: (
      name: String, choice: String, environment: [String: String], isTerminal: Bool, expected: Bool
    )
  ) {
    let style = Style(
      choice: row.choice, environment: row.environment, isTerminal: row.isTerminal)
    #expect(style.isColoured == row.expected, "\(row.name)")
  }
}
