internal import CFutex
internal import Glibc

/// Wakes one of those who wait for a lock file, at the moment when it is its turn.
///
/// Behind the two numbers of `LockQueue` the file has twelve words of four bytes, one for every twelfth number
/// that is drawn. Whoever waits sleeps in the kernel until its word changes; whoever leaves writes the number of
/// the next there and wakes it. A bell keeps nobody out: who is not woken, because another ended
/// without a word, looks for itself after a while.
///
/// The words are changed by writing to the file, and the kernel alone reads them where they are mapped, so that a
/// file that somebody cuts to nothing is an error and no signal.
///
/// Source: futex(2).
@safe final class LockBell {
  private static let firstByte = 16
  private static let words: UInt64 = 12
  private static let mapped = 64

  private let descriptor: Int32
  /// Nil where the file cannot be mapped: then nobody is woken, and everybody looks.
  private let start: UnsafeMutableRawPointer?

  /// - Parameter descriptor: The lock file, open for as long as this lives.
  init(descriptor: Int32) {
    self.descriptor = descriptor
    let mapping = unsafe mmap(nil, Self.mapped, PROT_READ, MAP_SHARED, descriptor, 0)
    unsafe start = mapping == MAP_FAILED ? nil : mapping
  }

  deinit { if let start = unsafe start { unsafe munmap(start, Self.mapped) } }

  /// What stands under a number before somebody looks whether it is its turn.
  func mark(of number: UInt64) -> UInt32 {
    var word: UInt32 = 0
    let count = unsafe withUnsafeMutableBytes(of: &word) {
      unsafe pread(descriptor, $0.baseAddress, $0.count, Self.place(of: number))
    }
    return count == 4 ? word : 0
  }

  /// Sleeps until the number is called, at most so many microseconds.
  ///
  /// - Parameters:
  ///   - number: That of whoever waits.
  ///   - mark: What stood under the number; a first call that came since then ends the sleep at once.
  ///   - microseconds: After so long it is for the sleeper to look.
  func wait(for number: UInt64, since mark: UInt32, atMost microseconds: UInt32) {
    guard let start = unsafe start else {
      usleep(microseconds)
      return
    }
    var time = timespec(
      tv_sec: Int(microseconds / 1_000_000), tv_nsec: Int(microseconds % 1_000_000) * 1_000)
    let result = unsafe acta_futex_wait(start + Self.place(of: number), mark, &time)
    // Without a page there is no word to sleep on.
    if result != 0, errno == EFAULT { usleep(microseconds) }
  }

  /// Wakes whoever waits under a number.
  func ring(_ number: UInt64) {
    guard let start = unsafe start else { return }
    let word = Self.call(of: number)
    let place = Self.place(of: number)
    let written = unsafe withUnsafeBytes(of: word) {
      unsafe pwrite(descriptor, $0.baseAddress, $0.count, place)
    }
    guard written == 4 else { return }
    _ = unsafe acta_futex_wake(start + place)
  }

  /// What stands under a number that was called, and under no other for two thousand millions: never 0.
  static func call(of number: UInt64) -> UInt32 { UInt32(number % (1 << 31)) + 1 }

  private static func place(of number: UInt64) -> Int { firstByte + 4 * Int(number % words) }
}
