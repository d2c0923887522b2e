internal import Glibc

/// Texts as the language sees them: code points, never normalised.
///
/// `==` and `<` of Swift compare what looks alike; the language does not. UTF-8 keeps the order of code points.
extension String {
  /// Whether both have the same code points.
  func isSame(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return comparison(to: other) == 0
  }

  /// Less than, equal to or greater than 0, by code points.
  func comparison(to other: String) -> Int {
    let found = unsafe utf8.withContiguousStorageIfAvailable { left in
      unsafe other.utf8.withContiguousStorageIfAvailable { right in
        guard let start = left.baseAddress, let second = right.baseAddress else {
          return left.count - right.count
        }
        let order = unsafe memcmp(start, second, min(left.count, right.count))
        return order == 0 ? left.count - right.count : Int(order)
      }
    }
    if let found, let found { return found }
    if utf8.elementsEqual(other.utf8) { return 0 }
    return utf8.lexicographicallyPrecedes(other.utf8) ? -1 : 1
  }

  /// FNV-1a of its UTF-8, which differs from run to run no more than the text does.
  var stableHash: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}
