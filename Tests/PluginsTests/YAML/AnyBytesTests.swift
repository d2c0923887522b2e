import Plugins
import TestKit
import Testing
import Values

/// Whatever the bytes: a tree, or a failure with a place inside the text.
@Suite struct AnyBytesTests {
  static let valid = Array(
    """
    id: ejcn # a network
    title: {en: "Judicial Network", pt: 'Rede d''Oeste'}
    basis: &basis
      council: >-
        Conclusions of
        the Council
    members: [NO, FI, SE]
    bodies:
      - id: plenary
        quorum: {more_than: 1/2}
        basis: *basis
      - id: board
        text: |
          one
           two

    """.utf8)

  private func check(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
    let reading = YAML.read(bytes)
    #expect(reading.node != nil || !reading.failures.isEmpty, sourceLocation: sourceLocation)
    let lines = bytes.count { [0x0A, 0x0D].contains($0) } + 1
    for failure in reading.failures {
      let place = failure.place
      #expect(place.map { (1...lines).contains($0.line) } == true, sourceLocation: sourceLocation)
      #expect(
        place.map { (1...bytes.count + 1).contains($0.column) } == true,
        sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `Random bytes read or fail with a place`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    for _ in 0..<100 {
      check(
        (0..<Int.random(in: 0...80, using: &random)).map { _ in .random(in: 0...255, using: &random)
        })
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `Random signs of YAML read or fail with a place`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    let signs = Array("ab: -?[]{},&*!|>'\"%@`#\n\n\t \\~<.0".utf8)
    for _ in 0..<100 {
      let count = Int.random(in: 0...60, using: &random)
      check((0..<count).compactMap { _ in signs.randomElement(using: &random) })
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `A good text with a few bytes changed reads or fails with a place`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    for _ in 0..<100 {
      var bytes = Self.valid
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[index] = .random(in: 0...127, using: &random)
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: index)
        default: bytes.removeSubrange(index..<min(bytes.count, index + 9))
        }
        if bytes.isEmpty { bytes = [0x61] }
      }
      check(bytes)
    }
  }

  @Test func `A good text cut at any byte reads or fails with a place`() {
    for count in 0...Self.valid.count { check(Array(Self.valid.prefix(count))) }
  }

  @Test func `The good text is good`() throws {
    #expect(try YAML.parse(Self.valid).mapping().count == 5)
  }
}
