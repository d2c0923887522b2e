import Foundation
import Testing
import Values

@testable import EventStore

/// A network in one file.
@Suite struct ArchiveTests {
  private let scratch: Scratch
  private let files: Scratch

  init() throws {
    (scratch, files) = (try Scratch(), try Scratch())
    try scratch.foundSample()
    try scratch.write(Array("id: nep\n".utf8), to: "network.yaml")
    let log = try Log.open(in: scratch.path, for: .writing)
    _ = try CheckpointRecord(of: log).sign(with: SampleKeys.key())
    log.close()
  }

  private func write(_ name: String, of folder: String? = nil) throws {
    let folder = folder ?? scratch.path
    let log = try Log.open(in: folder, for: .writing)
    let mark = try CopyMark(
      of: log, Verifier.verify(directory: folder), names: [SampleKeys.origin],
      made: log.head().recorded)
    try ArchiveWriter.write(log, mark, to: files.path + "/" + name)
  }

  private func open(_ name: String, in folder: String) throws -> CopyMark {
    try ArchiveReader.open(files.path + "/" + name, in: folder, fold: Exported.fold)
  }

  @Test func `The same network gives the same bytes`() throws {
    try write("a.tar")
    try write("b.tar")
    #expect(try files.bytes(of: "a.tar") == files.bytes(of: "b.tar"))
    #expect(try files.bytes(of: "a.tar").count.isMultiple(of: 512))
    #expect(try files.files().count == 2, "no draft is left")
  }

