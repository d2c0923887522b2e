internal import CSodium
internal import Values

/// Bytes that nobody else should see: in memory that is guarded, not copied, and wiped at the end.
///
/// Source: libsodium manual, "Secure memory".
@safe package struct Secret: ~Copyable {
  private let start: UnsafeMutablePointer<UInt8>
  let count: Int

  /// Takes bytes over, and wipes them where they stood.
  ///
  /// - Throws: `secret-unkept` when the machine has no guarded memory left.
  package init(taking bytes: inout [UInt8]) throws {
    defer { Sodium.wipe(&bytes) }
    try unsafe self.init(count: bytes.count) { memory in
      unsafe memory.update(from: bytes, count: bytes.count)
    }
  }

  /// Makes room, zeroed, and lets a closure fill it.
  init(count: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Void) throws {
    guard Sodium.isReady, let memory = unsafe sodium_malloc(max(1, count)) else {
      throw Failure(.secretUnkept)
    }
    unsafe start = memory.bindMemory(to: UInt8.self, capacity: max(1, count))
    self.count = count
    unsafe start.initialize(repeating: 0, count: count)
    unsafe fill(start)
  }

  deinit { unsafe sodium_free(start) }

  /// Lends the bytes; the pointer is good until the closure returns.
  func withBytes<T>(_ body: (UnsafePointer<UInt8>) throws -> T) rethrows -> T {
    try unsafe body(UnsafePointer(start))
  }

  /// Whether two secrets are the same, without telling by the time taken where they differ.
  package func isEqual(to other: borrowing Secret) -> Bool {
    guard count == other.count else { return false }
    return unsafe sodium_memcmp(start, other.start, count) == 0
  }

  /// How many characters the bytes write, where they are UTF-8: those that begin one.
  package var characterCount: Int {
    unsafe withBytes { bytes in
      unsafe UnsafeBufferPointer(start: bytes, count: count).count { $0 & 0xC0 != 0x80 }
    }
  }
}
