/// The offsets of one time zone, as the system's zone data give them.
///
/// Source: RFC 8536, "The Time Zone Information Format (TZif)".
package struct Zone: Hashable, Sendable {
  /// No offset, ever.
  package static let utc = Zone(transitions: [], before: 0, rule: nil)

  /// From a moment on, so many seconds east of UTC.
  package struct Transition: Hashable, Sendable {
    package let seconds: Int64
    package let offset: Int

    package init(seconds: Int64, offset: Int) { (self.seconds, self.offset) = (seconds, offset) }
  }

  private let transitions: [Transition]
  /// The offset before the first transition.
  private let before: Int
  /// What holds after the last transition; nil where the data say nothing.
  private let rule: ZoneRule?

  package init(transitions: [Transition], before: Int, rule: ZoneRule?) {
    self.transitions = transitions
    self.before = before
    self.rule = rule
  }

  /// Seconds east of UTC at a moment.
  package func offset(at instant: Instant) -> Int {
    let seconds = instant.wholeSeconds
    guard let last = transitions.last, seconds < last.seconds else {
      return rule?.offset(at: seconds) ?? transitions.last?.offset ?? before
    }
    let index = transitions.partitioningIndex { $0.seconds > seconds }
    return index == 0 ? before : transitions[index - 1].offset
  }

  /// The day that the clocks of the zone show at a moment.
  package func day(of instant: Instant) -> Day {
    let shift = Int64(offset(at: instant)) * 1_000_000
    return Instant(microseconds: instant.microseconds + shift).day
  }
}

// MARK: - Reading zone data

extension Zone {
  /// Zone data of version 2 or later; nil for anything else.
  package init?(tzif bytes: [UInt8]) {
    guard let old = Header(bytes, at: 0), old.version >= UInt8(ascii: "2"),
      let header = Header(bytes, at: Header.size + old.bodySize(timeSize: 4))
    else { return nil }
    let times = header.end
    let kinds = times + header.transitionCount * 8
    let types = kinds + header.transitionCount
    guard header.typeCount > 0, types + header.bodySize(timeSize: 8) <= bytes.count + types - times
    else { return nil }
    let offsets = (0..<header.typeCount).map { Int(bytes.bigEndian32(at: types + $0 * 6)) }
    var transitions: [Transition] = []
    for index in 0..<header.transitionCount {
      let kind = Int(bytes[kinds + index])
      guard kind < offsets.count else { return nil }
      transitions.append(
        Transition(seconds: bytes.bigEndian64(at: times + index * 8), offset: offsets[kind]))
    }
    let footer = bytes[(times + header.bodySize(timeSize: 8))...]
      .split(separator: UInt8(ascii: "\n")).first
    self.init(
      transitions: transitions, before: offsets[0],
      rule: footer.flatMap { ZoneRule(String(decoding: $0, as: UTF8.self)) })
  }

  /// The counts at the head of one block.
  private struct Header {
    static let size = 44
    let version: UInt8
    let end: Int
    let transitionCount: Int
    let typeCount: Int
    private let rest: (utc: Int, standard: Int, leap: Int, letters: Int)

    init?(_ bytes: [UInt8], at start: Int) {
      guard start >= 0, bytes.count >= start + Self.size,
        bytes[start..<start + 4].elementsEqual("TZif".utf8)
      else { return nil }
      version = bytes[start + 4]
      end = start + Self.size
      let counts = (0..<6).map { Int(bytes.bigEndian32(at: start + 20 + $0 * 4)) }
      guard counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
      rest = (counts[0], counts[1], counts[2], counts[5])
      (transitionCount, typeCount) = (counts[3], counts[4])
    }

    func bodySize(timeSize: Int) -> Int {
      transitionCount * (timeSize + 1) + typeCount * 6 + rest.letters
        + rest.leap * (timeSize + 4) + rest.standard + rest.utc
    }
  }
}

extension [UInt8] {
  fileprivate func bigEndian32(at start: Int) -> Int32 {
    Int32(truncatingIfNeeded: self[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
  }

  fileprivate func bigEndian64(at start: Int) -> Int64 {
    Int64(truncatingIfNeeded: self[start..<start + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }
}

extension Array {
  /// The first index whose element belongs to the second half of an array in two halves.
  fileprivate func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var (lower, upper) = (0, count)
    while lower < upper {
      let middle = lower + (upper - lower) / 2
      if belongs(self[middle]) { upper = middle } else { lower = middle + 1 }
    }
    return lower
  }
}

extension Instant {
  /// Seconds since 1970, rounded towards the past.
  fileprivate var wholeSeconds: Int64 {
    let (quotient, remainder) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
