import Foundation
import Testing
import Values

@testable import EventStore

@Suite struct FolderTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func path(_ name: String) -> String { scratch.path + "/" + name }

  @Test(arguments: [0, 1, 4_096, 100_000])
  func `The size of a file is the number of its bytes`(_ count: Int) throws {
    try scratch.write([UInt8](repeating: 7, count: count), to: "file")
    #expect(Folder.size(of: path("file")) == count)
  }

  @Test func `A file that is not there has no size`() throws {
    try scratch.write([1], to: "file")
    #expect(Folder.size(of: path("none")) == nil)
    #expect(Folder.size(of: path("file/none")) == nil)
  }

  @Test func `What is to be made durable and is not there is told as missing`() {
    #expect(code { try Folder.synchronize(path("none")) } == "log-missing")
    #expect(code { try Folder.synchronizeFile(path("none")) } == "log-missing")
  }

  @Test func `A folder is made once, and one that is there stays as it is`() throws {
    try Folder.create(path("new"))
    #expect(Folder.isFolder(path("new")))
    try scratch.write([1], to: "new/kept")
    _ = unsafe chmod(path("new"), 0o755)
    try Folder.create(path("new"))
    #expect(try scratch.bytes(of: "new/kept") == [1])
    let mode = try FileManager.default.attributesOfItem(atPath: path("new"))[.posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o755)
  }

  @Test func `A file is no folder, and nothing is neither`() throws {
    try scratch.write([1], to: "file")
    #expect(!Folder.isFolder(path("file")))
    #expect(!Folder.isFolder(path("none")))
    #expect(Folder.isFolder(scratch.path))
    #expect(Folder.holds(path("file")) && Folder.holds(scratch.path) && !Folder.holds(path("none")))
  }

  @Test func `A private file is empty, its owner's alone, and never takes the place of another`()
    throws
  {
    try Folder.createPrivateFile(path("file"))
    #expect(Folder.size(of: path("file")) == 0)
    let mode = try FileManager.default.attributesOfItem(atPath: path("file"))[.posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o600)
    try scratch.write([1, 2], to: "file")
    let failure = #expect(throws: Failure.self) { try Folder.createPrivateFile(path("file")) }
    #expect(failure?.code == .fileFailed)
    #expect(failure?.values == ["file": .text("file"), "number": .int(Int(EEXIST))])
    #expect(try scratch.bytes(of: "file") == [1, 2])
  }

  @Test func `What cannot be opened is not taken for overwritten`() throws {
    try Folder.create(path("folder"))
    let failure = #expect(throws: Failure.self) { try DurableFile.fillWithZeros(path("folder")) }
    #expect(failure?.code == .fileFailed)
    #expect(failure?.values == ["file": .text("folder"), "number": .int(Int(EISDIR))])
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
  func `A file is overwritten from its first byte to its last and grows by none`(_ count: Int)
    throws
  {
    try scratch.write([UInt8](repeating: 7, count: count), to: "file")
    try DurableFile.fillWithZeros(path("file"))
    #expect(try scratch.bytes(of: "file") == [UInt8](repeating: 0, count: count))
  }

  @Test func `Removing takes a file away, and one that is not there is as good`() throws {
    try scratch.write([1], to: "file")
    try Folder.remove(path("file"))
    #expect(!Folder.holds(path("file")))
    try Folder.remove(path("file"))
    try Folder.create(path("folder"))
    #expect(code { try Folder.remove(path("folder")) } == "file-failed")
    #expect(Folder.isFolder(path("folder")))
  }

  @Test func `A file that is moved takes the place of another whole`() throws {
    try scratch.write([1], to: "old")
    try scratch.write([2, 3], to: "new")
    try Folder.move(path("new"), to: path("old"))
    #expect(try scratch.files() == ["old": [2, 3]])
    #expect(code { try Folder.move(path("new"), to: path("old")) } == "log-missing")
    #expect(try scratch.files() == ["old": [2, 3]])
  }

  @Test func `Only a folder can be made durable`() throws {
    try Folder.synchronize(scratch.path)
    try scratch.write([1], to: "file")
    #expect(code { try Folder.synchronize(path("file")) } == "log-missing")
    #expect(code { try Folder.synchronize(path("none")) } == "log-missing")
  }

  @Test func `Making names durable and files private leaves no file open`() throws {
    for number in 0..<20 {
      try Folder.createPrivateFile(path("\(number)"))
      try Folder.synchronize(scratch.path)
    }
    let folder = "/proc/self/fd/"
    let open = try FileManager.default.contentsOfDirectory(atPath: folder).compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: folder + $0)
    }
    #expect(open.filter { $0.hasPrefix(scratch.path) } == [])
  }

  @Test(arguments: [
    (EACCES, "database-not-permitted"), (EPERM, "database-not-permitted"),
    (EROFS, "database-not-permitted"), (ENOSPC, "database-full"), (EDQUOT, "database-full"),
    (ENOENT, "log-missing"), (ENOTDIR, "log-missing"), (EIO, "file-failed"),
    (EMFILE, "file-failed"), (EISDIR, "file-failed"), (ELOOP, "file-failed"),
    (ENAMETOOLONG, "file-failed"),
  ])
  func `Each answer of the system has its failure`(_ number: Int32, _ name: String) {
    errno = number
    let failure = Failure.system("/somewhere/private/log.db")
    #expect(failure.code.name == name)
    if name != "log-missing" {
      #expect(failure.values == ["file": .text("log.db"), "number": .int(Int(number))])
    }
  }

  @Test func `A failure names a file without the folders above it`() {
    errno = EIO
    #expect(Failure.system("log.db").values["file"] == .text("log.db"))
    errno = EIO
    #expect(Failure.system("/").values["file"] == .text("/"))
    errno = EIO
    #expect(Failure.system("").values["file"] == .text(""))
  }
}