  @Test func `What comes out is the network, and gives the same archive again`() throws {
    try write("a.tar")
    let target = try Scratch()
    let mark = try open("a.tar", in: target.path)
    let found = try Verifier.verify(directory: target.path)
    #expect(mark.fits(found, of: mark.log))
    let names = try FileManager.default.contentsOfDirectory(atPath: target.path).sorted()
    #expect(
      names.filter { !$0.hasPrefix("log.db-") && $0 != "lock" }
        == ["checkpoints", "copy.json", "log.db", "network.yaml"])
    #expect(try target.bytes(of: "network.yaml") == scratch.bytes(of: "network.yaml"))
    try write("again.tar", of: target.path)
    #expect(try files.bytes(of: "again.tar") == files.bytes(of: "a.tar"))
  }

  @Test func `An archive never takes the place of anything`() throws {
    try files.write([1], to: "a.tar")
    #expect(code { try write("a.tar") } == "target-exists")
    #expect(try files.bytes(of: "a.tar") == [1])
  }

  @Test func `Another program lists what is in it, without owner, time or link`() throws {
    try write("a.tar")
    guard let answer = try Python("list_archive.py", [files.path + "/a.tar"]) else { return }
    let names = answer.output.split(separator: "\n").map { String($0) }
    #expect(answer.status == 0)
    #expect(
      names.count == 5 && names[0].hasPrefix("checkpoints/") && names[1] == "copy.json 0 0 600")
    #expect(names[2] == "log.jsonl 0 0 600" && names[3] == "network.yaml 0 0 600")
    #expect(names[4] == "sums.json 0 0 600")
  }

  // MARK: What is refused

  private struct Entry {
    var header: [UInt8]
    var body: [UInt8]

    init(_ name: String, _ body: [UInt8]) {
      header = TarHeader(name: name, size: body.count).bytes
      self.body = body
    }

    var bytes: [UInt8] {
      header + body
        + [UInt8](repeating: 0, count: (512 - body.count % 512) % 512)
    }
  }

  private static let end = [UInt8](repeating: 0, count: 1_024)

  private func failure(_ bytes: [UInt8]) throws -> Failure? {
    let target = try Scratch()
    let name = "forged-\(UInt64.random(in: 0 ... .max)).tar"
    try files.write(bytes, to: name)
    do {
      _ = try open(name, in: target.path)
      return nil
    } catch let failure as Failure { return failure }
  }

  @Test(arguments: [
    "../evil.yaml", "/etc/passwd", "checkpoints/../../evil", "log.db", "keys.db", "signing/a.key",
    "checkpoints/", "Network.yaml", "network.yaml\u{0}/../x", "lock", "views.db", "a", ".",
  ])
  func `A name that no archive has is refused before anything is written`(_ name: String) throws {
    let failure = try failure(Entry(name, [1]).bytes + Self.end)
    #expect(failure?.code == .archiveUnfit)
    #expect(
      [.word("archive.name"), .word("archive.header")].contains(failure?.values["reason"]))
    #expect(try FileManager.default.contentsOfDirectory(atPath: files.path).count == 1)
  }

  /// The byte of the kind: hard and symbolic links, devices, folders, pipes, and extensions of the form.
  @Test(arguments: Array("1234567xgLK\0".utf8))
  func `What is no plain file is refused`(_ kind: UInt8) throws {
    var entry = Entry("network.yaml", [])
    entry.header[156] = kind
    let sum =
      entry.header[..<148].reduce(0) { $0 + Int($1) } + 8 * 32
      + entry.header[156...].reduce(0) { $0 + Int($1) }
    let digits = String(sum, radix: 8)
    entry.header.replaceSubrange(
      148..<154, with: Array((String(repeating: "0", count: 6 - digits.count) + digits).utf8))
    let failure = try failure(entry.bytes + Self.end)
    #expect(failure?.values["reason"] == .word("archive.header"))
  }

  @Test func `Names stand once and ascend`() throws {
    let (one, other) = (Entry("cases.yaml", [1]), Entry("network.yaml", [2]))
    for pair in [one.bytes + one.bytes, other.bytes + one.bytes] {
      #expect(try failure(pair + Self.end)?.values["reason"] == .word("archive.name"))
    }
    #expect(
      try failure(one.bytes + other.bytes + Self.end)?.values["reason"]
        == .word("archive.incomplete"))
  }

  @Test func `A size is checked before a byte is read`() throws {
    let header = TarHeader(name: "network.yaml", size: 65 << 20).bytes
    #expect(try failure(header)?.values["reason"] == .word("archive.size"))
    let fitting = TarHeader(name: "network.yaml", size: 60 << 20).bytes
    #expect(try failure(fitting)?.values["reason"] == .word("archive.cut"))
    var negative = TarHeader(name: "network.yaml", size: 0).bytes
    negative.replaceSubrange(124..<126, with: Array("-1".utf8))
    #expect(try failure(negative + Self.end)?.values["reason"] == .word("archive.header"))
  }

  @Test func `An archive that was cut off anywhere, or goes on after its end, is refused`() throws {
    try write("a.tar")
    let whole = try files.bytes(of: "a.tar")
    for count in stride(from: 0, to: whole.count, by: 509) {
      #expect(try failure(Array(whole.prefix(count))) != nil, "\(count) bytes")
    }
    #expect(try failure(whole + [0])?.values["reason"] == .word("archive.cut"))
    #expect(try failure(whole + whole) != nil)
  }

  @Test(arguments: Array(1...4) as [UInt64])
  func `A changed byte is refused, wherever it stands`(_ seed: UInt64) throws {
    try write("a.tar")
    let whole = try files.bytes(of: "a.tar")
    var random = Seeded(seed: seed)
    for _ in 0..<15 {
      var bytes = whole
      let place = Int.random(in: 0..<bytes.count, using: &random)
      bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      try files.write(bytes, to: "changed.tar")
      let target = try Scratch()
      do {
        let mark = try open("changed.tar", in: target.path)
        let found = try Verifier.verify(directory: target.path)
        #expect(!mark.fits(found, of: mark.log), "byte \(place)")
      } catch { #expect(error is Failure) }
    }
  }

  @Test(arguments: [0, 1, 511, 512, 513, 1 << 20, TarHeader.maximumSize])
  func `A header reads back as it was written`(_ size: Int) {
    let header = TarHeader(name: "checkpoints/a-1.note", size: size)
    let read = TarHeader(header.bytes)
    #expect(read?.name == header.name && read?.size == size)
    #expect((size + header.padding).isMultiple(of: 512) && header.padding < 512)
    #expect(TarHeader(Array(header.bytes.dropLast())) == nil)
  }

  @Test func `A file is known as an archive by its first block`() throws {
    try write("a.tar")
    #expect(ArchiveReader.isArchive(files.path + "/a.tar"))
    #expect(!ArchiveReader.isArchive(scratch.path + "/log.db"))
    #expect(!ArchiveReader.isArchive(files.path) && !ArchiveReader.isArchive(files.path + "/none"))
    try files.write([1, 2], to: "short")
    #expect(!ArchiveReader.isArchive(files.path + "/short"))
  }
}
