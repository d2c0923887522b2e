/// Changes a text in the ways in which people and attackers do: the same seed gives the same texts.
struct Mutator {
  /// Longer texts are cut, so that a run of many stays short.
  private static let longest = 60_000

  private var chance: Seeded
  private let samples: [[UInt8]]
  private let pieces: [[UInt8]]

  init(_ parser: InputParser, seed: UInt64) {
    chance = Seeded(seed: seed)
    samples = parser.samples.map { Array($0.utf8) }
    pieces = parser.pieces.map { Array($0.utf8) }
  }

  /// The next text: a sample with one to eight changes.
  mutating func next() -> [UInt8] {
    var bytes = samples[number(samples.count)]
    for _ in 0..<1 + number(8) { change(&bytes) }
    return Array(bytes.prefix(Self.longest))
  }

  private mutating func number(_ count: Int) -> Int {
    count < 1 ? 0 : Int.random(in: 0..<count, using: &chance)
  }

  private mutating func range(in bytes: [UInt8], atMost length: Int) -> Range<Int> {
    let start = number(bytes.count + 1)
    return start..<min(bytes.count, start + number(length + 1))
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    switch number(10) {
    case 0: flip(&bytes)
    case 1: bytes.removeSubrange(range(in: bytes, atMost: 40))
    case 2, 3, 4:
      bytes.insert(contentsOf: pieces[number(pieces.count)], at: number(bytes.count + 1))
    case 5:
      let piece = Array(bytes[range(in: bytes, atMost: 60)])
      bytes.insert(contentsOf: piece, at: number(bytes.count + 1))
    case 6: repeatPiece(in: &bytes)
    case 7: splice(&bytes)
    case 8: bytes = Array(bytes.prefix(number(bytes.count + 1)))
    default: bytes.replaceSubrange(range(in: bytes, atMost: 8), with: pieces[number(pieces.count)])
    }
  }

  private mutating func flip(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    bytes[number(bytes.count)] ^= 1 << UInt8(number(8))
  }

  /// A piece very often, which is how depth and size come about.
  private mutating func repeatPiece(in bytes: inout [UInt8]) {
    let piece = pieces[number(pieces.count)]
    let often = 1 << number(12)
    let many = Array(repeatElement(piece, count: min(often, 4_000 / max(1, piece.count))).joined())
    bytes.insert(contentsOf: many, at: number(bytes.count + 1))
  }

  /// The end of another sample.
  private mutating func splice(_ bytes: inout [UInt8]) {
    let other = samples[number(samples.count)]
    bytes = bytes.prefix(number(bytes.count + 1)) + other.suffix(number(other.count + 1))
  }
}
