import Foundation
import Plugins
import Testing
import Values

@Suite final class YAMLFileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func path(_ name: String, _ content: String? = nil) throws -> String {
    let file = folder.appending(path: name)
    if let content { try Data(content.utf8).write(to: file) }
    return file.path
  }

  @Test func `A file is read, and its places name it as the user did`() throws {
    let path = try path("network.yaml", "a: 1\n")
    let node = try YAMLFile.read(path)
    #expect(node.json.compact == #"{"a":"1"}"#)
    #expect(node.place?.file == path)
  }

  @Test func `The faults of a file are read together`() throws {
    let path = try path("network.yaml", "a: 1\na: 2\nb: !x y\n")
    #expect(try YAMLFile.reading(path).failures.map(\.place?.line) == [2, 3])
  }

  @Test func `A file that is not there is refused`() throws {
    let path = try path("none.yaml")
    #expect(throws: Failure(.fileMissing, ["path": .text(path)])) { try YAMLFile.read(path) }
  }

  @Test func `A folder is no file`() throws {
    let path = folder.path
    #expect(throws: Failure(.fileNoFile, ["path": .text(path)])) { try YAMLFile.read(path) }
  }

  @Test func `A device is no file`() {
    #expect(throws: Failure(.fileNoFile, ["path": .text("/dev/zero")])) {
      try YAMLFile.read("/dev/zero")
    }
  }

  @Test func `A named pipe is refused without waiting for its writer`() throws {
    let path = try path("pipe")
    #expect(unsafe mkfifo(path, 0o600) == 0)
    #expect(throws: Failure(.fileNoFile, ["path": .text(path)])) { try YAMLFile.read(path) }
  }

  @Test func `A link that leads to itself cannot be read`() throws {
    let path = try path("loop.yaml")
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
    let failure = #expect(throws: Failure.self) { try YAMLFile.read(path) }
    #expect(failure?.code == .fileUnreadable)
  }

  @Test func `A file past the largest size is refused`() throws {
    let path = try path("large.yaml", String(repeating: "a", count: YAML.largestSize + 1))
    let failure = #expect(throws: Failure.self) { try YAMLFile.read(path) }
    #expect(failure?.code == .yamlTooLarge)
  }
}
