import Plugins
import TestKit
import Testing
import Values

@testable import Governance

@Suite struct SeparatedReaderTests {
  /// The cells of each row, and the faults as `CODE@LINE:COLUMN`.
  private func read(_ bytes: [UInt8]) throws -> (rows: [[String]], faults: [String]) {
    let findings = Findings()
    let rows = try SeparatedReader.rows(of: bytes, file: "s.csv", into: findings)
    let faults = findings.sorted.map { finding in
      let place = finding.failure.place
      return "\(finding.failure.code.name)@\(place?.line ?? 0):\(place?.column ?? 0)"
    }
    return (rows.map { $0.map(\.text) }, faults)
  }

  private func read(_ text: String) throws -> (rows: [[String]], faults: [String]) {
    try read(Array(text.utf8))
  }

  /// Source: RFC 4180, section 2, rules 1 to 7.
  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
    ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
    ("a,b\n\"1,5\",2\n", [["a", "b"], ["1,5", "2"]]),
    ("a,b\n\"1;5\",2\n", [["a", "b"], ["1;5", "2"]]),
    ("a,b\n\"say \"\"no\"\"\",2\n", [["a", "b"], ["say \"no\"", "2"]]),
    ("a,b\n\"two\nlines\",2\n", [["a", "b"], ["two\nlines", "2"]]),
    ("a,b\n\"two\r\nlines\",2\n", [["a", "b"], ["two\nlines", "2"]]),
    ("a,b\n,\n1,\n", [["a", "b"], ["1", ""]]),
    ("a,b\n\n1,2\n\n", [["a", "b"], ["1", "2"]]),
    ("a,b\n 1 ,2\n", [["a", "b"], [" 1 ", "2"]]),
    ("a,b\n\"\",2\n", [["a", "b"], ["", "2"]]),
    ("a\nÁgua\n", [["a"], ["Água"]]),
    ("\u{FEFF}a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("", []),
    ("\n\r\n", []),
  ])
  func `A sheet is read as the standard says`(_ text: String, _ rows: [[String]]) throws {
    let read = try read(text)
    #expect(read.rows == rows)
    #expect(read.faults == [])
  }

  @Test(arguments: [
    ("a,b\n1\"2,3\n", "sheet-quote@2:2"),
    ("a,b\n\"1\"2,3\n", "sheet-quote@2:4"),
    ("a,b\n1, \"2\"\n", "sheet-quote@2:4"),
    ("a,b\n1,\"2\n3,4\n", "sheet-quote-open@2:3"),
    ("a,b\n1,2\r3\n", "sheet-control@2:4"),
    ("a,b\n1,\u{0}\n", "sheet-control@2:3"),
    ("a,b\n\"\u{1B}[31m\",2\n", "sheet-control@2:2"),
    ("a,b\n1,é\u{7F}\n", "sheet-control@2:4"),
  ])
  func `What can be read in two ways is named with its place`(_ text: String, _ fault: String)
    throws
  {
    let read = try read(text)
    #expect(read.faults.first == fault)
    #expect(read.rows == [["a", "b"]])
  }

  @Test func `Every row with a fault is named, and those without are read`() throws {
    let read = try read("a,b\n1,\"\"x\n2,3\n4\",5\n6,7\n")
    #expect(read.faults.map { $0.split(separator: "@")[1] } == ["2:5", "4:2"])
    #expect(read.rows == [["a", "b"], ["2", "3"], ["6", "7"]])
  }

  @Test func `A header with a fault names no columns, so that no row is read`() throws {
    let read = try read("a,b\"\n1,2\n")
    #expect(read.rows == [])
    #expect(read.faults == ["sheet-quote@1:4"])
  }

  @Test(
    arguments: [
      ([0x61, 0x0A, 0xE9], 2, 1), ([0xC3], 1, 1), ([0x61, 0x2C, 0xED, 0xA0, 0x80], 1, 3),
      ([0xFF, 0xFE, 0x61, 0x00], 1, 1),
    ] as [([UInt8], Int, Int)])
  func `Bytes that are no UTF-8 are named where they begin`(
    _ bytes: [UInt8], _ line: Int, _ column: Int
  ) {
    let failure = #expect(throws: Failure.self) { try read(bytes) }
    #expect(failure?.code == .sheetEncoding)
    #expect(failure?.place == Place(file: "s.csv", line: line, column: column))
  }

  @Test func `A file of one byte more than a mebibyte is refused, and one of a mebibyte is read`()
    throws
  {
    let largest = [UInt8](repeating: 0x61, count: SheetText.largestSize)
    #expect(try read(largest).rows.map(\.count) == [1])
    let failure = #expect(throws: Failure.self) { try read(largest + [0x61]) }
    #expect(failure?.code == .sheetTooLarge)
  }

  @Test func `A row more than the most is refused`() throws {
    let most = "a\n" + String(repeating: "1\n", count: SeparatedReader.mostRows)
    #expect(try read(most).rows.count == SeparatedReader.mostRows + 1)
    let failure = #expect(throws: Failure.self) { try read(most + "1\n") }
    #expect(failure?.code == .sheetTooMany)
    #expect(failure?.place?.line == SeparatedReader.mostRows + 2)
  }

  /// Our own writing of the standard, with every character that means something.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `Whatever was written by the standard is read as it was`(_ seed: UInt64) throws {
    var seeded = Seeded(seed: seed)
    let alphabet = Array("ab,;\"\n é€𝒳|=")
    let separator = Bool.random(using: &seeded) ? "," : ";"
    let width = Int.random(in: 2...5, using: &seeded)
    let rows = (0..<Int.random(in: 1...6, using: &seeded)).map { _ in
      (0..<width).map { _ in
        String(
          (0..<Int.random(in: 1...8, using: &seeded)).map { _ in
            alphabet.randomElement(using: &seeded) ?? "a"
          })
      }
    }
    let head = (0..<width).map { "c\($0)" }.joined(separator: separator)
    let written = rows.map { row in
      row.map {
        "\""
          + $0.split(separator: "\"", omittingEmptySubsequences: false)
          .joined(separator: "\"\"") + "\""
      }.joined(separator: separator)
    }
    let read = try read(([head] + written).joined(separator: "\r\n") + "\r\n")
    #expect(read.faults == [])
    #expect(Array(read.rows.dropFirst()) == rows)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `Any bytes are read or refused with a place`(_ seed: UInt64) {
    var seeded = Seeded(seed: seed)
    let alphabet: [UInt8] = [
      0x61, 0x2C, 0x3B, 0x22, 0x0A, 0x0D, 0x00, 0xC3, 0xA9, 0xEF, 0xBB, 0xBF,
    ]
    let bytes = (0..<Int.random(in: 0...80, using: &seeded)).map { _ in
      alphabet.randomElement(using: &seeded) ?? 0
    }
    let findings = Findings()
    do {
      let rows = try SeparatedReader.rows(of: bytes, file: "s.csv", into: findings)
      #expect(rows.allSatisfy { !$0.isEmpty })
    } catch {
      #expect(error.place != nil)
    }
    #expect(findings.all.allSatisfy { ($0.failure.place?.line ?? 0) > 0 })
  }
}
