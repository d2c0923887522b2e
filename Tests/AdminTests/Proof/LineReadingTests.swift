import Foundation
import Testing

@testable import admin

/// A passphrase is read byte by byte, and a large file line by line.
@Suite struct LineReadingTests {
  /// What is read of bytes that come through a pipe.
  private static func secret(_ text: String, atMost limit: Int = 100) throws -> [String?] {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try pipe.fileHandleForWriting.close()
    let descriptor = pipe.fileHandleForReading.fileDescriptor
    let lines = (0..<3).map { _ in SecretLine.read(from: descriptor, atMost: limit) }
    return lines.map { $0.map { String(decoding: $0, as: UTF8.self) } }
  }

  @Test(
    arguments: [
      ("words\nmore\n", ["words", "more", nil]), ("words", ["words", nil, nil]),
      ("words\r\n", ["words", nil, nil]), ("\nwords\n", ["", "words", nil]), ("", [nil, nil, nil]),
      ("a b\tc\n", ["a b\tc", nil, nil]), ("ação\n", ["ação", nil, nil]),
    ] as [(String, [String?])])
  func `A line ends where it ends, and nothing of the next is taken`(
    _ row: (text: String, lines: [String?])
  ) throws {
    #expect(try Self.secret(row.text) == row.lines)
  }

  @Test func `A line longer than allowed is none`() throws {
    #expect(try Self.secret("abcdef\n", atMost: 5)[0] == nil)
    #expect(try Self.secret("abcde\n", atMost: 5)[0] == "abcde")
  }

  private static func lines(_ bytes: [UInt8]) throws -> [[UInt8]] {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(bytes).write(to: URL(filePath: path))
    let file = try #require(FileLines(path))
    var lines: [[UInt8]] = []
    while let line = file.next() { lines.append(line) }
    #expect(file.isAtEnd)
    return lines
  }

  @Test(
    arguments: [
      ("", []), ("a\n", ["a"]), ("a", ["a"]), ("a\nb\n", ["a", "b"]), ("\n\n", ["", ""]),
      ("a\n\nb", ["a", "", "b"]),
    ] as [(String, [String])])
  func `A file is given line by line`(_ row: (text: String, lines: [String])) throws {
    #expect(try Self.lines(Array(row.text.utf8)) == row.lines.map { Array($0.utf8) })
  }

  @Test func `A line may hold any byte but its end, and be long`() throws {
    let odd: [UInt8] = [0, 255, 13, 128, 9]
    #expect(try Self.lines(odd + [10] + odd) == [odd, odd])
    let long = [UInt8](repeating: 97, count: 300_000)
    #expect(try Self.lines(long + [10]) == [long])
  }

  @Test func `A file that is not there has no lines`() {
    #expect(FileLines("/nowhere/at/all") == nil)
  }
}
