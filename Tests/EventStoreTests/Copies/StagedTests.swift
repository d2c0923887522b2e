import Foundation
import Testing
import Values

@testable import EventStore

/// What is made appears whole under its name or not at all.
@Suite struct StagedTests {
  private let scratch: Scratch
  private struct Stopped: Error {}

  init() throws { scratch = try Scratch() }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted()
  }

  private func put(_ text: String, in folder: String) throws {
    try Data(text.utf8).write(to: URL(filePath: folder + "/a"))
  }

  @Test(arguments: ["copy", "copy/", "copy///"])
  func `A folder takes its name when it is filled`(_ name: String) throws {
    let count = try Staged.folder("\(scratch.path)/\(name)") { stage in
      try put("x", in: stage)
      #expect(try !names().contains("copy"), "nobody may see it half made")
      return 7
    }
    #expect(try count == 7 && names() == ["copy"])
    #expect(try String(contentsOfFile: scratch.path + "/copy/a", encoding: .utf8) == "x")
  }

  @Test func `A folder that could not be filled leaves nothing behind`() throws {
    #expect(throws: Stopped.self) {
      try Staged.folder(scratch.path + "/copy") { stage in
        try FileManager.default.createDirectory(
          atPath: stage + "/checkpoints", withIntermediateDirectories: false)
        try put("x", in: stage + "/checkpoints")
        throw Stopped()
      }
    }
    #expect(try names().isEmpty)
  }

  @Test func `An empty folder may be there, anything else keeps its place`() throws {
    let target = scratch.path + "/copy"
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: false)
    try Staged.folder(target) { try put("first", in: $0) }
    #expect(code { try Staged.folder(target) { try put("second", in: $0) } } == "target-exists")
    #expect(try String(contentsOfFile: target + "/a", encoding: .utf8) == "first")
    try scratch.write([1], to: "file")
    #expect(code { try Staged.folder(scratch.path + "/file") { _ in } } == "target-exists")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/link", withDestinationPath: scratch.path + "/nowhere")
    #expect(code { try Staged.folder(scratch.path + "/link") { _ in } } == "target-exists")
    #expect(try names() == ["copy", "file", "link"])
  }

  @Test(arguments: ["none/copy", "none/at/all/copy", "file/copy"])
  func `Where nothing can be made, that is told with the path, and nothing is made`(_ name: String)
    throws
  {
    try scratch.write([1], to: "file")
    let target = scratch.path + "/" + name
    let told = Failure(.targetUnmade, ["path": .text(target)])
    #expect(throws: told) { try Staged.folder(target) { _ in } }
    #expect(throws: told) { try Staged.file(target) { try $0.write([1]) } }
    #expect(try names() == ["file"])
  }

  @Test func `What came to be there meanwhile is not replaced`() throws {
    let target = scratch.path + "/copy"
    let failure = code {
      try Staged.folder(target) { stage in
        try put("mine", in: stage)
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: false)
        try put("theirs", in: target)
      }
    }
    #expect(failure == "target-exists")
    #expect(try String(contentsOfFile: target + "/a", encoding: .utf8) == "theirs")
    #expect(try names() == ["copy"])
  }

  @Test func `A file takes its name when it is whole, for its owner only`() throws {
    let target = scratch.path + "/shipped"
    try Staged.file(target) { sink in
      for _ in 0..<20_000 { try sink.write(Array("0123456789".utf8)) }
      #expect(sink.count == 200_000)
      #expect(!FileManager.default.fileExists(atPath: target))
    }
    #expect(try scratch.bytes(of: "shipped").count == 200_000)
    let mode = try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o600)
    #expect(try names() == ["shipped"])
  }

  @Test func `A file that is there already stays as it is, and one that broke off is gone`() throws
  {
    try scratch.write([1, 2], to: "shipped")
    #expect(code { try Staged.file(scratch.path + "/shipped") { _ in } } == "target-exists")
    let failure = code {
      try Staged.file(scratch.path + "/other") { sink in
        try sink.write([1])
        try scratch.write([3], to: "other")
      }
    }
    #expect(failure == "target-exists")
    #expect(try scratch.bytes(of: "other") == [3] && scratch.bytes(of: "shipped") == [1, 2])
    #expect(throws: Stopped.self) {
      try Staged.file(scratch.path + "/third") { _ in throw Stopped() }
    }
    #expect(try names() == ["other", "shipped"])
  }

  // MARK: Lines

  @Test(arguments: [
    ("", []), ("a\n", ["a"]), ("a\nb\n", ["a", "b"]), ("\n\n", ["", ""]),
    ("a\n\nc\n", ["a", "", "c"]),
  ])
  func `A file is read line by line`(_ row: (text: String, lines: [String])) throws {
    try scratch.write(Array(row.text.utf8), to: "lines")
    let source = try #require(LineSource(scratch.path + "/lines"))
    var lines: [String] = []
    while let line = try source.next() { lines.append(String(decoding: line, as: UTF8.self)) }
    #expect(lines == row.lines && source.count == row.lines.count)
  }

  @Test func `Long lines are read whole, across the pieces of the file`() throws {
    let long = [String](repeating: "x", count: 3).enumerated().map { index, letter in
      String(repeating: letter, count: 65_535 + index)
    }
    try scratch.write(Array(long.map { $0 + "\n" }.joined().utf8), to: "lines")
    let source = try #require(LineSource(scratch.path + "/lines"))
    for line in long { #expect(try source.next() == Array(line.utf8)) }
    #expect(try source.next() == nil)
  }

  @Test func `A line without its end is told with its number`() throws {
    try scratch.write(Array("a\nb\nc".utf8), to: "lines")
    let source = try #require(LineSource(scratch.path + "/lines"))
    _ = try (source.next(), source.next())
    let failure = #expect(throws: Failure.self) { try source.next() }
    #expect(failure?.code == .exportUnfit && failure?.place?.line == 3)
  }

  @Test func `A folder and a pipe have no lines`() throws {
    #expect(LineSource(scratch.path) == nil && LineSource(scratch.path + "/none") == nil)
    #expect(unsafe mkfifo(scratch.path + "/pipe", 0o600) == 0)
    #expect(LineSource(scratch.path + "/pipe") == nil)
  }
}
