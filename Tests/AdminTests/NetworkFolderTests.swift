import Foundation
import Testing
import Values

@testable import admin

@Suite struct NetworkFolderTests {
  /// A folder of its own, with `a/network.yaml` and `a/b/c`, gone afterwards.
  private static func withFolders(_ body: (String) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let deep = root.appending(path: "a/b/c")
    try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
    try Data().write(to: root.appending(path: "a/network.yaml"))
    try body(root.path)
  }

  private static func globals(_ network: String?) -> GlobalOptions {
    GlobalOptions(network.map { ["network": .text($0)] } ?? [:])
  }

  @Test func `The nearest network upwards is taken`() throws {
    try Self.withFolders { root in
      for start in ["a", "a/b", "a/b/c"] {
        let found = try NetworkFolder.find(Self.globals(nil), [:], from: "\(root)/\(start)")
        #expect(found == "\(root)/a")
      }
    }
  }

  @Test func `A network that is named is the only one looked at`() throws {
    try Self.withFolders { root in
      let found = try NetworkFolder.find(Self.globals("\(root)/a"), [:], from: "/")
      #expect(found == "\(root)/a")
      #expect(throws: Failure(.networkMissing, ["folder": .text("\(root)/a/b")])) {
        try NetworkFolder.find(
          Self.globals("\(root)/a/b"), ["ADMIN_NETWORK": "\(root)/a"], from: "\(root)/a")
      }
    }
  }

  @Test func `The environment names a network where none is near`() throws {
    try Self.withFolders { root in
      let environment = ["ADMIN_NETWORK": "\(root)/a"]
      let found = try NetworkFolder.find(Self.globals(nil), environment, from: root)
      #expect(found == "\(root)/a")
      #expect(throws: Failure(.networkMissing, ["folder": .text(root)])) {
        try NetworkFolder.find(Self.globals(nil), [:], from: root)
      }
    }
  }

  @Test func `A log alone is a network`() throws {
    try Self.withFolders { root in
      #expect(!NetworkFolder.holdsNetwork("\(root)/a/b"))
      try Data().write(to: URL(filePath: "\(root)/a/b/log.db"))
      #expect(NetworkFolder.holdsNetwork("\(root)/a/b"))
    }
  }
}

@Suite struct SourceLineTests {
  private static func line(_ number: Int, of text: String) throws -> String? {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    return SourceLine.text(at: Place(file: file.path, line: number, column: 1))
  }

  @Test(arguments: [
    (1, "a"), (2, ""), (3, "c"), (4, ""), (5, nil), (0, nil),
  ])
  func `A line is found by its number`(_ row: (number: Int, text: String?)) throws {
    #expect(try Self.line(row.number, of: "a\n\nc\r\n") == row.text)
  }

  @Test func `A file that is not there has no lines`() {
    #expect(SourceLine.text(at: Place(file: "/nowhere/at/all", line: 1, column: 1)) == nil)
    #expect(SourceLine.text(at: Place(line: 1, column: 1)) == nil)
  }
}
