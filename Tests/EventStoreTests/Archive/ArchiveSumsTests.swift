import Foundation
import Testing
import Values

@testable import EventStore

/// The files beside the log are held to what the archive says of them.
@Suite struct ArchiveSumsTests {
  private let scratch: Scratch
  private let files: Scratch

  init() throws {
    (scratch, files) = (try Scratch(), try Scratch())
    try scratch.foundSample()
    try scratch.write(Array("id: nep\n".utf8), to: "network.yaml")
    try scratch.write(Array("tests: []\n".utf8), to: "cases.yaml")
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/templates", withIntermediateDirectories: false)
    try scratch.write(Array("template: own\n".utf8), to: "templates/own.yaml")
    let log = try Log.open(in: scratch.path, for: .writing)
    let mark = try CopyMark(
      of: log, Verifier.verify(directory: scratch.path), names: [], made: log.head().recorded)
    try ArchiveWriter.write(log, mark, to: files.path + "/a.tar")
  }

  private func opened(_ bytes: [UInt8]) throws -> Scratch {
    let target = try Scratch()
    try files.write(bytes, to: "b.tar")
    _ = try ArchiveReader.open(files.path + "/b.tar", in: target.path, fold: Exported.fold)
    return target
  }

  private func failure(_ bytes: [UInt8]) -> Failure? {
    do {
      _ = try opened(bytes)
      return nil
    } catch { return error as? Failure }
  }

  /// The whole archive with one run of bytes in the place of another one as long.
  private func changed(_ old: String, _ new: String) throws -> [UInt8] {
    var bytes = try files.bytes(of: "a.tar")
    let range = try #require(bytes.firstRange(of: Array(old.utf8)))
    bytes.replaceSubrange(range, with: Array(new.utf8))
    return bytes
  }

  /// The archive without one of its entries.
  private func without(_ name: String) throws -> [UInt8] {
    var (rest, kept) = (try files.bytes(of: "a.tar")[...], [UInt8]())
    while let header = TarHeader(Array(rest.prefix(512))) {
      let length = 512 + header.size + header.padding
      if header.name != name { kept += rest.prefix(length) }
      rest = rest.dropFirst(length)
    }
    return kept + rest
  }

  @Test(arguments: [
    ("id: nep\n", "id: nex\n", "network.yaml"), ("tests: []", "tests: ()", "cases.yaml"),
    ("template: own", "template: owl", "templates/own.yaml"),
  ])
  func `A changed letter of a file beside the log is refused with its name`(
    _ row: (old: String, new: String, file: String)
  ) throws {
    let failure = try failure(changed(row.old, row.new))
    #expect(failure?.code == .archiveUnfit)
    #expect(
      failure?.values == ["entry": .text(row.file), "reason": .word("archive.changed")])
  }

  @Test func `What comes out has all files of the network, and not the sums`() throws {
    let target = try opened(files.bytes(of: "a.tar"))
    for name in ["network.yaml", "cases.yaml", "templates/own.yaml"] {
      #expect(try target.bytes(of: name) == scratch.bytes(of: name), "\(name)")
    }
    #expect(!FileManager.default.fileExists(atPath: target.path + "/sums.json"))
  }

  @Test(arguments: ["network.yaml", "cases.yaml", "templates/own.yaml"])
  func `A file that was taken out is missed`(_ name: String) throws {
    let failure = try failure(without(name))
    #expect(failure?.values["entry"] == .text("sums.json"))
    #expect(failure?.values["reason"] == .word("archive.changed"))
  }

  @Test func `An archive of an earlier release, which has no sums, is read`() throws {
    let target = try opened(without("sums.json"))
    #expect(try Verifier.verify(directory: target.path).isWhole)
    #expect(try target.bytes(of: "network.yaml") == scratch.bytes(of: "network.yaml"))
  }

  @Test(arguments: [
    "", "{}", "[]", "{\n  \"a\": 1\n}\n", "{\n  \"a\": \"00\"\n}\n", "{ \"network.yaml\": \"\" }",
  ])
  func `Sums in any other spelling are none`(_ text: String) {
    #expect(ArchiveSums(text) == nil)
  }

  @Test func `Sums read back as they were written, in the order of the names`() throws {
    var sums = ArchiveSums()
    for name in ["b", "a", "files/00"] { sums.note(name, name.utf8) }
    #expect(ArchiveSums(sums.text) == sums)
    let places = try ["\"a\"", "\"b\"", "\"files/00\""].map {
      try #require(sums.text.firstRange(of: $0)).lowerBound
    }
    #expect(places == places.sorted())
    #expect(sums.digests["a"] == .sha256("a".utf8))
  }
}
