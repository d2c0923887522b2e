import EventStore
import TestKit
import Testing
import Values

@testable import Governance

/// The keys that the events of a log tell of.
@Suite struct KeysInLogTests {
  private static let names = ["b.example/log", "a.example/log"]

  private static func key(
    _ byte: UInt8, _ purpose: NoteKey.Purpose = .checkpoint, _ name: String = "b.example/log"
  ) throws -> NoteKey {
    try #require(
      NoteKey(name: name, purpose: purpose, publicKey: [UInt8](repeating: byte, count: 32)))
  }

  private static func add(_ key: NoteKey, to network: SampleNetwork) throws {
    _ = try network.record("key add", ["public-key": [key.text]])
  }

  @Test func `A network without keys has none`() throws {
    let network = try SampleNetwork()
    #expect(try KeysInLog.known(in: network.log).isEmpty)
    #expect(try KeysInLog.inUse(.checkpoint, in: network.log) == nil)
  }

  @Test func `A key in use is found by its purpose`() throws {
    let network = try SampleNetwork()
    let (log, witness) = (try Self.key(1), try Self.key(2, .witness))
    try Self.add(log, to: network)
    try Self.add(witness, to: network)
    #expect(try KeysInLog.inUse(.checkpoint, in: network.log) == log)
    #expect(try KeysInLog.inUse(.witness, in: network.log) == witness)
    #expect(try KeysInLog.known(in: network.log).map(\.retiredAt) == [nil, nil])
  }

  @Test func `A key that was replaced is known with the leaf that ended it`() throws {
    let network = try SampleNetwork()
    let (old, new) = (try Self.key(1), try Self.key(2))
    try Self.add(old, to: network)
    let rotated = try network.record("key rotate", ["id": [old.id], "public-key": [new.text]])
    let position = try #require(rotated.events.first?.position)
    let known = try KeysInLog.known(in: network.log)
    #expect(known.map(\.key) == [old, new])
    #expect(try known.map(\.retiredAt) == [network.log.ordinal(ofEventAt: position), nil])
    #expect(try KeysInLog.inUse(.checkpoint, in: network.log) == new)
  }

  @Test func `Keys come in the order in which they were added, whatever their names`() throws {
    let network = try SampleNetwork()
    var added: [NoteKey] = []
    for (index, name) in Self.names.enumerated() {
      let key = try Self.key(UInt8(index + 1), .checkpoint, name)
      try Self.add(key, to: network)
      _ = try network.record("key end", ["id": [key.id]])
      added.append(key)
    }
    let known = try KeysInLog.known(in: network.log)
    #expect(known.map(\.key) == added && known.allSatisfy { $0.retiredAt != nil })
    #expect(try KeysInLog.inUse(.checkpoint, in: network.log) == nil)
  }

  @Test func `A refused key is not known`() throws {
    let network = try SampleNetwork()
    try Self.add(Self.key(1), to: network)
    let answer = try network.record("key add", ["public-key": [Self.key(2).text]])
    #expect(answer.verdict == .refused)
    #expect(try KeysInLog.known(in: network.log).map(\.key) == [Self.key(1)])
  }
}
