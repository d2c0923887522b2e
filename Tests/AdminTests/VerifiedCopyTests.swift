import Foundation
import Testing
import Values

@testable import admin

/// `verify COPY` reads a copy and leaves the place as it found it.
@Suite struct VerifiedCopyTests {
  private static func withCopy(
    _ wal: Bool = false, _ body: (SampleNetwork, _ copy: String, _ folder: String) throws -> Void
  ) throws {
    try SampleNetwork.with { network in
      let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let copy = folder.path + "/copy.db"
      try FileManager.default.copyItem(atPath: network.folder + "/log.db", toPath: copy)
      if wal { try Data("?".utf8).write(to: URL(filePath: copy + "-wal")) }
      try body(network, copy, folder.path)
    }
  }

  private static func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test func `Nothing is left beside a copy that is one file`() throws {
    try Self.withCopy { network, copy, folder in
      let told = network.run("verify \(copy)")
      #expect(told.status == .done, "\(told.output)")
      let names = try Self.names(folder)
      #expect(names == ["copy.db"])
    }
  }

  @Test func `No index is left beside a copy with a write-ahead log`() throws {
    try Self.withCopy(true) { network, copy, folder in
      _ = network.run("verify \(copy)")
      let names = try Self.names(folder)
      #expect(!names.contains("copy.db-shm"))
    }
  }

  @Test func `A copy that was changed is found out, and nothing is left either`() throws {
    try Self.withCopy { network, copy, folder in
      var bytes = try Data(contentsOf: URL(filePath: copy))
      bytes[bytes.count - 40] ^= 0xFF
      let other = folder + "/other.db"
      try bytes.write(to: URL(filePath: other))
      _ = network.run("verify \(other)")
      #expect(try Self.names(folder) == ["copy.db", "other.db"])
      #expect(try Data(contentsOf: URL(filePath: copy)) != bytes)
    }
  }

  @Test func `The copy of an erased network is whole without its keys`() throws {
    try SampleNetwork.with { network in
      #expect(network.run("person add 'Ana Sousa' -q").status == .done)
      #expect(network.run("person erase H-1 --basis law -q").status == .done)
      let copy = network.folder + "/copy.db"
      try FileManager.default.copyItem(atPath: network.folder + "/log.db", toPath: copy)
      #expect(network.run("verify \(copy)").status == .done)
    }
  }
}
