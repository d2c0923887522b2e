import Foundation
import Testing

@testable import EventStore

/// What a process leaves that ended while it made a copy is taken away by the next.
@Suite struct DraftTests {
  private let scratch: Scratch
  private var target: String { scratch.path + "/copy" }

  init() throws { scratch = try Scratch() }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted()
  }

  private func leaveFolder(_ name: String) throws {
    let path = "\(scratch.path)/\(name)/checkpoints"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try scratch.write([1, 2, 3], to: "\(name)/keys.db")
    try scratch.write([1], to: "\(name)/checkpoints/a")
  }

  @Test(arguments: ["copy.acta-draft-0123abcd", "older-copy.acta-draft-ffffffff"])
  func `A folder that was left behind goes when the next one is made beside it`(_ name: String)
    throws
  {
    try leaveFolder(name)
    try Staged.folder(target) { stage in try Data([7]).write(to: URL(filePath: stage + "/a")) }
    #expect(try names() == ["copy"])
    #expect(try scratch.bytes(of: "copy/a") == [7])
  }

  @Test func `A file that was left behind goes when the next one is made beside it`() throws {
    try scratch.write([1], to: "shipped.acta-draft-00000000")
    try Staged.file(scratch.path + "/other") { try $0.write([2]) }
    #expect(try names() == ["other"])
  }

  @Test func `What is refused leaves nothing of its own and clears nothing of others`() throws {
    try scratch.write([1], to: "copy")
    try leaveFolder("copy.acta-draft-0123abcd")
    #expect(code { try Staged.folder(target) { _ in } } == "target-exists")
    #expect(try names() == ["copy", "copy.acta-draft-0123abcd"])
  }

  @Test func `What somebody makes at this moment stays`() throws {
    let (folder, file) = (
      try Draft.folder(beside: target), try Draft.file(beside: scratch.path + "/shipped")
    )
    try Staged.file(scratch.path + "/other") { try $0.write([2]) }
    #expect(Folder.isFolder(folder.path) && Folder.isPlainFile(file.path))
    #expect(try names().count == 3)
    withExtendedLifetime((folder, file)) {}
  }

  @Test func `What nobody makes any more goes`() throws {
    var draft: Draft? = try Draft.folder(beside: target)
    let path = try #require(draft?.path)
    Draft.clear(beside: target)
    #expect(Folder.isFolder(path))
    draft = nil
    Draft.clear(beside: target)
    #expect(!Folder.holds(path))
  }

  @Test func `A draft within another takes the outer one for what it is`() throws {
    try Staged.folder(target) { stage in
      try Staged.file(scratch.path + "/other") { try $0.write([2]) }
      #expect(Folder.isFolder(stage))
    }
    #expect(try names() == ["copy", "other"])
  }

  @Test(arguments: [
    "copy", "copy.20261123", "copy.0123abcd", "copy.acta-draft", "copy.acta-draft-",
    "copy.acta-draft-0123abc", "copy.acta-draft-0123abcde", "copy.acta-draft-0123ABCD",
    "copy.acta-draft-0123abcg", "copy.acta-draft-0123abcd.txt", "copy-acta-draft-0123abcd",
    "copy.acta-draft-٠١٢٣٤٥٦٧",
  ])
  func `No other name is taken for that of a draft`(_ name: String) throws {
    #expect(!Draft.isName(name))
    try scratch.write([1], to: name)
    Draft.clear(beside: scratch.path + "/x")
    #expect(try names() == [name])
  }

  @Test func `A link is not followed, and what it leads to stays`() throws {
    try leaveFolder("kept")
    let link = scratch.path + "/copy.acta-draft-0123abcd"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: scratch.path + "/kept")
    Draft.clear(beside: target)
    #expect(try scratch.bytes(of: "kept/keys.db") == [1, 2, 3])
    #expect(try names() == ["copy.acta-draft-0123abcd", "kept"])
  }

  @Test(arguments: [
    ("a", "."), ("/a", "/"), ("a/b", "a"), ("/a/b", "/a"), ("a//b", "a/"), ("", "."),
  ])
  func `The folder of a path is what stands before its last part`(_ row: (String, String)) {
    #expect(Folder.parent(of: row.0) == row.1)
  }

  @Test func `An archive leaves nothing beside it but itself`() throws {
    try scratch.foundSample()
    let log = try Log.open(in: scratch.path, for: .writing)
    let mark = try CopyMark(
      of: log, Verifier.verify(directory: scratch.path), names: [], made: nine)
    let before = try Set(names())
    try scratch.write([9], to: "old.acta-draft-01234567")
    try ArchiveWriter.write(log, mark, to: scratch.path + "/whole.tar")
    #expect(try Set(names()).subtracting(before) == ["whole.tar"])
  }
}
