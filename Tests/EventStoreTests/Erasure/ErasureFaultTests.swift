import Foundation
import Testing
import Values

@testable import EventStore

/// Whatever write fails on the way: what is left is told, and erasing again finishes it.
@Suite struct ErasureFaultTests {
  private func founded() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.foundSample()
    return scratch
  }

  private func erase(_ scratch: Scratch) throws {
    let log = try Log.open(in: scratch.path, for: .writing)
    defer { log.close() }
    try log.finishErasure(of: "H-1")
  }

  private func key(of scratch: Scratch) throws -> [UInt8] {
    let keys = try Connection(path: scratch.path + "/keys.db", for: .reading)
    let key = try keys.first("SELECT key FROM keys WHERE subject = 'H-1'") { try $0.blob(at: 0) }
    return try #require(key)
  }

  private func opened(_ scratch: Scratch) throws -> [String: String?] {
    let log = try Log.open(in: scratch.path, for: .reading)
    return try log.unseal(try #require(try log.event(at: 4)))
  }

  @Test(arguments: FaultyDisk.Fault.ofWriting)
  func `A fault at any write leaves a log that is whole and an erasure that can be finished`(
    _ fault: FaultyDisk.Fault
  ) throws {
    let sample = try founded()
    let last = try FaultyDisk.run(sample.path, fault) { try erase(sample) }
    #expect(last >= 8, "only \(last) operations could be struck")
    var failures = 0
    for number in 1...max(1, last) {
      let (scratch, name) = (try founded(), "\(fault) at \(number) of \(last)")
      let key = try key(of: scratch)
      var failure: String?
      _ = try FaultyDisk.run(scratch.path, fault, at: number) {
        failure = code { try erase(scratch) }
      }
      failures += failure == nil ? 0 : 1
      #expect(try Verifier.verify(directory: scratch.path).isWhole, "\(name)")
      let left = try Log.open(in: scratch.path, for: .reading).remainders(of: "H-1")
      #expect(failure != nil || left.isEmpty, "\(name): \(left)")
      try erase(scratch)
      #expect(
        try Log.open(in: scratch.path, for: .reading).remainders(of: "H-1").isEmpty, "\(name)")
      let words = try opened(scratch)
      #expect(words == ["name": nil, "mail": nil], "\(name)")
      for (file, bytes) in try scratch.files() {
        #expect(Data(bytes).range(of: Data(key)) == nil, "\(name): the key stands in \(file)")
      }
    }
    #expect(failures > 0)
  }

  @Test(arguments: FaultyDisk.Fault.ofWriting)
  func `As long as the key is there, something is left to do`(_ fault: FaultyDisk.Fault) throws {
    let sample = try founded()
    let last = try FaultyDisk.run(sample.path, fault) { try erase(sample) }
    for number in 1...max(1, last) {
      let scratch = try founded()
      _ = try FaultyDisk.run(scratch.path, fault, at: number) { _ = code { try erase(scratch) } }
      let words = try opened(scratch)
      let left = try Log.open(in: scratch.path, for: .reading).remainders(of: "H-1")
      let isReadable = words.values.contains { $0 != nil }
      #expect(!isReadable || left.isSuperset(of: [.key, .ciphertext]), "\(fault) at \(number)")
    }
  }
}
