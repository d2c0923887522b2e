import Foundation
import Testing

@testable import EventStore

/// What stands in a folder, as the store and its program read it.
@Suite struct FolderEntryTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func make(_ names: [String]) throws {
    for name in names { try Data().write(to: URL(filePath: "\(scratch.path)/\(name)")) }
  }

  @Test func `A file, a folder and a link are told apart, wherever the link leads`() throws {
    try make(["log.db"])
    let files = FileManager.default
    try files.createDirectory(
      atPath: scratch.path + "/checkpoints", withIntermediateDirectories: false)
    for (link, target) in [
      ("to-file", "log.db"), ("to-folder", "checkpoints"), ("to-none", "gone"),
    ] {
      try files.createSymbolicLink(atPath: "\(scratch.path)/\(link)", withDestinationPath: target)
    }
    let found = FolderEntry.all(in: scratch.path).map { ($0.name, $0.kind) }
    #expect(found.map(\.0) == ["checkpoints", "log.db", "to-file", "to-folder", "to-none"])
    #expect(found.map(\.1) == [.folder, .file, .other, .other, .other])
  }

  @Test func `Names stand in the order of their bytes, the folder itself left out`() throws {
    try make(["é", "z", "A", "~", ".hidden", "a"])
    #expect(FolderEntry.names(in: scratch.path) == [".hidden", "A", "a", "z", "~", "é"])
  }

  /// More than the system hands out at once; read under `scripts/sanitize address`, nothing beyond them is touched.
  @Test func `The longest names come whole, as many as there are`() throws {
    let names = (1000..<3000).map { String(repeating: "n", count: 251) + String($0) }
    try make(names)
    #expect(FolderEntry.names(in: scratch.path) == names)
  }

  @Test func `A folder that is not there has no entries`() {
    #expect(FolderEntry.all(in: scratch.path + "/none").isEmpty)
  }
}
