import Values

/// The bytes of a catalogue, which nobody changes.
///
/// Those that were compiled into the program are read where they lie: a copy of them costs a short command more than all
/// that it looks up.
@safe final class TextBytes: @unchecked Sendable {
  private let bytes: UnsafeRawBufferPointer
  private let isOwned: Bool

  /// A text compiled into the program; nil when there is none of that name.
  init?(compiledIn name: String) {
    guard let found = unsafe EmbeddedText.buffer(named: name) else { return nil }
    unsafe bytes = found
    isOwned = false
  }

  init(copying given: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: given.count, alignment: 1)
    unsafe copy.copyBytes(from: given)
    unsafe bytes = UnsafeRawBufferPointer(copy)
    isOwned = true
  }

  deinit {
    if isOwned { unsafe bytes.deallocate() }
  }

  var count: Int { unsafe bytes.count }

  subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count)
    return unsafe bytes[index]
  }

  func copy(_ range: Range<Int>) -> [UInt8] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe Array(bytes[range])
  }

  func firstIndex(in range: Range<Int>, where fits: (UInt8) -> Bool) -> Int? {
    range.first { fits(self[$0]) }
  }

  /// How a part is ordered beside other bytes.
  func order(of range: Range<Int>, beside other: [UInt8]) -> Order {
    for (index, byte) in zip(range, other) where self[index] != byte {
      return self[index] < byte ? .before : .after
    }
    return range.count == other.count ? .equal : range.count < other.count ? .before : .after
  }

  enum Order { case before, equal, after }
}
