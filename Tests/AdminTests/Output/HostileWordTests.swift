import Foundation
import Publishing
import Testing
import Values

@testable import admin

/// Words that would be something else to a shell, a spreadsheet or a terminal than what they are.
@Suite struct HostileWordTests {
  /// What a person may paste into a field, and what an attacker would.
  static let words = [
    "", " ", "plain", "two words", "it's", "''", "'", "\"", "\\", "\\'", "$HOME", "${HOME}",
    "$(id)",
    "`id`", "a;b", "a&&b", "a|b", "a>b", "a<b", "*", "?", "[a]", "~", "~root", "#x", "!x", "!!",
    "-n",
    "--", "--json", "a=b", "a\nb", "\n", "a\tb", "\r", "'; id; '", "\u{301}", "'\u{301}; id; #",
    "'\u{200D}x", "\"\u{301},x", "é", "日本", "🇵🇹", "\u{1B}[2J", "\u{202E}x", "%s", "%n", "a\\nb",
    "{a,b}",
    "(x)", "a b'c\"d$e`f\\g", "=1+1", "|\u{301}|", "`\u{301}",
  ]

  /// What a shell hands on when it reads a line: one word a piece, each ended by a zero byte.
  private static func shell(_ script: String) throws -> [String] {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script]
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let pieces = data.split(separator: 0, omittingEmptySubsequences: false).dropLast()
    return pieces.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `A shell reads every quoted word back as it was`() throws {
    let line = Self.words.map(ShellWord.quoted).joined(separator: " ")
    let read = try Self.shell("printf '%s\\0' " + line)
    #expect(read.map { Array($0.utf8) } == Self.words.map { Array($0.utf8) })
  }

  @Test func `No quoted word ends its quotes before its end, whatever follows the apostrophe`() {
    for mark in ["", "\u{301}", "\u{200D}", "\u{FE0F}", "\u{20E3}"] {
      let quoted = ShellWord.quoted("'\(mark);id")
      #expect(Array(quoted.utf8) == Array(#"''\''\#(mark);id'"#.utf8))
    }
  }

  @Test func `The line that a call stands for gives the call again through a shell`() throws {
    let line = ["member", "admit", "PT", "--class", "member"]
    for word in Self.words where !word.isEmpty {
      let first = Outcome(line + ["--note=\(word)"])
      #expect(first.status == .done, "\(word)")
      let told = String(first.output.dropLast())
      let words = try Self.shell("set -- \(told); printf '%s\\0' \"$@\"")
      let second = Outcome(Array(words.dropFirst()))
      #expect(Array(second.output.utf8) == Array(first.output.utf8), "\(word)")
    }
  }

  @Test func `A word in its place comes back through a shell too`() throws {
    for word in Self.words {
      let first = Outcome(["member", "show", "--", word])
      let told = String(first.output.dropLast())
      let words = try Self.shell("set -- \(told); printf '%s\\0' \"$@\"")
      #expect(words.last.map { Array($0.utf8) } == Array(word.utf8), "\(word)")
    }
  }

  /// Reads CSV as RFC 4180 says, byte by byte, so that nothing of ours is taken on trust.
  private static func cells(of text: String) -> [[String]] {
    var rows: [[[UInt8]]] = [[[]]]
    var isQuoted = false
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
      switch (byte, isQuoted) {
      case (UInt8(ascii: "\""), true) where bytes.first == UInt8(ascii: "\""):
        rows[rows.count - 1][rows[rows.count - 1].count - 1].append(bytes.removeFirst())
      case (UInt8(ascii: "\""), _): isQuoted.toggle()
      case (UInt8(ascii: ","), false): rows[rows.count - 1].append([])
      case (UInt8(ascii: "\r"), false) where bytes.first == UInt8(ascii: "\n"):
        bytes.removeFirst()
        rows.append([[]])
      default: rows[rows.count - 1][rows[rows.count - 1].count - 1].append(byte)
      }
    }
    return rows.dropLast().map { $0.map { String(decoding: $0, as: UTF8.self) } }
  }

  @Test func `Another reader of CSV finds every word, marked where a spreadsheet would run it`() {
    let rows = Self.words.map { JSON.Fields([("a", .text($0)), ("b", "x")]) }
    let text = SeparatedText.csv.text(of: Listing(columns: ["a", "b"], rows: rows))
    let read = Self.cells(of: text)
    #expect(read.count == Self.words.count + 1)
    for (cells, word) in zip(read.dropFirst(), Self.words) {
      let isFormula = word.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) }
      let expected = isFormula == true ? "'" + word : word
      #expect(cells.map { Array($0.utf8) } == [Array(expected.utf8), Array("x".utf8)], "\(word)")
    }
  }

  @Test func `No word breaks a line or a cell of a Markdown table`() throws {
    let rows = Self.words.map { JSON.Fields([("a", .text($0)), ("b", "x")]) }
    let table = Table(Listing(columns: ["a", "b"], rows: rows), in: Catalogue(.english))
    let lines = table.markdown.utf8.split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == Self.words.count + 2)
    for line in lines {
      var bars = 0
      var former: UInt8 = 0
      for byte in line {
        if byte == UInt8(ascii: "|"), former != UInt8(ascii: "\\") { bars += 1 }
        former = byte == UInt8(ascii: "\\") && former == byte ? 0 : byte
      }
      #expect(bars == 3, "\(String(decoding: line, as: UTF8.self))")
    }
  }

  @Test(arguments: [nil, 10, 20, 80])
  func `No word moves the cursor, and no line is wider than the terminal`(_ width: Int?) {
    for word in Self.words {
      let rows = [JSON.Fields([("a", .text(word)), ("b", .text(word + word))])]
      let listing = Listing(columns: ["a", "b"], rows: rows)
      let text = Table(listing, in: Catalogue(.english)).text(width: width, style: .plain)
      #expect(text.unicodeScalars.filter { $0.value < 0x20 } == ["\n", "\n"], "\(word)")
      for line in text.split(separator: "\n") {
        #expect(DisplayWidth.columns(of: String(line)) <= width.map { max($0, 18) } ?? .max)
      }
    }
  }

  @Test func `What was not understood is told without acting on the terminal`() {
    for word in ["\u{1B}[2J", "\u{202E}member", "a\u{7}b", "\u{9B}31m"] {
      for words in [[word], ["member", word], ["member", "list", "--\(word)"]] {
        let talk = Outcome(words).talk
        #expect(
          talk.unicodeScalars.allSatisfy { $0 == "\n" || Visible.text(String($0)) == String($0) })
      }
    }
  }

  @Test(arguments: [
    "-9223372036854775808", "9223372036854775807", "-1", "0", "99999999999999999999",
  ])
  func `A number far from every choice is an answer that is asked for again`(_ line: String) {
    let question = Question(
      title: "Class", parameter: .option("class", .choice(["member", "observer"])).required)
    var wizard = Wizard([question], yes: ["y"], no: ["n"])
    guard case .unreadable = wizard.take(line) else {
      Issue.record("\(line) was taken")
      return
    }
    _ = wizard.take("1")
    #expect(wizard.take(line) == .notAnAnswer)
    #expect(wizard.state == .checking)
  }
}
